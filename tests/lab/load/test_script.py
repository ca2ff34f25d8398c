from itertools import pairwise

import pytest

from game.content import ruleset
from game.lab.load.script import written
from game.lab.matches import MatchSetup, play_match
from game.lab.seats import parse_seats, sittings
from game.rules.board import Board
from game.rules.ids import Seat
from game.rules.legality import faults
from game.rules.orders import NO_ORDERS
from game.rules.resolve import resolve
from game.rules.setup import new_match
from game.rules.view import public_hash, state_hash
from tests.support.cities import line_city

SETUP = MatchSetup(
    line_city(), parse_seats("sra:random,occ:random,ca:random", ("sra", "occ", "ca"), 3), "short"
)


@pytest.fixture(scope="module")
def script():
    return written(SETUP, 5, "random", 7)


def test_whoever_plays_the_script_again_sees_the_same_city_after_each_turn(script):
    match, state = new_match(ruleset(), SETUP.city, sittings(SETUP.seats), "short", 5)
    board = Board(match)
    for turn in script.turns:
        for seat, drafts in enumerate(turn.drafts):
            for slate in drafts:
                assert faults(board, state.public, Seat(seat), slate) == ()
        state = resolve(board, state, [drafts[-1] for drafts in turn.drafts], [])
        assert public_hash(state.public) == turn.public_hash
    assert state.public.outcome is not None
    assert state_hash(state).hex() == play_match(SETUP, 5).proof


def test_the_saves_of_a_turn_are_shared_out_and_grow(script):
    for turn in script.turns:
        assert [len(drafts) for drafts in turn.drafts] == [3, 2, 2]
        for drafts in turn.drafts:
            assert all(len(short) <= len(long) for short, long in pairwise(drafts))


def test_a_script_without_orders_has_none():
    script = written(SETUP, 5, "none", 3)
    assert {slate for turn in script.turns for drafts in turn.drafts for slate in drafts} == {NO_ORDERS}
