"""The verbs at the bottom of the map: price and key of each, how well it is heard, or why it is off."""

from functools import partial

from game.client.events import Event, PointerMoved
from game.client.geometry import Rect
from game.client.intents import VERB_INTENTS
from game.client.look import Look
from game.client.model.offers import Offer, offers
from game.client.model.planning import VERBS
from game.client.scene.items import CutBox, Panel
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.pen import Pen, Sheet
from game.client.theme import Colour, Style, mix
from game.client.widgets.richtext import IconSpan, Part, Span, shortened
from game.rules.basics import Price

HEIGHT = 96
RAISED = 8
"""How far the verb that is tried out stands above the others."""


NAMES = (Style.STRONG, Style.STRONG_15, Style.STRONG_14)
"""The styles of a verb's name, the largest that fits."""


def verb_place(pen: Pen, place: int, count: int) -> Rect:
    """Where a verb's tile lies; the strip's own rectangle is higher by what a tile is raised."""
    width = (pen.width - 3 * (count - 1)) / count
    return pen.box(place * (width + 3), RAISED, width, HEIGHT)


def draw_verbs(cockpit: Cockpit, pen: Pen) -> None:
    """Draw all tiles."""
    shown = offers(cockpit.model.planning)
    for place, offer in enumerate(shown):
        _tile(cockpit, pen, verb_place(pen, place, len(shown)), offer, place)


def _tile(cockpit: Cockpit, pen: Pen, rect: Rect, offer: Offer, place: int) -> None:
    planning, p, u = cockpit.model.planning, pen.palette, pen.u
    tried = planning.selected.verb == offer.verb
    off = offer.fault is not None or not cockpit.may_plan
    lit = (tried and not off) or offer.given
    own = offer.verb == "unique" and cockpit.seat >= 0
    tint = p.of(cockpit.banner) if own else p.line_strong
    if lit:
        rect = Rect(rect.x, rect.y - u(RAISED), rect.w, rect.h + u(RAISED))
    key = cockpit.words.verb_key(cockpit.seat, offer.verb) if cockpit.seat >= 0 else offer.verb
    over = pen.hot(rect, partial(cockpit.press_verb, offer.verb))
    accent = p.go if lit else mix(p.line, p.panel, 0.3) if off else tint
    fill = (
        mix(p.go_ground, p.panel, 0.4)
        if lit
        else mix(p.panel, p.raised, 0.7)
        if over and not off
        else p.panel
    )
    pen.put(Panel(rect, accent, fill, p.line, u(8), 232 if off else 246, not off))
    if lit:
        pen.put(CutBox(rect, u(8), fill, 0, p.go, u(2)))
    if own:
        from_left = (rect.x - pen.rect.x) / u.scale + 15
        pen.emblem(
            from_left, (rect.y - pen.rect.y) / u.scale + 14, cockpit.banner, 7, light=0.5 if off else 1.0
        )
    middle = (rect.centre_x - pen.rect.x) / u.scale
    top = (rect.y - pen.rect.y) / u.scale
    pen.keycap((rect.right - pen.rect.x) / u.scale - 8, top + 13, cockpit.cap(VERB_INTENTS[place]))
    ink: Colour = p.go if lit else p.faint if off else mix(tint, (255, 255, 255), 0.35) if own else p.text
    icon = "verb-campaign" if key == "unique" else f"verb-{key}"
    told = offer.fault is not None
    pen.icon(middle, top + (29 if told else 34), icon, 26 if told else 30, ink)
    name = cockpit.words.verb(cockpit.seat, offer.verb) if cockpit.seat >= 0 else offer.verb
    name_ink = p.faint if off else p.text
    style = next((s for s in NAMES if pen.look.width(name, s) <= rect.w - pen.u(6)), NAMES[-1])
    pen.text(middle, top + (52 if told else 60), _fitted(pen, name, rect, style), style, name_ink, "c")
    _under(cockpit, pen, offer, (middle, top), rect)


def _under(cockpit: Cockpit, pen: Pen, offer: Offer, at: tuple[float, float], rect: Rect) -> None:
    """Price and freshness, or the reason in two short lines."""
    middle, top = at
    if offer.fault is not None:
        if offer.verb != "unique":
            pen.icon((rect.x - pen.rect.x) / pen.u.scale + 15, top + 14, "locked", 14, "attention")
        for number, line in enumerate(cockpit.words.fault(offer.fault).split("\n")[:2]):
            words = _fitted(pen, line, rect, Style.PLAIN_14)
            pen.text(middle, top + 69 + number * 15, words, Style.PLAIN_14, "attention", "c")
        return
    parts = price_parts(offer.price)
    if offer.heard < 100:
        heard = cockpit.say("heard", percent=offer.heard)
        if offer.price.credits and offer.price.voice:
            left = (rect.x - pen.rect.x) / pen.u.scale
            pen.text(left + 11, top + 14, f"{offer.heard}%", Style.PLAIN_14, "attention")
        elif parts:
            parts.append(Span(f"{offer.heard}%", "attention", Style.PLAIN_14))
        else:
            parts = [Span(heard, "attention", Style.PLAIN_14)]
    elif not parts:
        parts = [Span(cockpit.say("free"), "soft", Style.PLAIN_14)]
    elif offer.verb == "build" and not offer.given:
        parts.insert(0, Span(cockpit.say("from"), "soft", Style.PLAIN_14))
    wide = pen.line_wide(parts, Style.STRONG_15, 4)
    pen.line(middle - wide / 2, top + 81, parts, Style.STRONG_15, gap=4)


def price_parts(price: Price) -> list[Part]:
    """A price as icons and figures; nothing for what is free."""
    parts: list[Part] = []
    for currency, amount in (("credits", price.credits), ("voice", price.voice)):
        if amount:
            parts += [IconSpan(currency, currency, 17), Span(str(amount))]
    return parts


def _fitted(pen: Pen, words: str, rect: Rect, style: Style = Style.STRONG) -> str:
    return shortened(pen.look, words, rect.w - pen.u(6), style)


class VerbBoard(Sheet):
    """The strip as a widget: the pointer over a tile shows the verb's forecast."""

    def __init__(self, cockpit: Cockpit) -> None:
        super().__init__(partial(draw_verbs, cockpit))
        self._cockpit = cockpit
        self._was_over = False

    def on_event(self, event: Event) -> bool:
        used = super().on_event(event)
        if isinstance(event, PointerMoved) and self._look is not None:
            pen = Pen(self._look, self.rect)
            count = len(VERBS)
            over = next(
                (n for n in range(count) if verb_place(pen, n, count).contains(event.x, event.y)), None
            )
            self._cockpit.hover_verb(VERBS[over] if over is not None else None)
        return used

    def changed(self) -> None:
        if self._was_over and not self.hovered:
            self._was_over = False
            self._cockpit.hover_verb(None)
        self._was_over = self.hovered
        super().changed()

    def arrange(self, look: Look) -> None:
        self._look = look

    _look: Look | None = None
