"""Who sits where: pure questions about the seats of a room, and the seats after a change."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from game.protocol.messages import ANY, OPEN, PERSON, YOU, Chair, SeatPlan
from game.rules.ids import FactionKey, Seat
from game.rules.state import Sitting
from server.room.image import SeatImage
from server.room.names import skeleton


def planned(plan: SeatPlan) -> SeatImage:
    """The seat as it stands before anybody sits in it; the one marked `you` is open until then."""
    return SeatImage(plan.faction, OPEN if plan.player == YOU else plan.player)


def first_open(seats: Sequence[SeatImage]) -> Seat | None:
    """The first seat somebody can take."""
    return next((Seat(n) for n, seat in enumerate(seats) if seat.player == OPEN), None)


def persons(seats: Sequence[SeatImage]) -> tuple[Seat, ...]:
    """The seats held by people."""
    return tuple(Seat(n) for n, seat in enumerate(seats) if seat.is_person)


def sitter(seat: SeatImage) -> str:
    """The name of who plays the seat, or watches it being played; empty where nobody ever sat."""
    return seat.name if seat.substitute is None else seat.substitute.name


def name_is_free(seats: Sequence[SeatImage], name: str) -> bool:
    """Whether nobody in the room has a name that looks like this one."""
    return skeleton(name) not in {skeleton(seat.name) for seat in seats if seat.is_person}


def seating(seats: Sequence[SeatImage], factions: Iterable[FactionKey]) -> tuple[Sitting, ...]:
    """Which faction and chapter each seat plays: `any` becomes the faction that fewest have, in given order."""
    order = list(factions)
    used = Counter(seat.faction for seat in seats if seat.faction != ANY)
    chapters: Counter[FactionKey] = Counter()
    sittings = []
    for seat in seats:
        faction = FactionKey(seat.faction)
        if seat.faction == ANY:
            faction = min(order, key=lambda key: used[key])
            used[faction] += 1
        chapters[faction] += 1
        sittings.append(Sitting(faction, chapters[faction]))
    return tuple(sittings)


def kept_for(seats: Sequence[SeatImage], names: Mapping[Seat, str]) -> tuple[SeatImage, ...]:
    """The seats, with the names of those for whom some of them are kept."""
    return tuple(replace(seat, name=names.get(Seat(n), seat.name)) for n, seat in enumerate(seats))


def chair(seat: SeatImage, faction: str, *, here: bool, ranked: bool = True, is_kept: bool = False) -> Chair:
    """The seat as everyone sees it; `here` says whether a connection holds it, `is_kept` whether it is somebody's still."""
    of_somebody = seat.is_person or seat.resigned
    name = seat.name if of_somebody else ""
    return Chair(
        faction,
        seat.player,
        name,
        here and of_somebody,
        seat.ready,
        ranked,
        seat.resigned,
        seat.absent or seat.away,
        seat.substitute.name if seat.substitute is not None else "",
        seat.standing,
        seat.name if is_kept and seat.player == OPEN else "",
    )


def resigned(seat: SeatImage, level: str) -> SeatImage:
    """The seat played by a computer from now on; its person keeps the tokens and may watch."""
    return replace(seat, player=level, ready=False, away=False, resigned=True)


def seated(seat: SeatImage, name: str, token_digest: bytes) -> SeatImage:
    """The seat with a person in it; its faction stays."""
    return SeatImage(seat.faction, PERSON, name, (token_digest,))
