"""The district looked at: its people, who holds it, how it fares and what comes next, what stands there."""

from functools import partial

from game.client.geometry import Rect
from game.client.intents import Intent
from game.client.model.words import permille, signed
from game.client.scene.marks import Bar, LeanBar, Meter
from game.client.screens.city import sums
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.district_works import draw_works, sections, stacked_height
from game.client.screens.city.pen import Pen
from game.client.theme import RESIDENTS, Banner, Style, mix
from game.client.widgets.richtext import IconSpan, Part, Span
from game.rules.ids import District, Seat
from game.rules.state import DistrictState

FIGURES = 22
"""A row of seats' figures under the bar of support; four find room in one."""

TITLES = (Style.H2, Style.STRONG_18, Style.STRONG)
"""The styles of a district's name, the largest that fits."""

WEALTH_INK = ("credits", "soft", "voice")


def district_height(cockpit: Cockpit) -> float:
    """Design height of the panel with all its sections one below the other."""
    district = cockpit.model.planning.selected.district
    if district is None:
        return 76
    return _works_top(cockpit) + stacked_height(sections(cockpit, district)) + 2


def _works_top(cockpit: Cockpit) -> float:
    """Where the sections begin: below head, support and scales."""
    return 186 + FIGURES * (cockpit.model.board.seats // 4)


def draw_district(cockpit: Cockpit, pen: Pen) -> None:
    """Draw the panel; without a district it says how to choose one."""
    district = cockpit.model.planning.selected.district
    pen.panel("selection")
    if district is None:
        pen.text(16, 26, cockpit.say("no-district"), Style.H2)
        pen.text(16, 54, cockpit.say("choose-district"), Style.PLAIN_15, "soft")
        return
    now = cockpit.public.districts[district]
    _head(cockpit, pen, district)
    y = _support(cockpit, pen, district, now)
    _scales(cockpit, pen, y, district, now)
    draw_works(cockpit, pen, _works_top(cockpit), district)


def support_parts(cockpit: Cockpit, support: tuple[int, ...]) -> tuple[tuple[Banner, int], ...]:
    """Shares of a bar in seat order, residents last."""
    parts = tuple(zip(cockpit.words.banners(), support, strict=True))
    return (*parts, (RESIDENTS, 1000 - sum(support)))


def _head(cockpit: Cockpit, pen: Pen, district: District) -> None:
    plan = cockpit.model.board.city.districts[district]
    title = plan.title.upper()
    pinned = _pin(cockpit, pen)
    pen.sentence((16, 21), title, pen.width - (58 if pinned else 32), TITLES)
    people: list[Part] = [
        IconSpan("population", "soft", 16),
        Span(str(plan.population)),
        Span(cockpit.words.wealth(plan.wealth), WEALTH_INK[plan.wealth]),
    ]
    if in_spotlight(cockpit, district):
        people.append(IconSpan("gala", "attention", 15))
    ink = "attention" if in_spotlight(cockpit, district) else "dim"
    people.append(Span(cockpit.say("quarter", quarter=plan.quarter), ink, Style.PLAIN_14))
    pen.line(16, 43, people, Style.STRONG_15)
    reach = cockpit.model.planning.reach()
    if cockpit.model.planning.selected.leader is not None:
        near = district in reach
        words = cockpit.say("in-reach" if near else "out-of-reach")
        pen.text(pen.width - 16, 43, words, Style.STRONG_15, "go" if near else "dim", "mr")


def _pin(cockpit: Cockpit, pen: Pen) -> bool:
    """The button that lets the others see what one means to do here; False for who cannot plan."""
    pin = cockpit.meant()
    if pin is None or not cockpit.may_plan:
        return False
    on = pin in cockpit.own_pins()
    verb = cockpit.words.verb(cockpit.seat, pin.verb)
    hint = cockpit.say("pin-drop" if on else "pin-hint", verb=verb, cap=cockpit.cap(Intent.PIN))
    over = pen.hot(pen.box(pen.width - 38, 7, 28, 28), cockpit.toggle_pin, hint)
    ink = pen.palette.of(cockpit.banner) if on else pen.palette.text if over else pen.palette.dim
    pen.icon(pen.width - 24, 21, "pin", 19, ink)
    return True


def in_spotlight(cockpit: Cockpit, district: District) -> bool:
    """Whether the coming Gala shines on the district's quarter, where everything counts double."""
    board, public = cockpit.model.board, cockpit.public
    return board.quarter[district] in public.spotlight[board.season(public.turn)]


def _support(cockpit: Cockpit, pen: Pen, district: District, now: DistrictState) -> float:
    parts = support_parts(cockpit, now.support)
    pen.put(Bar(pen.box(16, 60, pen.width - 32, 13), parts, 0.0, pen.u(2)))
    per_row = 4
    step = (pen.width - 32) / per_row
    ledger = cockpit.model.outlook.base.ledger if cockpit.model.outlook.base else ()
    y = 86.0
    for place, (banner, held) in enumerate(parts):
        x = 16 + (place % per_row) * step
        y = 86.0 + FIGURES * (place // per_row)
        pen.emblem(x + 8, y, banner, 7)
        ink = "text" if banner == cockpit.banner else "soft"
        if place < len(now.support):
            number = pen.box(x + 20, y - 9, pen.wide(permille(held), Style.STRONG_15), 18)
            tip = partial(sums.support_sum, cockpit, ledger, district, Seat(place), held)
            pen.number(
                (x + 20, y), permille(held), Style.STRONG_15, _opens(cockpit, pen, tip, number), ink=ink
            )
        else:
            pen.text(x + 20, y, permille(held), Style.STRONG_15, ink)
    pen.rule(y + 13)
    return y + 26


def _scales(cockpit: Cockpit, pen: Pen, y: float, district: District, now: DistrictState) -> None:
    p = pen.palette
    shown = cockpit.model.outlook.base
    then = shown.public.districts[district] if shown is not None else now
    rule = cockpit.model.board.ruleset
    need_ink = mix(p.loss, p.text, 0.35)
    breeds = rule.drift.breeds_unrest_over_need / 100
    turmoil = rule.gala.turmoil_from / 10
    rows = (
        ("need", now.need, then.need, Meter(Rect(0, 0, 1, 1), now.need / 100, need_ink, breeds)),
        ("lean", now.lean, then.lean, LeanBar(Rect(0, 0, 1, 1), now.lean / 100)),
        ("unrest", now.unrest, then.unrest, Meter(Rect(0, 0, 1, 1), now.unrest / 10, p.loss, turmoil)),
    )
    for subject, value, after, mark in rows:
        pen.text(16, y, cockpit.say(subject), Style.STRONG_15, "soft")
        rect = pen.box(72, y - 3, 92, 7)
        if isinstance(mark, Meter):
            pen.put(Meter(rect, mark.level, mark.colour, mark.mark))
        else:
            pen.put(LeanBar(rect, mark.lean))
        ledger = shown.ledger if shown is not None else ()
        number = pen.box(172, y - 9, 22, 18)
        tip = partial(sums.scale_sum, cockpit, ledger, district, subject, value)
        pen.number((194, y), str(value), Style.STRONG, _opens(cockpit, pen, tip, number), right=True)
        _trend(cockpit, pen, y, subject, value, after)
        y += 21
    pen.rule(y - 8)


def _trend(cockpit: Cockpit, pen: Pen, y: float, subject: str, now: int, then: int) -> None:
    """How it moves this turn with the slate as it stands: an arrow, the change, or the side it leans to."""
    right = pen.width - 16
    change = then - now
    if subject == "lean":
        side = "middle" if abs(now) < 10 else "organic" if now < 0 else "enhanced"
        pen.text(right, y, cockpit.say(f"lean-{side}"), Style.PLAIN_14, "dim", "mr")
        return
    if change == 0:
        pen.text(right, y, cockpit.say("steady"), Style.PLAIN_14, "dim", "mr")
        return
    ink = "loss" if change > 0 else "go"
    words = cockpit.say("this-turn", change=signed(change))
    pen.text(right, y, words, Style.PLAIN_14, ink, "mr")
    pen.sign(right - pen.wide(words, Style.PLAIN_14) - 8, y, "up" if change > 0 else "down", ink)


def _opens(cockpit: Cockpit, pen: Pen, tip: sums.Opening, number: Rect) -> "partial[None] | None":
    """What a press on a number does; nothing for one who has no forecast."""
    if cockpit.model.outlook.base is None:
        return None
    return partial(open_tip, cockpit, tip, number, pen.rect)


def open_tip(cockpit: Cockpit, tip: sums.Opening, number: Rect, kept: Rect) -> None:
    """Open the sum behind a number."""
    cockpit.explain(tip(), number, kept)
