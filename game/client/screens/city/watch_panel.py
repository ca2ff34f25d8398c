"""What one who watches sees in place of a slate: the seats, who plays them, and how they stand."""

from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.pen import Pen
from game.client.screens.city.sitters import Sitter, sitters
from game.client.theme import Style

ROW = 54
HEAD = 32
FOOT = 36


def watch_height(cockpit: Cockpit) -> float:
    """Design height of the panel."""
    return HEAD + ROW * cockpit.model.board.seats + FOOT + 6


def draw_watch(cockpit: Cockpit, pen: Pen) -> None:
    """Draw the panel."""
    pen.panel(pen.palette.line_strong)
    pen.text(16, 15, cockpit.say("watch-seats").upper(), Style.CAPTION, "dim")
    pen.rule(27)
    for place, sitter in enumerate(sitters(cockpit)):
        _row(cockpit, pen, HEAD + place * ROW, sitter)
    bottom = HEAD + ROW * cockpit.model.board.seats
    pen.rule(bottom + 1)
    room = cockpit.model.company.room
    words = cockpit.say("people-watchers", count=room.watchers if room is not None else 0)
    pen.icon(26, bottom + 20, "seat-spectator", 18, "soft")
    pen.text(44, bottom + 20, words, Style.PLAIN_14, "soft")


def _row(cockpit: Cockpit, pen: Pen, y: float, sitter: Sitter) -> None:
    room = pen.width - 64
    over = pen.hot(pen.box(6, y, pen.width - 12, ROW - 4), cockpit.open_people, sitter.state)
    pen.emblem(28, y + 25, sitter.banner, 14, filled=cockpit.model.ready[sitter.seat])
    ink = "selection" if over else "text"
    pen.text(52, y + 14, pen.fit(sitter.name, room, Style.STRONG), Style.STRONG, ink)
    x = 58
    if sitter.sign == "tick":
        pen.sign(x, y + 35, "tick", "go", 5)
    elif sitter.sign == "dots":
        pen.sign(x, y + 35, "dots", "attention", 5)
    else:
        pen.icon(x, y + 35, sitter.sign, 14, "loss")
    pen.text(72, y + 35, pen.fit(sitter.state, room - 20, Style.PLAIN_14), Style.PLAIN_14, "soft")
