"""The seats of the match to be: a row for each, with who plays what."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

import msgspec

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import CutBox, Icon, Item, Text
from game.client.scene.marks import Emblem
from game.client.screens.base import Say
from game.client.screens.faction_sheet.facts import FactionFacts
from game.client.screens.setup.plan import CLOSED, SeatChoice
from game.client.theme import Banner, Style, mix
from game.client.widgets.button import Button
from game.client.widgets.choice import Choice
from game.client.widgets.layout import Container
from game.client.widgets.richtext import shortened
from game.protocol.messages import YOU

LINE: Final = 19
CONTROL: Final = 30
PADDING: Final = 9
FULL_LINES: Final = 2


class Option(msgspec.Struct, frozen=True):
    """A value one can choose, and what it is called."""

    key: str
    label: str


class SeatRow(Container):
    """A seat: faction, player, the way to the faction's sheet, and what the faction is about.

    `facts` is None for a faction that is left open. `lines` (0..3) is how much is told of it.
    """

    def __init__(
        self,
        choice: SeatChoice,
        chapter: int,
        facts: FactionFacts | None,
        say: Say,
        lines: int,
    ) -> None:
        self.choice, self._chapter, self._facts, self._lines = choice, chapter, facts, lines
        self._say = say
        super().__init__()

    def offer(
        self,
        factions: tuple[Sequence[Option], Callable[[str], None]],
        players: tuple[Sequence[Option], Callable[[str], None]],
        sheet: Callable[[], None],
    ) -> None:
        """Give it its controls: what can be chosen and who hears of it, and what opens the sheet."""
        faction = _chooser(factions, self.choice.faction)
        player = _chooser(players, self.choice.player)
        opener = Button(self._say("setup-sheet"), sheet, "ghost", icon="info", height=CONTROL)
        opener.visible = self._facts is not None
        self._faction, self._player, self._sheet = faction, player, opener
        self.fill((faction, player, opener))

    def wanted(self, look: Look, width: int) -> Size:
        u = look.u
        below = 0 if self.choice.player == CLOSED else self._told()
        return Size(width, u(CONTROL + 2 * PADDING) + u(LINE) * below + (u(5) if below else 0))

    def arrange(self, look: Look) -> None:
        u = look.u
        line = Rect(self.rect.x + u(56), self.rect.y + u(PADDING), self.rect.w - u(56 + PADDING), u(CONTROL))
        sheet = min(self._sheet.wanted(look, line.w).w, line.w // 4)
        here, line = line.cut_right(sheet, u(8))
        self._sheet.place(look, here)
        faction, player = line.cut_left(line.w * 46 // 100, u(8))
        self._faction.place(look, faction)
        self._player.place(look, player)

    def paint(self, look: Look) -> Iterable[Item]:
        u, palette, rect = look.u, look.palette, self.rect
        yours, shut = self.choice.player == YOU, self.choice.player == CLOSED
        colour = palette.of(self._banner()) if self._facts is not None else palette.line_strong
        ground = mix(palette.panel, colour, 0.2 if yours else 0.05)
        edge = colour if yours else mix(palette.panel, palette.line, 0.9)
        yield CutBox(rect, u(7), ground, 255, edge, u(1))
        x, y = rect.x + u(29), rect.y + u(PADDING) + u(CONTROL) // 2
        if self._facts is None:
            yield Icon(x, y, "random", u(28), palette.faint if shut else palette.soft)
            return
        yield Emblem(x, y, self._banner(), u(16), not shut, 0.6 if shut else 1.0)
        if not shut:
            yield from self._words(look)

    def _told(self) -> int:
        return self._lines if self._facts is not None else 0

    def _banner(self) -> Banner:
        return Banner(self.choice.faction, self._chapter)

    def _words(self, look: Look) -> Iterable[Item]:
        """Character, agenda, own verb: a line each, as many as there is room for."""
        u, facts = look.u, self._facts
        if facts is None:
            return
        verb = self._say("setup-verb", verb=facts.verb, effects=", ".join(facts.verb_effects))
        lines = (
            ("", facts.motto, "soft"),
            ("agenda", self._say("setup-agenda", agenda=facts.agenda), "dim"),
            (f"verb-{facts.verb_key}", verb, "dim"),
        )
        y = self.rect.y + u(PADDING + CONTROL + 5) + u(LINE) // 2
        for icon, words, ink in lines[: self._lines]:
            left = self.rect.x + u(56)
            if icon:
                yield Icon(left + u(8), y, icon, u(16), look.palette.dim)
                left += u(24)
            style = Style.PLAIN_15
            shown = shortened(look, words, self.rect.right - u(PADDING) - left, style)
            yield Text(left, y, shown, look.face(style), look.colour(ink), "ml")
            y += u(LINE)


def _chooser(offer: tuple[Sequence[Option], Callable[[str], None]], chosen: str) -> Choice:
    options, on_choose = offer
    keys = [option.key for option in options]
    place = keys.index(chosen) if chosen in keys else 0
    return Choice([option.label for option in options], lambda index: on_choose(keys[index]), place)
