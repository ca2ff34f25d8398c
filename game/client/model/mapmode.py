"""What the map shows: who leads, or how a number of the districts stands."""

from enum import StrEnum

from msgspec import Struct

from game.client.model.outlook import Outlook
from game.client.model.planning import Planning
from game.rules.ids import District, Seat
from game.rules.phases.ranking import ranks
from game.rules.state import DistrictState

CONTEST_GAP = 60
"""Permille: two leaders this near to each other, both over the least share to lead, contest a district."""


class MapMode(StrEnum):
    """One way to colour the map; the value is its key in texts and icons."""

    OWNER = "owner"
    NEED = "need"
    UNREST = "unrest"
    LEAN = "lean"
    WEALTH = "wealth"
    FORECAST = "forecast"


class Holding(Struct, frozen=True):
    """Who holds a district: the leader (-1: residents), the rival where it is contested, the share to show."""

    leader: Seat
    rival: Seat | None
    share: int


def holding(planning: Planning, state: DistrictState) -> Holding:
    """Who leads a district and who contests it; residents hold what nobody leads, with what is undecided."""
    first, _ = ranks(planning.board, state.support)
    if not first:
        return Holding(Seat(-1), None, 1000 - sum(state.support))
    order = sorted(planning.board.all_seats, key=lambda seat: (-state.support[seat], seat))
    best, next_best = order[0], order[1]
    least = planning.board.ruleset.gala.least_to_lead
    close = state.support[best] - state.support[next_best] <= CONTEST_GAP
    contested = close and state.support[next_best] >= least
    return Holding(best, next_best if contested else None, state.support[best])


def level(planning: Planning, outlook: Outlook, mode: MapMode, district: District) -> float | None:
    """Where a district stands in a mode, -1..1 or 0..1; None where the mode shows owners.

    Need, unrest and wealth run from 0; lean runs from -1 to 1; the forecast is the own support won (above 0) or
    lost this turn, full at 10 points.
    """
    now = planning.public.districts[district]
    match mode:
        case MapMode.NEED:
            return now.need / 100
        case MapMode.UNREST:
            return now.unrest / 10
        case MapMode.LEAN:
            return now.lean / 100
        case MapMode.WEALTH:
            return planning.board.wealth[district] / 2
        case MapMode.FORECAST if outlook.shown is not None:
            then = outlook.shown.public.districts[district]
            gained = then.support[planning.seat] - now.support[planning.seat]
            return max(-1.0, min(1.0, gained / 100))
        case _:
            return None
