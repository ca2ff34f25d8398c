"""The hall: a hundred seats in half rings, shared out by what everybody weighs."""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from typing import Final

from game.client.geometry import Rect
from game.client.look import Look
from game.client.scene.items import Item
from game.client.scene.marks import Marker
from game.client.theme import Banner

RINGS: Final = (14, 17, 20, 23, 26)
"""Seats of each half ring, from the inner one; a hundred in all."""
INNER: Final = 0.44
"""The inner ring's radius, of the outer one's."""


def hall_items(look: Look, room: Rect, shares: Sequence[tuple[Banner, int]]) -> Iterator[Item]:
    """Seats in `room` from left to right in the order of `shares`: banner and weight, at least one weight above 0."""
    places = sorted(_places(room), key=lambda place: place[0])
    radius = look.u(5)
    for (_, x, y), banner in zip(places, seated(shares, len(places)), strict=True):
        yield Marker(round(x), round(y), banner, radius, ringed=False)


def seated(shares: Sequence[tuple[Banner, int]], seats: int) -> list[Banner]:
    """Who sits in each of so many seats, in proportion to the weights; every rounding goes to the next."""
    total = sum(weight for _, weight in shares)
    banners: list[Banner] = []
    so_far = 0
    for banner, weight in shares:
        so_far += weight
        banners += [banner] * (round(seats * so_far / total) - len(banners))
    return banners


def _places(room: Rect) -> Iterator[tuple[float, float, float]]:
    """Angle from the left, and x and y of every seat."""
    reach = min(room.w / 2, room.h) * 0.93
    wide = min(1.2, room.w * 0.475 / reach) if reach else 1.0
    for ring, count in enumerate(RINGS):
        radius = reach * (INNER + (1 - INNER) * ring / (len(RINGS) - 1))
        for seat in range(count):
            angle = pi * (0.03 + 0.94 * seat / (count - 1))
            yield (
                angle,
                room.centre_x - cos(angle) * radius * wide,
                room.bottom - sin(angle) * radius,
            )
