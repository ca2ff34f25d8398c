"""The public rooms of a server: join one, or make one."""

import asyncio
from collections.abc import Callable, Iterable
from typing import Final, Protocol

import msgspec

from game.client.events import Event, KeyPressed
from game.client.geometry import Rect
from game.client.look import Look
from game.client.scene.items import CutBox, Gradient, Item, Text
from game.client.screens.actions import HEIGHT, ActionRow
from game.client.screens.base import Screen, Stage
from game.client.screens.headed import Headed
from game.client.screens.notice import fault_label, refusal_words
from game.client.screens.terms_words import clock_words
from game.client.theme import Style, mix
from game.client.widgets.button import Button
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.panelbox import PanelBox
from game.client.widgets.richtext import shortened
from game.client.widgets.scrolling import VirtualList
from game.client.widgets.widget import Widget
from game.link.match_client import LinkClosedError
from game.protocol.messages import OPEN, Declined, RoomInfo, Rooms

ROW: Final = 44


class RoomLister(Protocol):
    """What the list needs of a `MatchClient`."""

    async def list_rooms(self) -> Rooms | Declined:
        """The public rooms one can join."""
        ...


class RoomsDoors(msgspec.Struct, frozen=True):
    """Where the list leads: into a room by its id, to make one (None where that cannot be), out."""

    join: Callable[[str], None]
    create: Callable[[], None] | None
    leave: Callable[[], None]


class RoomsScreen(Screen):
    """Rooms that can be joined, asked for when the screen opens and again on F5. `maps` are titles by id."""

    def __init__(
        self, stage: Stage, client: RoomLister, doors: RoomsDoors, server: str, maps: dict[str, str]
    ) -> None:
        super().__init__(stage)
        self.client, self._doors, self._server, self._maps = client, doors, server, maps
        self.rooms: tuple[RoomInfo, ...] = ()
        self._list = VirtualList(self._row, self._chosen, self._opened, ROW, 8)
        self._list.grow = 1.0
        self._state = Label("", Style.STRONG, "soft", wrap=True)
        self._faults = Column(gap=4)
        self._asking: asyncio.Task[None] | None = None
        say = stage.say
        self._call = Button(
            say("lobby-join").upper(), self.join, "primary", icon="join", key="Enter", height=HEIGHT
        )

    # --- what the player does --------------------------------------------------------------------

    def join(self) -> None:
        """Sit down in the chosen room."""
        if self._list.chosen is not None:
            self._doors.join(self.rooms[self._list.chosen].id)

    def refresh(self) -> None:
        """Ask the server again."""
        if self._asking is None or self._asking.done():
            self._asking = self.stage.work(self._ask())

    def failed(self, faults: list[tuple[str, str]]) -> None:
        """Joining did not work: what happened and its mend."""
        self._faults.fill([fault_label(what, mend) for what, mend in faults])
        self.refresh()

    def take(self, rooms: tuple[RoomInfo, ...]) -> None:
        """Show these rooms; the chosen one stays chosen while it is there."""
        held = self.rooms[self._list.chosen].id if self._list.chosen is not None else None
        self.rooms = rooms
        ids = [room.id for room in rooms]
        first = 0 if rooms else None
        self._list.fill(len(rooms), ids.index(held) if held in ids else first)
        say = self.stage.say
        self._state.say(say("lobby-rooms-count", rooms=len(rooms)) if rooms else say("lobby-rooms-none"))
        self._call.turn_off("" if rooms else say("lobby-no-room"))
        self.stage.redraw()

    # --- the screen ------------------------------------------------------------------------------

    def root(self) -> Widget:
        say, doors = self.stage.say, self._doors
        panel = PanelBox(
            Column((self._list, self._state, self._faults), gap=10),
            caption=say("lobby-rooms"),
            accent="voice",
        )
        ways = [
            Button(say("lobby-leave"), doors.leave, key="Esc", height=HEIGHT),
            Button(say("lobby-refresh"), self.refresh, key="F5", height=HEIGHT),
        ]
        if doors.create is not None:
            ways.append(Button(say("lobby-create"), doors.create, icon="plus", key="N", height=HEIGHT))
        self._call.turn_off(say("lobby-no-room"))
        return Headed(say("lobby-rooms-title"), self._server, panel, ActionRow(ways, self._call))

    def entered(self) -> None:
        self.stage.desk.focus_on(self._list)
        self.refresh()

    def backdrop(self) -> tuple[Item, ...]:
        size, palette = self.stage.desk.size, self.stage.desk.look.palette
        return (Gradient(Rect(0, 0, size.w, size.h), palette.night, palette.ink),)

    def after(self, event: Event) -> bool:
        if not isinstance(event, KeyPressed) or event.repeat:
            return False
        doing = {
            "return": self.join,
            "escape": self._doors.leave,
            "f5": self.refresh,
            "n": self._doors.create,
        }
        action = doing.get(event.chord)
        if action is None:
            return False
        action()
        return True

    def _chosen(self, index: int) -> None:
        self.stage.redraw()

    def _opened(self, index: int) -> None:
        self._doors.join(self.rooms[index].id)

    async def _ask(self) -> None:
        say = self.stage.say
        self._state.say(say("lobby-asking"))
        try:
            answer = await self.client.list_rooms()
        except LinkClosedError as error:
            self._faults.fill([fault_label(say("join-fault-connection", why=str(error)))])
            return
        if isinstance(answer, Declined):
            self._faults.fill([fault_label(*refusal_words(refusal, say)) for refusal in answer.refusals])
            return
        self.take(answer.rooms)

    def _row(self, look: Look, rect: Rect, index: int, chosen: bool, hovered: bool) -> Iterable[Item]:
        room, u, palette = self.rooms[index], look.u, look.palette
        box = rect.inset(0, u(2))
        lift = 0.45 if chosen else 0.3 if hovered else 0.12
        edge = palette.selection if chosen else palette.line
        yield CutBox(box, u(7), mix(palette.panel, palette.line_strong, lift), 255, edge, u(1))
        right = box.right - u(14)
        seats = self._seats(room)
        yield Text(right, rect.centre_y, seats, look.face(Style.STRONG_15), palette.text, "mr")
        right -= look.width(seats, Style.STRONG_15) + u(24)
        facts = shortened(look, self._facts(room), box.w // 2, Style.PLAIN_15)
        yield Text(right, rect.centre_y, facts, look.face(Style.PLAIN_15), palette.soft, "mr")
        left = box.x + u(14)
        room_for_name = right - look.width(facts, Style.PLAIN_15) - left - u(16)
        name = shortened(look, room.name, room_for_name, Style.STRONG_18)
        yield Text(left, rect.centre_y, name, look.face(Style.STRONG_18), palette.text, "ml")

    def _seats(self, room: RoomInfo) -> str:
        taken = sum(chair.player != OPEN for chair in room.seats)
        return self.stage.say("lobby-taken", taken=taken, seats=len(room.seats))

    def _facts(self, room: RoomInfo) -> str:
        say = self.stage.say
        timer = clock_words(room, say, self.stage.wall())
        city = self._maps.get(room.map, room.map)
        match = say("lobby-subtitle", map=city, length=say("lobby-length", length=room.length), timer=timer)
        return say("lobby-subtitle-mode", match=match, mode=say(f"modes-{room.mode}"))
