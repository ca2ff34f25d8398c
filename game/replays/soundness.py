"""Whether what a replay names is there: seats, districts, leaders, laws, events. A file may come from anybody."""

from collections.abc import Callable, Container, Sequence
from typing import Final

from game.replays.errors import Broken, ReplayError
from game.rules.board import Board
from game.rules.errors import RulesError
from game.rules.ledger import Contested, Decayed, Finished, Ledger, Pledged
from game.rules.orders import Led, Slate
from game.rules.state import DistrictState, Match, Public

LEAST_SEATS: Final = 2
MOST_FRACTURE: Final = 100
MOST_POINTS: Final = 10_000_000
"""Far more than any match gives; beyond it no panel has room."""
_PER_SEAT: Final[dict[type, tuple[str, ...]]] = {
    Contested: ("pressure", "shield", "before", "after"),
    Decayed: ("lost",),
    Finished: ("stakes",),
}
"""Fields of entries that hold one item for each seat."""

_Known = Callable[[Board], Container[object]]
_KNOWN: Final[dict[str, _Known]] = {
    "seat": lambda board: range(-1, board.seats),
    "to": lambda board: range(board.seats),
    "steward": lambda board: range(-1, board.seats),
    "mover": lambda board: range(-1, board.seats),
    "district": lambda board: range(-1, board.districts),
    "origin": lambda board: range(-1, board.districts),
    "leader": lambda board: range(-1, len(board.leaders)),
    "law": lambda board: board.ruleset.laws,
    "event": lambda board: board.ruleset.events,
    "mandate": lambda board: board.ruleset.mandates,
}
"""What a field of an entry or an order may name, by the field."""


def check_match(match: Match) -> None:
    """Raises RulesError where seats, homes, teams or links of districts do not fit each other."""
    seats, districts = len(match.seating), range(len(match.city.districts))
    if seats < LEAST_SEATS or len(match.homes) != seats or len(match.teams) != seats:
        raise RulesError(f"{seats} seats with {len(match.homes)} homes and {len(match.teams)} teams")
    links = [link for plan in match.city.districts for link in plan.links]
    strangers = [place for place in (*match.homes, *links) if place not in districts]
    if strangers or any(seat not in range(seats) for seat in match.unranked):
        raise RulesError(f"districts {strangers[:3]} or seats {match.unranked} that are not there")


def check_public(board: Board, public: Public, where: str) -> Public:
    """The same, if everything in it has the size and the names of the match. Raises ReplayError."""
    sizes = {
        "districts": (len(public.districts), board.districts),
        "seats": (len(public.seats), board.seats),
        "leaders": (len(public.leaders), len(board.leaders)),
        "priority": (len(set(public.priority)), board.seats),
        "spotlight": (len(public.spotlight), len(board.length.gala_weights)),
    }
    for name, (found, expected) in sizes.items():
        if found != expected:
            raise ReplayError(Broken.UNSOUND, where, f"{found} {name}", expected)
    purses = [
        number for seat in public.seats for number in (seat.credits, seat.voice, seat.legacy, seat.blame)
    ]
    if not 0 <= public.fracture <= MOST_FRACTURE or any(abs(number) > MOST_POINTS for number in purses):
        raise ReplayError(
            Broken.UNSOUND, where, f"fracture {public.fracture}, points {max(purses)}", MOST_FRACTURE
        )
    if not 1 <= public.turn <= board.length.turns:
        raise ReplayError(Broken.UNSOUND, where, f"turn {public.turn}", board.length.turns)
    _check_places(board, public, where)
    _check_districts(board, public, where)
    _check_cards(board, public, where)
    return public


def _check_places(board: Board, public: Public, where: str) -> None:
    _all_in(public.leaders, range(-1, board.districts), where)
    _all_in(public.priority, range(board.seats), where)
    _all_in([event.district for event in public.events], range(-1, board.districts), where)
    _all_in([event.key for event in public.events], board.ruleset.events, where)


def _check_districts(board: Board, public: Public, where: str) -> None:
    for district in public.districts:
        _check_scales(district, where)
        per_seat = [district.support, *([district.site.stakes] if district.site else [])]
        if any(len(items) != board.seats for items in per_seat):
            raise ReplayError(Broken.UNSOUND, where, "support", board.seats)
        if district.site and len(district.site.parts) != len(board.ruleset.part_kinds):
            raise ReplayError(Broken.UNSOUND, where, "parts", len(board.ruleset.part_kinds))
        for facility in district.facilities:
            _all_in([facility.seat], range(board.seats), where)
            _all_in([facility.kind], board.facility_rules[facility.seat], where)


def _check_scales(district: DistrictState, where: str) -> None:
    """The scales of rule 3; the shares of support add up to no more than all people."""
    scales = {
        "need": (district.need, 0, 100),
        "lean": (district.lean, -100, 100),
        "unrest": (district.unrest, 0, 10),
        "support": (min((*district.support, 1000 - sum(district.support))), 0, 1000),
    }
    for name, (value, least, most) in scales.items():
        if not least <= value <= most:
            raise ReplayError(Broken.UNSOUND, where, f"{name} {value}", f"{least}..{most}")


def _check_cards(board: Board, public: Public, where: str) -> None:
    _all_in([law.key for law in public.laws], board.ruleset.laws, where)
    bills = (*public.docket, *public.moved)
    _all_in([bill.law for bill in bills], board.ruleset.laws, where)
    movers = [*(law.mover for law in public.laws), *(bill.mover for bill in bills)]
    _all_in(movers, range(-1, board.seats), where)
    _all_in([law for seat in public.seats for law in seat.hand], board.ruleset.laws, where)
    outcome = public.outcome
    if outcome is not None:
        if len(outcome.places) != board.seats or len(outcome.mandates) not in (0, board.seats):
            raise ReplayError(Broken.UNSOUND, where, "outcome", board.seats)
        _all_in([goal for goals in outcome.mandates for goal in goals], board.ruleset.mandates, where)


def check_entries(board: Board, entries: Ledger, where: str) -> None:
    """Raises ReplayError for an entry that names what is not in the match."""
    for entry in entries:
        for field in entry.__struct_fields__:
            if field in _KNOWN:
                _all_in([getattr(entry, field)], _KNOWN[field](board), where)
        for field in _PER_SEAT.get(type(entry), ()):
            if len(getattr(entry, field)) != board.seats:
                raise ReplayError(Broken.UNSOUND, where, field, board.seats)
        if isinstance(entry, Pledged):
            _all_in([entry.kind], board.ruleset.part_kinds, where)


def check_slates(board: Board, slates: Sequence[Slate], where: str) -> None:
    """Raises ReplayError for an order that names what is not in the match. Whether it is legal is for the rules."""
    for order in (order for slate in slates for order in slate):
        for field in order.__struct_fields__:
            if field in _KNOWN:
                _all_in([getattr(order, field)], _KNOWN[field](board), where)
        if isinstance(order, Led) and (order.leader < 0 or order.district < 0):
            raise ReplayError(Broken.UNSOUND, where, "order")


def _all_in(found: Sequence[object], known: Container[object], where: str) -> None:
    stranger = next((item for item in found if item not in known), None)
    if stranger is not None:
        raise ReplayError(Broken.UNSOUND, where, str(stranger)[:40])
