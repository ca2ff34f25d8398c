"""The strip over the map: events, the docket, the coming Gala and Tension, and which laws are in force.

It is made of chips that flow into as many rows as they need; between them the map shows and hears the pointer.
"""

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct

from game.client.geometry import Rect
from game.client.look import Ink, Look
from game.client.model.company import MATTERS
from game.client.screens.city import card_tips
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.goals_window import goals_met, mandates_met
from game.client.screens.city.pen import Pen, Sheet
from game.client.theme import Banner, Style
from game.client.widgets.richtext import EmblemSpan, IconSpan, Part, SignSpan, Span, line_width
from game.client.widgets.tips import Tip
from game.client.widgets.widget import Widget
from game.protocol.messages import Matter
from game.rules.state import Bill, Happening, Public

HEIGHT = 40
GAP = 6
MOST = tuple(range(226, 125, -4))
"""The widest a chip is at first; the rest are what it gives up where two rows would not do."""
ROWS = 2
LEAST = 96
LITTLE = 58
"""Room in which shortened words say nothing."""
AXES = ("care", "enhancement", "commons", "commerce")


class Chip(Struct, frozen=True):
    """One thing that comes: an icon, a head, a line below, the card it opens into, what a press does, a hint."""

    icon: str
    ink: Ink
    head: tuple[Part, ...]
    under: tuple[Part, ...]
    opens: Callable[[], Tip] | None = None
    press: Callable[[], None] | None = None
    hint: str = ""


class Tension(Struct, frozen=True):
    """Tension that comes: in which turn, and how many points of unrest over the whole city."""

    turn: int
    points: int


def tension_coming(cockpit: Cockpit) -> Tension | None:
    """Tension of this turn or the next; None where neither begins a season, or the act has none (rule 10.2)."""
    board, now = cockpit.model.board, cockpit.public.turn
    turn = next((t for t in (now, now + 1) if board.season_turn(t) == 1), None)
    if turn is None or turn > board.length.turns:
        return None
    rule = board.ruleset.fracture
    on_map = sum(plan.joins <= turn for plan in board.leaders)
    points = rule.tension_by_act[board.act(turn)] * on_map * rule.tension_times // rule.tension_divisor
    return Tension(turn, points) if points else None


def chips(cockpit: Cockpit) -> tuple[Chip, ...]:
    """What comes, the nearest events first."""
    found = [_event(cockpit, event) for event in card_tips.events_to_come(cockpit)]
    tension = tension_coming(cockpit)
    if tension is not None:
        found.append(_tension(cockpit, tension))
    if cockpit.public.laws:
        found.append(_laws(cockpit))
    found += [_bill(cockpit, bill) for bill in cockpit.public.docket]
    found.append(_gala(cockpit))
    if cockpit.model.mandates or cockpit.model.board.match.mode.goals:
        found.append(_goals(cockpit))
    company = cockpit.model.company
    if company.is_paused:
        found.append(_paused(cockpit))
    asked = [matter for matter in MATTERS if any(company.votes(matter))]
    found += [_agreement(cockpit, matter) for matter in asked if matter != "pause" or not company.is_paused]
    return tuple(found)


def placed(look: Look, area: Rect, shown: Sequence[Chip]) -> tuple[Rect, ...]:
    """Where chips lie: from the left, into the next row where one does not fit. Long ones share what a row leaves.

    They grow narrower until two rows are enough, but not narrower than they can be read.
    """
    u = look.u
    gap = u(GAP)
    wanted = [_wide(look, chip) for chip in shown]
    rects: list[Rect] = []
    y = area.y
    for most in MOST:
        limit = min(u(most), area.w)
        rows = _rows([min(width, limit) for width in wanted], area.w, gap)
        if len(rows) <= ROWS:
            break
    for row in rows:
        x = area.x
        room = area.w - gap * (len(row) - 1)
        for width in _shared([wanted[place] for place in row], limit, room):
            rects.append(Rect(x, y, width, u(HEIGHT)))
            x += width + gap
        y += u(HEIGHT + GAP)
    return tuple(rects)


