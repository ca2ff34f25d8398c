"""The tab on a district's plate: its Sanctuary, what comes there, that it is barred, what others mean to do there."""

from collections.abc import Sequence

from game.client.geometry import Rect
from game.client.look import Ink, Look
from game.client.scene.items import CutBox, Item
from game.client.screens.city.card_tips import events_to_come
from game.client.screens.city.cockpit import Cockpit
from game.client.theme import Style
from game.client.widgets.richtext import EmblemSpan, IconSpan, Part, Span, line_items, line_width
from game.rules.ids import District, Seat
from game.rules.phases.pledge import steward_of
from game.rules.reach import is_barred
from game.rules.state import Happening, Site

HEIGHT = 19
GAP = 3


def tab_parts(cockpit: Cockpit, district: District) -> tuple[Part, ...]:
    """What the tab shows; nothing for a district where nothing is afoot."""
    groups: list[list[Part]] = []
    if is_barred(cockpit.model.board, cockpit.public, district):
        groups.append([IconSpan("locked", "loss", 15)])
    groups += [_event(cockpit, event) for event in events_to_come(cockpit) if event.district == district]
    site = cockpit.public.districts[district].site
    if site is not None:
        groups.append(_site(cockpit, site))
    groups += [
        _pin(cockpit, Seat(seat), pin.verb)
        for seat, pins in enumerate(cockpit.model.pins)
        for pin in pins
        if pin.district == district
    ]
    apart: list[Part] = []
    for group in groups:
        apart += [Span(" "), *group] if apart else group
    return tuple(apart)


def _pin(cockpit: Cockpit, seat: Seat, verb: str) -> list[Part]:
    """Who means to do what."""
    sign = EmblemSpan(cockpit.words.banner(seat), 6, filled=False)
    return [sign, IconSpan(f"verb-{cockpit.words.verb_key(seat, verb)}", "text", 15)]


def _event(cockpit: Cockpit, event: Happening) -> list[Part]:
    """The sign of its kind and its turn; an exclamation while it is at work."""
    kind = cockpit.model.board.ruleset.events[event.key].kind
    ink: Ink = "go" if kind == "opportunity" or event.answered else "attention"
    now = event.turn <= cockpit.public.turn
    words = cockpit.say("tab-now") if now else str(event.turn)
    return [IconSpan(f"event-{kind}", ink, 16), Span(words, ink)]


def _site(cockpit: Cockpit, site: Site) -> list[Part]:
    """How much of it stands, or whose steward it has."""
    if not site.finished:
        rule = cockpit.model.board.ruleset
        whole = rule.sanctuary.parts * len(rule.part_kinds)
        return [IconSpan("sanctuary", "soft", 16), Span(f"{sum(site.parts)}/{whole}", "soft")]
    steward = steward_of(site)
    sign: list[Part] = [EmblemSpan(cockpit.words.banner(steward), 6)] if steward >= 0 else []
    return [IconSpan("sanctuary", "go", 17), *sign]


def tab_width(look: Look, parts: Sequence[Part]) -> int:
    """Pixels a tab is wide; 0 without parts."""
    return line_width(look, parts, Style.STRONG_14, GAP) + look.u(14) if parts else 0


def tab_items(look: Look, parts: Sequence[Part], rect: Rect, *, lit: bool) -> tuple[Item, ...]:
    """The tab in a rectangle."""
    u, p = look.u, look.palette
    box = CutBox(rect, u(5), p.night, 232, p.line_strong if lit else p.line, u(1))
    line = line_items(look, parts, rect.x + u(7), rect.centre_y, Style.STRONG_14, gap=GAP)
    return (box, *line)
