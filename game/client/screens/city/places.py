"""Where on the map things stand: the middle of each district, tokens around it, plates in its front corner."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from game.client.camera import Camera
from game.client.city_layout import CityLayout
from game.client.geometry import Rect, Spot

AIR = 2
"""Cells that a landmark keeps free of tokens and plates around itself."""


class Place(Struct, frozen=True):
    """A district's middle, and the cells its plate may stand on, the best first; all in cells."""

    middle: Spot
    plates: tuple[Spot, ...]


def places_of(layout: CityLayout, districts: int) -> tuple[Place, ...]:
    """The places of every district, in the order of the city."""
    cells: list[list[tuple[int, int]]] = [[] for _ in range(districts)]
    for y, row in enumerate(layout.art.district_of):
        for x, number in enumerate(row):
            if number >= 0:
                cells[number].append((x, y))
    landmarks = [mark.at for mark in layout.art.landmarks]
    return tuple(_place(own, landmarks) for own in cells)


def _place(cells: Sequence[tuple[int, int]], landmarks: Sequence[Spot]) -> Place:
    """Middle: the free cell nearest to the centre. Plates: from the front corner backwards."""
    if not cells:
        return Place((0.0, 0.0), ((0.0, 0.0),))
    free = [cell for cell in cells if all(_far(cell, mark) for mark in landmarks)] or list(cells)
    mean_x = sum(x for x, _ in cells) / len(cells)
    mean_y = sum(y for _, y in cells) / len(cells)
    middle = min(free, key=lambda c: (_square(c, (mean_x, mean_y)), c))
    side = mean_x - mean_y
    front = max(x + y for x, y in cells)
    ranked = sorted(free, key=lambda c: ((front - c[0] - c[1]) * 1.0 + abs(c[0] - c[1] - side) * 0.55, c))
    plates = tuple((x + 0.5, y + 0.5) for x, y in ranked[:: max(1, len(ranked) // 24)])
    return Place((middle[0] + 0.5, middle[1] + 0.5), plates)


def _far(cell: tuple[int, int], mark: Spot) -> bool:
    return max(abs(cell[0] + 0.5 - mark[0]), abs(cell[1] + 0.5 - mark[1])) > AIR


def _square(a: tuple[int, int], b: Spot) -> float:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


def spread(count: int, gap: int) -> tuple[int, ...]:
    """How far left or right of the middle each of `count` tokens stands, in pixels."""
    return tuple(round((n - (count - 1) / 2) * gap) for n in range(count))


def plate_spots(
    camera: Camera, places: Sequence[Place], sizes: Sequence[tuple[int, int]], taken: Iterable[Rect]
) -> tuple[tuple[int, int], ...]:
    """The window's pixel for the middle of each plate, so that plates cover neither each other nor what is `taken`.

    The front districts choose first. Where no free cell is left a plate stands where it covers least.
    """
    full = list(taken)
    found: dict[int, tuple[int, int]] = {}
    order = sorted(range(len(places)), key=lambda d: -sum(places[d].middle))
    for district in order:
        w, h = sizes[district]
        best, least = (0, 0), None
        for rank, (x, y) in enumerate(places[district].plates):
            px, py = camera.at(x, y)
            rect = Rect.centred(px, py, w, h)
            covered = sum(_area(rect.intersection(other)) for other in full) + rank
            if least is None or covered < least:
                best, least = (px, py), covered
            if covered <= rank:
                break
        found[district] = best
        full.append(Rect.centred(*best, w, h))
    return tuple(found[d] for d in range(len(places)))


def _area(rect: Rect) -> int:
    return 0 if rect.is_empty else rect.w * rect.h * 100


def neighbour(
    here: int, links: Sequence[int], middles: Sequence[tuple[int, int]], direction: tuple[int, int]
) -> int | None:
    """The linked district that lies most in a direction of the window; None where there is none."""
    best, least = None, float("inf")
    for link in links:
        dx, dy = middles[link][0] - middles[here][0], (middles[link][1] - middles[here][1]) * 2
        along = dx * direction[0] + dy * direction[1]
        aside = abs(dx * direction[1]) + abs(dy * direction[0])
        if along > 0 and aside <= along * 2.5 and along + 2 * aside < least:
            best, least = link, along + 2 * aside
    return best
