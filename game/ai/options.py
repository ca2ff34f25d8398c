"""What there is to choose from: every order a leader could be given in a district."""

from game.rules.board import Board
from game.rules.ids import District, Leader, Seat
from game.rules.orders import SPOKEN, Build, Led, Motion, Pledge
from game.rules.state import NOT_ARRIVED, Public


def present(board: Board, public: Public, seat: Seat) -> tuple[Leader, ...]:
    """The seat's leaders who have joined."""
    return tuple(leader for leader in board.leaders_of(seat) if public.leaders[leader] != NOT_ARRIVED)


def orders_in(board: Board, public: Public, seat: Seat, leader: Leader, district: District) -> list[Led]:
    """What the leader could do in the district if it stood there, whatever it costs.

    Verbs, building, pledges; motions and travel are no matter of the place and are left out.
    """
    return [
        *(verb(leader, district) for verb in SPOKEN),
        *builds_in(board, public, seat, leader, district),
        *pledges_in(board, public, leader, district),
    ]


def builds_in(board: Board, public: Public, seat: Seat, leader: Leader, district: District) -> list[Build]:
    """Every facility the seat could build there: none of a kind it has there already, none without a slot."""
    standing = public.districts[district].facilities
    if len(standing) >= board.slots[district]:
        return []
    own = {facility.kind for facility in standing if facility.seat == seat}
    return [Build(leader, district, kind) for kind in board.facility_rules[seat] if kind not in own]


def pledges_in(board: Board, public: Public, leader: Leader, district: District) -> list[Pledge]:
    """A pledge for every kind of part that is missing there, or that would begin a Sanctuary."""
    site = public.districts[district].site
    kinds = board.ruleset.part_kinds
    rule = board.ruleset.sanctuary
    if site is None:
        calm = public.districts[district].unrest <= rule.most_unrest_to_begin
        return [Pledge(leader, district, kind) for kind in kinds] if calm else []
    if site.finished:
        return []
    given = zip(kinds, site.parts, strict=True)
    return [Pledge(leader, district, kind) for kind, parts in given if parts < rule.parts]


def motions_of(board: Board, public: Public, seat: Seat, leader: Leader) -> list[Motion]:
    """A motion for every law of the hand, where the leader stands; none when it would come too late."""
    if not board.takes_motions(public.turn):
        return []
    here = public.leaders[leader]
    return [Motion(leader, here, law) for law in public.seats[seat].hand]
