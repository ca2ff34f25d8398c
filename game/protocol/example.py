"""A session told message by message, made by the real rules and codec: what the page on the protocol shows.

The city is as small as the rules allow, so that a whole view and its hash fit on the page.
"""

import json
import textwrap
from collections.abc import Iterator
from typing import Any, Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from game.content import ruleset
from game.protocol import messages as say
from game.protocol.codec import encode
from game.protocol.refusals import Refusal, of_fault
from game.rules.board import Board
from game.rules.city import City, DistrictPlan, Start
from game.rules.errors import Fault
from game.rules.ids import District, FactionKey, Leader, Seat, Wealth
from game.rules.ledger import Entry
from game.rules.legality import faults
from game.rules.orders import Campaign, Care, Slate
from game.rules.resolve import resolve
from game.rules.ruleset import ruleset_hash
from game.rules.setup import new_match
from game.rules.state import Match, Sitting, State
from game.rules.view import diff, public_hash, view_of
from game.text.catalog import Catalog

_ROOM: Final = "b2c1d7e0a94f5613"
_CODE: Final = "K7PQXM"
_SEED: Final = 7
_WIDTH: Final = 110
_LONGEST_HEX: Final = 160
"""Bytes of a frame that are shown in full."""


class Told(Struct, frozen=True):
    """A message of the session: who says it, what it does, and the parts that the page leaves out."""

    by_client: bool
    message: say.Upward | say.Downward
    words: str
    left_out: tuple[str, ...] = ()


class Example(Struct, frozen=True):
    """The whole session, the match it plays, and its state before and after the one turn it shows."""

    told: tuple[Told, ...]
    match: Match
    before: State
    after: State


def example() -> Example:
    """Play it; the same each time."""
    match, before = new_match(ruleset(), _city(), _seating(), "short", _SEED)
    board = Board(match)
    slates = _slates(board, before)
    entries: list[Entry] = []
    after = resolve(board, before, slates, entries)
    patch = diff(view_of(before, Seat(0)), view_of(after, Seat(0)))
    proof = public_hash(after.public)
    update = say.Update(_ROOM, 1, 1, say.PackedLedger(tuple(entries)), patch, proof)
    told = (*_lobby(), *_turn(board, before, slates[0]), Told(False, update, _AFTER_TURN, ("ledger",)))
    return Example(told, match, before, after)


def session() -> Iterator[str]:
    """The session as lines of Markdown."""
    played = example()
    for step in played.told:
        yield from _step(step)
    yield _PROOF
    yield "The public view before the turn:\n"
    yield from _json(msgspec.to_builtins(played.before.public))
    yield "The public view after it, with the patch applied:\n"
    yield from _json(msgspec.to_builtins(played.after.public))
    packed = msgspec.msgpack.encode(played.after.public)
    yield f"The same as MessagePack, {len(packed)} bytes:\n"
    yield from _hex(packed)
    yield f"Its SHA-256, which is the `public_hash` above: `{public_hash(played.after.public).hex()}`\n"


# --- what is played -------------------------------------------------------------------------------------


def _city() -> City:
    """Three districts in a row."""
    titles = ("Alder Yard", "Birch Lane", "Cedar Row")
    links = ((1,), (0, 2), (1,))
    districts = tuple(
        DistrictPlan(
            key=f"d{n}",
            title=title,
            population=5,
            wealth=Wealth(n),
            need=50 - 10 * n,
            lean=30 * (n - 1),
            unrest=2 - n,
            slots=2,
            quarter=n + 1,
            landmark=None,
            links=tuple(District(other) for other in links[n]),
        )
        for n, title in enumerate(titles)
    )
    starts = (Start(1, District(0), "sra"), Start(2, District(2), "occ"))
    return City("row", "The Row", districts, starts, 12)


def _seating() -> tuple[Sitting, ...]:
    return Sitting(FactionKey("sra"), 1), Sitting(FactionKey("occ"), 1)


def _slates(board: Board, state: State) -> list[Slate]:
    """Each seat's first leader campaigns at home, its second cares next door."""
    slates: list[Slate] = []
    for seat in board.all_seats:
        first, second = board.leaders_of(seat)[:2]
        home = board.homes[seat]
        slates.append((Campaign(first, home), Care(second, board.links[home][0])))
        if faults(board, state.public, seat, slates[-1]):
            raise RuntimeError("the example's orders are against the rules; give it others")
    return slates


