import subprocess
import sys
from pathlib import Path

import pytest

from game.maps import MapRefused, check, load
from game.rules.city import DistrictPlan, Start
from game.rules.ids import District, Wealth
from tests.maps.workshop import TINY, Workshop


def test_a_clean_map_has_no_warnings() -> None:
    assert load(TINY).warnings == ()


def test_districts_are_sorted_by_key_and_take_the_game_s_defaults() -> None:
    city = load(TINY).city

    assert [plan.key for plan in city.districts] == [
        "east_side",
        "island",
        "north_row",
        "south_quay",
        "west_yard",
    ]
    assert city.districts[0] == DistrictPlan(
        key="east_side",
        title="East Side",
        population=5,
        wealth=Wealth.MIXED,
        need=40,
        lean=0,
        unrest=1,
        slots=2,
        quarter=3,
        landmark="transit_hub",
        links=(District(2), District(3), District(4)),
    )


def test_what_is_set_on_the_map_wins_over_the_defaults() -> None:
    city = load(TINY).city

    assert city.turns == 12
    assert city.districts[2].wealth is Wealth.AFFLUENT
    assert city.districts[4].lean == -30
    assert city.districts[1].title == "The Island"


def test_starts_are_sorted_by_seat() -> None:
    assert load(TINY).city.starts == (Start(1, District(2), "any"), Start(2, District(3), "sra"))


def test_an_id_and_title_come_from_the_manifest(tiny: Workshop) -> None:
    city = tiny.manifest(id="other", title="Another").load().city

    assert (city.map_id, city.title) == ("other", "Another")


def test_faults_of_manifest_and_map_come_together(tiny: Workshop) -> None:
    tiny.manifest(version="one").edit('value="affluent"', 'value="rich"').edit('"lean"', '"leen"')

    codes = [fault.code for fault in tiny.refused()]

    assert codes == ["M011", "M203", "M206"]


def test_a_district_without_quarter_takes_the_one_it_lies_in(tiny: Workshop) -> None:
    tiny.edit('<property name="quarter" type="int" value="3"/>', "")

    assert tiny.load().city.districts[0].quarter == 4


def test_class_of_newer_tiled_is_read_as_type(tiny: Workshop) -> None:
    tiny.edit('type="district"', 'class="district"', count=9)

    assert tiny.load().city == load(TINY).city


def test_at_fifty_faults_reading_stops(tiny: Workshop) -> None:
    tiny.edit("<polyline", "<script/>" * 200 + "<polyline")

    assert len(tiny.refused()) == 50


def test_a_refusal_prints_every_fault_and_the_total(tiny: Workshop) -> None:
    tiny.edit('value="affluent"', 'value="rich"').edit('"lean"', '"leen"')

    with pytest.raises(MapRefused, match=r"(?s)error M203.*warning M206.*\n1 errors, 1 warnings$"):
        tiny.load()


def test_a_check_finds_the_same_city_without_the_looks() -> None:
    checked, loaded = check(TINY), load(TINY)

    assert (checked.city, checked.rules_hash, checked.manifest) == (
        loaded.city,
        loaded.rules_hash,
        loaded.manifest,
    )
    assert not hasattr(checked, "art")


def test_checking_a_map_does_not_import_pygame() -> None:
    program = f"import sys, pathlib, game.maps; game.maps.check(pathlib.Path({str(TINY)!r})); print('pygame' in sys.modules)"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=root
    )

    assert done.stdout.strip() == "False"
