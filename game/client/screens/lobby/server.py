"""The lobby of a server: what can be joined, watched, stood in for, gone on with, and watched once more; and talk."""

import asyncio
from collections.abc import Callable
from typing import Final, Protocol

import msgspec

from game.client.events import Event, KeyPressed
from game.client.geometry import Rect
from game.client.model.talk import Talk
from game.client.scene.items import Gradient, Item
from game.client.screens.actions import HEIGHT, ActionRow
from game.client.screens.base import Screen, Stage
from game.client.screens.columns import Columns
from game.client.screens.headed import Headed
from game.client.screens.lobby.entries import Entries, Entry
from game.client.screens.lobby.entry_list import EntryList
from game.client.screens.lobby.filters import Filters
from game.client.screens.notice import fault_label, refusal_words
from game.client.screens.people.standing import profile_lines
from game.client.screens.talk.panel import ChatPanel
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.fitted import FittedArea
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.panelbox import PanelBox
from game.client.widgets.tabs import Tabs
from game.client.widgets.widget import Widget
from game.link import happenings as told
from game.link.match_client import LinkClosedError
from game.protocol.messages import PLAYING, Answer, Archive, Declined, Matches, Rooms, Welcome
from game.protocol.refusals import Refusal
from game.rules.ids import Seat

NARROW: Final = 820
TABS: Final = ("open", "watch", "substitute", "mine", "replays")
"""Icons of what the call does, by tab, stand in `ICONS`."""
ICONS: Final = {
    "open": "join",
    "watch": "seat-spectator",
    "substitute": "seat-human",
    "mine": "play",
    "replays": "download",
}


class ServerClient(Protocol):
    """What the lobby of a server needs of a `MatchClient`."""

    welcome: Welcome | None
    sat_as: str

    def poll(self) -> told.Happening | None:
        """The next thing that happened, or None for now."""
        ...

    async def list_rooms(self) -> Rooms | Declined:
        """The public rooms."""
        ...

    async def my_matches(self) -> Matches | Declined:
        """The rooms in which one has a seat."""
        ...

    async def archive(self) -> Archive | Declined:
        """The finished matches that can be replayed."""
        ...

    async def visit_lobby(self, *, here: bool) -> Answer:
        """Hear what is said in the lobby, or do not any more."""
        ...

    async def say(self, text: str, to: Seat | None = None) -> Answer:
        """Say something in the lobby."""
        ...


class ServerDoors(msgspec.Struct, frozen=True):
    """Where the lobby leads, an entry of each tab first; to make a room (None where that cannot be); out."""

    join: Callable[[Entry], None]
    watch: Callable[[Entry], None]
    stand_in: Callable[[Entry], None]
    go_on: Callable[[Entry], None]
    replay: Callable[[Entry], None]
    create: Callable[[], None] | None
    leave: Callable[[], None]
    lost: Callable[[tuple[Refusal, ...]], None]


class ServerSetting(msgspec.Struct, frozen=True):
    """What is known around it: the server's address, titles of maps by id, what is said there, the tab it opens at."""

    server: str
    maps: dict[str, str]
    talk: Talk
    tab: int = 0


