"""The slate: every leader with its order as a sentence, what it costs, what is left."""

from collections.abc import Callable
from functools import partial

from msgspec import Struct

from game.client.intents import Intent
from game.client.model.words import hundredths
from game.client.scene.items import CutBox
from game.client.scene.marks import Portrait
from game.client.screens.city.card_tips import trait_tip, trait_words
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.pen import Pen
from game.client.theme import Style
from game.client.widgets.richtext import IconSpan, Part, Span
from game.rules.basics import Price
from game.rules.ids import Leader
from game.rules.ledger import Pledged, Pressed
from game.rules.orders import Build, Led, Pledge, verb_of

ROW = 61
HEAD = 32
FOOT = 34
PAPER = 26
LEAST_PAPER = 20
"""Design height of an order without a leader, and the least it can be pressed together to."""
SENTENCE = (Style.STRONG, Style.STRONG_15, Style.STRONG_14)


def slate_height(cockpit: Cockpit) -> float:
    """Design height of the panel: all leaders, the papers and pins, and the foot."""
    rows = len(_lines(cockpit))
    papers = PAPER * rows + 8 if rows else 0
    return HEAD + ROW * max(1, len(cockpit.model.planning.leaders())) + papers + FOOT + 6


def draw_slate(cockpit: Cockpit, pen: Pen) -> None:
    """Draw the panel."""
    planning = cockpit.model.planning
    leaders = planning.leaders()
    accent = pen.palette.of(cockpit.banner) if cockpit.seat >= 0 else pen.palette.line_strong
    pen.panel(accent)
    pen.text(16, 15, cockpit.say("slate").upper(), Style.CAPTION, "dim")
    done = len(leaders) - len(planning.idle())
    count = cockpit.say("slate-count", done=done, all=len(leaders))
    pen.text(pen.width - 14, 15, count, Style.PLAIN_14, "soft", "mr")
    pen.rule(27)
    for place, leader in enumerate(leaders):
        _row(cockpit, pen, HEAD + place * ROW, leader)
    bottom = _papers(cockpit, pen, HEAD + ROW * max(1, len(leaders)))
    pen.rule(bottom + 1)
    _foot(cockpit, pen, bottom + 19)


class Line(Struct, frozen=True):
    """An order without a leader, or an own pin: its icon, its words, and what takes it back."""

    icon: str
    words: str
    amounts: str
    drop: Callable[[], None]


def _lines(cockpit: Cockpit) -> tuple[Line, ...]:
    """Ballots, gifts, closures, then own pins."""
    found = [
        Line(
            f"verb-{verb_of(paper)}",
            cockpit.words.order(paper),
            ", ".join(price_words(cockpit, cockpit.model.planning.price(paper))),
            partial(cockpit.take_back, paper),
        )
        for paper in cockpit.model.planning.papers()
    ]
    found += [
        Line(
            "pin",
            cockpit.say(
                "pin-line",
                verb=cockpit.words.verb(cockpit.seat, pin.verb),
                place=cockpit.words.district(pin.district),
            ),
            "",
            partial(cockpit.unpin, pin),
        )
        for pin in cockpit.own_pins()
    ]
    return tuple(found)


