"""Who one is on a server, and how another device becomes the same person there."""

from collections.abc import Callable
from typing import Final

import msgspec

from game.client.events import Event, KeyPressed
from game.client.scene.items import Item
from game.client.screens.actions import HEIGHT, ActionRow
from game.client.screens.base import Screen, Stage
from game.client.screens.centred import Centred, night
from game.client.screens.columns import Columns
from game.client.screens.headed import Headed
from game.client.screens.lobby.invite import Plaque
from game.client.screens.notice import fault_list
from game.client.screens.people.standing import profile_lines
from game.client.screens.section import Section
from game.client.screens.terms_words import span_words
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.entry import TextEntry
from game.client.widgets.fitted import FittedArea
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.panelbox import PanelBox
from game.client.widgets.richtext import IconSpan, Span
from game.client.widgets.widget import Widget
from game.protocol.messages import Profile

WIDTH: Final = 900
NARROW: Final = 640
LONGEST_CODE: Final = 16


class ProfileDoors(msgspec.Struct, frozen=True):
    """What the screen asks for: a code to show, a code typed to be used; and the way out."""

    ask_code: Callable[[], None]
    use_code: Callable[[str], None]
    leave: Callable[[], None]


class ProfileScreen(Screen):
    """Whoever is connected calls `known`, `show_code` and `failed`; until then it says that the server is asked."""

    def __init__(self, stage: Stage, server: str, doors: ProfileDoors) -> None:
        super().__init__(stage)
        self._server, self._doors = server, doors
        say = stage.say
        self._you = Column(gap=4)
        self._faults = Column()
        self._code = Column(gap=6)
        self.entry = TextEntry(
            "", lambda _: self.use(), placeholder=say("settings-code-entry"), limit=LONGEST_CODE
        )
        self._ask = Button(say("settings-code-show"), doors.ask_code, icon="invite-code", height=32)
        self._use = Button(say("settings-code-use"), self.use, icon="accept", height=32)
        self._you.fill([Label([IconSpan("network", "go"), Span(say("lobby-asking"), "soft")], Style.STRONG)])
        self._switch(say("settings-profile-wait"))

    def use(self) -> None:
        """Use the code that is typed."""
        typed = self.entry.text.strip()
        if typed and self._use.enabled:
            self._doors.use_code(typed)

    # --- what the server says --------------------------------------------------------------------

    def known(self, you: Profile | None, *, news: bool = False) -> None:
        """This is who one is there; with `news` since the code that was typed."""
        say = self.stage.say
        lines: list[Widget] = [Label(you.name, Style.H2)] if you is not None else []
        lines += [Label(line, Style.PLAIN, "soft", wrap=True) for line in profile_lines(you, say)]
        if news:
            lines.append(Label([IconSpan("ready", "go"), Span(say("settings-code-used"), "text")], wrap=True))
            self.entry.put("")
        self._you.fill(lines)
        self._faults.fill(())
        self._switch("")
        self._ask.turn_off("" if you is not None else say("settings-code-guest"))
        self.stage.redraw()

    def show_code(self, code: str, seconds: int) -> None:
        """This code is to be typed on the other device."""
        words = self.stage.say("settings-code-about", span=span_words(seconds, self.stage.say))
        self._code.fill([Plaque(code), Label(words, Style.PLAIN_15, "soft", wrap=True)])
        self._faults.fill(())
        self.stage.redraw()

    def failed(self, faults: list[tuple[str, str]], *, gone: bool = False) -> None:
        """It did not work; with `gone` there is no connection to try again on."""
        self._faults.fill([fault_list(faults)])
        if gone:
            self._you.fill(())
            self._switch(self.stage.say("settings-profile-gone"))
        self.stage.redraw()

    # --- the screen ------------------------------------------------------------------------------

    def root(self) -> Widget:
        say = self.stage.say
        you = PanelBox(
            Column((self._you, self._faults), gap=10), caption=say("settings-profile"), accent="voice"
        )
        you.grow = 1.0
        show = Section(
            say("settings-code-here"),
            (Label(say("settings-code-why"), Style.PLAIN_15, "soft", wrap=True), self._ask, self._code),
            gap=8,
        )
        typed = Section(
            say("settings-code-there"),
            (
                Label(say("settings-code-becomes"), Style.PLAIN_15, "soft", wrap=True),
                self.entry,
                self._use,
            ),
            gap=8,
        )
        devices = PanelBox(Column((show, typed), gap=16), caption=say("settings-devices"))
        body = FittedArea(Centred(Columns((you, devices), (45, 55), 12, NARROW), WIDTH))
        back = Button(say("common-back").upper(), self._doors.leave, "primary", key="Esc", height=HEIGHT)
        return Headed(say("settings-profile-title"), self._server, body, ActionRow([], back))

    def backdrop(self) -> tuple[Item, ...]:
        return night(self.stage.desk.size)

    def after(self, event: Event) -> bool:
        if isinstance(event, KeyPressed) and event.chord == "escape" and not event.repeat:
            self._doors.leave()
            return True
        return False

    def _switch(self, reason: str) -> None:
        """Why the buttons can not be pressed, or nothing where they can."""
        for button in (self._ask, self._use):
            button.turn_off(reason)
