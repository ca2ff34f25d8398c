"""The bar to go through a replay: buttons, a cell for every turn with the Galas marked, and the next turn's call."""

from functools import partial

from game.client.geometry import Rect
from game.client.scene.items import CutBox, Fill, Icon
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.pen import Pen, Press
from game.client.screens.replay.reel import Reel
from game.client.theme import Style, mix

TOP = 8
"""What the strip leaves free above, as the verbs do that stand here in a match."""
BUTTON = 44
CELLS = 70
KEYS = {"first": "Home", "back": "Backspace", "play": "Space", "next": "Enter", "end": "End"}


def draw_transport(cockpit: Cockpit, reel: Reel, pen: Pen) -> None:
    """Draw the bar."""
    p, say = pen.palette, cockpit.stage.say
    ground = pen.box(0, TOP, pen.width, pen.height - TOP)
    pen.put(CutBox(ground, pen.u(8), p.panel, 246, p.line, pen.u(1)))
    ways: tuple[tuple[str, str, Press], ...] = (
        ("first", "skip-previous", reel.first),
        ("back", "rewind", reel.back),
        ("play", "pause" if reel.running else "play", reel.toggle),
        ("next", "fast-forward", reel.forward),
        ("end", "skip-next", reel.to_end),
    )
    x = 14.0
    for name, icon, press in ways:
        off = (name in ("first", "back") and not reel.at) or (
            name in ("next", "end") and reel.at == reel.last
        )
        hint = say(f"replay-hint-{'stop' if name == 'play' and reel.running else name}", cap=KEYS[name])
        _button(pen, pen.box(x, TOP + 10, BUTTON, 34), icon, None if off else press, hint)
        x += BUTTON + 6
    words = say("replay-after", turn=reel.at, turns=reel.last) if reel.at else say("replay-before")
    after = pen.text(x + 10, TOP + 27, words, Style.STRONG_18)
    _proof(cockpit, reel, pen, after + 16)
    _cells(cockpit, reel, pen)


def _button(pen: Pen, rect: Rect, icon: str, press: Press | None, hint: str) -> None:
    p, u = pen.palette, pen.u
    over = press is not None and pen.hot(rect, press, hint)
    ground = mix(p.panel, p.line_strong, 0.5 if over else 0.25) if press else p.panel
    edge = p.soft if over else p.line_strong if press else p.line
    pen.put(CutBox(rect, u(7), ground, 255, edge, u(1)))
    pen.put(Icon(rect.centre_x, rect.centre_y, icon, u(18), p.text if press else p.faint))


def _proof(cockpit: Cockpit, reel: Reel, pen: Pen, left: float) -> None:
    """Whether the rules came to the same, at the right end."""
    key = {True: "proved", False: "doubted", None: "unproved"}[reel.proved]
    ink = {True: "go", False: "loss", None: "dim"}[reel.proved]
    words = pen.fit(cockpit.stage.say(f"replay-is-{key}"), pen.width - left - 36, Style.STRONG_14)
    wide = pen.wide(words, Style.STRONG_14)
    x = pen.width - 14 - wide
    pen.sign(x - 10, TOP + 27, "tick" if reel.proved else "diamond", ink, 5)
    pen.text(x, TOP + 27, words, Style.STRONG_14, ink)
    pen.hot(
        pen.box(x - 18, TOP + 13, wide + 18, 28), lambda: None, cockpit.stage.say(f"replay-is-{key}-hint")
    )


def _cells(cockpit: Cockpit, reel: Reel, pen: Pen) -> None:
    """A cell for every turn; a press goes there. Where a Gala was held the cell is marked."""
    p, u, board = pen.palette, pen.u, cockpit.model.board
    step = (pen.width - 28) / reel.last
    for turn in range(1, reel.last + 1):
        left = 14 + (turn - 1) * step
        area = pen.box(left, CELLS - 12, step, 34)
        hint = cockpit.stage.say("replay-hint-turn", turn=turn)
        over = pen.hot(area, partial(reel.go, turn), hint)
        box = pen.box(left + 1, CELLS, step - 2, 9)
        fill = p.go if turn == reel.at else mix(p.go_ground, p.go, 0.25) if turn < reel.at else p.groove
        pen.put(Fill(box, mix(fill, (255, 255, 255), 0.3) if over else fill, 255, u(2)))
        if board.ends_season(turn):
            pen.icon(left + step / 2, CELLS + 20, "gala", 13, "attention" if turn <= reel.at else "dim")


def draw_call(cockpit: Cockpit, reel: Reel, on_results: Press, pen: Pen) -> None:
    """The one mint button: the next turn, and after the last the results."""
    p, u, say = pen.palette, pen.u, cockpit.stage.say
    ended = reel.at == reel.last
    over = pen.hot(pen.rect, on_results if ended else reel.forward)
    ground = mix(p.go, (255, 255, 255), 0.14 if over else 0.0)
    pen.put(CutBox(pen.rect, u(9), ground, 255, mix(p.go, (255, 255, 255), 0.4), u(1.4)))
    middle = pen.height / 2
    title = say("replay-results" if ended else "replay-next").upper()
    pen.text(22, middle - 9, pen.fit(title, pen.width - 100, Style.H1), Style.H1, p.on_go)
    words = say("replay-over") if ended else say("replay-next-is", turn=reel.at + 1, turns=reel.last)
    pen.text(
        23, middle + 17, pen.fit(words, pen.width - 40, Style.STRONG), Style.STRONG, mix(p.on_go, p.go, 0.18)
    )
    pen.keycap(pen.width - 18, middle - 9, KEYS["next"], on_call=True)