def _shared(wanted: Sequence[int], limit: int, room: int) -> list[int]:
    """Widths up to a limit; what is left goes to those that lack something, the least first."""
    widths = [min(width, limit) for width in wanted]
    left = room - sum(widths)
    lacking = sorted((w - limit, place) for place, w in enumerate(wanted) if w > limit)
    for nth, (lack, place) in enumerate(lacking):
        more = min(lack, left // (len(lacking) - nth))
        widths[place] += more
        left -= more
    return widths


def _rows(widths: Sequence[int], room: int, gap: int) -> list[list[int]]:
    """The places of the chips of each row."""
    rows: list[list[int]] = []
    used = room
    for place, width in enumerate(widths):
        if used + gap + width > room:
            rows.append([])
            used = -gap
        rows[-1].append(place)
        used += gap + width
    return rows


def _wide(look: Look, chip: Chip) -> int:
    """Pixels a chip would like."""
    words = max(line_width(look, chip.head, Style.STRONG_15), line_width(look, chip.under, Style.PLAIN_14))
    return max(look.u(LEAST), words + look.u(50))


# --- the chips ------------------------------------------------------------------------------------


def _event(cockpit: Cockpit, event: Happening) -> Chip:
    """An event with its turn, its place, and what answers it or what it does."""
    card = cockpit.cards.event(event.key)
    kind = cockpit.model.board.ruleset.events[event.key].kind
    now = event.turn <= cockpit.public.turn
    when = cockpit.say("chip-now") if now else cockpit.say("chip-turn", turn=event.turn)
    ink: Ink = "go" if kind == "opportunity" or event.answered else "attention"
    place = cockpit.words.district(event.district)
    under: list[Part] = [Span(when, ink)]
    if event.answered:
        under.append(SignSpan("tick", "go"))
    else:
        answers = cockpit.model.board.ruleset.events[event.key].answers
        under += [IconSpan(f"verb-{verb}", "text", 16) for verb in answers]
    return Chip(
        f"event-{kind}",
        ink,
        (Span(card.name),),
        (*under, Span(place, "soft")),
        partial(card_tips.event_tip, cockpit, event),
        partial(cockpit.select_district, event.district),
        ". ".join(words for words in (card.answers, *card.effects) if words),
    )


def _bill(cockpit: Cockpit, bill: Bill) -> Chip:
    """A law on the docket: who gains, who loses, when it is voted on."""
    board = cockpit.model.board
    card = board.ruleset.laws[bill.law]
    turn = (board.season(cockpit.public.turn) + 1) * board.length.season_turns
    under: list[Part] = [SignSpan("up", "go"), *(EmblemSpan(Banner(key, 0), 6) for key in card.helps)]
    under += [SignSpan("down", "loss"), *(EmblemSpan(Banner(key, 0), 6) for key in card.hurts)]
    under.append(Span(cockpit.say("chip-vote", turn=turn), "dim"))
    name = (Span(cockpit.words.law(bill.law)),)
    ink: Ink = "attention" if cockpit.council.sits else "soft"
    return Chip(f"law-{card.axis}", ink, name, tuple(under), press=cockpit.open_council)


def _gala(cockpit: Cockpit) -> Chip:
    """The coming Gala: when, what it counts, which quarters are lit."""
    board, turn = cockpit.model.board, cockpit.public.turn
    season = board.season(turn)
    last = (season + 1) * board.length.season_turns
    head = (
        Span(cockpit.say("gala-head", turn=last), "attention"),
        Span(cockpit.say("gala-left", left=last - turn)),
    )
    quarters = " + ".join(str(quarter) for quarter in cockpit.public.spotlight[season])
    weight = board.length.gala_weights[season]
    under = cockpit.say("gala-spotlight", quarters=quarters, weight=weight)
    return Chip("gala", "attention", head, (Span(under, "dim"),))


def _tension(cockpit: Cockpit, coming: Tension) -> Chip:
    """How much unrest rises, and when."""
    now = coming.turn == cockpit.public.turn
    key = "tension-now" if now else "tension-turn"
    head = Span(cockpit.say("tension", points=coming.points), "loss")
    return Chip("unrest", "loss", (head,), (Span(cockpit.say(key, turn=coming.turn), "dim"),))


def _laws(cockpit: Cockpit) -> Chip:
    """Which axes have a law in force."""
    laws = cockpit.model.board.ruleset.laws
    held = {laws[law.key].axis for law in cockpit.public.laws}
    icons = tuple(IconSpan(f"law-{axis}", "text" if axis in held else "faint", 17) for axis in AXES)
    head = (Span(cockpit.say("chip-laws", count=len(cockpit.public.laws))),)
    return Chip("law", "soft", head, icons, partial(card_tips.coming_tip, cockpit))


def _goals(cockpit: Cockpit) -> Chip:
    """The own mandates and the goals of the mode; a press tells how far they are."""
    say, mode = cockpit.stage.say, cockpit.model.board.match.mode
    if mode.together:
        met, wanted = goals_met(cockpit), len(mode.goals)
    else:
        met, wanted = mandates_met(cockpit), len(cockpit.model.mandates)
    name = say("council-goals" if mode.together or not wanted else "council-goals-chip")
    head = (Span(name),)
    under = say("council-goals-met", met=met, all=wanted) if wanted else say("council-goals-race")
    return Chip("mandate", "voice", head, (Span(under, "dim"),), press=cockpit.open_goals)


def _agreement(cockpit: Cockpit, matter: Matter) -> Chip:
    """Somebody wants to end the match, stop the clock, or have more time; a press answers."""
    votes = cockpit.model.company.votes(matter)
    who = ", ".join(cockpit.words.short(seat) for seat in cockpit.model.board.all_seats if votes[seat])
    head = (Span(cockpit.say(f"{matter}-title"), "attention"),)
    under = (Span(cockpit.say(f"{matter}-chip", who=who), "dim"),)
    icon = {"end": "cooperative", "pause": "pause", "extend": "clock"}[matter]
    return Chip(icon, "attention", head, under, press=partial(cockpit.open_agreement, matter))


def _paused(cockpit: Cockpit) -> Chip:
    """The clock stands still; a press lets it go on, unless those who run the server have stopped it."""
    agreed = cockpit.model.company.paused_by_all
    under = (Span(cockpit.say("paused-chip" if agreed else "paused-chip-held"), "dim"),)
    press = partial(cockpit.open_agreement, "pause") if agreed else None
    return Chip("pause", "attention", (Span(cockpit.say("paused"), "attention"),), under, press=press)


# --- the strip ------------------------------------------------------------------------------------


def _draw(cockpit: Cockpit, box: Pen, pen: Pen, chip: Chip) -> None:
    box.panel(chip.ink)
    pen.put(*box.items)
    u = pen.u
    x, y = (box.rect.x - pen.rect.x) / u.scale, (box.rect.y - pen.rect.y) / u.scale
    answers = chip.opens is not None or chip.press is not None
    over = answers and pen.hot(box.rect, partial(_press, cockpit, chip, box.rect), chip.hint)
    pen.icon(x + 20, y + HEIGHT / 2, chip.icon, 24, "text" if over else chip.ink)
    room = box.width - 45
    head = Style.STRONG_15 if pen.line_wide(chip.head, Style.STRONG_15) <= room else Style.STRONG_14
    for parts, row, style in ((chip.head, 13, head), (chip.under, 28, Style.PLAIN_14)):
        pen.line(x + 37, y + row, _fitted(pen, parts, room, style), style)


def _fitted(pen: Pen, parts: Sequence[Part], room: float, style: Style) -> list[Part]:
    """A row of parts whose last words are shortened to what is left of the room, or left out where that is little."""
    *first, last = parts
    if not isinstance(last, Span) or pen.line_wide(parts, style) <= room:
        return list(parts)
    left = room - (pen.line_wide(first, style) + 5 if first else 0)
    if first and left < LITTLE:
        return first
    return [*first, Span(pen.fit(last.text, left, style), last.ink, last.style)]


def _press(cockpit: Cockpit, chip: Chip, rect: Rect) -> None:
    if chip.press is not None:
        chip.press()
    if chip.opens is not None:
        cockpit.explain(chip.opens(), rect, rect)


class ComingStrip(Sheet):
    """The strip as a widget: it hears the pointer over its chips only."""

    def __init__(self, cockpit: Cockpit) -> None:
        super().__init__(self._draw_all)
        self._cockpit = cockpit
        self._known: tuple[Public, object, tuple[Chip, ...]] | None = None
        self.rects: tuple[Rect, ...] = ()
        self._laid: tuple[Chip, ...] = ()

    def shown(self) -> tuple[Chip, ...]:
        """The chips: the same ones until the match goes on."""
        public = self._cockpit.public
        company = self._cockpit.model.company
        agreed = (company.is_paused, *(company.votes(matter) for matter in MATTERS))
        if self._known is None or self._known[0] is not public or self._known[1] != agreed:
            self._known = (public, agreed, chips(self._cockpit))
        return self._known[2]

    def arrange(self, look: Look) -> None:
        self._laid = self.shown()
        self.rects = placed(look, self.rect, self._laid)

    def covered(self) -> tuple[Rect, ...]:
        """What of the map the chips cover, a rectangle for each row."""
        rows: dict[int, Rect] = {}
        for rect in self.rects:
            rows[rect.y] = rows.get(rect.y, rect).union(rect)
        return tuple(rows.values())

    def at(self, x: int, y: int) -> Widget | None:
        over = self.visible and any(rect.contains(x, y) for rect in self.rects)
        return self if over else None

    def _draw_all(self, pen: Pen) -> None:
        for chip, rect in zip(self._laid, self.rects, strict=True):
            _draw(self._cockpit, Pen(pen.look, rect), pen, chip)