class ServerScreen(Screen):
    """Asks for what a tab shows when it is turned to, and again on F5."""

    def __init__(
        self, stage: Stage, client: ServerClient, doors: ServerDoors, setting: ServerSetting
    ) -> None:
        super().__init__(stage)
        self.client, self._doors = client, doors
        self._server, self._talk = setting.server, setting.talk
        self.entries: tuple[Entry, ...] = ()
        self._words = Entries(stage, setting.maps)
        say = stage.say
        self.tabs = Tabs([say(f"lobby-tab-{name}") for name in TABS], self._turned, setting.tab)
        self._filters = Filters(stage, self._show)
        self._list = EntryList(self.go)
        self._list.grow = 1.0
        self._state = Label("", Style.STRONG, "soft", wrap=True)
        self._faults = Column(gap=4)
        self._message = Label("", Style.PLAIN_15, wrap=True)
        self._message_box = PanelBox(self._message)
        self._you = Column(gap=2)
        self._you_box = PanelBox(self._you)
        self._asking: asyncio.Task[None] | None = None
        self._call = Button("", self.go, "primary", key="Enter", height=HEIGHT)
        self.chat = ChatPanel(stage, setting.talk, client, "")
        self.chat.grow = 1.0
        self._chat_way = Button(say("talk-title"), self._talk_now, icon="chat", key="Y", height=HEIGHT)

    @property
    def shows_own(self) -> bool:
        """Whether the entries are the player's own matches, which have no password for them."""
        return TABS[self.tabs.chosen] == "mine"

    # --- what the player does --------------------------------------------------------------------

    def go(self) -> None:
        """Do with the chosen entry what its tab is for."""
        doors, entry = self._doors, self._list.entry
        if entry is not None:
            ways = (doors.join, doors.watch, doors.stand_in, doors.go_on, doors.replay)
            ways[self.tabs.chosen](entry)

    def refresh(self) -> None:
        """Ask the server again for what the tab shows."""
        if self._asking is not None:
            self._asking.cancel()
        self._asking = self.stage.work(self._ask())

    def failed(self, faults: list[tuple[str, str]]) -> None:
        """What was chosen did not work: what happened and its mend."""
        self._faults.fill([fault_label(what, mend) for what, mend in faults])
        self.refresh()

    # --- the screen ------------------------------------------------------------------------------

    def root(self) -> Widget:
        say, doors = self.stage.say, self._doors
        rooms = PanelBox(
            Column((self.tabs, self._filters, self._state, self._list, self._faults), gap=10), accent="voice"
        )
        rooms.grow = 1.0
        talk = PanelBox(self.chat, caption=say("talk-lobby"))
        talk.grow = 1.0
        columns = Columns(
            (Column((self._message_box, self._you_box, talk), gap=12), rooms), (34, 66), 12, NARROW
        )
        columns.main_last = True
        ways = [
            Button(say("lobby-leave"), doors.leave, key="Esc", height=HEIGHT),
            Button(say("lobby-refresh"), self.refresh, key="F5", height=HEIGHT),
        ]
        if doors.create is not None:
            ways.append(Button(say("lobby-create"), doors.create, icon="plus", key="N", height=HEIGHT))
        ways.append(self._chat_way)
        self._show_you()
        self._show()
        return Headed(self._title(), self._server, FittedArea(columns), ActionRow(ways, self._call))

    def entered(self) -> None:
        self.stage.desk.focus_on(self._list)
        self.stage.work(self._visit(here=True))
        self.stage.work(self._count_due())
        self.refresh()

    def left(self) -> None:
        self.stage.work(self._visit(here=False))

    def backdrop(self) -> tuple[Item, ...]:
        size, palette = self.stage.desk.size, self.stage.desk.look.palette
        return (Gradient(Rect(0, 0, size.w, size.h), palette.night, palette.ink),)

    def tick(self, now: float) -> None:
        while self.stage.top is self and (happening := self.client.poll()) is not None:
            self.hear(happening)
        self.chat.refresh()

    def hear(self, happening: told.Happening) -> None:
        """Follow what the server tells."""
        if self._talk.take(happening):
            return
        say = self.stage.say
        match happening:
            case told.Over(refusals=refusals):
                self._doors.lost(refusals)
            case told.Disconnected():
                self._faults.fill([fault_label(say("lobby-disconnected"), say("lobby-again"))])
            case told.Connected(again=True):
                self._faults.fill(())
                self._show_you()
                self.stage.work(self._visit(here=True))
                self.refresh()

    def after(self, event: Event) -> bool:
        if not isinstance(event, KeyPressed) or event.repeat:
            return False
        doing = {
            "return": self.go,
            "escape": self._escape,
            "f5": self.refresh,
            "n": self._doors.create,
            "y": self._talk_now,
        }
        action = doing.get(event.chord)
        if action is None:
            return False
        action()
        return True

    def _talk_now(self) -> None:
        if self.chat.entry.visible:
            self.stage.desk.focus_on(self.chat.entry)

    def _escape(self) -> None:
        """Out of the chat first, then out of the lobby."""
        if self.chat.entry.focused:
            self.stage.desk.focus_on(self._list)
        else:
            self._doors.leave()

    def _title(self) -> str:
        welcome = self.client.welcome
        return welcome.server if welcome is not None and welcome.server else self.stage.say("lobby-title")

    # --- what is shown ---------------------------------------------------------------------------

    def _show_you(self) -> None:
        """What the server tells everybody, and what it knows of one; who has no name here yet cannot talk in its lobby."""
        say, welcome = self.stage.say, self.client.welcome
        known = welcome.you if welcome is not None else None
        message = "" if welcome is None else welcome.message
        self._message.say(message)
        self._message_box.show(bool(message))
        name = known.name if known is not None else self.client.sat_as
        lines = profile_lines(known, say) if known is not None or not name else (say("people-new"),)
        self._you.fill([Label(line, Style.PLAIN_15, "soft", wrap=True) for line in lines])
        self._you_box.say(name or say("results-you"))
        self.chat.silence("" if name else say("talk-nameless"))
        self._chat_way.turn_off("" if name else say("talk-nameless-short"))

    def _turned(self, tab: int) -> None:
        self.entries = ()
        self._faults.fill(())
        self._show()
        self.refresh()

    def _show(self) -> None:
        """The entries that pass the filters, how many there are, and what the call does."""
        say, tab = self.stage.say, TABS[self.tabs.chosen]
        self._filters.put(self.entries)
        shown = self._filters.passed(self.entries)
        self._list.put(shown)
        if not self.entries:
            self._state.say(say(f"lobby-none-{tab}"))
        else:
            self._state.say(say("lobby-shown", count=len(shown), all=len(self.entries)))
        self._state.show(len(shown) < len(self.entries) or not self.entries)
        self._call.icon = ICONS[tab]
        self._call.say(say(f"lobby-call-{tab}").upper())
        self._call.turn_off("" if shown else say("lobby-none-chosen"))
        self.stage.redraw()

    async def _ask(self) -> None:
        say = self.stage.say
        if not self.entries:
            self._state.say(say("lobby-asking"))
        try:
            answer = await self._fetch()
        except LinkClosedError as error:
            self._faults.fill([fault_label(say("join-fault-connection", why=str(error)))])
            return
        if isinstance(answer, Declined):
            self._faults.fill([fault_label(*refusal_words(refusal, say)) for refusal in answer.refusals])
            self._show()
            return
        self.entries = answer
        self._show()

    async def _fetch(self) -> tuple[Entry, ...] | Declined:
        tab, client, words = TABS[self.tabs.chosen], self.client, self._words
        if tab == "mine":
            mine = await client.my_matches()
            if isinstance(mine, Declined):
                return mine
            self._show_due(mine)
            return words.mine(mine.matches)
        if tab == "replays":
            archive = await client.archive()
            return archive if isinstance(archive, Declined) else words.replays(archive.matches)
        listed = await client.list_rooms()
        if isinstance(listed, Declined):
            return listed
        making = {"open": words.open, "watch": words.watchable, "substitute": words.substitutes}
        return making[tab](listed.rooms)

    async def _count_due(self) -> None:
        """Say on their tab how many of the own matches wait; one whom the server does not know has none."""
        try:
            mine = await self.client.my_matches()
        except LinkClosedError:
            return
        if isinstance(mine, Matches):
            self._show_due(mine)

    def _show_due(self, mine: Matches) -> None:
        due = sum(match.is_due and match.room.phase == PLAYING for match in mine.matches)
        say = self.stage.say
        label = say("lobby-tab-due", count=due) if due else say("lobby-tab-mine")
        self.tabs.say(TABS.index("mine"), label)
        self.stage.redraw()

    async def _visit(self, *, here: bool) -> None:
        """Where the link is closed for good, that is told by its own happening."""
        try:
            answer = await self.client.visit_lobby(here=here)
        except LinkClosedError:
            return
        if here and isinstance(answer, Declined):
            say = self.stage.say
            self._faults.fill([fault_label(*refusal_words(refusal, say)) for refusal in answer.refusals])
