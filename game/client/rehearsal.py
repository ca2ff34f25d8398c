"""A match without a server: a link that answers like one, for pictures, tests and benches.

The other seats play by a function of the caller's; the rules resolve each turn as soon as the own seat is ready.
"""

import asyncio
from collections.abc import Callable
from typing import Any, get_args

from msgspec.structs import replace

from game.content import ruleset
from game.link.link import Arrived, Closed, Dropped, LinkEvent, Opened
from game.link.match_client import MatchClient
from game.maps import LoadedMap
from game.protocol import messages as say
from game.protocol.refusals import Refused, refusal
from game.rules.board import Board
from game.rules.ids import District, FactionKey, Leader, Seat
from game.rules.ledger import Entry
from game.rules.legality import faults
from game.rules.orders import (
    NO_ORDERS,
    Build,
    Campaign,
    Care,
    Festival,
    Forum,
    Motion,
    Order,
    Pledge,
    Slate,
    Unique,
)
from game.rules.reach import in_reach
from game.rules.resolve import resolve
from game.rules.ruleset import Ruleset, ruleset_hash
from game.rules.setup import new_match
from game.rules.state import Sitting
from game.rules.view import View, diff, public_hash, view_of

Rival = Callable[[Board, View, int], Slate]
"""How a seat plays: board, its view, and a seed."""

SEATS = (Sitting(FactionKey("sra"), 1), Sitting(FactionKey("occ"), 1), Sitting(FactionKey("ca"), 1))
ROOM = "rehearsal"
ANGRY = 4
NAMING = 4
"""How many further orders a restless rival knows: Build, Motion, and Pledge twice."""
SPEECHES: tuple[Callable[[Leader, District], Order], ...] = (Campaign, Care, Forum, Festival, Unique)


def idle(board: Board, view: View, seed: int) -> Slate:  # noqa: ARG001 - a rival that does nothing
    """Gives no orders."""
    return NO_ORDERS


def restless(board: Board, view: View, seed: int) -> Slate:
    """Each leader gives the next order in turn that is legal, somewhere in its reach: a lively city, no player.

    Where people are angry every other order is a Forum, so that the city lasts.
    """
    slate: Slate = NO_ORDERS
    for leader in board.leaders_of(view.viewer):
        reach = in_reach(board, view.public, leader)
        for step in range((len(SPEECHES) + NAMING) * len(reach)):
            place = reach[(seed + 3 * leader + view.public.turn + step) % len(reach)]
            order = _next_order(board, view, leader, place, seed + leader + 2 * view.public.turn + step)
            if not faults(board, view.public, view.viewer, (*slate, order)):
                slate = (*slate, order)
                break
    return slate


def _next_order(board: Board, view: View, leader: Leader, place: District, number: int) -> Order:
    if number % 2 and view.public.districts[place].unrest >= ANGRY:
        return Forum(leader, place)
    kind = number % (len(SPEECHES) + NAMING)
    if kind < len(SPEECHES):
        return SPEECHES[kind](leader, place)
    if kind == len(SPEECHES):
        facilities = tuple(board.facility_rules[board.leaders[leader].seat])
        return Build(leader, place, facilities[leader % len(facilities)])
    hand = view.public.seats[view.viewer].hand
    if kind == len(SPEECHES) + 1 and hand:
        return Motion(leader, place, hand[0])
    kinds = board.ruleset.part_kinds
    return Pledge(leader, place, kinds[number % len(kinds)])


