from game.maps import LoadedMap, load
from tests.maps.workshop import PAINTED, TINY, Workshop


def _links(loaded: LoadedMap) -> dict[str, list[str]]:
    districts = loaded.city.districts
    return {plan.key: [districts[there].key for there in plan.links] for plan in districts}


def test_a_painted_city_has_the_links_of_a_drawn_one(tiny: Workshop) -> None:
    assert _links(tiny.paint(PAINTED).load()) == _links(load(TINY))


def test_a_painted_city_gives_the_same_cells_and_starts(tiny: Workshop) -> None:
    painted, drawn = tiny.paint(PAINTED).load(), load(TINY)

    assert painted.art.district_of == drawn.art.district_of
    assert painted.city.starts == drawn.city.starts
    assert painted.art.landmarks == drawn.art.landmarks


def test_the_paint_itself_is_not_drawn(tiny: Workshop) -> None:
    assert [layer.name for layer in tiny.paint(PAINTED).load().art.layers] == ["ground", "roofs"]


def test_outlines_follow_the_cells(tiny: Workshop) -> None:
    art = tiny.paint(PAINTED).load().art

    assert art.outlines[1] == ((9.0, 9.0), (12.0, 9.0), (12.0, 12.0), (9.0, 12.0))
    assert len(art.outlines[4]) == 6


def test_cells_that_meet_in_a_corner_do_not_split_a_district(tiny: Workshop) -> None:
    # North Row reaches round a cell of nobody and meets itself there in a corner.
    rows = ["nnnnnnnnnnnn", "nnnnnnnnnn.n", "nnnnnnnnnnn.", *PAINTED[3:]]

    loaded = tiny.paint(rows).load()

    assert loaded.art.district_of[1][10] == -1
    assert loaded.art.district_of[1][11] == loaded.art.district_of[2][10] == 2


def test_a_hole_is_refused(tiny: Workshop) -> None:
    rows = [PAINTED[0], "nnn.nnnnnnnn", *PAINTED[2:]]

    fault = tiny.paint(rows).only()

    assert (fault.code, fault.found) == ("M316", '"north_row" with a hole or in pieces')


def test_a_district_that_is_nowhere_painted_is_refused(tiny: Workshop) -> None:
    rows = [row.replace("i", ".") for row in PAINTED]

    fault = tiny.paint(rows).only()

    assert (fault.code, fault.found) == ("M317", 'no cell of "island" in the layer regions')


def test_paint_of_no_district_is_refused(tiny: Workshop) -> None:
    tiny.paint(PAINTED).edit('name="island" type="district"', 'name="islet" type="district"')

    assert {fault.code for fault in tiny.refused()} == {"M317"}


def test_shapes_and_paint_are_not_mixed(tiny: Workshop) -> None:
    tiny.paint(PAINTED).edit(
        'type="district" x="0" y="0"><point/>', 'type="district" x="0" y="0" width="64" height="64">'
    )

    assert "M207" in {fault.code for fault in tiny.refused()}


def test_points_without_paint_are_refused(tiny: Workshop) -> None:
    tiny.paint(PAINTED).edit('name="regions"', 'name="_regions"')

    assert {fault.code for fault in tiny.refused()} == {"M207"}


def test_a_link_to_a_cell_of_nobody_is_refused(tiny: Workshop) -> None:
    tiny.paint(PAINTED).edit("0,0 80,0", "0,0 20,0")

    assert "an end in no district" in {fault.found for fault in tiny.refused()}


def test_painted_borders_shorter_than_asked_are_none(tiny: Workshop) -> None:
    # East Side meets South Quay along two cells.
    tiny.paint(PAINTED).edit(
        'name="turns" type="int" value="12"', 'name="min_border" type="float" value="2.5"'
    )

    assert "south_quay" not in _links(tiny.load())["east_side"]


def test_there_is_one_layer_of_paint(tiny: Workshop) -> None:
    tiny.paint(PAINTED).edit('name="roofs"', 'name="regions"')

    assert "2 layers of this name" in {fault.found for fault in tiny.refused()}