def _papers(cockpit: Cockpit, pen: Pen, top: float) -> float:
    """The lines under the leaders; where they find no room they stand closer, and the last says how many more."""
    lines = _lines(cockpit)
    if not lines:
        return top
    pen.rule(top + 1)
    room = pen.height - FOOT - 6 - top - 8
    most = max(1, int(room // LEAST_PAPER))
    shown = lines if len(lines) <= most else lines[: most - 1]
    pitch = min(PAPER, room / min(len(lines), most))
    for place, line in enumerate(shown):
        _paper(cockpit, pen, top + 5 + (place + 0.5) * pitch, line)
    if len(shown) < len(lines):
        words = cockpit.say("slate-more", count=len(lines) - len(shown))
        pen.text(44, top + 5 + (len(shown) + 0.5) * pitch, words, Style.PLAIN_14, "attention")
    return top + 8 + pitch * min(len(lines), most)


def _paper(cockpit: Cockpit, pen: Pen, y: float, line: Line) -> None:
    pen.icon(26, y, line.icon, 18, "soft")
    right = pen.width - 40
    if line.amounts:
        pen.text(right, y, line.amounts, Style.PLAIN_14, "soft", "mr")
        right -= pen.wide(line.amounts, Style.PLAIN_14) + 8
    pen.sentence((44, y), line.words, right - 44, (Style.STRONG_15, Style.STRONG_14))
    if cockpit.may_plan:
        pen.cross(pen.width - 22, y, line.drop, cockpit.say("take-back-hint"))


def _row(cockpit: Cockpit, pen: Pen, y: float, leader: Leader) -> None:
    planning, p = cockpit.model.planning, pen.palette
    order = planning.order_of(leader)
    chosen = planning.selected.leader == leader
    rect = pen.box(6, y, pen.width - 12, 58)
    over = pen.hot(rect, partial(cockpit.select_leader, leader), trait_words(cockpit, leader))
    if chosen:
        pen.put(CutBox(rect, pen.u(7), p.go_ground, 190, p.go, pen.u(1.4)))
    elif over:
        pen.put(CutBox(rect, pen.u(7), p.raised, 200, p.line, pen.u(1)))
    badge = "given" if order else "waiting"
    picture = planning.board.leaders[leader].key
    ring = p.go if chosen else None
    pen.put(Portrait(pen.x(33), pen.y(y + 28), picture, cockpit.banner, pen.u(20), ring, badge))  # type: ignore[arg-type]
    name = pen.fit(cockpit.words.leader(leader), 150, Style.PLAIN_14)
    after = pen.text(62, y + 12, name, Style.PLAIN_14, "go" if chosen else "dim")
    _trait(cockpit, pen, after + 12, y + 12, leader)
    if order is None:
        _open(cockpit, pen, y, leader)
    else:
        _given(cockpit, pen, y, order)


def _trait(cockpit: Cockpit, pen: Pen, x: float, y: float, leader: Leader) -> None:
    """The sign that opens what the leader is good at."""
    box = pen.box(x - 9, y - 9, 18, 18)

    def opens() -> None:
        cockpit.explain(trait_tip(cockpit, leader), box, pen.rect)

    over = pen.hot(box.grown(pen.u(3)), opens, trait_words(cockpit, leader))
    pen.icon(x, y, "trait", 14, "text" if over else "faint")


def _open(cockpit: Cockpit, pen: Pen, y: float, leader: Leader) -> None:
    """A leader without an order: what is tried out, or where it stands."""
    planning = cockpit.model.planning
    tried = planning.candidate() if planning.selected.leader == leader else None
    room = pen.width - 74
    if tried is not None:
        words = cockpit.say("slate-tried", order=cockpit.words.headline(tried))
        pen.sentence((62, y + 29), words, room, SENTENCE)
        kind = _kind(cockpit, tried)
        under = ", ".join([*kind, cockpit.say("not-given")])
        if kind and pen.wide(under, Style.PLAIN_14) > room:
            under = kind[0]
        pen.text(62, y + 46, pen.fit(under, room, Style.PLAIN_14), Style.PLAIN_14, "attention")
        return
    here = cockpit.words.district(planning.public.leaders[leader])
    pen.text(
        62, y + 29, pen.fit(cockpit.say("slate-in", place=here), room, Style.STRONG), Style.STRONG, "soft"
    )
    pen.text(62, y + 46, cockpit.say("no-order"), Style.PLAIN_14, "attention")


def _given(cockpit: Cockpit, pen: Pen, y: float, order: Led) -> None:
    room = pen.width - 74
    pen.sentence((62, y + 29), cockpit.words.headline(order), room, SENTENCE)
    pen.text(62, y + 46, pen.fit(_amounts(cockpit, order), room, Style.PLAIN_14), Style.PLAIN_14, "soft")
    if cockpit.may_plan:
        hint = cockpit.say("withdraw-hint", cap=cockpit.cap(Intent.WITHDRAW))
        pen.cross(pen.width - 22, y + 14, partial(cockpit.withdraw, order.leader), hint)


def _amounts(cockpit: Cockpit, order: Led) -> str:
    """Price and effect of an order: `2 credits, 3 voice, pressure 24`."""
    say = cockpit.say
    parts = price_words(cockpit, cockpit.model.planning.price(order))
    base = cockpit.model.outlook.base
    if base is not None:
        pressed = [e for e in base.ledger if isinstance(e, Pressed) and e.leader == order.leader]
        parts += [say("pressure-amount", amount=hundredths(e.amount)) for e in pressed]
        given = [e for e in base.ledger if isinstance(e, Pledged) and e.leader == order.leader]
        parts += [say("parts-amount", parts=e.amount, kind=cockpit.words.part(e.kind)) for e in given]
        if isinstance(order, Pledge) and not given:
            parts += _kind(cockpit, order)
    if isinstance(order, Build):
        parts.append(say("works-from", turn=cockpit.public.turn + 1))
    return ", ".join(parts) if parts else say("free")


def _kind(cockpit: Cockpit, order: Led) -> list[str]:
    """What a pledge is of, and its condition; nothing for another order."""
    if not isinstance(order, Pledge):
        return []
    kind = cockpit.words.part(order.kind)
    if not order.if_others:
        return [kind]
    return [cockpit.say("pledge-if-short", kind=kind, least=order.if_others)]


def price_words(cockpit: Cockpit, price: Price) -> list[str]:
    """A price in words; nothing for what is free."""
    words = []
    if price.credits:
        words.append(cockpit.say("credits-amount", amount=price.credits))
    if price.voice:
        words.append(cockpit.say("voice-amount", amount=price.voice))
    return words


def _foot(cockpit: Cockpit, pen: Pen, y: float) -> None:
    planning = cockpit.model.planning
    if cockpit.seat < 0:
        return
    costs, purse = planning.costs(), planning.purse()
    left = (purse.credits - costs.credits, purse.voice - costs.voice)
    parts: list[Part] = [
        Span(cockpit.say("costs"), "dim", Style.PLAIN_14),
        IconSpan("credits", "credits", 16),
        Span(str(costs.credits)),
        IconSpan("voice", "voice", 16),
        Span(str(costs.voice)),
    ]
    pen.line(16, y, parts, Style.STRONG_15, gap=6)
    rest: list[Part] = [
        Span(cockpit.say("left"), "dim", Style.PLAIN_14),
        IconSpan("credits", "credits", 16),
        Span(str(left[0])),
        IconSpan("voice", "voice", 16),
        Span(str(left[1])),
    ]
    pen.line(pen.width - 14 - pen.line_wide(rest, Style.STRONG_15, 6), y, rest, Style.STRONG_15, gap=6)
