"""Whole short matches in every mode: legal to the end, whoever plays with whom."""

from functools import cache

import pytest

from game.ai.roster import decide
from game.content import ruleset
from game.rules.board import Board
from game.rules.ids import FactionKey
from game.rules.legality import faults
from game.rules.orders import Gift, Pledge, Slate
from game.rules.resolve import resolve
from game.rules.setup import Setting, new_match
from game.rules.state import Sitting, State
from game.rules.view import view_of
from tests.support.cities import grid_city, large_city

FACTIONS = ("sra", "occ", "ca")


@cache
def played(setting: Setting, seats: int, level: str) -> tuple[Board, State, list[Slate]]:
    """A whole match, its slates in the order they were given; played once, whoever looks at it."""
    seating = [Sitting(FactionKey(FACTIONS[n % 3]), n // 3 + 1) for n in range(seats)]
    city = grid_city() if seats <= 3 else large_city()
    match, state = new_match(ruleset(), city, seating, "short", 5, setting)
    board = Board(match)
    given: list[Slate] = []
    while state.public.outcome is None:
        slates = [decide(level, board, view_of(state, seat), 1) for seat in board.all_seats]
        for seat, slate in zip(board.all_seats, slates, strict=True):
            assert faults(board, state.public, seat, slate) == ()
        given.extend(slates)
        state = resolve(board, state, slates)
    return board, state, given


@pytest.mark.parametrize("level", ["random", "greedy"])
@pytest.mark.parametrize(("mode", "seats"), [("common_cause", 3), ("free", 2), ("teams", 4)])
def test_every_mode_is_played_legally_to_its_end(mode: str, seats: int, level: str) -> None:
    _, state, given = played(Setting(mode=mode), seats, level)
    assert state.public.outcome is not None
    assert given


def test_who_wins_together_pledges_more_than_who_wins_alone() -> None:
    def pledges(mode: str) -> int:
        _, _, given = played(Setting(mode=mode), 3, "greedy")
        return sum(isinstance(order, Pledge) for slate in given for order in slate)

    assert pledges("common_cause") > pledges("free")


def test_gifts_stay_in_the_team() -> None:
    board, _, given = played(Setting(mode="teams"), 4, "greedy")
    for number, slate in enumerate(given):
        teams = board.match.teams
        assert all(
            teams[order.to] == teams[number % board.seats] for order in slate if isinstance(order, Gift)
        )
