from game.client.city_layout import CityLayout, CityState, plane_of
from tests.support.maps import four_district_art


def test_borders_run_where_districts_meet_and_at_the_rim() -> None:
    layout = CityLayout(four_district_art())
    between = [e for e in layout.edges if {e.inner, e.outer} == {0, 1}]
    assert len(between) == 8
    rim = [e for e in layout.edges if e.outer == -1]
    assert len(rim) == 32


def test_a_cell_outside_the_map_is_no_district() -> None:
    layout = CityLayout(four_district_art())
    assert layout.district(0, 0) == 0
    assert layout.district(7, 7) == 3
    assert layout.district(-1, 0) == layout.district(0, 8) == -1


def test_everything_is_lit_until_something_is_in_reach() -> None:
    looks = ()
    assert CityState(looks).is_lit(3)
    assert not CityState(looks, frozenset({1})).is_lit(3)
    assert CityState(looks, frozenset({1})).is_lit(1)


def test_the_plane_has_the_maps_measures() -> None:
    plane = plane_of(four_district_art())
    assert (plane.columns, plane.rows, plane.isometric) == (8, 8, True)
