"""The room: who sits where, what is said, the code that invites others, ready, and the start."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Final, Protocol

import msgspec

from game.client.events import Event, KeyPressed
from game.client.geometry import Rect
from game.client.model.talk import Talk
from game.client.scene.items import Gradient, Item
from game.client.screens.actions import HEIGHT, ActionRow
from game.client.screens.base import Screen, Stage
from game.client.screens.columns import Columns
from game.client.screens.headed import Headed
from game.client.screens.lobby.invite import Invite
from game.client.screens.lobby.places import PlaceActs, Places
from game.client.screens.lobby.played import how_played
from game.client.screens.lobby.seat import Place
from game.client.screens.notice import fault_label, refusal_words
from game.client.screens.setup.mappanel import MapView
from game.client.screens.setup.plan import MapCard, SeatChoice
from game.client.screens.talk.panel import ChatPanel, Receiver
from game.client.theme import SIGNS, Banner, Style
from game.client.widgets.button import Button
from game.client.widgets.fitted import FittedArea
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.panelbox import PanelBox
from game.client.widgets.richtext import IconSpan, Span
from game.client.widgets.tabs import Tabs
from game.client.widgets.widget import Widget
from game.link import happenings as told
from game.link.match_client import LinkClosedError
from game.protocol.messages import ANY, PERSON, Answer, Declined, RoomInfo, Welcome
from game.protocol.refusals import Refusal
from game.rules.ids import Seat
from game.rules.ruleset import Ruleset

NARROW: Final = 820
CHAT_ROWS: Final = 5


class RoomClient(Protocol):
    """What the lobby needs of a `MatchClient`."""

    room: RoomInfo | None
    seat: Seat | None
    welcome: Welcome | None

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

    async def fill_seat(self, seat: Seat, player: str) -> Answer:
        """Put a computer's level into an open seat, or open it again."""
        ...

    async def kick(self, seat: Seat) -> Answer:
        """Show somebody out."""
        ...

    async def mute(self, seat: Seat, *, muted: bool) -> Answer:
        """Let nobody hear a seat, or hear it again."""
        ...

    async def report(self, seat: Seat, text: str) -> Answer:
        """Tell those who run the server what somebody did."""
        ...

    async def say(self, text: str, to: Seat | None = None) -> Answer:
        """Say something to everybody in the room, or to one seat."""
        ...


class RoomDoors(msgspec.Struct, frozen=True):
    """Where the room leads: the match, out by one's own wish, out because the seat or the server is gone (with why).

    `displaced` hears that the seat was taken on another device.
    """

    begun: Callable[[], None]
    leave: Callable[[], None]
    shown_out: Callable[[tuple[Refusal, ...]], None]
    lost: Callable[[tuple[Refusal, ...]], None]
    displaced: Callable[[], None]


class RoomSetting(msgspec.Struct, frozen=True):
    """What is known around the room: the invite others type (`host:port/CODE`), the map, the numbers of the sheets.

    `card` is None where the map is not on this machine; then `city` is all that is shown of it. `talk` is what is
    said on the server.
    """

    invite: str
    city: str
    ruleset: Ruleset
    talk: Talk
    card: MapCard | None = None


