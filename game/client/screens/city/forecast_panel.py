"""What the order looked at would do: support now and then with floor and ceiling, side effects, price."""

from functools import partial

from game.client.geometry import Rect
from game.client.intents import Intent
from game.client.model.words import hundredths, permille, signed
from game.client.scene.items import Fill
from game.client.scene.marks import Bar, Whisker
from game.client.screens.city import sums
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.district_panel import open_tip, support_parts
from game.client.screens.city.pen import Pen
from game.client.theme import Style
from game.client.widgets.richtext import IconSpan, Part, Span, wrapped
from game.rules.errors import Fault
from game.rules.forecast import Forecast
from game.rules.ids import District
from game.rules.ledger import Contested
from game.rules.orders import Led
from game.rules.prices import cost_of

TITLES = (Style.STRONG_15, Style.STRONG_14, Style.PLAIN_14)
TILE = 78
"""Design width of the tiles of need and unrest; that of pressure takes the rest."""


def draw_forecast(cockpit: Cockpit, pen: Pen) -> None:
    """Draw the panel."""
    planning, outlook = cockpit.model.planning, cockpit.model.outlook
    district = planning.selected.district
    subject = planning.subject()
    pen.panel("go")
    pen.text(16, 15, cockpit.say("forecast").upper(), Style.CAPTION, "go")
    pen.rule(27)
    if district is None or outlook.shown is None:
        pen.text(16, 46, cockpit.say("no-forecast"), Style.PLAIN_15, "soft")
        return
    title = cockpit.words.headline(subject) if subject is not None else cockpit.say("forecast-slate")
    room = pen.width - 38 - pen.wide(cockpit.say("forecast").upper(), Style.CAPTION)
    if subject is not None and pen.wide(title, TITLES[-1]) > room:
        title = cockpit.words.district(subject.district)
    style = next((style for style in TITLES if pen.wide(title, style) <= room), TITLES[-1])
    pen.text(pen.width - 16, 15, pen.fit(title, room, style), style, "text", "mr")
    fault = _fault(cockpit, subject)
    if subject is not None and fault is not None:
        _refused(cockpit, pen, fault)
        return
    _bars(cockpit, pen, district, outlook.shown)
    _tiles(cockpit, pen, district, outlook.shown)
    if subject is None and cockpit.model.board.season(cockpit.public.turn) == 0:
        _first_steps(cockpit, pen)
    else:
        _price(cockpit, pen, subject)
    _buttons(cockpit, pen, subject)


def _fault(cockpit: Cockpit, subject: Led | None) -> Fault | None:
    if subject is None or subject in cockpit.model.planning.slate:
        return None
    return next(iter(cockpit.model.planning.faults_of(subject)), None)


def _refused(cockpit: Cockpit, pen: Pen, fault: Fault) -> None:
    """Why the order cannot be given, and what would mend it."""
    pen.icon(26, 50, "locked", 18, "attention")
    words = " ".join(cockpit.words.fault(fault).split("\n"))
    pen.text(42, 50, pen.fit(words, pen.width - 58, Style.STRONG), Style.STRONG, "attention")
    mend = cockpit.words.mend(fault)
    for number, line in enumerate(wrapped(pen.look, mend, pen.u(pen.width - 32), Style.PLAIN_15)):
        pen.text(16, 78 + number * 19, line, Style.PLAIN_15, "soft")


