"""The room: who sits where, the code that invites others, ready, and the start."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Final, Protocol

import msgspec

from game.client.events import Event, KeyPressed
from game.client.geometry import Rect
from game.client.model.cards import Spoken
from game.client.scene.items import Gradient, Item
from game.client.screens.actions import HEIGHT, ActionRow
from game.client.screens.base import Screen, Stage
from game.client.screens.columns import Columns
from game.client.screens.faction_sheet.facts import facts_of
from game.client.screens.fitted import FittedArea
from game.client.screens.headed import Headed
from game.client.screens.lobby.invite import Invite
from game.client.screens.lobby.seat import Place, SeatPanel
from game.client.screens.notice import fault_label, refusal_words
from game.client.screens.setup.mappanel import MapView
from game.client.screens.setup.plan import FEWEST, MapCard, SeatChoice
from game.client.screens.setup.screen import FACTIONS, open_sheet
from game.client.screens.terms_words import clock_words
from game.client.theme import Banner, Style
from game.client.widgets.button import Button
from game.client.widgets.choice import Choice
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.panelbox import PanelBox
from game.client.widgets.richtext import IconSpan, Span
from game.client.widgets.widget import Widget
from game.link import happenings as told
from game.link.match_client import LinkClosedError
from game.protocol.messages import ANY, OPEN, PERSON, Answer, Declined, RoomInfo
from game.protocol.refusals import Refusal
from game.rules.ids import FactionKey, Seat
from game.rules.ruleset import Ruleset
from game.text.effects import describe_goal

NARROW: Final = 820


class RoomClient(Protocol):
    """What the lobby needs of a `MatchClient`."""

    room: RoomInfo | None
    seat: Seat | None

    def poll(self) -> told.Happening | None:
        """The next thing that happened, or None for now."""
        ...

    async def sit(self, seat: Seat, faction: str = ANY) -> Answer:
        """Move to another seat or choose another faction."""
        ...

    async def set_lobby_ready(self, *, ready: bool) -> Answer:
        """Ready to begin, or not."""
        ...

    async def start(self) -> Answer:
        """Begin the match."""
        ...


class RoomDoors(msgspec.Struct, frozen=True):
    """Where the room leads: the match, out by one's own wish, out because it is gone (with what was said)."""

    begun: Callable[[], None]
    leave: Callable[[], None]
    lost: Callable[[tuple[Refusal, ...]], None]


class RoomSetting(msgspec.Struct, frozen=True):
    """What is known around the room: the invite others type (`host:port/CODE`), the map, the numbers of the sheets.

    `card` is None where the map is not on this machine; then `city` is all that is shown of it.
    """

    invite: str
    city: str
    ruleset: Ruleset
    card: MapCard | None = None


