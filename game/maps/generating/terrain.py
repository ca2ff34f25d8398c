"""Where the ground is and where the water: one function for each style."""

import math
from collections.abc import Callable
from random import Random

from game.maps.generating.canvas import Canvas, Cell

Land = set[Cell]

_Inside = Callable[[float, float], bool]
"""Whether a place is land; coordinates run from -1 to 1 over the canvas."""


def land_of(style: str, canvas: Canvas, seats: int, draw: Random) -> Land:
    """The cells that are land. The other parts' ground is turned from the part that is drawn."""
    inside = _STYLES[style](draw, seats)
    land: Land = set()
    for cell in canvas.part():
        x, y = ((2 * place + 1) / canvas.side - 1 for place in cell)
        if inside(x, y):
            land.update(canvas.turned(cell))
    return land


def _grid(_draw: Random, _seats: int) -> _Inside:
    return lambda _x, _y: True


def _wobble(draw: Random, radius: float, depth: float) -> Callable[[float], float]:
    """A radius that swings with the angle."""
    waves = [(count, draw.uniform(0, math.tau)) for count in (2, 3, 5)]
    return lambda angle: radius + depth * sum(math.sin(count * angle + phase) for count, phase in waves) / 3


def _old_town(draw: Random, _seats: int) -> _Inside:
    wall = _wobble(draw, 0.97, 0.09)
    return lambda x, y: math.hypot(x, y) < wall(math.atan2(y, x))


def _rivers(draw: Random, seats: int) -> _Inside:
    """One river, or two from three seats on, each swinging once across the city."""
    count = 1 if seats < 3 else 2
    across = draw.random() < 0.5
    rivers = [
        (
            2 * (place + 1) / (count + 1) - 1,
            draw.uniform(0.08, 0.2),
            draw.uniform(0, math.tau),
            draw.uniform(0.8, 1.3),
        )
        for place in range(count)
    ]

    def inside(x: float, y: float) -> bool:
        along, beside = (x, y) if across else (y, x)
        return all(
            abs(beside - middle - swing * math.sin(math.pi * pace * along + phase)) > 0.055
            for middle, swing, phase, pace in rivers
        )

    return inside


def _ring(draw: Random, _seats: int) -> _Inside:
    shore = _wobble(draw, 0.97, 0.04)
    lake = _wobble(draw, 0.26, 0.05)
    return lambda x, y: lake(math.atan2(y, x)) < math.hypot(x, y) < shore(math.atan2(y, x))


def _islands(draw: Random, seats: int) -> _Inside:
    """An island for each seat around one in the middle, with water between."""
    turn = draw.uniform(0, math.tau)
    places = [(0.0, 0.0)] + [
        (0.68 * math.cos(turn + math.tau * n / seats), 0.68 * math.sin(turn + math.tau * n / seats))
        for n in range(seats)
    ]
    coasts = [_wobble(draw, 0.47 if seats < 5 else 0.42, 0.07) for _ in places]

    def inside(x: float, y: float) -> bool:
        ways = sorted((math.hypot(x - px, y - py), n) for n, (px, py) in enumerate(places))
        (near, own), (far, _) = ways[:2]
        px, py = places[own]
        return near < coasts[own](math.atan2(y - py, x - px)) and far - near > 0.09

    return inside


_STYLES: dict[str, Callable[[Random, int], _Inside]] = {
    "grid": _grid,
    "old-town": _old_town,
    "rivers": _rivers,
    "ring": _ring,
    "islands": _islands,
}
