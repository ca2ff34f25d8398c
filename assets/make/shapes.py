"""The outline that stands for each faction, and for the residents."""

import math

from canvas import Point

# The soft diamond is a superellipse; this exponent rounds its sides a little outwards.
SOFTNESS = 1.25


def outline(owner: str, centre: Point, radius: float) -> list[Point]:
    """The closed outline of `owner` (sra, occ, ca or res) around a centre, about `radius` in size."""
    if owner == "occ":
        return _turned([math.radians(60 * step - 90) for step in range(6)], centre, radius * 1.04)
    if owner == "ca":
        return _diamond(centre, radius * 1.16)
    if owner == "res":
        return _square(centre, radius * 0.84, radius * 0.2)
    return _turned([step * math.tau / 96 for step in range(96)], centre, radius)


def _turned(angles: list[float], centre: Point, radius: float) -> list[Point]:
    return [(centre[0] + radius * math.cos(a), centre[1] + radius * math.sin(a)) for a in angles]


def _diamond(centre: Point, radius: float) -> list[Point]:
    def bent(value: float) -> float:
        return math.copysign(abs(value) ** (2 / SOFTNESS), value)

    angles = [step * math.tau / 96 for step in range(96)]
    return [(centre[0] + radius * bent(math.cos(a)), centre[1] + radius * bent(math.sin(a))) for a in angles]


def _square(centre: Point, half: float, corner: float) -> list[Point]:
    points: list[Point] = []
    for quarter, (across, down) in enumerate(((1, 1), (-1, 1), (-1, -1), (1, -1))):
        middle = (centre[0] + across * (half - corner), centre[1] + down * (half - corner))
        start = quarter * 90
        points += _turned([math.radians(start + step * 15) for step in range(7)], middle, corner)
    return points
