"""The panels of a watcher: what was ordered in the turn played last, and what came of it."""

from functools import partial

from msgspec import Struct

from game.client.intents import Intent
from game.client.look import Look
from game.client.scene.items import Fill
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.pen import Pen
from game.client.screens.replay.reel import Reel
from game.client.theme import Style
from game.client.widgets.richtext import ELLIPSIS, wrapped
from game.protocol.messages import PERSON
from game.replays.replay import Sitter
from game.rules.ids import District, Seat
from game.rules.orders import Gift, Led, Order, verb_of

HEAD = 32
SEAT = 26
ROW = 21
LINE = 17
GAP = 5
MARGIN = 16


class Row(Struct, frozen=True):
    """A line of the orders: a seat's name, or an order below it."""

    seat: Seat
    order: Order | None
    height: int


def order_rows(reel: Reel) -> tuple[Row, ...]:
    """Every seat with its orders."""
    rows: list[Row] = []
    for seat, slate in reel.slates():
        rows.append(Row(seat, None, SEAT))
        rows += [Row(seat, order, ROW) for order in slate]
    return tuple(rows)


def orders_height(reel: Reel) -> float:
    """Design height of the panel with all its rows; before the first turn it names the seats."""
    if not reel.at:
        return HEAD + (SEAT + ROW) * len(reel.link.course.replay.header.seats) + 8
    return HEAD + sum(row.height for row in order_rows(reel)) + 8


def draw_orders(cockpit: Cockpit, reel: Reel, pen: Pen) -> None:
    """Who ordered what; what finds no room is counted."""
    pen.panel("voice")
    say = cockpit.stage.say
    caption = say("replay-orders", turn=reel.at) if reel.at else say("replay-players")
    pen.text(MARGIN, 15, caption.upper(), Style.CAPTION, "dim")
    pen.rule(27)
    if reel.at:
        _draw_rows(cockpit, reel, pen)
        return
    y: float = HEAD
    for seat, sitter in enumerate(reel.link.course.replay.header.seats):
        _seat(cockpit, pen, y, Seat(seat))
        pen.text(
            40,
            y + SEAT + 5,
            pen.fit(_player(cockpit, sitter), pen.width - 54, Style.PLAIN_15),
            Style.PLAIN_15,
            "soft",
        )
        y += SEAT + ROW


def _draw_rows(cockpit: Cockpit, reel: Reel, pen: Pen) -> None:
    rows = order_rows(reel)
    y: float = HEAD
    for place, row in enumerate(rows):
        more = place + 1 < len(rows)
        if y + row.height + (ROW if more else 0) > pen.height - 4:
            left = sum(other.order is not None for other in rows[place:])
            pen.text(
                40, y + ROW / 2, cockpit.stage.say("replay-more", count=left), Style.PLAIN_14, "attention"
            )
            return
        if row.order is None:
            _seat(cockpit, pen, y, row.seat)
        else:
            _order(cockpit, pen, y, row.order)
        y += row.height


def _seat(cockpit: Cockpit, pen: Pen, y: float, seat: Seat) -> None:
    pen.emblem(24, y + SEAT / 2, cockpit.words.banner(seat), 8)
    name = cockpit.words.faction(seat)
    pen.text(40, y + SEAT / 2, pen.fit(name, pen.width - 54, Style.STRONG_15), Style.STRONG_15)


def _player(cockpit: Cockpit, sitter: Sitter) -> str:
    if sitter.player == PERSON:
        return sitter.name
    return cockpit.stage.say("results-computer", level=sitter.player)


def _order(cockpit: Cockpit, pen: Pen, y: float, order: Order) -> None:
    """The icon of its verb, and the order as a sentence; a press looks at its place."""
    district = None if isinstance(order, Gift) else getattr(order, "district", None)
    over = district is not None and pen.hot(
        pen.box(8, y, pen.width - 16, ROW), partial(_look_at, cockpit, district)
    )
    if over:
        pen.put(Fill(pen.box(8, y, pen.width - 16, ROW), pen.palette.raised, 255, pen.u(4)))
    pen.icon(32, y + ROW / 2, _icon(cockpit, order), 15, "text" if over else "soft")
    words = cockpit.words.order(order)
    if isinstance(order, Led):
        given = cockpit.words.leader(order.leader).split(" ")[-1]
        words = cockpit.stage.say("replay-order", leader=given, order=words)
    pen.text(
        46,
        y + ROW / 2,
        pen.fit(words, pen.width - 60, Style.PLAIN_14),
        Style.PLAIN_14,
        "text" if over else "soft",
    )


def _icon(cockpit: Cockpit, order: Order) -> str:
    if isinstance(order, Led):
        return (
            f"verb-{cockpit.words.verb_key(cockpit.model.board.leaders[order.leader].seat, verb_of(order))}"
        )
    return f"verb-{verb_of(order)}"


def _look_at(cockpit: Cockpit, district: District) -> None:
    cockpit.select_district(district)
    cockpit.centre(district)


def draw_outcome(cockpit: Cockpit, reel: Reel, pen: Pen) -> None:
    """What came of it, sentence by sentence; what finds no room is in the report."""
    pen.panel("attention")
    say = cockpit.stage.say
    pen.text(MARGIN, 15, say("replay-came").upper(), Style.CAPTION, "dim")
    pen.rule(27)
    lines = reel.outcome() or (say("replay-nothing-yet"),)
    y: float = HEAD + 8
    for number, line in enumerate(lines):
        folded = fold(pen.look, line, pen.width - 2 * MARGIN)
        room = int((pen.height - 12 - y) // LINE) - (number + 1 < len(lines))
        if len(folded) > room:
            y = _lines(
                pen, y, [*folded[: room - 1], f"{folded[room - 1]} {ELLIPSIS}"] if room > 0 else [], "soft"
            )
            more = say("replay-more-came", count=len(lines) - number, cap=cockpit.cap(Intent.LOG))
            pen.text(MARGIN, y, more, Style.PLAIN_14, "attention")
            return
        y = _lines(pen, y, folded, "soft" if number else "text") + GAP


def _lines(pen: Pen, y: float, lines: list[str], ink: str) -> float:
    """The lines below each other; returns the row below them."""
    for line in lines:
        pen.text(MARGIN, y, pen.fit(line, pen.width - 2 * MARGIN, Style.PLAIN_14), Style.PLAIN_14, ink)
        y += LINE
    return y


def fold(look: Look, words: str, room: float) -> list[str]:
    """Words in lines of a design width."""
    return wrapped(look, words, look.u(room), Style.PLAIN_14)
