"""The strip over the map: the Gala that comes with its weight and Spotlight, and the Tension of this turn or the next."""

from msgspec import Struct

from game.client.geometry import Rect
from game.client.look import Look
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.pen import Pen
from game.client.theme import Style
from game.client.widgets.richtext import Part, Span

HEIGHT = 42


def coming_rects(look: Look, map_rect: Rect, *, tension: bool) -> tuple[Rect, ...]:
    """Where the boxes of the strip lie: one, or two beside each other."""
    u = look.u
    top, x = map_rect.y + u(8), map_rect.x + u(12)
    width = min(u(332), map_rect.w - u(24))
    first = Rect(x, top, width, u(HEIGHT))
    if not tension:
        return (first,)
    second = Rect(
        first.right + u(8), top, min(u(248), map_rect.right - u(12) - first.right - u(8)), u(HEIGHT)
    )
    return first, second


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


def draw_gala(cockpit: Cockpit, pen: Pen) -> None:
    """The coming Gala: when, what it counts, which quarters are lit."""
    board, turn = cockpit.model.board, cockpit.public.turn
    season = board.season(turn)
    last = (season + 1) * board.length.season_turns
    pen.panel("attention")
    pen.icon(24, HEIGHT / 2, "gala", 26, "attention")
    left = last - turn
    head: list[Part] = [
        Span(cockpit.say("gala-head", turn=last), "attention"),
        Span(cockpit.say("gala-left", left=left), "text"),
    ]
    pen.line(46, 13, head, Style.STRONG_15)
    quarters = " + ".join(str(quarter) for quarter in cockpit.public.spotlight[season])
    weight = board.length.gala_weights[season]
    words = cockpit.say("gala-spotlight", quarters=quarters, weight=weight)
    pen.text(46, 30, pen.fit(words, pen.width - 58, Style.PLAIN_14), Style.PLAIN_14, "dim")


def draw_tension(cockpit: Cockpit, pen: Pen) -> None:
    """The Tension of this turn or the next."""
    coming = tension_coming(cockpit)
    if coming is None:
        return
    pen.panel("loss")
    pen.icon(24, HEIGHT / 2, "unrest", 24, "loss")
    now = coming.turn == cockpit.public.turn
    head = cockpit.say("tension-now") if now else cockpit.say("tension-head", turn=coming.turn)
    pen.text(44, 13, head, Style.STRONG_15, "loss")
    words = cockpit.say("tension-points", points=coming.points)
    pen.text(44, 30, pen.fit(words, pen.width - 54, Style.PLAIN_14), Style.PLAIN_14, "dim")
