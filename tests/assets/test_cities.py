"""The cities made by scripts: what lies under maps/ is what they make; a plan that cannot be says so."""

import subprocess
import sys
from pathlib import Path

import pytest
from cities import PLANS, land
from cities.drawing import place_of, sketch_of
from cities.textures import TEXTURES
from works import BUILDINGS

from game.maps.generating.tilekinds import kinds_of

ROOT = Path(__file__).resolve().parents[2]


def test_the_maps_are_what_the_scripts_make() -> None:
    command = [sys.executable, str(ROOT / "assets/make/all.py"), "--check", "--only", "cities"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("make", PLANS)
def test_every_district_of_a_plan_has_ground(make) -> None:
    plan = make()
    assert set(plan.land.owners.values()) == set(range(len(plan.places)))
    assert {place.texture for place in plan.places} <= {"", *TEXTURES}


@pytest.mark.parametrize("make", PLANS)
def test_a_plan_asks_for_tiles_that_are_there(make, core: Path) -> None:
    sketch = sketch_of(make())
    known = kinds_of(core, sketch.sheets).numbers
    assert {*sketch.looks.ground.values(), *sketch.looks.buildings.values()} <= set(known)


def test_a_title_nobody_has_is_refused() -> None:
    with pytest.raises(ValueError, match="is not in"):
        place_of(PLANS[0](), "Nowhere")


def test_every_work_for_houses_is_used_somewhere() -> None:
    built = {kind for texture in TEXTURES.values() for kinds, _ in texture.built for kind in kinds}
    assert set(BUILDINGS) <= built


def test_a_bridge_is_the_shortest_one_near_the_place_asked_for() -> None:
    owners = {(x, y): int(x > 4) for x in range(10) for y in range(6) if x not in (4, 5)} | {
        (6, 0): 1,
        (4, 0): 0,
    }
    assert land.crossing(owners, 0, 1, None) == ((5, 0),)
    assert land.crossing(owners, 0, 1, (4, 5)) == ((4, 5), (5, 5))


def test_a_bridge_over_the_sea_is_refused() -> None:
    owners = {(0, 0): 0, (30, 0): 1}
    with pytest.raises(ValueError, match="use a ferry"):
        land.crossing(owners, 0, 1, None)


def test_a_blob_without_roughness_is_a_disc() -> None:
    disc = land.blob(land.every(11), (5.5, 5.5), 3)
    assert {(5, 5), (5, 3), (7, 5), (3, 5)} <= disc
    assert not {(7, 8), (8, 5), (2, 5)} & disc


def test_a_band_follows_its_line() -> None:
    band = land.band(land.every(9), [(0, 4.5), (9, 4.5)], 1)
    assert band == {(x, 4) for x in range(9)}


def test_a_curve_begins_and_ends_where_it_is_told() -> None:
    line = land.curve([(0, 0), (4, 2), (8, 0)])
    assert (line[0], line[-1], line[12]) == ((0, 0), (8, 0), (4, 2))
