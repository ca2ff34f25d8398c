"""The match inside a room: judging slates, telling when a turn is due, playing it. Pure; knows no connections."""

import hashlib

from msgspec import Struct

from game.protocol.messages import CAREFUL_BRIEF, Begin, MapIdentity, PackedLedger, Pin, Update
from game.protocol.refusals import Refusal, Refused, of_fault, refusal
from game.rules.board import Board
from game.rules.errors import WHOLE_SLATE, Code, Fault
from game.rules.ids import Seat
from game.rules.ledger import Entry
from game.rules.legality import faults
from game.rules.orders import NO_ORDERS, Slate
from game.rules.resolve import agree, resolve
from game.rules.ruleset import ruleset_hash
from game.rules.state import Match, Public, State
from game.rules.view import SPECTATOR, diff, public_hash, state_hash, view_of
from server.room.effects import Think
from server.room.image import Image, Resolved, resolved, slates_of
from server.room.pinboard import Pinboard


class NoMatchError(RuntimeError):
    """A bug: something of a match was asked of a room that has none."""


def match_of(image: Image) -> Match:
    """The match; raises NoMatchError in a lobby."""
    if image.match is None:
        raise NoMatchError(image.setup.id)
    return image.match


def state_in(image: Image) -> State:
    """The state; raises NoMatchError in a lobby."""
    if image.state is None:
        raise NoMatchError(image.setup.id)
    return image.state


def turn_of(image: Image) -> int:
    """The turn being planned, the last one once the match is over, 0 in a lobby."""
    return 0 if image.state is None else image.state.public.turn


def wrong_turn(public: Public, turn: int) -> Refusal | None:
    """Why an order for this turn comes too late or too early, if it does."""
    now = public.turn
    if public.outcome is not None:
        return refusal(Refused.ENDED, "turn", found=turn)
    if turn < now:
        return refusal(Refused.LATE, "turn", found=turn, expected=now)
    if turn > now:
        return refusal(Refused.TOO_EARLY, "turn", found=turn, expected=now)
    return None


def slate_refusals(board: Board, image: Image, seat: Seat, orders: Slate) -> tuple[Refusal, ...]:
    """Everything that is wrong with the orders, as the seat's own view tells it."""
    found = faults(board, view_of(state_in(image), seat).public, seat, orders)
    return tuple(of_fault(fault) for fault in found) if found else ()


def pin_refusals(board: Board, pins: tuple[Pin, ...]) -> tuple[Refusal, ...]:
    """Every pin that is in no district of the city."""
    return tuple(
        of_fault(Fault(Code.UNKNOWN_DISTRICT, WHOLE_SLATE, f"pins[{number}].district", found))
        for number, pin in enumerate(pins)
        if pin.district >= board.districts
        for found in [{"found": pin.district, "most": board.districts - 1}]
    )


def snapshot(image: Image, identity: MapIdentity | None, pins: Pinboard, seat: Seat) -> Begin:
    """The match from where it stands, as this seat, or a spectator as seat -1, may see it."""
    match, state = match_of(image), state_in(image)
    own = image.seats[seat] if seat >= 0 else None
    brief = own.brief if own is not None and own.substitute is None else CAREFUL_BRIEF
    slate = NO_ORDERS if own is None or own.resigned else image.slates[seat] or NO_ORDERS
    return Begin(
        image.setup.id,
        image.setup.map,
        ruleset_hash(match.ruleset),
        match,
        seat,
        image.number,
        view_of(state, seat),
        image.ready,
        slate,
        votes=_if_any(image.votes),
        pins=pins.of(turn_of(image), len(image.seats)),
        identity=identity,
        pausing=_if_any(image.pausing),
        extending=_if_any(image.extending),
        brief=brief,
    )


def _if_any(votes: tuple[bool, ...]) -> tuple[bool, ...]:
    return votes if any(votes) else ()


def thought(image: Image, seat: Seat, level: str) -> Think:
    """What a computer player of this level has to think about to play the seat in this turn."""
    state = state_in(image)
    return Think(seat, state.public.turn, level, view_of(state, seat), _thought_seed(state, seat))


def _thought_seed(state: State, seat: int) -> int:
    """A computer's own chance: fixed by match, turn and seat, telling nothing about the match's seed."""
    words = f"{state.secret.seed}:{state.public.turn}:{seat}".encode()
    return int.from_bytes(hashlib.blake2b(words, digest_size=8, person=b"thought").digest(), "big") >> 1


class Played(Struct, frozen=True):
    """A turn that was resolved: what to store, the states around it, and the image after it."""

    record: Resolved
    before: State
    after: State
    image: Image


def play(board: Board, image: Image) -> Played:
    """Resolve the turn with the slates that are saved."""
    before = state_in(image)
    slates = slates_of(image)
    entries: list[Entry] = []
    after = resolve(board, before, slates, entries)
    return _played(image, after, slates, entries)


def end_by_agreement(board: Board, image: Image) -> Played:
    """End the match as it stands; the slates of this turn are not played."""
    entries: list[Entry] = []
    after = agree(board, state_in(image), entries)
    return _played(image, after, (NO_ORDERS,) * board.seats, entries, agreed=True)


def _played(
    image: Image, after: State, slates: tuple[Slate, ...], entries: list[Entry], *, agreed: bool = False
) -> Played:
    before = state_in(image)
    record = Resolved(
        image.number + 1,
        before.public.turn,
        slates,
        tuple(entries),
        public_hash(after.public),
        state_hash(after),
        agreed,
    )
    return Played(record, before, after, resolved(image, after))


def update_of(room: str, played: Played) -> Update:
    """What everybody is sent of a played turn: filter first, then diff.

    It is made of a spectator's view. Players' views hold their mandates besides, dealt before the first turn;
    no turn changes one, so all views of the match change alike.
    """
    record = played.record
    patch = diff(view_of(played.before, SPECTATOR), view_of(played.after, SPECTATOR))
    ledger = PackedLedger(record.entries)
    return Update(room, record.number, record.turn, ledger, patch, record.public_hash)