class RoomScreen(Screen):
    """A room before its match. The client is seated: its `room` and `seat` are there."""

    def __init__(self, stage: Stage, client: RoomClient, doors: RoomDoors, setting: RoomSetting) -> None:
        super().__init__(stage)
        self.client, self._doors, self._setting = client, doors, setting
        self._invite = Invite(setting.invite, stage)
        levels = client.welcome.levels if client.welcome is not None else ()
        self.chat = ChatPanel(stage, setting.talk, client, self.room.id, self._seating, CHAT_ROWS)
        self._rows = Places(stage, setting.ruleset, setting.talk, self._acts(), levels)
        self._state = Label("", Style.STRONG, "soft", wrap=True)
        self._faults = Column(gap=4)
        self._asking: asyncio.Task[None] | None = None
        self._is_away = False
        """Whether the server let the room go for its disk's sake."""
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

    def ignore(self, name: str, ignored: bool) -> None:
        """Show nothing of what somebody says any more, or show it again."""
        self._setting.talk.ignore(name, ignored=ignored)
        self.show()

    def report(self, seat: Seat, text: str) -> None:
        """Tell those who run the server what somebody did, and say so when it is told."""
        self._ask(self.client.report(seat, text), self.stage.say("people-reported"))

    def _acts(self) -> PlaceActs:
        client = self.client
        return PlaceActs(
            sit=client.sit,
            fill=client.fill_seat,
            kick=client.kick,
            mute=lambda seat, muted: client.mute(seat, muted=muted),
            report=self.report,
            ask=self._ask,
            talk=self.chat.to,
            ignore=self.ignore,
        )

    # --- the screen ------------------------------------------------------------------------------

    def root(self) -> Widget:
        say = self.stage.say
        seats = PanelBox(
            Column((self._rows, self._state, self._faults), gap=12),
            caption=say("lobby-seats"),
            accent="voice",
        )
        played = PanelBox(how_played(self.stage, self.room, self._setting.ruleset), caption=say("lobby-mode"))
        seats.grow = 1.0
        columns = Columns((self._side(), Column((seats, played), gap=12)), (34, 66), 12, NARROW)
        columns.main_last = True
        leave = Button(say("lobby-leave"), self._doors.leave, key="Esc", height=HEIGHT)
        chat = Button(say("talk-title"), self._talk, icon="chat", key="Y", height=HEIGHT)
        self.show()
        return Headed(
            self.room.name, self._subtitle(), FittedArea(columns), ActionRow([leave, chat], self._call)
        )

    def backdrop(self) -> tuple[Item, ...]:
        size, palette = self.stage.desk.size, self.stage.desk.look.palette
        return (Gradient(Rect(0, 0, size.w, size.h), palette.night, palette.ink),)

    def tick(self, now: float) -> None:
        while self.stage.top is self and (happening := self.client.poll()) is not None:
            self.hear(happening)
        if self.stage.top is self:
            self.chat.refresh()

    def hear(self, happening: told.Happening) -> None:
        """Follow what the server tells."""
        if self._setting.talk.take(happening, self.client.seat):
            return
        match happening:
            case told.RoomSeen():
                self._say_back()
                self.show()
            case told.MatchBegun():
                self._doors.begun()
            case told.SeatLost(refusals):
                self._doors.shown_out(refusals)
            case told.Over(refusals=refusals):
                self._doors.lost(refusals)
            case told.Displaced():
                self._doors.displaced()
            case told.Disconnected():
                self._say_lost("lobby-disconnected")
            case told.RoomAway():
                self._is_away = True
                self._say_lost("lobby-away")
            case told.Connected():
                self._faults.fill(())

    def after(self, event: Event) -> bool:
        if not isinstance(event, KeyPressed) or event.repeat:
            return False
        doing = {
            "return": self._call.press,
            "escape": self._escape,
            "c": self._invite.copy,
            "y": self._talk,
        }
        action = doing.get(event.chord)
        if action is None:
            return False
        action()
        return True

    def _talk(self) -> None:
        self.stage.desk.focus_on(self.chat.entry)

    def _escape(self) -> None:
        """Out of the chat first, then out of the room."""
        if self.chat.entry.focused:
            self.stage.desk.focus_on(None)
        else:
            self._doors.leave()

    # --- showing ---------------------------------------------------------------------------------

    def show(self) -> None:
        """Show the room as it is now."""
        places = self._rows.put(self.room, self.client.seat)
        waiting = [place for place in places if not place.is_ready]
        self._show_waiting(waiting)
        self._show_call(waiting)
        self.chat.offer(self._receivers())
        self.stage.redraw()

    def _side(self) -> Widget:
        """The invite; below it what is said, and behind a tab the map where it is known."""
        say, card = self.stage.say, self._setting.card
        invite = PanelBox(self._invite, caption=say("lobby-invite"))
        self.chat.grow = 1.0
        if card is None:
            talk = PanelBox(self.chat, caption=say("talk-title"))
            talk.grow = 1.0
            return Column((invite, talk), gap=12)
        seats = [SeatChoice(chair.faction, chair.player) for chair in self.room.seats]
        view = MapView(card, seats, say)
        view.grow = 1.0
        shown = Column((self.chat,))
        shown.grow = 1.0
        tabs = Tabs(
            [say("talk-title"), say("setup-map")], lambda tab: shown.fill((view if tab else self.chat,))
        )
        below = PanelBox(Column((tabs, shown), gap=10))
        below.grow = 1.0
        return Column((invite, below), gap=12)

    def _seat(self) -> Seat:
        if self.client.seat is None:
            raise LookupError("the client has no seat; leave the lobby when the seat is lost")
        return self.client.seat

    def _seating(self, seat: Seat) -> tuple[Banner | None, str]:
        """The banner and the name of a seat, as far as there are any."""
        chairs = self.room.seats if self.client.room is not None else ()
        if not 0 <= seat < len(chairs):
            return None, ""
        chair = chairs[seat]
        chapter = sum(other.faction == chair.faction for other in chairs[:seat])
        return (Banner(chair.faction, chapter) if chair.faction in SIGNS else None), chair.name

    def _receivers(self) -> list[Receiver]:
        """The other people in the room."""
        return [
            Receiver(self.stage.say("talk-to", name=chair.name), Seat(seat))
            for seat, chair in enumerate(self.room.seats)
            if chair.player == PERSON and seat != self.client.seat
        ]

    def _show_waiting(self, waiting: Sequence[Place]) -> None:
        """For whom the match waits, in one sentence."""
        say = self.stage.say
        open_seats = sum(place.is_open for place in waiting)
        names = ", ".join(place.chair.name for place in waiting if place.chair.player == PERSON)
        kept = ", ".join(place.chair.kept_for for place in waiting if place.chair.kept_for)
        if not waiting:
            words = say("lobby-all-ready-owner" if self.owns else "lobby-all-ready")
            self._state.say([IconSpan("ready", "go"), Span(words, "text")])
            return
        parts = [say("lobby-waiting-open", seats=open_seats)] if open_seats else []
        parts += [say("lobby-waiting-kept", names=kept)] if kept else []
        parts += [say("lobby-waiting-for", names=names)] if names else []
        self._state.say([IconSpan("waiting", "attention"), Span(" ".join(parts), "soft")])

    def _show_call(self, waiting: Sequence[Place]) -> None:
        say = self.stage.say
        if self.owns:
            self._call.icon = "play"
            self._call.say(say("lobby-start").upper())
            self._call.turn_off(self._not_yet(waiting))
            return
        ready = self.room.seats[self._seat()].ready
        self._call.icon = "waiting" if ready else "ready"
        self._call.say(say("lobby-not-ready" if ready else "lobby-ready").upper())

    def _not_yet(self, waiting: Sequence[Place]) -> str:
        """Why the owner cannot start yet; nothing where they can."""
        if any(place.is_empty for place in waiting) or not waiting:
            return self.stage.say("lobby-not-yet", seats=len(waiting)) if waiting else ""
        return self.stage.say("lobby-not-ready-yet", names=", ".join(place.chair.name for place in waiting))

    def _subtitle(self) -> str:
        say, room, lengths = self.stage.say, self.room, self._setting.ruleset.lengths
        turns = lengths[room.length].turns if room.length in lengths else 0
        length = say("setup-length", length=room.length, turns=turns)
        return say("lobby-subtitle", map=self._setting.city, length=length)

    # --- asking the server -----------------------------------------------------------------------

    def _ask(self, request: Coroutine[Any, Any, Answer], done: str = "") -> None:
        """Send a request, one at a time; what it changes comes back as the room, or `done` says so."""
        if self._asking is not None and not self._asking.done():
            request.close()
            return
        self._faults.fill(())
        self._asking = self.stage.work(self._asked(request, done))

    async def _asked(self, request: Coroutine[Any, Any, Answer], done: str) -> None:
        try:
            answer = await request
        except LinkClosedError as error:
            self._say_fault(self.stage.say("join-fault-connection", why=str(error)), "")
            return
        if isinstance(answer, Declined):
            for refusal in answer.refusals:
                self._say_fault(*refusal_words(refusal, self.stage.say))
        elif done:
            self._faults.add(Label([IconSpan("ready", "go"), Span(done, "soft")], Style.STRONG_15, wrap=True))
        if self.client.room is not None:
            self.show()

    def _say_lost(self, key: str) -> None:
        """Told anew with every try that failed: one line says it, not one a try."""
        self._faults.fill(())
        self._say_fault(self.stage.say(key), self.stage.say(f"{key}-mend"))

    def _say_back(self) -> None:
        """Where the room was away, nothing has to be said of it any more."""
        if self._is_away:
            self._is_away = False
            self._faults.fill(())

    def _say_fault(self, what: str, mend: str) -> None:
        self._faults.add(fault_label(what, mend))
        self.stage.redraw()
