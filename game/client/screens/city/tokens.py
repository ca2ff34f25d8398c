"""The leaders on the map, and the arcs from where they stand to where they act."""

from collections.abc import Sequence

from msgspec import Struct

from game.client.camera import Camera
from game.client.geometry import Rect
from game.client.look import Look
from game.client.scene.items import CutBox, Disc, Group, Icon, Item, Text
from game.client.scene.marks import Badge, Portrait
from game.client.scene.plates import arc_items, token_items
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.places import Place, spread
from game.client.theme import Banner, Style
from game.client.widgets.richtext import wrapped
from game.rules.ids import Leader
from game.rules.orders import Led, verb_of
from game.rules.state import NOT_ARRIVED

MY_RADIUS = 21
CHOSEN_RADIUS = 25
RIVAL_RADIUS = 15
HINT_WIDTH = 300
HINT_LINES = 3


class Token(Struct, frozen=True):
    """A leader on the map: the pixel it stands on, and the rectangle its picture takes."""

    leader: Leader
    x: int
    y: int
    rect: Rect
    picture: str
    banner: Banner
    radius: int
    own: bool
    chosen: bool
    badge: Badge


def tokens_of(cockpit: Cockpit, look: Look, camera: Camera, places: Sequence[Place]) -> tuple[Token, ...]:
    """Every leader who has joined, from the back of the map to the front, the selected one last."""
    here: dict[int, list[Leader]] = {}
    for number, where in enumerate(cockpit.public.leaders):
        if where != NOT_ARRIVED:
            here.setdefault(where, []).append(Leader(number))
    tokens = []
    for district, leaders in here.items():
        x, y = camera.at(*places[district].middle)
        for leader, shift in zip(leaders, spread(len(leaders), look.u(44)), strict=True):
            tokens.append(_token(cockpit, look, leader, (x + shift, y)))
    return tuple(sorted(tokens, key=lambda token: (token.chosen, token.y, token.x)))


def _token(cockpit: Cockpit, look: Look, leader: Leader, at: tuple[int, int]) -> Token:
    planning = cockpit.model.planning
    plan = cockpit.model.board.leaders[leader]
    own = plan.seat == cockpit.seat
    chosen = own and planning.selected.leader == leader
    radius = look.u(CHOSEN_RADIUS if chosen else MY_RADIUS if own else RIVAL_RADIUS)
    badge: Badge = "none" if not own else "given" if planning.order_of(leader) else "waiting"
    x, y = at
    under = look.u(40 if chosen else 24)
    rect = Rect(
        x - radius - look.u(3), y - look.u(17) - 2 * radius, 2 * radius + look.u(6), 2 * radius + under
    )
    return Token(leader, x, y, rect, plan.key, cockpit.words.banner(plan.seat), radius, own, chosen, badge)


def token_group(look: Look, token: Token, swell: float | None) -> Item:
    """A token as one picture; `swell` puts the rings of the selected leader under it."""
    ring = look.palette.go if token.chosen else None
    light = 1.0 if token.own else 0.85
    face = Portrait(0, 0, token.picture, token.banner, token.radius, ring, token.badge, light)
    items = token_items(look, face, swell=swell)
    reach = look.u(62)
    height = 2 * token.radius + look.u(34)
    return Group(Rect(-reach, -height, 2 * reach, height + look.u(34)), items, (token.x, token.y))


def token_hint(look: Look, token: Token, words: str, room: Rect) -> tuple[Item, ...]:
    """A leader's name and what it is good at, over its token, in at most three lines."""
    u, p = look.u, look.palette
    lines = wrapped(look, words, u(HINT_WIDTH), Style.STRONG_14)[:HINT_LINES]
    wide = max(look.width(line, Style.STRONG_14) for line in lines) + u(16)
    high = u(8 + 18 * len(lines))
    rect = Rect(token.x - wide // 2, token.rect.y - high - u(4), wide, high).kept_inside(room)
    face = look.face(Style.STRONG_14)
    texts = (
        Text(rect.x + u(8), rect.y + u(13 + 18 * nth), line, face, p.text, "ml")
        for nth, line in enumerate(lines)
    )
    return (CutBox(rect, u(6), p.panel, 250, p.line_strong, u(1)), *texts)


def arc_of(cockpit: Cockpit, look: Look, camera: Camera, places: Sequence[Place]) -> tuple[Item, ...]:
    """The arc of the order looked at, with the verb's sign where it acts; nothing where a leader acts at home."""
    order: Led | None = cockpit.model.planning.subject()
    if order is None:
        return ()
    here = cockpit.public.leaders[order.leader]
    start = camera.at(*places[here].middle)
    end = camera.at(*places[order.district].middle)
    sign = _verb_sign(cockpit, look, order, (end[0], end[1] + look.u(4)))
    if here == order.district:
        return ()
    return (*arc_items(look, start, end, look.palette.go), *sign)


def _verb_sign(cockpit: Cockpit, look: Look, order: Led, at: tuple[int, int]) -> tuple[Item, ...]:
    u, palette = look.u, look.palette
    icon = "verb-" + cockpit.words.verb_key(cockpit.seat, verb_of(order))
    return (
        Disc(at[0], at[1], u(17), palette.ink, palette.go, u(1.6)),
        Icon(at[0], at[1], icon, u(22), palette.go),
    )
