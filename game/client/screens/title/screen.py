"""The title screen."""

from collections.abc import Callable
from typing import Final

import msgspec
from msgspec.structs import replace

from game import __version__
from game.client.events import Event, KeyPressed
from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import Image, Item, Scaled, Text
from game.client.screens.base import Screen, Stage
from game.client.screens.title.menu import Menu, Way
from game.client.screens.title.resume import Resumable, ResumeCard
from game.client.theme import Style
from game.client.units import Units
from game.client.widgets.button import Button
from game.client.widgets.layout import Container
from game.client.widgets.widget import Widget

BACKDROP: Final = "title/backdrop.webp"
LOGO: Final = "title/logo.png"
LOGO_SIZE: Final = Size(680, 120)
LOGO_INSET: Final = 33
"""Design pixels from the logo picture's left edge to its first letter."""
LOGO_SHARE: Final = 54
"""Most percent of the window's width the logo takes: beyond it stands the great smile."""
LEFT: Final = 60
MENU_TOP: Final = 220
FOOT: Final = 46
LEAST_TOP: Final = 76
"""Design pixels over the menu, for the logo."""


class Doors(msgspec.Struct, frozen=True):
    """Where the title leads. `language` is None where there is only one; it steps to the next."""

    play: Callable[[], None]
    host: Callable[[], None]
    join: Callable[[], None]
    replays: Callable[[], None]
    rules: Callable[[], None]
    settings: Callable[[], None]
    credits: Callable[[], None]
    quit: Callable[[], None]
    language: Callable[[], None] | None = None


class TitleScreen(Screen):
    """The menu over the city. `resumable` is the match that can be continued, if there is one."""

    def __init__(self, stage: Stage, doors: Doors, resumable: Resumable | None = None) -> None:
        super().__init__(stage)
        self._doors, self._resumable = doors, resumable
        say = stage.say
        self._call = Way(say("title-play"), "play", "Enter", doors.play)
        self._ways = (
            Way(say("title-host"), "host", "H", doors.host),
            Way(say("title-join"), "join", "J", doors.join),
            Way(say("replay-title"), "replays", "P", doors.replays),
            Way(say("rulebook-title"), "help", "U", doors.rules),
            Way(say("title-settings"), "settings", "S", doors.settings),
            Way(say("title-credits"), "credits-roll", "R", doors.credits),
            Way(say("title-quit"), "quit", "Q", doors.quit),
        )

    def root(self) -> Widget:
        card = ResumeCard(self._resumable, self.stage.say) if self._resumable is not None else None
        language = None
        if self._doors.language is not None:
            label = self.stage.say("title-language")
            language = Button(label, self._doors.language, "ghost", icon="language", height=32)
        return TitleLayout(Menu(self._call, self._ways), card, language, self._words())

    def backdrop(self) -> tuple[Item, ...]:
        size = self.stage.desk.size
        return (Image(covering(size), BACKDROP),)

    def after(self, event: Event) -> bool:
        if not isinstance(event, KeyPressed) or event.repeat:
            return False
        doing = {way.key.lower(): way.go for way in self._ways} | {"return": self._doors.play}
        if self._resumable is not None:
            doing["c"] = self._resumable.go
        action = doing.get(event.chord)
        if action is None:
            return False
        action()
        return True

    def _words(self) -> tuple[str, str]:
        return self.stage.say("title-tagline"), self.stage.say("title-version", version=__version__)


class TitleLayout(Container):
    """Logo, tagline, menu, card, foot: where they lie at every size of the window."""

    def __init__(
        self, menu: Menu, card: ResumeCard | None, language: Button | None, words: tuple[str, str]
    ) -> None:
        self._menu, self._card, self._language = menu, card, language
        self._tagline, self._version = words
        super().__init__([child for child in (menu, card, language) if child is not None])

    def place(self, look: Look, rect: Rect) -> None:
        super().place(self._held(look, rect), rect)

    def items(self, look: Look) -> tuple[Item, ...]:
        held = self._held(look, self.rect)
        items = super().items(held)
        return items if held.u == look.u else (Scaled(held.u, items),)

    def _held(self, look: Look, rect: Rect) -> Look:
        """The look with no larger scale than at which the whole menu finds room under some logo."""
        most = rect.h / (self._menu.height + FOOT + LEAST_TOP)
        return look if look.u.scale <= most else replace(look, u=Units(most, look.u.text))

    def arrange(self, look: Look) -> None:
        u, rect = look.u, self.rect
        menu = self._menu.wanted(look, rect.w)
        self._menu.place(look, Rect(rect.x + u(LEFT), self._menu_top(look), menu.w, menu.h))
        if self._card is not None:
            room = rect.w - u(LEFT) - menu.w - u(40)
            card = self._card.wanted(look, room)
            place = Rect(rect.right - card.w - u(28), rect.bottom - card.h - u(40), card.w, card.h)
            self._card.place(look, place)
        if self._language is not None:
            width = self._language.wanted(look, rect.w).w
            left = rect.x + u(LEFT) + max(look.width(self._version, Style.PLAIN_15) + u(20), u(168))
            self._language.place(look, Rect(left, rect.bottom - u(38), width, u(32)))

    def paint(self, look: Look) -> tuple[Item, ...]:
        u, rect, palette = look.u, self.rect, look.palette
        top = self._menu_top(look)
        logo = self._logo(look, top)
        tagline = (rect.x + u(LEFT + 6), min(logo.bottom + u(4), top - u(20)))
        foot = rect.bottom - u(22)
        return (
            Image(logo, LOGO),
            Text(*tagline, self._tagline, look.face(Style.STRONG_18), palette.text, "ml", True),
            Text(
                rect.x + u(LEFT + 2),
                foot,
                self._version,
                look.face(Style.STRONG_15),
                palette.soft,
                "ml",
                True,
            ),
        )

    def _menu_top(self, look: Look) -> int:
        """At the design's place, higher where the window is too low for it."""
        u = look.u
        spare = self.rect.h - u(FOOT) - self._menu.wanted(look, self.rect.w).h
        return self.rect.y + min(self.rect.h * MENU_TOP // 720, max(u(8), spare))

    def _logo(self, look: Look, menu_top: int) -> Rect:
        """As large as the room over the menu and the window's width allow."""
        u, rect = look.u, self.rect
        width = min(
            u(LOGO_SIZE.w),
            rect.w * LOGO_SHARE // 100,
            (menu_top - rect.y - u(24)) * LOGO_SIZE.w // LOGO_SIZE.h,
        )
        height = width * LOGO_SIZE.h // LOGO_SIZE.w
        left = rect.x + u(LEFT + 4) - width * LOGO_INSET // LOGO_SIZE.w
        room = menu_top - rect.y - u(44) - height
        return Rect(left, rect.y + max(u(4), room), width, height)


def covering(size: Size) -> Rect:
    """Where the backdrop lies so that it covers the window, its middle in the middle."""
    width = max(size.w, -(-size.h * 16 // 9))
    height = max(size.h, -(-size.w * 9 // 16))
    return Rect((size.w - width) // 2, (size.h - height) // 2, width, height)
