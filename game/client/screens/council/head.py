"""The upper part of the Council: who weighs what, the hall, and the voice there is to spend."""

from collections.abc import Callable
from functools import partial
from typing import Final

from game.client.geometry import Rect
from game.client.model.council import Council, Weight
from game.client.scene.items import Fill
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.pen import Pen
from game.client.screens.city.sums import extent, running
from game.client.screens.council.hall import hall_items
from game.client.theme import Style
from game.client.widgets.richtext import wrapped
from game.client.widgets.tips import Tip, TipRow
from game.rules.ids import Seat

HEAD_WIDTH: Final = 290
VOICE_WIDTH: Final = 256
BOXES: Final = 10
"""Boxes of voice in a row."""
LIST_TOP: Final = 96
MOST_PITCH: Final = 29


Explain = Callable[[Tip, Rect, Rect], None]
"""Opens a sum beside a number; all but the last rectangle is dimmed."""


def draw_head(cockpit: Cockpit, council: Council, explain: Explain, pen: Pen) -> None:
    """The title, and a row for each seat with its weight, which `explain` opens into its sum."""
    say = partial(_say, cockpit)
    pen.text(18, 28, say("title").upper(), Style.H1)
    when = say("sits-now", laws=len(council.docket)) if council.sits else say("sits", turn=council.turn)
    if not council.docket:
        when = say("sits-not")
    pen.text(20, 54, pen.fit(when, pen.width - 20, Style.PLAIN), Style.PLAIN, "soft")
    pen.text(20, 73, say("tie"), Style.PLAIN_15, "dim")
    weights = council.weights()
    pitch = min(MOST_PITCH, (pen.height - LIST_TOP) / len(weights))
    for place, weight in enumerate(weights):
        _row(cockpit, explain, pen, (LIST_TOP + pitch * (place + 0.5), weight))


def _row(cockpit: Cockpit, explain: Explain, pen: Pen, at: tuple[float, Weight]) -> None:
    y, weight = at
    own = weight.seat == cockpit.seat
    pen.emblem(28, y, cockpit.words.banner(weight.seat), 9)
    style = Style.STRONG if own else Style.PLAIN
    room = pen.width - 48 - 56
    name = pen.fit(cockpit.words.faction(weight.seat), room, style)
    pen.text(46, y, name, style, "text" if own else "soft")
    number = pen.box(pen.width - 50, y - 10, 44, 20)
    opens = partial(_explain, cockpit, explain, weight, (number, pen.rect))
    pen.number((pen.width - 6, y), str(weight.total), Style.SMALL_NUMBER, opens, right=True)


def draw_hall(cockpit: Cockpit, council: Council, pen: Pen) -> None:
    """The hall, seats from left to right as the list has them from top to bottom; the sum below the arch."""
    weights = council.weights()
    whole = sum(weight.total for weight in weights)
    if whole <= 0:
        return
    shares = [(cockpit.words.banner(weight.seat), weight.total) for weight in weights]
    room = Rect(pen.rect.x, pen.rect.y, pen.rect.w, pen.rect.h - pen.u(14))
    pen.put(*hall_items(pen.look, room, shares))
    middle = pen.width / 2
    pen.text(middle, pen.height - 46, f"{whole:,}", Style.NUMBER, "text", "c")
    pen.text(middle, pen.height - 25, _say(cockpit, "in-hall"), Style.PLAIN_15, "soft", "c")


def draw_voice(cockpit: Cockpit, council: Council, pen: Pen) -> None:
    """The voice in the purse as boxes: behind which law, spent otherwise, kept."""
    say = partial(_say, cockpit)
    pen.panel("voice")
    pen.text(16, 15, say("voice").upper(), Style.CAPTION, "dim")
    pen.rule(27)
    if cockpit.seat < 0:
        pen.text(16, 50, say("watching"), Style.PLAIN_15, "dim")
        return
    planning = cockpit.model.planning
    have, costs, spent = planning.purse().voice, planning.costs().voice, council.spent()
    pen.icon(30, 54, "voice", 26, "voice")
    at = pen.text(52, 54, str(have - costs + spent), Style.H1)
    pen.text(at + 10, 56, say("to-spend"), Style.STRONG_15, "soft")
    _boxes(council, pen, 74, have - costs + spent)
    kept = say("voice-kept", kept=have - costs, spent=spent)
    pen.text(16, 126, pen.fit(kept, pen.width - 28, Style.STRONG_14), Style.STRONG_14, "soft")
    rule = cockpit.model.board.ruleset.council
    about = say("voice-about", weight=rule.weight_per_voice, most=rule.most_voice)
    pen.rule(138)
    for line, words in enumerate(wrapped_lines(pen, about)):
        pen.text(16, 152 + 16 * line, words, Style.PLAIN_14, "dim")


def _boxes(council: Council, pen: Pen, y: float, have: int) -> None:
    """A box for each voice; those behind a ballot bear the letter of its law."""
    letters = [
        "ABCD"[place]
        for place, bill in enumerate(council.docket)
        for _ in range(max(0, abs(council.stop(bill.law)) - 1))
    ]
    if have <= 0:
        return
    step = (pen.width - 28) / BOXES
    p = pen.palette
    for place in range(have):
        left, top = 16 + place % BOXES * step, y + place // BOXES * 20
        box = pen.box(left, top, step - 4, 16)
        letter = letters[place] if place < len(letters) else ""
        pen.put(
            Fill(
                box,
                p.voice if letter else p.panel,
                255,
                pen.u(3),
                p.voice if letter else p.line_strong,
                pen.u(1),
            )
        )
        if letter:
            pen.text(left + (step - 4) / 2, top + 8, letter, Style.STRONG_14, "ink", "c")


def wrapped_lines(pen: Pen, words: str) -> list[str]:
    """Words in plain 14 over the panel's width, as many lines as they need."""
    return wrapped(pen.look, words, pen.u(pen.width - 30), Style.PLAIN_14)


def weight_sum(cockpit: Cockpit, weight: Weight) -> Tip:
    """What a weight is made of."""
    rows: list[tuple[TipRow, float]] = []
    for source, value in weight.lines:
        words = _source(cockpit, weight.seat, source)
        rows.append((TipRow("+" if rows else "", str(value), *words), float(value)))
    rows.append((TipRow("=", str(weight.total), _say(cockpit, "weight"), kind="sum"), 0.0))
    placed = running(rows)
    crumbs = (_say(cockpit, "title"), str(weight.total))
    foot = (cockpit.say("sum-rule", rule="8"), cockpit.say("sum-escape"))
    return Tip(crumbs, cockpit.words.faction(weight.seat), placed, foot, *extent(placed))


def _source(cockpit: Cockpit, seat: Seat, source: str) -> tuple[str, str]:
    """A line's name and where it comes from: support, voice, the residents, or a landmark that is led."""
    if source in ("support", "voice", "residents"):
        return _say(cockpit, f"line-{source}"), _say(cockpit, f"line-{source}-why")
    return cockpit.words.cause(source), _say(cockpit, "line-landmark-why", who=cockpit.words.short(seat))


def _explain(cockpit: Cockpit, explain: Explain, weight: Weight, at: tuple[Rect, Rect]) -> None:
    explain(weight_sum(cockpit, weight), *at)


def _say(cockpit: Cockpit, key: str, /, **parameters: str | int) -> str:
    return cockpit.stage.say(f"council-{key}", **parameters)
