"""What stands in a district and what comes there: facilities and landmark, the Sanctuary, events and pins.

Each is a section of rows. Where all find room they stand one below the other, else behind tabs with their figures.
"""

from collections.abc import Callable
from functools import partial

from msgspec import Struct

from game.client.model.words import hundredths, signed
from game.client.scene.items import Fill
from game.client.screens.city import card_tips
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.pen import Pen
from game.client.theme import Style, mix
from game.client.widgets.richtext import EmblemSpan, IconSpan, Part, Span
from game.client.widgets.tips import Tip
from game.rules.ids import District, Seat
from game.rules.orders import Close
from game.rules.phases.pledge import steward_of
from game.rules.reach import is_barred
from game.rules.state import Facility, Happening, Site

ROW = 22
CAPTION = 24
TABS = 28

Drawing = Callable[[Pen, float], None]
"""Draws one row with its middle at a height."""


class Section(Struct, frozen=True):
    """A part of the panel: its caption, a figure beside it, its rows, and the words on its tab."""

    key: str
    caption: str
    figure: str
    tab: str
    rows: tuple[Drawing, ...]


def sections(cockpit: Cockpit, district: District) -> tuple[Section, ...]:
    """The sections of a district: what is built, the Sanctuary, what comes."""
    return _built(cockpit, district), _sanctuary(cockpit, district), _coming(cockpit, district)


def stacked_height(shown: tuple[Section, ...]) -> float:
    """Design height of all sections one below the other."""
    return sum(CAPTION + ROW * len(section.rows) + 6 for section in shown)


def draw_works(cockpit: Cockpit, pen: Pen, y: float, district: District) -> None:
    """Draw the sections from y down: stacked where they fit, else the chosen one under tabs."""
    shown = sections(cockpit, district)
    if y + stacked_height(shown) <= pen.height + 0.5:
        for section in shown:
            _head(pen, y + 8, section)
            for place, row in enumerate(section.rows):
                row(pen, y + CAPTION + 5 + place * ROW)
            y += CAPTION + ROW * len(section.rows) + 6
        return
    chosen = cockpit.works % len(shown)
    _tabs(cockpit, pen, y - 3, shown, chosen)
    room = pen.height - 8 - (y + TABS)
    rows = shown[chosen].rows
    pitch = min(ROW, room / max(1, len(rows)))
    for place, row in enumerate(rows):
        row(pen, y + TABS + (place + 0.5) * pitch)


def _head(pen: Pen, y: float, section: Section) -> None:
    pen.text(16, y, section.caption, Style.STRONG_15, "soft")
    pen.text(pen.width - 16, y, section.figure, Style.PLAIN_14, "dim", "mr")


def _tabs(cockpit: Cockpit, pen: Pen, y: float, shown: tuple[Section, ...], chosen: int) -> None:
    p, u = pen.palette, pen.u
    step = (pen.width - 28) / len(shown)
    for place, section in enumerate(shown):
        box = pen.box(14 + place * step, y, step - 3, 24)
        over = pen.hot(box, partial(cockpit.show_works, place), section.caption)
        on = place == chosen
        fill = mix(p.raised, p.line_strong, 0.35) if on else p.raised
        edge = p.text if on else p.line_strong if over else p.line
        pen.put(Fill(box, fill, 255, u(4), edge))
        ink = "text" if on else "soft"
        pen.text(
            14 + place * step + (step - 3) / 2,
            y + 12,
            pen.fit(section.tab, step - 11, Style.STRONG_14),
            Style.STRONG_14,
            ink,
            "c",
        )


def tip_row(cockpit: Cockpit, pen: Pen, y: float, tip: Callable[[], Tip]) -> bool:
    """Make a whole row open a card; True while the pointer is over it."""
    box = pen.box(10, y - ROW / 2, pen.width - 20, ROW)

    def opens() -> None:
        cockpit.explain(tip(), box, pen.rect)

    return pen.hot(box, opens)


# --- what is built --------------------------------------------------------------------------------


def _built(cockpit: Cockpit, district: District) -> Section:
    now = cockpit.public.districts[district]
    slots, used = cockpit.model.board.slots[district], len(now.facilities)
    rows: list[Drawing] = [partial(_facility, cockpit, district, facility) for facility in now.facilities]
    if not rows:
        rows.append(partial(_words, cockpit.say("no-facility")))
    if cockpit.model.board.city.districts[district].landmark is not None:
        rows.append(partial(_landmark, cockpit, district))
    shield = cockpit.shield(district)
    figure = cockpit.say("shield", percent=shield) if shield else ""
    tab = cockpit.say("tab-built", used=used, slots=slots)
    return Section("built", cockpit.say("slots", used=used, slots=slots), figure, tab, tuple(rows))


def _words(words: str, pen: Pen, y: float) -> None:
    pen.text(16, y, pen.fit(words, pen.width - 32, Style.PLAIN_14), Style.PLAIN_14, "dim")