class RoomScreen(Screen):
    """A room before its match. The client is seated: its `room` and `seat` are there."""

    def __init__(self, stage: Stage, client: RoomClient, doors: RoomDoors, setting: RoomSetting) -> None:
        super().__init__(stage)
        self.client, self._doors, self._setting = client, doors, setting
        self._numbers = setting.ruleset
        self._invite = Invite(setting.invite, stage)
        self._rows = Column(gap=8)
        self._state = Label("", Style.STRONG, "soft", wrap=True)
        self._faults = Column(gap=4)
        self._asking: asyncio.Task[None] | None = None
        self._call = Button("", self.call, "primary", key="Enter", height=HEIGHT)

    @property
    def room(self) -> RoomInfo:
        """The room now. Raises LookupError once the seat is lost."""
        if self.client.room is None:
            raise LookupError("the client sits in no room; leave the lobby when the seat is lost")
        return self.client.room

    @property
    def owns(self) -> bool:
        """Whether the match is begun by this player."""
        return self.client.seat == self.room.owner

    # --- what the player does --------------------------------------------------------------------

    def call(self) -> None:
        """The owner begins; everybody else says ready, or takes it back."""
        if self.owns:
            self._ask(self.client.start())
        else:
            mine = self.room.seats[self._seat()]
            self._ask(self.client.set_lobby_ready(ready=not mine.ready))

    def sit(self, seat: Seat, faction: str) -> None:
        """Move to an open seat, or play another faction in the own one."""
        self._ask(self.client.sit(seat, faction))

    # --- the screen ------------------------------------------------------------------------------

    def root(self) -> Widget:
        say = self.stage.say
        seats = PanelBox(
            Column((self._rows, self._state, self._faults), gap=12),
            caption=say("lobby-seats"),
            accent="voice",
        )
        seats.grow = 1.0
        columns = Columns((self._side(), Column((seats, self._mode()), gap=12)), (34, 66), 12, NARROW)
        columns.main_last = True
        foot = ActionRow(
            [Button(say("lobby-leave"), self._doors.leave, key="Esc", height=HEIGHT)], self._call
        )
        self.show()
        return Headed(self.room.name, self._subtitle(), FittedArea(columns), foot)

    def backdrop(self) -> tuple[Item, ...]:
        size, palette = self.stage.desk.size, self.stage.desk.look.palette
        return (Gradient(Rect(0, 0, size.w, size.h), palette.night, palette.ink),)

    def tick(self, now: float) -> None:
        while self.stage.top is self and (happening := self.client.poll()) is not None:
            self.hear(happening)

    def hear(self, happening: told.Happening) -> None:
        """Follow what the server tells."""
        if isinstance(happening, told.RoomSeen):
            self.show()
        elif isinstance(happening, told.MatchBegun):
            self._doors.begun()
        elif isinstance(happening, told.SeatLost | told.Over):
            self._doors.lost(happening.refusals)
        elif isinstance(happening, told.Disconnected):
            # Every failed try is another Disconnected: one line says it, not one a try.
            self._faults.fill(())
            self._say_fault(self.stage.say("lobby-disconnected"), self.stage.say("lobby-disconnected-mend"))
        elif isinstance(happening, told.Connected):
            self._faults.fill(())

    def after(self, event: Event) -> bool:
        if not isinstance(event, KeyPressed) or event.repeat:
            return False
        doing = {"return": self._call.press, "escape": self._doors.leave, "c": self._invite.copy}
        action = doing.get(event.chord)
        if action is None:
            return False
        action()
        return True

    # --- showing ---------------------------------------------------------------------------------

    def show(self) -> None:
        """Show the room as it is now."""
        places = self._places()
        self._rows.fill([SeatPanel(place, self._controls(place), self.stage.say) for place in places])
        waiting = [place for place in places if not place.is_ready]
        self._show_waiting(waiting)
        self._show_call(waiting)
        self.stage.redraw()

    def _side(self) -> Widget:
        """The invite, and the map where it is known."""
        invite = PanelBox(self._invite, caption=self.stage.say("lobby-invite"))
        card = self._setting.card
        if card is None:
            return invite
        seats = [SeatChoice(chair.faction, chair.player) for chair in self.room.seats]
        view = PanelBox(MapView(card, seats, self.stage.say), caption=self.stage.say("setup-map"))
        view.grow = 1.0
        return Column((invite, view), gap=12)

    def _seat(self) -> Seat:
        if self.client.seat is None:
            raise LookupError("the client has no seat; leave the lobby when the seat is lost")
        return self.client.seat

    def _places(self) -> list[Place]:
        chairs = self.room.seats
        return [
            Place(
                Seat(number),
                chair,
                sum(other.faction == chair.faction for other in chairs[:number]),
                mine=number == self.client.seat,
                owner=number == self.room.owner,
                team=self._team(number),
            )
            for number, chair in enumerate(chairs)
        ]

    def _team(self, seat: int) -> int:
        """A seat's team, from 1; 0 in a mode without teams."""
        mode = self._numbers.modes.get(self.room.mode)
        size = mode.team_size if mode is not None else 0
        if size < FEWEST:
            return 0
        return 1 + (self.room.teams[seat] if self.room.teams else seat // size)

    def _controls(self, place: Place) -> list[Widget]:
        say, chair = self.stage.say, place.chair
        controls: list[Widget] = []
        if place.mine:
            keys = [*(key for key in FACTIONS if key in self._numbers.factions), ANY]
            names = [say(f"common-{key}") if key != ANY else say("setup-any") for key in keys]
            chosen = keys.index(chair.faction) if chair.faction in keys else len(keys) - 1
            controls.append(Choice(names, lambda index: self.sit(place.seat, keys[index]), chosen))
        if chair.player == OPEN:
            controls.append(
                Button(say("lobby-sit"), lambda: self.sit(place.seat, chair.faction), icon="seat-human")
            )
        if FactionKey(chair.faction) in self._numbers.factions:
            controls.append(Button(say("setup-sheet"), lambda: self._sheet(place), "ghost", icon="info"))
        return controls

    def _sheet(self, place: Place) -> None:
        facts = facts_of(self._numbers, FactionKey(place.chair.faction), self.stage.say)
        joins = self._numbers.lengths[self.room.length].late_leaders_from
        open_sheet(self.stage, facts, Banner(facts.key, place.chapter), joins)

    def _show_waiting(self, waiting: Sequence[Place]) -> None:
        """For whom the match waits, in one sentence."""
        say = self.stage.say
        open_seats = sum(place.is_open for place in waiting)
        names = ", ".join(place.chair.name for place in waiting if place.chair.player == PERSON)
        if not waiting:
            words = say("lobby-all-ready-owner" if self.owns else "lobby-all-ready")
            self._state.say([IconSpan("ready", "go"), Span(words, "text")])
            return
        parts = [say("lobby-waiting-open", seats=open_seats)] if open_seats else []
        parts += [say("lobby-waiting-for", names=names)] if names else []
        self._state.say([IconSpan("waiting", "attention"), Span(" ".join(parts), "soft")])

    def _show_call(self, waiting: Sequence[Place]) -> None:
        say = self.stage.say
        if self.owns:
            self._call.icon = "play"
            self._call.say(say("lobby-start").upper())
            self._call.turn_off(say("lobby-not-yet", seats=len(waiting)) if waiting else "")
            return
        ready = self.room.seats[self._seat()].ready
        self._call.icon = "waiting" if ready else "ready"
        self._call.say(say("lobby-not-ready" if ready else "lobby-ready").upper())

    def _subtitle(self) -> str:
        say, room = self.stage.say, self.room
        turns = self._numbers.lengths[room.length].turns if room.length in self._numbers.lengths else 0
        length = say("setup-length", length=room.length, turns=turns)
        timer = clock_words(room, say, self.stage.wall())
        subtitle = say("lobby-subtitle", map=self._setting.city, length=length, timer=timer)
        return say("lobby-subtitle-mode", match=subtitle, mode=say(f"modes-{room.mode}"))

    def _mode(self) -> Widget:
        """How it is played: the mode's words, what its goals ask for, the temper of the city."""
        say, room, ruleset = self.stage.say, self.room, self._numbers
        head = f"{say(f'modes-{room.mode}')}, {say(f'modes-temper-{room.temper}')}"
        lines: list[Widget] = [
            Label(head, Style.STRONG, "text", wrap=True),
            Label(say(f"modes-{room.mode}-about"), Style.PLAIN_15, "soft", wrap=True),
        ]
        mode = ruleset.modes.get(room.mode)
        for goal in mode.goals if mode is not None else ():
            words = describe_goal(Spoken(say), ruleset, goal, len(room.seats))
            lines.append(
                Label([IconSpan("agenda", "dim"), Span(words.measure, "text")], Style.STRONG_15, wrap=True)
            )
        return PanelBox(Column(lines, gap=4), caption=say("lobby-mode"))

    # --- asking the server -----------------------------------------------------------------------

    def _ask(self, request: Coroutine[Any, Any, Answer]) -> None:
        """Send a request, one at a time; what it changes comes back as the room."""
        if self._asking is not None and not self._asking.done():
            request.close()
            return
        self._faults.fill(())
        self._asking = self.stage.work(self._asked(request))

    async def _asked(self, request: Coroutine[Any, Any, Answer]) -> None:
        try:
            answer = await request
        except LinkClosedError as error:
            self._say_fault(self.stage.say("join-fault-connection", why=str(error)), "")
            return
        if isinstance(answer, Declined):
            for refusal in answer.refusals:
                self._say_fault(*refusal_words(refusal, self.stage.say))
        if self.client.room is not None:
            self.show()

    def _say_fault(self, what: str, mend: str) -> None:
        self._faults.add(fault_label(what, mend))
        self.stage.redraw()
