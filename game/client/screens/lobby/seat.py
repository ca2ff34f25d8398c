"""A seat of a room: what is played there, who sits, and whether they are ready."""

from collections.abc import Iterable
from typing import Final

import msgspec

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import CutBox, Icon, Item, Text
from game.client.scene.marks import Emblem, Sign
from game.client.screens.base import Say
from game.client.screens.people.standing import standing_words
from game.client.theme import SIGNS, Banner, Style, mix
from game.client.widgets.layout import Container
from game.client.widgets.richtext import shortened
from game.client.widgets.widget import Widget
from game.protocol.messages import OPEN, PERSON, Chair
from game.rules.ids import Seat

HEIGHT: Final = 66
BELOW: Final = 40
"""How much higher a row is whose controls stand below its words."""
CONTROLS: Final = 400
LEAST: Final = 150
"""Room without which a control says too little beside the words."""
GAP: Final = 8


class Place(msgspec.Struct, frozen=True):
    """A seat of the room as one player sees it.

    `chapter` is 0 for the first seat of a faction; `team` counts from 1, and is 0 without teams. `hushed` says why
    nothing of what they say is shown, or nothing.
    """

    seat: Seat
    chair: Chair
    chapter: int
    mine: bool
    owner: bool
    team: int = 0
    hushed: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nobody sits here, though it may be kept for somebody."""
        return self.chair.player == OPEN

    @property
    def is_open(self) -> bool:
        """Whether anybody may sit down here."""
        return self.is_empty and not self.chair.kept_for

    @property
    def is_ready(self) -> bool:
        """Whether the match need not wait for it: a computer, the owner, or somebody who said so."""
        if self.chair.player == PERSON:
            return self.owner or self.chair.ready
        return not self.is_empty


class SeatPanel(Container):
    """One seat as a row with its controls at the right: its faction's choice, sitting down, the sheet.

    Where there is too little room beside the words the controls stand below them.
    """

    def __init__(self, place: Place, controls: Iterable[Widget], say: Say) -> None:
        self.place_shown, self._say = place, say
        super().__init__(controls)

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(HEIGHT + (BELOW if self._is_stacked(look, width) else 0)))

    def _is_stacked(self, look: Look, width: int) -> bool:
        """Whether the first control, which has what the others leave, would be too narrow beside the words."""
        u, room = look.u, min(look.u(CONTROLS), width // 2)
        wanted = [child.wanted(look, room).w for child in self.shown()]
        if not wanted:
            return False
        return room - sum(wanted[1:]) - u(GAP) * (len(wanted) - 1) < min(wanted[0], u(LEAST))

    def arrange(self, look: Look) -> None:
        u, right = look.u, self.rect.right - look.u(10)
        room, middle = min(u(CONTROLS), self.rect.w // 2), self._middle(look)
        if self._is_stacked(look, self.rect.w):
            room, middle = self.rect.w - u(20), self.rect.bottom - u(BELOW - 14)
        left = right - room
        for child in reversed(self.shown()):
            width = min(child.wanted(look, room).w, max(0, right - left))
            height = max(u(30), min(u(32), child.wanted(look, room).h))
            child.place(look, Rect(right - width, middle - height // 2, width, height))
            right -= width + u(GAP)

    def _middle(self, look: Look) -> int:
        """The middle of the words."""
        stacked = self._is_stacked(look, self.rect.w)
        return self.rect.centre_y - (look.u(BELOW) // 2 if stacked else 0)

    def paint(self, look: Look) -> Iterable[Item]:
        u, palette, rect, place = look.u, look.palette, self.rect, self.place_shown
        known = place.chair.faction in SIGNS
        banner = Banner(place.chair.faction, place.chapter) if known else None
        colour = palette.of(banner) if banner is not None else palette.line_strong
        ground = mix(palette.panel, colour, 0.2 if place.mine else 0.05)
        edge = colour if place.mine else mix(palette.panel, palette.line, 0.9)
        yield CutBox(rect, u(7), ground, 255, edge, u(1))
        x, middle = rect.x + u(34), self._middle(look)
        if banner is None:
            yield Icon(x, middle, "random", u(30), palette.soft)
        else:
            light = 0.7 if place.is_empty else 1.0
            yield Emblem(x, middle, banner, u(19), not place.is_empty, light)
        yield from self._words(look, x + u(34))

    def _words(self, look: Look, left: int) -> Iterable[Item]:
        u, palette, place = look.u, look.palette, self.place_shown
        beside = [] if self._is_stacked(look, self.rect.w) else [child.rect.x for child in self.shown()]
        room, middle = min(beside, default=self.rect.right) - left - u(44), self._middle(look)
        name = shortened(look, self._sitter(), room, Style.STRONG_18)
        ink = palette.dim if place.is_empty else palette.text
        high = middle - u(10)
        yield Text(left, high, name, look.face(Style.STRONG_18), ink, "ml")
        after = left + look.width(name, Style.STRONG_18) + u(10)
        about = shortened(look, self._about(), room - (after - left), Style.PLAIN_15)
        if about:
            yield Text(after, high, about, look.face(Style.PLAIN_15), palette.dim, "ml")
        below = shortened(look, self._below(), room, Style.PLAIN_15)
        yield Text(left, middle + u(11), below, look.face(Style.PLAIN_15), palette.soft, "ml")
        ends = (after + look.width(about, Style.PLAIN_15), left + look.width(below, Style.PLAIN_15))
        x = max(ends) + u(24)
        if place.is_ready:
            yield Sign(x, middle, "tick", u(7), palette.go)
        else:
            yield Sign(x, middle, "dots", u(7), palette.attention)

    def _about(self) -> str:
        """How well they play, and whether they are heard."""
        place = self.place_shown
        standing = standing_words(place.chair.standing, self._say)
        return ", ".join(words for words in (standing, place.hushed) if words)

    def _sitter(self) -> str:
        place = self.place_shown
        if place.chair.player == PERSON:
            return place.chair.name
        if place.chair.kept_for:
            return self._say("lobby-seat-kept", name=place.chair.kept_for)
        return self._say("setup-player-kind", kind=place.chair.player)

    def _below(self) -> str:
        """The faction, and what is to be known of who sits there."""
        place, say = self.place_shown, self._say
        faction = say(f"common-{place.chair.faction}") if place.chair.faction in SIGNS else say("setup-any")
        if place.team:
            faction = say("lobby-seat-team", faction=faction, team=place.team)
        if not place.chair.ranked:
            faction = say("lobby-seat-unranked", faction=faction)
        if place.chair.player == PERSON and not place.chair.here:
            return say("lobby-seat-away", faction=faction)
        if place.mine:
            return say("lobby-seat-mine", faction=faction)
        return say("lobby-seat-owner", faction=faction) if place.owner else faction