def _facility(cockpit: Cockpit, district: District, facility: Facility, pen: Pen, y: float) -> None:
    """A facility with what it does; an own one can be closed."""
    order = Close(district, facility.kind)
    closing = facility.seat == cockpit.seat and order in cockpit.model.planning.slate
    pen.emblem(24, y, cockpit.words.banner(facility.seat), 8, light=0.5 if closing else 1.0)
    right = pen.width - 16
    if facility.seat == cockpit.seat and cockpit.may_plan:
        if closing:
            pen.cross(right - 8, y, partial(cockpit.take_back, order), cockpit.say("close-keep"))
        else:
            _closer(cockpit, pen, right - 8, y, district)
        right -= 22
    state = cockpit.say("closing") if closing else working(cockpit, facility)
    pen.text(right, y, state, Style.PLAIN_14, "attention" if closing else "dim", "mr")
    room = right - pen.wide(state, Style.PLAIN_14) - 8 - 40
    name = pen.fit(cockpit.words.facility(facility.kind), room, Style.STRONG_15)
    pen.text(40, y, name, Style.STRONG_15, "dim" if closing else "text")


def _closer(cockpit: Cockpit, pen: Pen, x: float, y: float, district: District) -> None:
    """The sign that asks whether to close."""
    box = pen.box(x - 9, y - 9, 18, 18)
    over = pen.hot(box.grown(pen.u(4)), partial(cockpit.open_close, district), cockpit.say("close-hint"))
    pen.icon(x, y, "verb-close", 15, "text" if over else "faint")


def working(cockpit: Cockpit, facility: Facility) -> str:
    """What a facility does: when it is ready, that it stands still, or its work in one figure."""
    say = cockpit.say
    if facility.ready > cockpit.public.turn:
        return say("ready-turn", turn=facility.ready)
    if not cockpit.public.seats[facility.seat].works:
        return say("stopped")
    rule = cockpit.model.board.facility_rules[facility.seat][facility.kind]
    figures = (
        ("work-need", rule.need),
        ("work-voice", rule.earns_voice),
        ("work-credits", rule.earns_credits),
        ("work-unrest", rule.unrest_a_season),
    )
    found = next(((key, amount) for key, amount in figures if amount), None)
    return say(found[0], amount=signed(found[1])) if found else say("work-pressure")


def _landmark(cockpit: Cockpit, district: District, pen: Pen, y: float) -> None:
    """The landmark with its rule in short; the row opens into its card."""
    landmark = cockpit.model.board.city.districts[district].landmark or ""
    over = tip_row(cockpit, pen, y, partial(card_tips.landmark_tip, cockpit, landmark))
    pen.icon(24, y, f"landmark-{landmark}", 18, "text" if over else "soft")
    after = pen.text(40, y, cockpit.words.landmark(landmark), Style.STRONG_15, "text" if over else "soft")
    card = cockpit.cards.landmark(landmark)
    rule = ", ".join(card.lines) if card is not None else ""
    if rule and pen.wide(rule, Style.PLAIN_14) <= pen.width - 24 - after:
        pen.text(pen.width - 16, y, rule, Style.PLAIN_14, "dim", "mr")
    else:
        pen.sign(pen.width - 20, y, "right", "soft" if over else "dim", 4)


# --- the Sanctuary --------------------------------------------------------------------------------


def _sanctuary(cockpit: Cockpit, district: District) -> Section:
    site = cockpit.public.districts[district].site
    rule = cockpit.model.board.ruleset
    whole = rule.sanctuary.parts * len(rule.part_kinds)
    caption = cockpit.say("sanctuary")
    if site is None:
        rows: tuple[Drawing, ...] = (partial(_words, _may_begin(cockpit, district)),)
        return Section("sanctuary", caption, cockpit.say("site-none"), cockpit.say("tab-site-none"), rows)
    if site.finished:
        figure = tab = cockpit.say("site-finished", turn=site.finished)
        tab = cockpit.say("tab-site-finished")
    else:
        figure = cockpit.say("site-parts", have=sum(site.parts), whole=whole)
        tab = cockpit.say("tab-site", have=sum(site.parts), whole=whole)
    rows = (
        partial(_parts, cockpit, site),
        partial(_stakes, cockpit, site),
        partial(_pays, cockpit, district, site),
    )
    return Section("sanctuary", caption, figure, tab, rows)


def _may_begin(cockpit: Cockpit, district: District) -> str:
    most = cockpit.model.board.ruleset.sanctuary.most_unrest_to_begin
    calm = cockpit.public.districts[district].unrest <= most
    return cockpit.say("site-may-begin" if calm else "site-too-angry", most=most)


