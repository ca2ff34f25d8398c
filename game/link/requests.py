"""What one can ask of a server, each request with the answer it may get."""

from abc import ABC, abstractmethod

from game.link.match_copy import MatchCopy
from game.protocol import messages
from game.rules.ids import Seat
from game.rules.orders import Slate


class Requests(ABC):
    """Every request over one `ask`. `room` and `copy` are None until the server gave them."""

    def __init__(self) -> None:
        self.room: messages.RoomInfo | None = None
        self.copy: MatchCopy | None = None

    @abstractmethod
    async def ask(self, act: messages.Act) -> messages.Answer:
        """Ask anything and wait for the answer. Raises LinkClosedError."""

    async def list_rooms(self, room: str | None = None) -> messages.Rooms | messages.Declined:
        """The public rooms one can join, or the one of this id or code."""
        answer = await self.ask(messages.ListRooms(room))
        return answer if isinstance(answer, messages.Rooms) else _declined(answer)

    async def create(self, room: messages.CreateRoom) -> messages.Seated | messages.Declined:
        """Make a room and sit down in it."""
        answer = await self.ask(room)
        return answer if isinstance(answer, messages.Seated) else _declined(answer)

    async def join(
        self, room: str, player: str, seat: Seat | None = None, password: str = ""
    ) -> messages.Seated | messages.Declined:
        """Sit down in a room, named by id or code; in a running match as a substitute in that seat."""
        answer = await self.ask(messages.JoinRoom(player, room, seat, password))
        return answer if isinstance(answer, messages.Seated) else _declined(answer)

    async def resume(
        self, room: str, token: str | None = None, number: int = 0
    ) -> messages.Seated | messages.Declined:
        """Back to an own seat, for example after the program was started anew; without a token by one's identity."""
        answer = await self.ask(messages.ResumeSeat(room, token, number))
        return answer if isinstance(answer, messages.Seated) else _declined(answer)

    async def sit(self, seat: Seat, faction: str = messages.ANY) -> messages.Answer:
        """Move to another seat or choose another faction, before the match."""
        return await self.ask(messages.Sit(self._room_id(), seat, faction))

    async def set_lobby_ready(self, *, ready: bool) -> messages.Answer:
        """Ready to begin, or not."""
        return await self.ask(messages.SetLobbyReady(self._room_id(), ready))

    async def start(self) -> messages.Answer:
        """Begin the match; only the room's owner may."""
        return await self.ask(messages.StartMatch(self._room_id()))

    async def save_slate(self, orders: Slate) -> messages.Answer:
        """Save the orders of this turn. `copy.slate` is what the server has."""
        turn = self._copy().turn
        answer = await self.ask(messages.SaveSlate(self._room_id(), turn, orders))
        if isinstance(answer, messages.Done) and self.copy is not None and self.copy.turn == turn:
            self.copy.slate = orders
        return answer

    async def set_ready(self, *, ready: bool) -> messages.Answer:
        """This turn is finished, or not."""
        return await self.ask(messages.SetReady(self._room_id(), self._copy().turn, ready))

    async def set_pins(self, pins: tuple[messages.Pin, ...]) -> messages.Answer:
        """Let everybody see these plans for this turn, in place of any pins before; at most MOST_PINS."""
        return await self.ask(messages.SetPins(self._room_id(), self._copy().turn, pins))

    async def set_vote(self, matter: messages.Matter, *, agree: bool) -> messages.Answer:
        """Agree to end or pause the match or to extend the turn, or not any more."""
        return await self.ask(messages.SetVote(self._room_id(), self._copy().turn, matter, agree))

    async def set_brief(self, brief: messages.Brief) -> messages.Answer:
        """What a caretaker may do in the own seat while one is absent."""
        answer = await self.ask(messages.SetBrief(self._room_id(), brief))
        if isinstance(answer, messages.Done) and self.copy is not None:
            self.copy.brief = brief
        return answer

    async def resign(self) -> messages.Answer:
        """Give the seat up for good; what happens is still told until `leave`."""
        return await self.ask(messages.Resign(self._room_id()))

    async def map_part(self, package: str, offset: int) -> messages.MapPart | messages.Declined:
        """Some bytes of a map's package from `offset` on; ask for one part at a time."""
        answer = await self.ask(messages.AskMap(package, offset))
        return answer if isinstance(answer, messages.MapPart) else _declined(answer)

    # --- people, talk, what is over -------------------------------------------------------------

    async def watch(self, room: str, password: str = "") -> messages.Watching | messages.Declined:
        """See a match without a seat in it; `leave` ends it."""
        answer = await self.ask(messages.WatchRoom(room, password))
        return answer if isinstance(answer, messages.Watching) else _declined(answer)

    async def fill_seat(self, seat: Seat, player: str) -> messages.Answer:
        """Put a computer's level into an open seat, or open it again; only the room's owner may."""
        return await self.ask(messages.FillSeat(self._room_id(), seat, player))

    async def kick(self, seat: Seat) -> messages.Answer:
        """Show somebody out before the match; only the room's owner may."""
        return await self.ask(messages.Kick(self._room_id(), seat))

    async def mute(self, seat: Seat, *, muted: bool) -> messages.Answer:
        """Let nobody hear a seat in this room, or hear it again; only the room's owner may."""
        return await self.ask(messages.Mute(self._room_id(), seat, muted))

    async def say(self, text: str, to: Seat | None = None) -> messages.Answer:
        """Say something to everybody in the room, or to one seat; without a room in the server's lobby."""
        return await self.ask(messages.Speak(text, self.room.id if self.room is not None else None, to))

    async def visit_lobby(self, *, here: bool) -> messages.Answer:
        """Hear what is said in the server's lobby, or do not any more."""
        return await self.ask(messages.VisitLobby(here))

    async def report(self, seat: Seat, text: str) -> messages.Answer:
        """Tell those who run the server what somebody in this room did."""
        return await self.ask(messages.Report(self._room_id(), seat, text))

    async def rematch(self) -> messages.Seated | messages.Declined:
        """Play the match that is over again, in the same seat of a new room."""
        answer = await self.ask(messages.Rematch(self._room_id()))
        return answer if isinstance(answer, messages.Seated) else _declined(answer)

    async def my_matches(self) -> messages.Matches | messages.Declined:
        """The rooms on this server in which one has a seat, by one's identity."""
        answer = await self.ask(messages.MyMatches())
        return answer if isinstance(answer, messages.Matches) else _declined(answer)

    async def device_code(self) -> messages.DeviceCode | messages.Declined:
        """A code by which another device becomes known as the same person."""
        answer = await self.ask(messages.AskDeviceCode())
        return answer if isinstance(answer, messages.DeviceCode) else _declined(answer)

    async def use_device_code(self, code: str) -> messages.Known | messages.Declined:
        """Become the person who got this code on another device."""
        answer = await self.ask(messages.UseDeviceCode(code))
        return answer if isinstance(answer, messages.Known) else _declined(answer)

    async def archive(self) -> messages.Archive | messages.Declined:
        """The finished matches on this server that can be replayed."""
        answer = await self.ask(messages.AskArchive())
        return answer if isinstance(answer, messages.Archive) else _declined(answer)

    async def replay_part(self, room: str, offset: int) -> messages.ReplayPart | messages.Declined:
        """Some bytes of a replay from `offset` on; ask for one part at a time."""
        answer = await self.ask(messages.AskReplay(room, offset))
        return answer if isinstance(answer, messages.ReplayPart) else _declined(answer)

    def _room_id(self) -> str:
        if self.room is None:
            raise LookupError("no seat in any room; create, join or resume one first")
        return self.room.id

    def _copy(self) -> MatchCopy:
        if self.copy is None:
            raise LookupError("the match has not begun; wait for MatchBegun")
        return self.copy


def _declined(answer: messages.Answer) -> messages.Declined:
    """The refusal that an answer must be when it is not the one hoped for."""
    if isinstance(answer, messages.Declined):
        return answer
    raise TypeError(f"the server answered a request with {type(answer).__name__}")