def _bars(cockpit: Cockpit, pen: Pen, district: District, shown: Forecast) -> None:
    now = cockpit.public.districts[district].support
    then = shown.public.districts[district].support
    seat = cockpit.seat
    figure = max(44.0, pen.wide(f"{permille(then[seat])}%", Style.SMALL_NUMBER))
    left, width = 52.0, pen.width - 16 - 52 - figure - 8
    for y, key, support, muted in ((43, "now", now, 0.45), (66, "then", then, 0.0)):
        pen.text(16, y, cockpit.say(key), Style.PLAIN_15, "soft")
        bar = pen.box(left, y - 8, width, 16)
        pen.put(Bar(bar, support_parts(cockpit, support), muted, pen.u(2)))
    pen.text(pen.width - 16, 43, f"{permille(now[seat])}%", Style.STRONG, "soft", "mr")
    words = f"{permille(then[seat])}%"
    number = pen.box(
        pen.width - 16 - pen.wide(words, Style.SMALL_NUMBER), 56, pen.wide(words, Style.SMALL_NUMBER), 20
    )
    tip = partial(sums.support_sum, cockpit, shown.ledger, district, seat, now[seat])
    press = partial(open_tip, cockpit, tip, number, pen.rect)
    pen.number((pen.width - 16, 66), words, Style.SMALL_NUMBER, press, right=True)
    _whisker(cockpit, pen, left, width, then[seat])


