"""The right column of the Council: the laws in force, axis by axis, and below them what is moved and held in hands."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, get_args

from game.client.model.council import Council
from game.client.scene.items import CutBox, Disc, Fill
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.pen import Pen
from game.client.theme import Style, mix
from game.rules.cards import Axis
from game.rules.ids import Seat

AXES: Final[tuple[str, ...]] = get_args(Axis)
ROW: Final = 64
HEAD: Final = 32
MARGIN: Final = 10
ONE_COLUMN: Final = 3
"""So many motions stand below each other; more stand two in a row."""

Opens = Callable[[str], None]
"""Shows a law in full."""


def laws_height() -> float:
    """Design height of the panel of laws."""
    return HEAD + ROW * len(AXES) + 4


def draw_laws(cockpit: Cockpit, council: Council, opens: Opens, pen: Pen) -> None:
    """One row for each axis: the law in force, what it does, how long yet, whose it was."""
    pen.panel("line_strong")
    pen.text(16, 15, _say(cockpit, "in-force").upper(), Style.CAPTION, "dim")
    pen.rule(27)
    for place, axis in enumerate(AXES):
        _law(cockpit, council, opens, pen, (axis, HEAD + place * ROW))


def _law(cockpit: Cockpit, council: Council, opens: Opens, pen: Pen, at: tuple[str, float]) -> None:
    axis, y = at
    p, law = pen.palette, council.law_on_axis(axis)
    rect = pen.box(MARGIN, y, pen.width - 2 * MARGIN, ROW - 5)
    over = law is not None and pen.hot(rect, partial(opens, law.key))
    pen.put(
        CutBox(
            rect,
            pen.u(5),
            mix(p.panel, p.raised, 0.9 if over else 0.4),
            255,
            p.line_strong if over else p.line,
            pen.u(1),
        )
    )
    pen.put(Fill(pen.box(MARGIN + 1, y + 1, 36, ROW - 7), mix(p.panel, p.line, 0.45)))
    pen.icon(
        MARGIN + 19,
        y + (20 if law is not None else 29),
        f"law-{axis}",
        24,
        "text" if law is not None else "faint",
    )
    pen.text(56, y + 12, cockpit.stage.say(f"names-axis-{axis}").upper(), Style.CAPTION, "dim")
    if law is None:
        pen.text(56, y + 32, _say(cockpit, "no-law"), Style.PLAIN_15, "dim")
        return
    if law.mover >= 0:
        pen.emblem(MARGIN + 19, y + 43, cockpit.words.banner(law.mover), 8)
    words = cockpit.cards.law(law.key)
    room = pen.width - 56 - MARGIN - 6
    pen.text(56, y + 28, pen.fit(words.name, room, Style.STRONG_15), Style.STRONG_15)
    rival = _rival(cockpit, council, axis)
    under = _say(cockpit, "ends-if", letter=rival) if rival else words.effects[0]
    ink = "attention" if rival else "soft"
    pen.text(56, y + 46, pen.fit(under, room, Style.PLAIN_14), Style.PLAIN_14, ink)
    _seasons(cockpit, pen, y + 12, law.until)


def _seasons(cockpit: Cockpit, pen: Pen, y: float, until: int) -> None:
    """A dot for each season that it still lasts, and its last turn."""
    board, p = cockpit.model.board, pen.palette
    left = board.season(until) - board.season(cockpit.public.turn) + 1
    most = board.ruleset.council.seasons_in_force
    last = left <= 1
    said = _say(cockpit, "until", turn=until)
    at = pen.width - MARGIN - 8
    pen.text(at, y, said, Style.PLAIN_14, "attention" if last else "soft", "mr")
    x = at - pen.wide(said, Style.PLAIN_14) - 10 - 11 * (most - 1)
    for season in range(most):
        full = season < left
        pen.put(
            Disc(
                pen.x(x + 11 * season),
                pen.y(y),
                pen.u(3.5),
                p.credits if full else None,
                p.credits if full else p.line_strong,
                1.0,
            )
        )


def _rival(cockpit: Cockpit, council: Council, axis: str) -> str:
    """The letter of the bill that would end the law on an axis."""
    laws = cockpit.model.board.ruleset.laws
    return next(
        ("ABCD"[place] for place, bill in enumerate(council.docket) if laws[bill.law].axis == axis), ""
    )


# --- hands and motions ---------------------------------------------------------------------------


def draw_hands(cockpit: Cockpit, opens: Opens, pen: Pen) -> None:
    """What was moved for next season's docket, then every hand; a press on a law shows it."""
    board, public = cockpit.model.board, cockpit.public
    pen.panel("line_strong")
    pen.text(16, 15, _say(cockpit, "moved").upper(), Style.CAPTION, "dim")
    if board.takes_motions(public.turn):
        season = board.season(public.turn) + 2
        pen.text(pen.width - 14, 15, _say(cockpit, "moved-for", season=season), Style.PLAIN_14, "soft", "mr")
    pen.rule(27)
    moved = [(bill.law, bill.mover) for bill in public.moved]
    y = 42.0
    if not moved:
        none = _say(cockpit, "moved-none" if board.takes_motions(public.turn) else "moved-over")
        pen.text(16, y, pen.fit(none, pen.width - 28, Style.PLAIN_14), Style.PLAIN_14, "dim")
        y += 22
    abreast = 1 if len(moved) <= ONE_COLUMN else 2
    room = (pen.width - 28) / abreast
    for place, (law, mover) in enumerate(moved):
        x, line = 16 + place % abreast * room, y + place // abreast * 22
        pen.emblem(x + 8, line, cockpit.words.banner(mover), 7)
        _name(cockpit, opens, pen, (law, x + 22, line), room - 24)
    y += 22 * -(-len(moved) // abreast)
    pen.rule(y - 6)
    pen.text(16, y + 8, _say(cockpit, "hands").upper(), Style.CAPTION, "dim")
    _hands(cockpit, opens, pen, y + 20)


def _hands(cockpit: Cockpit, opens: Opens, pen: Pen, y: float) -> None:
    """A row for each seat, the own one first; two lines where there is room."""
    seats = sorted(cockpit.model.board.all_seats, key=lambda seat: seat != cockpit.seat)
    pitch = min(46.0, (pen.height - y - 4) / len(seats))
    tall = pitch >= 38
    for place, seat in enumerate(seats):
        top = y + place * pitch
        hand = cockpit.public.seats[seat].hand
        pen.emblem(24, top + pitch / 2, cockpit.words.banner(seat), 8)
        if not hand:
            pen.text(40, top + pitch / 2, _say(cockpit, "hand-empty"), Style.PLAIN_14, "dim")
        for (law, x, line), room in _places(pen, hand, top + pitch / 2, tall=tall):
            _name(cockpit, opens, pen, (law, x, line), room, own=seat == cockpit.seat)


def _places(
    pen: Pen, hand: tuple[str, ...], middle: float, *, tall: bool
) -> Iterator[tuple[tuple[str, float, float], float]]:
    """Where each law of a hand is written, and how wide it may be: below each other, or beside each other."""
    room = pen.width - 52
    for place, law in enumerate(hand):
        if tall:
            yield (law, 40, middle + (place - (len(hand) - 1) / 2) * 19), room
        else:
            part = room / len(hand)
            yield (law, 40 + part * place, middle), part - 8


def _name(
    cockpit: Cockpit, opens: Opens, pen: Pen, at: tuple[str, float, float], room: float, *, own: bool = False
) -> None:
    law, x, y = at
    words = pen.fit(cockpit.words.law(law), room, Style.STRONG_14)
    area = pen.box(x - 3, y - 9, pen.wide(words, Style.STRONG_14) + 6, 18)
    over = pen.hot(area, partial(opens, law))
    pen.text(x, y, words, Style.STRONG_14, "selection" if over else "text" if own else "soft")
    if over:
        pen.put(Fill(pen.box(x, y + 9, pen.wide(words, Style.STRONG_14), 1), pen.palette.soft))


def seats_of(cockpit: Cockpit, factions: tuple[str, ...]) -> tuple[Seat, ...]:
    """The seats that play one of these factions."""
    seating = cockpit.model.board.match.seating
    return tuple(Seat(seat) for seat, sitting in enumerate(seating) if str(sitting.faction) in factions)


def _say(cockpit: Cockpit, key: str, /, **parameters: str | int) -> str:
    return cockpit.stage.say(f"council-{key}", **parameters)
