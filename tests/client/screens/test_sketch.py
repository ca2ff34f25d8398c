import pytest

from game.client.draw.paint_minimap import minimap_spot
from game.client.geometry import Rect
from game.client.screens.sketch import (
    Sketch,
    banner_colours,
    leading,
    middles,
    sketch_item,
    sketch_of,
    spot_on,
    wealth_colours,
    wealth_shades,
)
from game.client.theme import RESIDENTS, Banner
from game.maps import find, load
from tests.support.cities import grid_city
from tests.support.looks import look
from tests.support.matches import district, match


def test_the_sketch_of_a_map_has_every_district_and_no_empty_edge() -> None:
    loaded = load(find("core"))
    sketch = sketch_of(loaded.art)
    rows = [sketch.cells[at : at + sketch.width] for at in range(0, len(sketch.cells), sketch.width)]
    assert set(sketch.cells) - {-1} == set(range(len(loaded.city.districts)))
    assert max(rows[0]) >= 0
    assert max(rows[-1]) >= 0
    assert max(row[0] for row in rows) >= 0
    assert max(row[-1] for row in rows) >= 0


def test_a_middle_lies_in_its_own_district() -> None:
    sketch = sketch_of(load(find("core")).art)
    for number, (x, y) in enumerate(middles(sketch, 16)):
        assert sketch.cells[int(y) * sketch.width + int(x)] == number


@pytest.mark.parametrize("rect", [Rect(0, 0, 300, 200), Rect(40, 7, 120, 400)])
def test_a_spot_is_where_the_painter_draws_it(rect: Rect) -> None:
    sketch = Sketch(tuple(range(12)), 4)
    item = sketch_item(sketch, rect, [(0, 0, 0)] * 12)
    for at in ((0.0, 0.0), (2.5, 1.5), (4.0, 3.0)):
        painted = minimap_spot(item, *at)
        assert spot_on(sketch, rect, at) == (round(painted[0]), round(painted[1]))


def test_richer_and_fuller_districts_are_lighter() -> None:
    shades = [sum(shade) for _, shade in sorted(wealth_shades(look()).items())]
    assert shades == sorted(shades)
    assert len(wealth_colours(look(), grid_city())) == 16


def test_a_district_is_led_alone_and_by_enough() -> None:
    board, state = match()
    led = district(state, 0, support=(100, 400, 300))
    shared = district(led, 1, support=(400, 400, 0))
    weak = district(shared, 2, support=(249, 100, 0))
    assert leading(board, weak.public)[:3] == (Banner("occ"), RESIDENTS, RESIDENTS)


def test_colours_follow_the_banners() -> None:
    colours = banner_colours(look(), (Banner("sra"), RESIDENTS))
    assert colours == (look().palette.sra, look().palette.residents_bar)
