"""Rehearsed matches for the client's tests: no server, no window, small cities."""

from functools import cache

from game.client.model.match import MatchModel
from game.client.rehearsal import RehearsalLink, Rival, idle, seated, settled
from game.content import ruleset
from game.link.match_client import MatchClient
from game.maps import LoadedMap, find, load
from game.rules.board import Board
from game.rules.cards import NumberChange
from game.rules.ids import Seat
from game.rules.orders import Slate
from game.rules.ruleset import Ruleset
from game.rules.tuning import with_numbers
from game.rules.view import View
from game.text.catalog import Catalog
from tests.support.matches import SRA, random_slates


@cache
def core() -> LoadedMap:
    """The official map the tests look at, read once."""
    return load(find("core"))


def lively(board: Board, view: View, seed: int) -> Slate:
    """A rival that plays at random, but the same for the same seed."""
    return random_slates(board, view.public, seed)[view.viewer]


def lasting() -> Ruleset:
    """The numbers that ship, but of a city that takes three times the anger before it breaks."""
    return with_numbers(ruleset(), [NumberChange("fracture.per_unrest", set=3)])


async def rehearsed(
    turns: int = 0, rival: Rival = idle, length: str = "standard", seat: Seat = SRA
) -> tuple[RehearsalLink, MatchClient]:
    """A match on the core map after so many turns, and the client that sits in its first seat.

    The city does not break, however badly it is played.
    """
    link = RehearsalLink(core(), rival=rival, length=length, seat=seat, numbers=lasting())
    link.play(turns)
    return link, await seated(link)


def model_of(client: MatchClient) -> MatchModel:
    """The model of a match that has begun; a text it lacks fails the test."""
    return MatchModel(client, Catalog(strict=True).say)


async def polled(model: MatchModel, times: int = 4) -> None:
    """Let what was sent arrive and the forecasts be worked out."""
    for _ in range(times):
        await settled()
        model.poll(0.0)