def _whisker(cockpit: Cockpit, pen: Pen, left: float, width: float, then: int) -> None:
    bounds = cockpit.model.outlook.bounds
    if bounds is None:
        return
    y = 86.0
    pen.put(Whisker(pen.box(left, y - 6, width, 12), bounds.floor / 1000, bounds.ceiling / 1000, then / 1000))
    low, high = left + width * bounds.floor / 1000, left + width * bounds.ceiling / 1000
    floor = cockpit.say("floor", share=bounds.floor // 10)
    ceiling = cockpit.say("ceiling", share=-(-bounds.ceiling // 10))
    wide = pen.wide(floor, Style.PLAIN_14)
    if low - 8 - wide >= 16:
        pen.text(low - 8, y + 1, floor, Style.PLAIN_14, "dim", "mr")
        pen.text(max(high, low) + 9, y + 1, ceiling, Style.PLAIN_14, "dim")
    else:
        both = f"{floor}  {ceiling}"
        pen.text(high + 11, y + 1, both, Style.PLAIN_14, "dim")


def _tiles(cockpit: Cockpit, pen: Pen, district: District, shown: Forecast) -> None:
    now, then = cockpit.public.districts[district], shown.public.districts[district]
    without = cockpit.model.outlook.without
    other = without.public.districts[district] if without is not None else then
    x = 16.0
    for subject, was, after, instead, width in (
        ("need", now.need, then.need, other.need, TILE),
        ("unrest", now.unrest, then.unrest, other.unrest, TILE),
    ):
        box = pen.box(x, 101, width, 46)
        pen.put(Fill(box, pen.palette.raised, 255, pen.u(4)))
        pen.text(x + 8, 114, cockpit.say(subject), Style.PLAIN_14, "dim")
        after_x = pen.text(x + 8, 132, str(was), Style.STRONG, "soft") + 4
        pen.sign(after_x + 4, 132, "right", "faint", 4)
        ink = "text" if after == was else "loss" if after > was else "go"
        tip = partial(sums.scale_sum, cockpit, shown.ledger, district, subject, was)
        press = partial(open_tip, cockpit, tip, box, pen.rect)
        pen.number((after_x + 12, 132), str(after), Style.SMALL_NUMBER, press, ink=ink)
        if instead != after:
            words, good = signed(after - instead), after < instead
            pen.text(x + width - 7, 114, words, Style.STRONG_14, "go" if good else "loss", "mr")
        x += width + 4
    _pressure_tile(cockpit, pen, district)


def pressure_box(pen: Pen) -> Rect:
    """Where the tile of the pressure lies."""
    return pen.box(16 + 2 * (TILE + 4), 101, pen.width - 32 - 2 * (TILE + 4), 46)


def _pressure_tile(cockpit: Cockpit, pen: Pen, district: District) -> None:
    x, width = 16 + 2 * (TILE + 4), pen.width - 32 - 2 * (TILE + 4)
    shown = cockpit.model.outlook.shown
    ledger = shown.ledger if shown is not None else ()
    contest = next((e for e in ledger if isinstance(e, Contested) and e.district == district), None)
    own = contest.pressure[cockpit.seat] if contest is not None else 0
    box = pressure_box(pen)
    pen.put(Fill(box, pen.palette.raised, 255, pen.u(4)))
    pen.text(x + 8, 114, cockpit.say("pressure"), Style.PLAIN_14, "dim")
    tip = partial(sums.pressure_sum, cockpit, ledger, district, cockpit.seat)
    press = partial(open_tip, cockpit, tip, box, pen.rect) if own else None
    after = pen.number((x + 8, 132), hundredths(own), Style.SMALL_NUMBER, press) + 4
    total = sum(contest.pressure) if contest is not None else 0
    if total != own:
        words = cockpit.say("of", most=hundredths(total))
        if after + pen.wide(words, Style.PLAIN_14) > x + width - 5:
            words = f"/{hundredths(total)}"
        pen.text(x + width - 5, 132, words, Style.PLAIN_14, "dim", "mr")


def _price(cockpit: Cockpit, pen: Pen, subject: Led | None) -> None:
    if subject is not None:
        price = cockpit.model.planning.price(subject)
        parts: list[Part] = [Span(cockpit.say("cost"), "dim", Style.PLAIN_14)]
        for currency, amount in (("credits", price.credits), ("voice", price.voice)):
            if amount:
                parts += [IconSpan(currency, currency, 18), Span(str(amount), None, Style.SMALL_NUMBER)]
        if len(parts) == 1:
            parts.append(Span(cockpit.say("free"), "soft"))
        after = pen.line(16, 163, parts, Style.STRONG_15) + 10
        words = _price_changes(cockpit, subject)
        pen.text(after, 163, pen.fit(words, pen.width - 16 - after, Style.PLAIN_14), Style.PLAIN_14, "dim")
    else:
        pen.text(16, 163, cockpit.say("forecast-try"), Style.PLAIN_15, "soft")
    pencilled = len(cockpit.model.outlook.pencil.orders())
    words = cockpit.say("forecast-pencilled" if pencilled else "forecast-alone", count=pencilled)
    ink = "attention" if pencilled else "dim"
    pen.text(16, 183, pen.fit(words, pen.width - 32, Style.PLAIN_14), Style.PLAIN_14, ink)


def _price_changes(cockpit: Cockpit, subject: Led) -> str:
    """Whose card makes an order dearer or cheaper than its data say."""
    model = cockpit.model
    changes = cost_of(model.board, model.public, cockpit.seat, subject).changes
    return ", ".join(f"{cockpit.words.cause(source)} {value:+d}" for _, source, value in changes)


def _first_steps(cockpit: Cockpit, pen: Pen) -> None:
    """In the first season, how to begin and what all this is for."""
    pen.text(16, 160, cockpit.say("forecast-try"), Style.PLAIN_15, "soft")
    words = cockpit.say("first-steps", cap=cockpit.cap(Intent.SHEET))
    lines = wrapped(pen.look, words, pen.u(pen.width - 32), Style.PLAIN_14)
    for number, line in enumerate(lines[:2]):
        pen.text(16, 178 + number * 17, line, Style.PLAIN_14, "soft")


def _buttons(cockpit: Cockpit, pen: Pen, subject: Led | None) -> None:
    planning = cockpit.model.planning
    if not cockpit.may_plan:
        return
    y, half = pen.height - 38, (pen.width - 40) / 2
    left, box = pen.box(16, y, half, 28), pen.box(24 + half, y, half, 28)
    pen.button(left, cockpit.say("what-if"), "what-if", cockpit.open_what_if, cockpit.cap(Intent.WHAT_IF))
    if subject is None:
        return
    if subject in planning.slate:
        withdraw = partial(cockpit.withdraw, subject.leader)
        pen.button(box, cockpit.say("withdraw"), "", withdraw, cockpit.cap(Intent.WITHDRAW))
    else:
        key = cockpit.cap(Intent.END_TURN if cockpit.confirms else Intent.GIVE)
        pen.button(box, cockpit.say("give"), "accept", cockpit.give_tried, key)
