"""What can be wrong with ballots, gifts and closures: the orders that need no leader (rules 5, 8)."""

from collections.abc import Iterator

from game.rules.board import Board
from game.rules.errors import Code, Fault, Parameters
from game.rules.ids import Seat
from game.rules.orders import Ballot, Close, Gift, Slate
from game.rules.state import Public


def paper_faults(board: Board, public: Public, seat: Seat, slate: Slate) -> Iterator[Fault]:
    """Every fault of a slate's ballots, gifts and closures; a purse that is too small is told elsewhere."""
    told: set[tuple[str, object]] = set()
    for index, order in enumerate(slate):
        if isinstance(order, Ballot):
            yield from _ballot(board, public, index, order)
            yield from _twice(
                told, ("ballot", order.law), Fault(Code.BALLOT_TWICE, index, "law", {"law": order.law})
            )
        elif isinstance(order, Gift):
            yield from _gift(board, seat, index, order)
            yield from _twice(
                told, ("gift", order.to), Fault(Code.GIFT_TWICE, index, "to", {"seat": order.to})
            )
        elif isinstance(order, Close):
            fault = _not_yours(board, index, order)
            own = order.district < board.districts and any(
                facility.seat == seat and facility.kind == order.facility
                for facility in public.districts[order.district].facilities
            )
            yield from () if own else (fault,)
            yield from _twice(told, ("close", (order.district, order.facility)), fault)


def council_sits(board: Board, public: Public) -> bool:
    """Whether ballots count this turn: a season's last turn with a docket."""
    return board.ends_season(public.turn) and bool(public.docket)


def _twice(told: set[tuple[str, object]], what: tuple[str, object], fault: Fault) -> Iterator[Fault]:
    if what in told:
        yield fault
    told.add(what)


def _ballot(board: Board, public: Public, index: int, order: Ballot) -> Iterator[Fault]:
    docket = [bill.law for bill in public.docket]
    most = board.ruleset.council.most_voice
    if not council_sits(board, public):
        yield Fault(Code.NO_COUNCIL_NOW, index, "turn", {"found": public.turn})
    elif order.law not in docket:
        unknown = {"found": order.law, "known": ", ".join(docket)}
        yield Fault(Code.NOT_ON_DOCKET, index, "law", unknown)
    if order.voice > most:
        much: Parameters = {"found": order.voice, "most": most}
        yield Fault(Code.TOO_MUCH_VOICE_BEHIND, index, "voice", much)


def _gift(board: Board, seat: Seat, index: int, order: Gift) -> Iterator[Fault]:
    if order.to >= board.seats:
        unknown = {"found": order.to, "most": board.seats - 1}
        yield Fault(Code.UNKNOWN_SEAT, index, "to", unknown)
    elif order.to == seat:
        yield Fault(Code.GIFT_TO_SELF, index, "to", {})
    if not order.credits and not order.voice:
        yield Fault(Code.EMPTY_GIFT, index, "credits", {})


def _not_yours(board: Board, index: int, order: Close) -> Fault:
    known = order.district < board.districts
    place = board.city.districts[order.district].key if known else str(order.district)
    where: Parameters = {"facility": order.facility, "district": place}
    return Fault(Code.NOT_YOUR_FACILITY, index, "facility", where)
