import pytest

from tests.maps.workshop import Workshop

_WEST = "0,0 160,0 192,128 0,128"
_ROW = '<object id="1" name="North Row"'


def test_corners_of_all_districts_are_limited(tiny: Workshop) -> None:
    wall = " ".join(f"{160 + number / 100:.2f},{number / 4:.2f}" for number in range(390))
    layer = "".join(
        f'<object id="{number}" name="d{number}" type="district" x="0" y="0"><polygon points="{wall} 0,128"/></object>'
        for number in range(60, 66)
    )

    fault = tiny.edit('<object id="1" ', f'{layer}<object id="1" ').only()

    assert (fault.code, fault.expected) == ("M035", "at most 2000")


def test_a_line_is_no_district(tiny: Workshop) -> None:
    fault = tiny.edit(_WEST, "0,0 160,0 80,0").only()

    assert (fault.code, fault.found) == ("M302", "no area")


def test_a_small_district_is_told_its_size(tiny: Workshop) -> None:
    assert tiny.edit('width="96" height="96"', 'width="32" height="96"').only().found == "3.0 tiles"


def test_a_key_is_made_from_the_name(tiny: Workshop) -> None:
    tiny.edit('name="West Yard"', 'name="Zoë\'s  Yard"')

    assert tiny.load().city.districts[4].key == "zo_s_yard"


def test_a_name_without_a_letter_gives_no_key(tiny: Workshop) -> None:
    fault = tiny.edit('name="West Yard"', 'name="12"').only()

    assert (fault.code, fault.place.property_name) == ("M209", "key")


@pytest.mark.parametrize("name", ["x" * 41, "a&#10;b", "a\u202eb", "\u2066a"])
def test_a_name_that_is_no_title_is_refused(name: str, tiny: Workshop) -> None:
    fault = tiny.edit('name="The Island"', f'name="{name}"').only()

    assert (fault.code, fault.place.property_name) == ("M209", "title")


def test_an_overlap_of_a_tile_is_forgiven(tiny: Workshop) -> None:
    tiny.edit(_WEST, "0,0 168,0 192,128 0,128")

    assert tiny.load().warnings == ()


def test_a_map_of_one_place_twice_is_refused(tiny: Workshop) -> None:
    fault = tiny.edit('x="0" y="256" width="256"', 'x="0" y="128" width="256"').refused()[0]

    assert fault.code == "M304"


def test_whole_districts_on_one_another_are_refused(tiny: Workshop) -> None:
    again = '<object id="50" name="Again" type="district" x="0" y="0" width="384" height="384"/>'

    assert {fault.code for fault in tiny.edit(_ROW, again + _ROW).refused()} == {"M304"}


def test_a_spike_is_refused(tiny: Workshop) -> None:
    assert tiny.edit(_WEST, "0,0 160,0 192,128 240,128 192,128 0,128").only().code == "M301"


def test_a_hopeless_drawing_is_given_up(tiny: Workshop) -> None:
    again = "".join(
        f'<object id="{number}" name="d{number}" type="district" x="0" y="0" width="384" height="384"/>'
        for number in range(50, 56)
    )

    assert {fault.code for fault in tiny.edit(_ROW, again + _ROW).refused()} == {"M304"}