def _parts(cockpit: Cockpit, site: Site, pen: Pen, y: float) -> None:
    """The three kinds with how many of each are there; with their icons where these find room, too."""
    rule = cockpit.model.board.ruleset
    kinds: list[list[Part]] = []
    for kind, have in zip(rule.part_kinds, site.parts, strict=True):
        full = have >= rule.sanctuary.parts
        ink = "go" if full else "soft"
        count = cockpit.say("of-parts", have=have, most=rule.sanctuary.parts)
        name = Span(cockpit.words.part(kind), "dim", Style.PLAIN_14)
        kinds.append([IconSpan(f"part-{kind}", ink, 15), name, Span(count, ink)])
    wide = [pen.line_wide(parts, Style.STRONG_14, 3) for parts in kinds]
    room = pen.width - 32
    if sum(wide) + 8 * (len(kinds) - 1) > room:
        kinds = [parts[1:] for parts in kinds]
        wide = [pen.line_wide(parts, Style.STRONG_14, 3) for parts in kinds]
    gap = (room - sum(wide)) / max(1, len(kinds) - 1)
    x = 16.0
    for parts, width in zip(kinds, wide, strict=True):
        pen.line(x, y, parts, Style.STRONG_14, gap=3)
        x += width + gap


def _stakes(cockpit: Cockpit, site: Site, pen: Pen, y: float) -> None:
    """Who gave how much."""
    parts: list[Part] = [Span(cockpit.say("stakes"), "dim", Style.PLAIN_14)]
    for seat, stake in enumerate(site.stakes):
        if stake:
            parts += [EmblemSpan(cockpit.words.banner(Seat(seat)), 7), Span(str(stake))]
    after = pen.line(16, y, parts, Style.STRONG_15)
    steward = steward_of(site)
    if steward >= 0:
        words = cockpit.say("steward", who=cockpit.words.short(steward))
        pen.text(
            pen.width - 16,
            y,
            pen.fit(words, pen.width - 24 - after, Style.PLAIN_14),
            Style.PLAIN_14,
            "dim",
            "mr",
        )


def _pays(cockpit: Cockpit, district: District, site: Site, pen: Pen, y: float) -> None:
    """What the stakes would pay at the coming Gala, as things stand."""
    pays = cockpit.gala_now.stakes(cockpit.model.board, cockpit.public, district)
    parts: list[Part] = [
        IconSpan("gala", "attention", 15),
        Span(cockpit.say("site-pays"), "dim", Style.PLAIN_14),
    ]
    for seat in range(len(site.stakes)):
        if pays.get(Seat(seat)):
            parts += [EmblemSpan(cockpit.words.banner(Seat(seat)), 7), Span(hundredths(pays[Seat(seat)]))]
    if len(parts) == 2:
        parts.append(Span(cockpit.say("site-pays-nothing"), "soft", Style.PLAIN_14))
    pen.line(16, y, parts, Style.STRONG_15)


# --- what comes -----------------------------------------------------------------------------------


def _coming(cockpit: Cockpit, district: District) -> Section:
    """Events of the district, that it is barred, and what others mean to do here."""
    rows: list[Drawing] = []
    if is_barred(cockpit.model.board, cockpit.public, district):
        rows.append(partial(_barred, cockpit))
    events = [event for event in card_tips.events_to_come(cockpit) if event.district == district]
    rows += [partial(_event, cockpit, event) for event in events]
    rows += [
        partial(_pin, cockpit, Seat(seat), pin.verb)
        for seat, pins in enumerate(cockpit.model.pins)
        for pin in pins
        if pin.district == district
    ]
    tab = cockpit.say("tab-coming", count=len(rows))
    if not rows:
        rows.append(partial(_words, cockpit.say("coming-nothing")))
    return Section("coming", cockpit.say("coming-here"), "", tab, tuple(rows))


def _barred(cockpit: Cockpit, pen: Pen, y: float) -> None:
    pen.icon(24, y, "locked", 17, "loss")
    pen.text(40, y, pen.fit(cockpit.say("barred"), pen.width - 56, Style.STRONG_15), Style.STRONG_15, "loss")


def _event(cockpit: Cockpit, event: Happening, pen: Pen, y: float) -> None:
    """An event with its turn; the row opens into its card."""
    tip_row(cockpit, pen, y, partial(card_tips.event_tip, cockpit, event))
    kind = cockpit.model.board.ruleset.events[event.key].kind
    ink = "go" if kind == "opportunity" or event.answered else "attention"
    pen.icon(24, y, f"event-{kind}", 18, ink)
    when = card_tips.event_when(cockpit, event)
    pen.text(pen.width - 16, y, when, Style.PLAIN_14, "dim", "mr")
    room = pen.width - 64 - pen.wide(when, Style.PLAIN_14)
    pen.text(40, y, pen.fit(cockpit.words.event(event.key), room, Style.STRONG_15), Style.STRONG_15)


def _pin(cockpit: Cockpit, seat: Seat, verb: str, pen: Pen, y: float) -> None:
    """What a faction says it means to do here."""
    pen.emblem(24, y, cockpit.words.banner(seat), 8)
    words = cockpit.say("pin-means", who=cockpit.words.short(seat), verb=cockpit.words.verb(seat, verb))
    pen.text(40, y, pen.fit(words, pen.width - 56, Style.PLAIN_14), Style.PLAIN_14, "soft")
