import pytest

from game.maps.faults import Faults, MapRefused, Place, quoted
from tests.maps.workshop import Workshop


def test_a_fault_reads_as_the_maps_page_shows_it(tiny: Workshop) -> None:
    tiny.edit('name="wealth" value="affluent"', 'name="wealth" value="7"')
    line = tiny.line_of('name="wealth" value="7"')

    assert str(tiny.only()) == (
        f'tiny/map.tmx:{line}: error M203: layer "districts", object 1 "North Row", property "wealth": found "7", '
        "expected underserved, mixed or affluent. Mend: select object 1 in Tiled (Ctrl+F) and choose one of them. "
        "(neo-sanctum map explain M203)"
    )


def test_a_near_word_is_offered(tiny: Workshop) -> None:
    assert 'did you mean "affluent"' in tiny.edit('value="affluent"', 'value="afluent"').only().mend


def test_a_near_layer_is_offered(tiny: Workshop) -> None:
    assert tiny.edit('name="sites"', 'name="site"').only().expected == '"sites"'


def test_text_of_a_map_is_shown_on_one_line_without_control_signs() -> None:
    assert quoted("a\x1b[31m\nb\u202e") == '"a\ufffd[31m\ufffdb\ufffd"'
    assert len(quoted("x" * 500)) < 100


def test_faults_are_sorted_by_file_and_line() -> None:
    faults = Faults()
    for line in (9, 2, 5):
        faults.add("M024", Place("a.tmx", line), "this", "that")

    assert [fault.place.line for fault in faults.sorted()] == [2, 5, 9]


def test_warnings_alone_do_not_refuse() -> None:
    faults = Faults()
    faults.add("M206", Place("a.tmx"), "this", "that")

    faults.refuse_errors()

    faults.add("M203", Place("a.tmx"), "this", "that")
    with pytest.raises(MapRefused) as caught:
        faults.refuse_errors()
    assert len(caught.value.faults) == 2