def _lobby() -> Iterator[Told]:
    hello = say.Hello(say.VERSION, "example", "0123456789abcdef0123456789abcdef")
    yield Told(True, hello, "The client says hello. It makes up `key` and keeps it while it runs.")
    offer = say.MapOffer("row", "The Row", 2, 12)
    mode = say.ModeOffer("free", together=False, team_size=0, neutral=True)
    rules = ruleset()
    welcome = say.Welcome(
        say.VERSION,
        "0.1",
        "Neo-Sanctum",
        (offer,),
        tuple(rules.factions),
        tuple(rules.lengths),
        ("random", "greedy"),
        (mode,),
        tuple(rules.tempers),
    )
    yield Told(False, welcome, "The server says what rooms can be made of.")
    seats = (say.SeatPlan("sra", say.YOU), say.SeatPlan("occ", "greedy"))
    create = say.CreateRoom("Ann", "A walk", "row", seats, "short", neutral=False)
    yield Told(
        True,
        say.Command(1, create),
        "Command 1: a room of two, against a computer player; what is not said has its default.",
    )
    yield Told(
        False,
        say.Seated(1, _room(), Seat(0), "t" * 43),
        "The answer. `token` brings the client back to its seat.",
    )
    yield Told(
        True, say.Command(2, say.StartMatch(_ROOM)), "Command 2: everybody is here, so the owner begins."
    )
    yield Told(False, say.Done(2), "It is done and on the server's disk; each seat gets its snapshot.")


def _room() -> say.RoomInfo:
    ann = say.Chair("sra", say.PERSON, "Ann", here=True, ready=False)
    computer = say.Chair("occ", "greedy", "", here=True, ready=True)
    chairs = (ann, computer)
    return say.RoomInfo(
        _ROOM, _CODE, "A walk", "row", "short", None, True, Seat(0), say.LOBBY, 0, chairs, grace=15
    )


_BEGINS = (
    "The snapshot. `match` is the array of what never changes, left out here for its length; `view` is what "
    "this seat sees, the public part of it as below."
)
_SAVES = "Command 3: the orders of turn 1, arrays with the verb in front. The second names a leader of the other seat."
_REFUSES = "Refused as a whole; each refusal says which order and why. Nothing was saved."
_SAVES_AGAIN = "Command 4: the same without that mistake."
_AFTER_TURN = (
    "All are ready, so the turn is played. The patch turns the view before it into the one after it; "
    "`ledger` is left out here."
)
_PROOF = """The hash is of the public view, `view[1]`, as MessagePack in its shortest form: every integer in as few bytes as
it fits into, every text and array with the shortest head there is, no maps. That is what the usual libraries write.
"""


def _turn(board: Board, state: State, slate: Slate) -> Iterator[Told]:
    match, view = board.match, view_of(state, Seat(0))
    begin = say.Begin(
        _ROOM, "row", ruleset_hash(match.ruleset), match, Seat(0), 0, view, (False,) * board.seats
    )
    yield Told(False, begin, _BEGINS, ("match", "view"))
    wrong = (slate[0], Care(Leader(len(board.leaders_of(Seat(0)))), District(1)))
    yield Told(True, say.Command(3, say.SaveSlate(_ROOM, 1, wrong)), _SAVES)
    told = tuple(_worded(fault) for fault in faults(board, state.public, Seat(0), wrong))
    yield Told(False, say.Declined(3, told), _REFUSES)
    yield Told(True, say.Command(4, say.SaveSlate(_ROOM, 1, slate)), _SAVES_AGAIN)
    yield Told(False, say.Done(4), "Saved.")
    yield Told(True, say.Command(5, say.SetReady(_ROOM, 1, ready=True)), "Command 5: this turn is finished.")
    yield Told(False, say.Done(5), "It is noted.")


def _worded(fault: Fault) -> Refusal:
    refusal, catalog = of_fault(fault), Catalog("en")
    key = f"refusal-{refusal.code}"
    text = catalog.say(key, **refusal.parameters)
    return replace(refusal, text=text, mend=catalog.say(f"{key}-mend", **refusal.parameters))


# --- how it is told -------------------------------------------------------------------------------------


def _step(step: Told) -> Iterator[str]:
    frame = encode(step.message)
    yield f"**{'Client' if step.by_client else 'Server'}.** {step.words}\n"
    shown = msgspec.msgpack.decode(frame)
    for name in step.left_out:
        shown[name] = "..."
    yield from _json(shown)
    if step.by_client or len(frame) <= _LONGEST_HEX:
        yield from _hex(frame)


def _json(value: Any) -> Iterator[str]:
    """As JSON; bytes as text in hexadecimal behind `hex:`."""
    yield "```json"
    yield from textwrap.wrap(
        json.dumps(_jsonable(value), ensure_ascii=False),
        _WIDTH,
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield "```\n"


def _jsonable(value: Any) -> Any:
    if isinstance(value, bytes):
        return f"hex:{value.hex()}"
    if isinstance(value, dict):
        return {str(key): _jsonable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_jsonable(item) for item in value]
    return value


def _hex(frame: bytes) -> Iterator[str]:
    yield "```"
    yield from textwrap.wrap(frame.hex(" "), 96)
    yield "```\n"