class RehearsalLink:
    """Fulfils `game.link.link.Link`. `seat` is the player's, -1 for one who only watches; `waits` keeps the turn open though all are ready.

    `numbers` are what the match is pinned to; without them those that ship.
    """

    def __init__(
        self,
        city: LoadedMap,
        *,
        rival: Rival = idle,
        length: str = "standard",
        seed: int = 7,
        seat: Seat = Seat(0),  # noqa: B008 - a seat is a plain number
        numbers: Ruleset | None = None,
    ) -> None:
        match, self._state = new_match(numbers or ruleset(), city.city, SEATS, length, seed)
        self.board = Board(match)
        self.city = city
        self.waits = False
        self._map_id = city.city.map_id
        self._seat = seat
        self._rival, self._seed = rival, seed
        self._slate: Slate = NO_ORDERS
        self._number = 0
        self._played: list[say.Turned] = []
        self._events: asyncio.Queue[LinkEvent] = asyncio.Queue()
        self._events.put_nowait(Opened())
        self._closed = False
        self._resigned = False
        self._votes: dict[say.Matter, list[bool]] = {
            matter: [False] * self.board.seats for matter in get_args(say.Matter)
        }
        self._changes: dict[str, Any] = {}

    # --- what a link does -----------------------------------------------------------------------

    def send(self, message: say.Upward) -> None:
        """Answer at once."""
        if isinstance(message, say.Hello):
            self._push(say.Welcome(say.VERSION, "rehearsal", ROOM, (), (), (), ()))
        else:
            self._answer(message)

    async def receive(self) -> LinkEvent:
        """The next event."""
        return await self._events.get()

    async def close(self) -> None:
        """Close for good."""
        if not self._closed:
            self._closed = True
            self._events.put_nowait(Closed("closed here"))

    # --- what a caller may do -------------------------------------------------------------------

    def drop(self, retry_in: float) -> None:
        """Lose the connection."""
        self._events.put_nowait(Dropped("rehearsed", retry_in))

    def come_back(self) -> None:
        """The connection stands again; the client asks for its seat by itself."""
        self._events.put_nowait(Opened())

    def fail(self) -> None:
        """Let the room go as a server whose disk is full; the client asks for its seat by itself."""
        self._push(say.RoomClosed(ROOM, refusal(Refused.STORAGE, "room")))

    def vote(self, seat: Seat, *, agree: bool, matter: say.Matter = "end") -> None:
        """A seat agrees on something, or not any more; nothing comes of it."""
        self._votes[matter][seat] = agree
        self._push(say.Votes(ROOM, self._state.public.turn, matter, tuple(self._votes[matter])))

    def change_room(self, **changes: Any) -> None:
        """From now on the room has these, as in `RoomInfo`."""
        self._changes |= changes
        self._push(say.RoomChanged(self._room()))

    def change_chair(self, seat: Seat, **changes: Any) -> None:
        """From now on a seat has these, as in `Chair`."""
        chairs = list(self._room().seats)
        chairs[seat] = replace(chairs[seat], **changes)
        self.change_room(seats=tuple(chairs))

    def set_clock(self, left: int, **more: Any) -> None:
        """So many milliseconds are left of the turn; the rest as in `Clock`."""
        self._push(say.Clock(ROOM, self._state.public.turn, left, **more))

    def tell(self, message: say.Notice) -> None:
        """Say anything."""
        self._push(message)

    def begin_again(self) -> None:
        """Send a snapshot, as after a connection that came back."""
        self._push(self._begin())

    def pin(self, seat: Seat, pins: tuple[say.Pin, ...]) -> None:
        """Let everybody see what a seat says it means to do."""
        self._push(say.Pins(ROOM, self._state.public.turn, seat, pins))

    def play(self, turns: int) -> None:
        """Play turns in which the own seat, too, does what its rivals would do."""
        for _ in range(turns):
            if self._state.public.outcome is None:
                self._resolve(self._rival(self.board, view_of(self._state, self._seat), self._seed))

    # --- the server's part ----------------------------------------------------------------------

    def _answer(self, command: say.Command) -> None:
        match command.act:
            case say.JoinRoom() | say.ResumeSeat():
                self._push(say.Seated(command.id, self._room(), self._seat, "t" * 32))
                self._push(self._begin())
            case say.WatchRoom():
                self._seat = Seat(-1)
                self._push(say.Watching(command.id, self._room()))
                self._push(self._begin())
            case say.SaveSlate(orders=orders):
                self._slate = orders
                self._push(say.Done(command.id))
            case say.SetPins(pins=pins):
                self._push(say.Done(command.id))
                self.pin(self._seat, pins)
            case say.SetVote(matter=matter, agree=agree):
                self._push(say.Done(command.id))
                self.vote(self._seat, agree=agree, matter=matter)
            case say.Speak(text=text, to=to):
                self._push(say.Done(command.id))
                to_all = say.EVERYBODY if to is None else Seat(to)
                self.tell(say.Said(ROOM, (say.Line("player", text, 0, self._seat, to_all),)))
            case say.Resign():
                self._resigned = True
                self._push(say.Done(command.id))
                self._push(say.RoomChanged(self._room()))
            case say.SetReady(ready=ready):
                self._push(say.Done(command.id))
                self._ready(ready=ready)
            case _:
                self._push(say.Done(command.id))

    def _ready(self, *, ready: bool) -> None:
        if self._state.public.outcome is not None:
            return
        others = [not self.waits] * self.board.seats
        others[self._seat] = ready
        self._push(say.Readiness(ROOM, self._state.public.turn, tuple(others)))
        if all(others):
            self._resolve(self._slate)

    def _resolve(self, own: Slate) -> None:
        before, turn = view_of(self._state, self._seat), self._state.public.turn
        slates = [
            own if seat == self._seat else self._rival(self.board, view_of(self._state, seat), self._seed)
            for seat in self.board.all_seats
        ]
        entries: list[Entry] = []
        self._state = resolve(self.board, self._state, slates, entries)
        ledger = say.PackedLedger(tuple(entries))
        self._slate = NO_ORDERS
        after = view_of(self._state, self._seat)
        self._number += 1
        self._played.append(say.Turned(turn, ledger))
        patch, proof = diff(before, after), public_hash(after.public)
        self._push(say.Update(ROOM, self._number, turn, ledger, patch, proof))

    def _begin(self) -> say.Begin:
        return say.Begin(
            room=ROOM,
            map=self._map_id,
            rules_hash=ruleset_hash(self.board.ruleset),
            match=self.board.match,
            seat=self._seat,
            number=self._number,
            view=view_of(self._state, self._seat),
            ready=(False,) * self.board.seats,
            missed=tuple(self._played),
        )

    def _room(self) -> say.RoomInfo:
        chairs = tuple(
            say.Chair(
                str(s.faction),
                say.PERSON,
                str(s.faction),
                here=True,
                ready=True,
                resigned=self._resigned and seat == self._seat,
            )
            for seat, s in enumerate(self.board.match.seating)
        )
        turn = self._state.public.turn
        length = self.board.match.length
        room = say.RoomInfo(
            ROOM, "", ROOM, self._map_id, length, None, False, self._seat, say.PLAYING, turn, chairs
        )
        return replace(room, **self._changes)

    def _push(self, message: say.Downward) -> None:
        self._events.put_nowait(Arrived(message))


async def seated(link: RehearsalLink) -> MatchClient:
    """A client that sits in the rehearsed match, entered; its match has begun. Close it with `__aexit__`."""
    client = await MatchClient(link).__aenter__()
    await client.join(ROOM, "player")
    await settled()
    return client


async def settled() -> None:
    """Let everything that was sent arrive."""
    for _ in range(8):
        await asyncio.sleep(0)
