"""Join: the address of a server, an invite, or a bare code; what is on the local network; and what became of it."""

from collections.abc import Callable
from typing import Final

import msgspec

from game.client.events import Event, KeyPressed
from game.client.launcher import Nearby
from game.client.scene.items import Item
from game.client.screens.actions import HEIGHT, ActionRow
from game.client.screens.base import Screen, Stage
from game.client.screens.centred import Centred, night
from game.client.screens.columns import Columns
from game.client.screens.field import Field
from game.client.screens.headed import Headed
from game.client.screens.nearby import NearbyList
from game.client.screens.notice import fault_list
from game.client.screens.setup.plan import is_name, name_fault
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.entry import TextEntry
from game.client.widgets.fitted import FittedArea
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.panelbox import PanelBox
from game.client.widgets.richtext import IconSpan, Span
from game.client.widgets.widget import Widget
from game.link.address import DEFAULT_PORT, Address, BadAddressError, is_code, parse

WIDTH: Final = 980
NARROW: Final = 700
DOT_SECONDS: Final = 0.4
LONGEST_PASSWORD: Final = 64


class Wish(msgspec.Struct, frozen=True):
    """Where to: an address with or without a room's code in it, or None and a bare code, which asks near servers."""

    address: Address | None
    code: str
    name: str
    password: str = ""


class JoinDoors(msgspec.Struct, frozen=True):
    """Where the screen leads: `connect(wish)`, `cancel` while it connects, `leave` otherwise.

    `seek` begins to look at the local network for the screen, `rest` stops that.
    """

    connect: Callable[[Wish], None]
    cancel: Callable[[], None]
    leave: Callable[[], None]
    seek: Callable[[NearbyList], None]
    rest: Callable[[], None]


class JoinScreen(Screen):
    """Type an invite and connect. Whoever connects calls `failed` when it did not work."""

    def __init__(self, stage: Stage, doors: JoinDoors) -> None:
        super().__init__(stage)
        say, last = stage.say, stage.settings.last_server
        self._doors = doors
        self.connecting = False
        example = say("join-address-example", port=DEFAULT_PORT)
        self.address = TextEntry(last, lambda _: self.connect(), placeholder=example, limit=100)
        self.name = TextEntry(stage.settings.name, lambda _: self.connect(), limit=20)
        self.password = TextEntry(
            "",
            lambda _: self.connect(),
            placeholder=say("join-password-blank"),
            limit=LONGEST_PASSWORD,
            secret=True,
        )
        self.nearby = NearbyList(stage, self._look_at, self._go_to)
        self._asked = ""
        self._state = Label("", Style.STRONG, "soft", wrap=True)
        self._faults = Column(gap=4)
        self._form = Column(gap=10)
        self._call = Button(
            say("join-connect").upper(), self.connect, "primary", icon="join", key="Enter", height=HEIGHT
        )
        self._way = Button(say("common-back"), self.escape, key="Esc", height=HEIGHT)

    # --- what the player does --------------------------------------------------------------------

    def connect(self) -> None:
        """Connect to what is typed, or say what is wrong with it."""
        if self.connecting:
            return
        faults = self._typing_faults()
        self._show_faults(faults)
        if faults:
            return
        self.connecting = True
        typed = self.address.text.strip()
        self._asked = typed.upper() if is_code(typed) else typed
        self._say_connecting()
        self._show_state()
        bare = is_code(typed)
        name = " ".join(self.name.text.split())
        address = None if bare else parse(typed)
        self._doors.connect(Wish(address, typed.upper() if bare else "", name, self.password.text))

    def escape(self) -> None:
        """Stop connecting, or leave."""
        if self.connecting:
            self.connecting = False
            self._show_state()
            self._doors.cancel()
        else:
            self._doors.leave()

    def _look_at(self, near: Nearby) -> None:
        if not self.connecting:
            self.address.put(near.address)

    def _go_to(self, near: Nearby) -> None:
        self._look_at(near)
        self.connect()

    # --- what became of it -----------------------------------------------------------------------

    def failed(self, faults: list[tuple[str, str]], *, by_password: bool = False) -> None:
        """It did not work: what happened and its mend, one pair for each fault. A wrong password is typed again."""
        self.connecting = False
        self._show_state()
        self._show_faults(faults)
        if by_password:
            self.password.select_all()
            self.stage.desk.focus_on(self.password)

    # --- the screen ------------------------------------------------------------------------------

    def root(self) -> Widget:
        say = self.stage.say
        self._form.fill(
            (
                Field(say("join-address"), self.address),
                Label(say("join-address-help"), Style.PLAIN_14, "dim", wrap=True),
                Field(say("join-name"), self.name),
                Field(say("join-password"), self.password),
                self._state,
                self._faults,
            )
        )
        form = PanelBox(self._form, caption=say("join-caption"), accent="voice")
        near = PanelBox(self.nearby, caption=say("join-nearby"))
        near.grow = 1.0
        self._show_state()
        body = FittedArea(Centred(Columns((form, near), (55, 45), 12, NARROW), WIDTH))
        return Headed(say("join-title"), say("join-subtitle"), body, ActionRow([self._way], self._call))

    def entered(self) -> None:
        self.stage.desk.focus_on(self.address)
        self._doors.seek(self.nearby)

    def left(self) -> None:
        self._doors.rest()

    def backdrop(self) -> tuple[Item, ...]:
        return night(self.stage.desk.size)

    def tick(self, now: float) -> None:
        if self.connecting and not self.stage.desk.look.reduced_motion:
            self._say_connecting(1 + int(now / DOT_SECONDS) % 3)

    def after(self, event: Event) -> bool:
        if not isinstance(event, KeyPressed) or event.repeat or event.chord not in ("return", "escape"):
            return False
        if event.chord == "return":
            self.connect()
        else:
            self.escape()
        return True

    def _typing_faults(self) -> list[tuple[str, str]]:
        say, found = self.stage.say, []
        try:
            parse(self.address.text)
        except BadAddressError:
            mend = say("join-fault-address-mend", port=DEFAULT_PORT)
            found.append((say("join-fault-address", found=self.address.text.strip()[:40]), mend))
        if not is_name(self.name.text):
            fault = name_fault(self.name.text)
            found.append((say(fault), say(f"{fault}-mend")))
        return found

    def _say_connecting(self, dots: int = 3) -> None:
        key = "join-seeking" if is_code(self._asked) else "join-connecting"
        words = self.stage.say(key, address=self._asked)
        self._state.say([IconSpan("network", "go"), Span(words + "." * dots)])

    def _show_state(self) -> None:
        say = self.stage.say
        self._state.show(self.connecting)
        self._way.say(say("common-cancel") if self.connecting else say("common-back"))
        self._call.turn_off(say("join-wait") if self.connecting else "")

    def _show_faults(self, faults: list[tuple[str, str]]) -> None:
        self._faults.fill([fault_list(faults)] if faults else [])
