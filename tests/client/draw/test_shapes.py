import math
from itertools import pairwise

import pygame
import pytest

from game.client.draw import shapes
from game.client.theme import SIGNS, Hatch, Shape


def test_a_smooth_shape_has_no_dark_fringe() -> None:
    """Premultiplied: no channel is above alpha, and half covered pixels keep the colour."""

    def paint(s: pygame.Surface, k: int) -> None:
        pygame.draw.circle(s, (255, 0, 0), (10 * k, 10 * k), 8 * k)

    disc = shapes.smooth(20, 20, paint)
    pixels = [disc.get_at((x, y)) for x in range(20) for y in range(20)]
    assert all(p.r <= p.a + 1 for p in pixels)
    edge = [p for p in pixels if 40 < p.a < 215]
    assert edge
    assert all(abs(p.r - p.a) <= 2 for p in edge)


def test_dashes_cover_their_share_of_the_line() -> None:
    pieces = shapes.dashes([(0, 0), (60, 0), (60, 40)], 6, 4)
    lengths = [sum(math.dist(a, b) for a, b in pairwise(p)) for p in pieces]
    assert len(pieces) == 10
    assert sum(lengths) == pytest.approx(60)


@pytest.mark.parametrize("shape", [s.shape for s in SIGNS.values()])
def test_an_outline_lies_around_its_middle(shape: Shape) -> None:
    spots = shapes.outline(shape, 50, 50, 20)
    assert all(14 <= math.dist(s, (50, 50)) <= 24 for s in spots)
    assert sum(x for x, _ in spots) / len(spots) == pytest.approx(50, abs=0.5)


def test_hatches_can_be_told_apart_without_colour() -> None:
    kinds: list[Hatch] = ["none", "rising", "falling", "upright", "level", "dots", "rings"]
    drawn = {pygame.image.tobytes(shapes.hatch(40, 16, k, (0, 0, 0, 200), 6), "RGBA") for k in kinds}
    assert len(drawn) == len(kinds)
