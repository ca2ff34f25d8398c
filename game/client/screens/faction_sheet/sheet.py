"""The faction sheet as a window over any screen."""

from collections.abc import Callable, Iterable
from typing import Final

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import CutBox, Icon, Item
from game.client.scene.marks import Emblem, Portrait
from game.client.screens.base import Say
from game.client.screens.columns import Columns
from game.client.screens.faction_sheet.facts import FacilityFacts, FactionFacts, LeaderFacts
from game.client.screens.section import Section
from game.client.theme import Banner, Style, mix
from game.client.widgets.button import Button
from game.client.widgets.fitted import FittedArea
from game.client.widgets.label import Label
from game.client.widgets.layout import Column, Drawing, Row
from game.client.widgets.panelbox import Dialog
from game.client.widgets.richtext import IconSpan, Part, Span
from game.client.widgets.widget import Widget

WIDTH: Final = 1100
PORTRAIT: Final = 22


def faction_sheet(
    facts: FactionFacts, banner: Banner, say: Say, joins: int, close: Callable[[], None]
) -> Dialog:
    """A window for `Desk.open` that tells everything of a faction; Escape or its button calls `close`.

    `joins` is the turn in which the late leaders come.
    """
    content = FittedArea(
        Columns((_people(facts, banner, say, joins), _powers(facts, banner, say)), (42, 58), 24, 620)
    )
    button = Button(say("sheet-close"), close, key="Esc", height=36)
    return Dialog(facts.name.upper(), content, [button], width=WIDTH, accent=_accent(banner))


def _accent(banner: Banner) -> str:
    return banner.faction


def _people(facts: FactionFacts, banner: Banner, say: Say, joins: int) -> Widget:
    """Who they are, who leads them, what they begin with, and what they lack."""
    return Column(
        (
            _character(facts, banner),
            Section(
                say("sheet-caption-leaders"),
                [_leader(leader, banner, say("sheet-joins", turn=joins)) for leader in facts.leaders],
                gap=6,
            ),
            Section(say("sheet-caption-purse"), (Label(_purse(facts)), *map(_line, facts.prices))),
            Section(say("sheet-caption-weakness"), (_line(facts.weakness),)),
        ),
        gap=12,
    )


def _powers(facts: FactionFacts, banner: Banner, say: Say) -> Widget:
    """What they score for, who listens, what they can do and build."""
    return Column(
        (
            Section(say("sheet-caption-agenda"), (_line(facts.agenda),)),
            Section(say("sheet-caption-speciality"), (_speciality(facts),)),
            Section(say("sheet-caption-affinity"), [_line(line) for line in facts.affinity], gap=0),
            Section(say("sheet-caption-verb"), (_verb(facts, say),)),
            Section(
                say("sheet-caption-facilities"),
                [_facility(facility, banner, say) for facility in facts.facilities],
                gap=8,
            ),
        ),
        gap=12,
    )


def _line(words: str) -> Label:
    return Label(words, Style.PLAIN, "soft", wrap=True)


def _character(facts: FactionFacts, banner: Banner) -> Widget:
    emblem = Drawing(lambda look, rect: (Emblem(rect.centre_x, rect.centre_y, banner, look.u(26)),), 68, 68)
    return Beside(emblem, Label(facts.character, Style.STRONG, "text", wrap=True))


class Beside(Row):
    """A sign of fixed width, and words that take the rest of the width and wrap in it."""

    def __init__(self, sign: Widget, words: Widget, gap: float = 12) -> None:
        super().__init__((sign, words), gap, "start")
        self._sign, self._words = sign, words

    def wanted(self, look: Look, width: int) -> Size:
        sign = self._sign.wanted(look, width)
        words = self._words.wanted(look, width - sign.w - look.u(self.gap))
        return Size(width, max(sign.h, words.h))

    def arrange(self, look: Look) -> None:
        sign = self._sign.wanted(look, self.rect.w)
        here, rest = self.rect.cut_left(sign.w, look.u(self.gap))
        words = self._words.wanted(look, rest.w).h
        self._sign.place(look, Rect(here.x, here.y, sign.w, max(sign.h, min(words, here.h))))
        self._words.place(look, Rect(rest.x, rest.y + max(0, (rest.h - words) // 2), rest.w, words))


def _purse(facts: FactionFacts) -> tuple[Part, ...]:
    return (
        IconSpan("credits", "credits"),
        Span(str(facts.purse.credits), "text"),
        IconSpan("voice", "voice"),
        Span(str(facts.purse.voice), "text"),
    )


def _leader(facts: LeaderFacts, banner: Banner, joins: str) -> Widget:
    """A leader: portrait, name, a line about them; `joins` is said of those who come later."""
    name: list[Part] = [Span(facts.name, "text", Style.STRONG)]
    if facts.late:
        name.append(Span(joins, "dim", Style.PLAIN_14))

    def draw(look: Look, rect: Rect) -> Iterable[Item]:
        yield Portrait(rect.centre_x, rect.centre_y, facts.key, banner, look.u(PORTRAIT))

    skill: list[Part] = [IconSpan("trait", "soft", 15), Span(facts.trait, "text")]
    skill += [Span(", ".join(facts.skill), "soft")]
    lines = (
        Label(name),
        Label(skill, Style.STRONG_14, wrap=True),
        Label(facts.about, Style.PLAIN_14, "dim", wrap=True),
    )
    words = Column(lines, gap=0)
    return Beside(Drawing(draw, 54, 54), words)


def _speciality(facts: FactionFacts) -> Widget:
    return Label(
        [IconSpan(f"part-{facts.part}", "text", 20), Span(facts.speciality, "soft")], Style.PLAIN, wrap=True
    )


def _verb(facts: FactionFacts, say: Say) -> Widget:
    head: list[Part] = [
        IconSpan(f"verb-{facts.verb_key}", "text", 22),
        Span(facts.verb, "text", Style.STRONG_18),
    ]
    price = facts.verb_price
    if price.credits:
        head += [IconSpan("credits", "credits"), Span(str(price.credits), "text")]
    if price.voice:
        head += [IconSpan("voice", "voice"), Span(str(price.voice), "text")]
    if not price.credits and not price.voice:
        head.append(Span(say("sheet-free"), "dim"))
    return Column((Label(head), _line(", ".join(facts.verb_effects))), gap=4)


def _facility(facts: FacilityFacts, banner: Banner, say: Say) -> Widget:
    """One facility in a box: icon, name, price; what it is made for; what it does."""
    head: list[Part] = [
        Span(facts.name, "text", Style.STRONG),
        IconSpan("credits", "credits"),
        Span(str(facts.credits)),
    ]
    key = "sheet-each-turn-in-place" if facts.pressure_in_place else "sheet-each-turn"
    pressure = say(key, pressure=facts.pressure, more=facts.pressure_in_place)
    words = Column(
        (
            Label(head),
            Label(facts.place, Style.PLAIN_15, banner.faction, wrap=True),
            Label(", ".join((pressure, *facts.work)), Style.PLAIN_15, "soft", wrap=True),
        ),
        gap=0,
    )

    def draw(look: Look, rect: Rect) -> Iterable[Item]:
        palette, u = look.palette, look.u
        box = Rect.centred(rect.centre_x, rect.centre_y, u(44), u(44))
        ground = mix(palette.panel, palette.of(banner), 0.18)
        yield CutBox(box, u(6), ground, 255, mix(palette.panel, palette.of(banner), 0.6), u(1))
        yield Icon(box.centre_x, box.centre_y, f"facility-{facts.key}", u(30), palette.text)

    return Beside(Drawing(draw, 48, 62), words)
