"""A city as a small picture: whose districts lie where, in one colour each."""

from collections.abc import Sequence

import msgspec

from game.client.geometry import Rect
from game.client.look import Look
from game.client.scene.marks import MiniDistrict, MiniMap
from game.client.theme import RESIDENTS, Banner, Colour, mix
from game.maps.art import MapArt, TileRows
from game.rules.board import Board
from game.rules.city import City
from game.rules.ids import Wealth
from game.rules.state import Public


class Sketch(msgspec.Struct, frozen=True):
    """Rows of district numbers (-1: none), `width` cells a row."""

    cells: tuple[int, ...]
    width: int


def sketch_of(art: MapArt) -> Sketch:
    """The cells of a map, without the empty rows and columns around the city."""
    rows = art.district_of
    across = [x for row in rows for x, number in enumerate(row) if number >= 0]
    down = [y for y, row in enumerate(rows) if max(row) >= 0]
    return _cut(rows, (min(across), max(across) + 1), (min(down), max(down) + 1))


def _cut(rows: TileRows, columns: tuple[int, int], lines: tuple[int, int]) -> Sketch:
    kept = [row[columns[0] : columns[1]] for row in rows[lines[0] : lines[1]]]
    return Sketch(tuple(number for row in kept for number in row), columns[1] - columns[0])


def wealth_colours(look: Look, city: City) -> tuple[Colour, ...]:
    """A colour per district by its wealth, the more people the brighter: the city before anybody plays."""
    shades = wealth_shades(look)
    return tuple(
        mix(shades[plan.wealth], look.palette.ink, 0.3 - 0.03 * min(plan.population, 10))
        for plan in city.districts
    )


def wealth_shades(look: Look) -> dict[Wealth, Colour]:
    """The colour of each wealth: the richer, the lighter."""
    palette = look.palette
    return {
        Wealth.UNDERSERVED: mix(palette.voice, palette.ink, 0.5),
        Wealth.MIXED: mix(palette.residents, palette.voice, 0.25),
        Wealth.AFFLUENT: mix(palette.soft, (255, 255, 255), 0.4),
    }


def middles(sketch: Sketch, districts: int) -> tuple[tuple[float, float], ...]:
    """The middle of each district in cells: its own cell nearest to the mean of all its cells."""
    cells: list[list[tuple[int, int]]] = [[] for _ in range(districts)]
    for place, number in enumerate(sketch.cells):
        if number >= 0:
            cells[number].append((place % sketch.width, place // sketch.width))
    return tuple(_middle(own) for own in cells)


def _middle(cells: Sequence[tuple[int, int]]) -> tuple[float, float]:
    x, y = (sum(cell[axis] for cell in cells) / len(cells) for axis in (0, 1))
    nearest = min(cells, key=lambda cell: (cell[0] - x) ** 2 + (cell[1] - y) ** 2)
    return nearest[0] + 0.5, nearest[1] + 0.5


def spot_on(sketch: Sketch, rect: Rect, at: tuple[float, float]) -> tuple[int, int]:
    """Where a place in cells lies in the window when the sketch is drawn inside `rect`."""
    rows = len(sketch.cells) // sketch.width
    unit = min(rect.w / (sketch.width + rows), rect.h / ((sketch.width + rows) * 0.75))
    left = rect.x + rect.w / 2 + (rows - sketch.width) * unit / 2
    top = rect.y + (rect.h - (sketch.width + rows) * unit * 0.75) / 2
    return round(left + (at[0] - at[1]) * unit), round(top + (at[0] + at[1]) * unit * 0.75)


def leading(board: Board, public: Public) -> tuple[Banner, ...]:
    """Who leads each district now, alone and with enough people behind it; else the residents."""
    return tuple(_leader(board, state.support) for state in public.districts)


def _leader(board: Board, support: Sequence[int]) -> Banner:
    most = max(support)
    if most < board.ruleset.gala.least_to_lead or support.count(most) > 1:
        return RESIDENTS
    sitting = board.match.seating[support.index(most)]
    return Banner(sitting.faction, sitting.chapter - 1)


def banner_colours(look: Look, banners: Sequence[Banner]) -> tuple[Colour, ...]:
    """A colour per district by who leads it."""
    return tuple(look.palette.bar(banner) for banner in banners)


def sketch_item(sketch: Sketch, rect: Rect, colours: Sequence[Colour]) -> MiniMap:
    """The draw item of a sketch inside `rect`."""
    return MiniMap(rect, sketch.cells, sketch.width, tuple(MiniDistrict(colour) for colour in colours))
