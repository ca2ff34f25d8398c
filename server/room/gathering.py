"""Before the match: who may sit where, and what the room's records are when they do. Pure; knows no connections."""

from msgspec.structs import replace

from game.protocol.messages import ANY, LOBBY, OPEN, JoinRoom, Sit
from game.protocol.refusals import Refusal, Refused, refusal
from game.rules.board import Board
from game.rules.errors import RulesError
from game.rules.ids import FactionKey, Seat
from game.rules.setup import Setting, match_for, opening
from game.rules.state import State
from server.room import names, seats
from server.room.content import Content
from server.room.image import (
    Abandoned,
    Image,
    MutedSeats,
    OwnerChanged,
    Record,
    Reserved,
    SeatChanged,
    SeatImage,
)
from server.room.shared_rules import shared


def not_in_lobby(image: Image) -> Refusal | None:
    """Why nothing can be arranged any more, if it cannot."""
    return None if image.phase == LOBBY else refusal(Refused.ALREADY_BEGUN, "room")


def _not_open(image: Image, seat: Seat) -> Refusal | None:
    if seat >= len(image.seats):
        return refusal(Refused.NO_SUCH_SEAT, "seat", found=seat, most=len(image.seats) - 1)
    if image.seats[seat].player != OPEN:
        return refusal(Refused.SEAT_TAKEN, "seat", found=seat)
    return None


def kept(image: Image, seat: Seat | None = None) -> Refusal:
    """Why this open seat, or any that is, cannot be taken: it is kept for who had it."""
    places = image.reserved if seat is None else (seat,)
    names = ", ".join(image.seats[place].name for place in places if image.seats[place].player == OPEN)
    return refusal(Refused.SEAT_KEPT, "room" if seat is None else "seat", owner=names)


def kept_no_more(image: Image, seat: Seat) -> tuple[Reserved, ...]:
    """The record after which the seat is nobody's to come back to: if it is open, anybody can have it."""
    reserved = image.reserved
    return (Reserved(tuple(other for other in reserved if other != seat)),) if seat in reserved else ()


def place_for(image: Image, act: JoinRoom) -> Seat | Refusal:
    """The seat that one who joins can take."""
    wanted = seats.first_open(image.seats) if act.seat is None else Seat(act.seat)
    if wanted is None:
        return refusal(Refused.ROOM_FULL, "room")
    return _not_open(image, wanted) or wanted


def name_for(image: Image, player: str) -> str | Refusal:
    """The name one will have in the room."""
    name = names.tidy(player)
    if name is None:
        return refusal(Refused.BAD_NAME, "player", least=names.LEAST, most=names.MOST)
    if not seats.name_is_free(image.seats, name):
        return refusal(Refused.NAME_TAKEN, "player", found=name)
    return name


def sitting(image: Image, seat: Seat, act: Sit, content: Content) -> SeatImage | Refusal:
    """The person of `seat` as they sit after the act, in `act.seat` and not yet ready."""
    wanted = Seat(act.seat)
    fault = not_in_lobby(image) or _unknown_faction(act.faction, content)
    if fault is None and wanted != seat:
        fault = _not_open(image, wanted)
    if fault is not None:
        return fault
    faction = act.faction
    if wanted != seat and faction == ANY:
        faction = image.setup.plans[wanted].faction
    return replace(image.seats[seat], faction=faction, ready=False)


def moving(image: Image, seat: Seat, wanted: Seat, person: SeatImage) -> tuple[Record, ...]:
    """The records of a person who goes from one seat to another that is open; the room goes along."""
    records: tuple[Record, ...] = (_emptied(image, seat), SeatChanged(wanted, person))
    if image.owner == seat:
        records = (*records, OwnerChanged(wanted))
    if seat in image.muted:
        records = (*records, MutedSeats((*(muted for muted in image.muted if muted != seat), wanted)))
    return records


def getting_up(image: Image, seat: Seat) -> tuple[Record, ...]:
    """The records of a person who leaves: the seat is open again, the next one owns the room.

    The last one abandons it.
    """
    staying = [person for person in seats.persons(image.seats) if person != seat]
    records: tuple[Record, ...] = (_emptied(image, seat),)
    if not staying:
        return (*records, Abandoned())
    if image.owner == seat:
        records = (*records, OwnerChanged(staying[0]))
    if seat in image.muted:
        records = (*records, MutedSeats(tuple(muted for muted in image.muted if muted != seat)))
    return records


def _emptied(image: Image, seat: Seat) -> SeatChanged:
    """Open again, also where a computer player was meant to sit before the owner opened the seat."""
    return SeatChanged(seat, SeatImage(image.setup.plans[seat].faction))


def _unknown_faction(faction: str, content: Content) -> Refusal | None:
    known = content.ruleset.factions
    if faction == ANY or FactionKey(faction) in known:
        return None
    return refusal(Refused.UNKNOWN_FACTION, "faction", found=faction, known=", ".join(known))


def started(image: Image, seat: Seat, content: Content) -> tuple[Board, State] | Refusal:
    """The match that the one in this seat begins, with its tables, and its state before the first turn."""
    fault = not_in_lobby(image) or _not_startable(image, seat)
    if fault is not None:
        return fault
    sittings = seats.seating(image.seats, content.ruleset.factions)
    setup = image.setup
    setting = Setting(content.mode(setup.mode), setup.temper, setup.teams, setup.unranked)
    try:
        match = match_for(content.ruleset, content.city, sittings, setup.length, setup.seed, setting)
        board = Board(shared(match))
        return board, opening(board, setup.seed)
    except RulesError as error:
        return refusal(Refused.SETUP_IMPOSSIBLE, "room", detail=str(error))


def not_owner(image: Image, seat: Seat) -> Refusal | None:
    """Why the one in this seat does not decide for the room, if they do not."""
    owner = image.seats[image.owner]
    if seat == image.owner and owner.substitute is None:
        return None
    return refusal(Refused.NOT_OWNER, "room", owner=owner.name)


def _not_startable(image: Image, seat: Seat) -> Refusal | None:
    fault = not_owner(image, seat)
    if fault is not None:
        return fault
    waiting = [n for n, s in enumerate(image.seats) if n != seat and not s.is_computer and not s.ready]
    if waiting:
        return refusal(Refused.NOT_ALL_READY, "room", seat=waiting[0], waiting=len(waiting))
    return None
