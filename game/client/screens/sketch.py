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
    palette = look.palette
    shades = {
        Wealth.UNDERSERVED: mix(palette.residents, palette.ink, 0.45),
        Wealth.MIXED: palette.residents,
        Wealth.AFFLUENT: mix(palette.residents, (255, 255, 255), 0.45),
    }
    return tuple(
        mix(shades[plan.wealth], palette.ink, 0.3 - 0.03 * min(plan.population, 10))
        for plan in city.districts
    )


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


def sketch_item(look: Look, sketch: Sketch, rect: Rect, colours: Sequence[Colour]) -> MiniMap:
    """The draw item of a sketch inside `rect`."""
    return MiniMap(rect, sketch.cells, sketch.width, tuple(MiniDistrict(colour) for colour in colours))
