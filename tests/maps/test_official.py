"""The maps that ship with the game: clean, fair, as the rules ask (game rules, section 15)."""

from collections import Counter

import pytest

from game.maps import LoadedMap, find, load, official
from game.maps.fairness import figures, spreads
from game.rules.ids import Wealth

NEED = {Wealth.UNDERSERVED: 55, Wealth.MIXED: 40, Wealth.AFFLUENT: 25}
LEAN = {Wealth.UNDERSERVED: -40, Wealth.MIXED: 0, Wealth.AFFLUENT: 45}
UNREST = {Wealth.UNDERSERVED: 3, Wealth.MIXED: 1, Wealth.AFFLUENT: 0}


@pytest.fixture(scope="module")
def core() -> LoadedMap:
    return load(find("core"))


@pytest.mark.parametrize("map_id", official())
def test_an_official_map_loads_without_a_warning_under_its_own_id(map_id: str) -> None:
    loaded = load(find(map_id))

    assert loaded.warnings == ()
    assert loaded.manifest.id == map_id
    assert {path.name for path in find(map_id).iterdir()} >= {"README.md", "LICENSE.txt"}


@pytest.mark.parametrize("map_id", official())
def test_an_official_map_is_fair(map_id: str) -> None:
    spread = spreads(figures(load(find(map_id)).city))

    assert max(spread.near, spread.share, spread.exits) <= 0.25


@pytest.mark.parametrize("map_id", official())
def test_every_cell_of_an_official_map_has_ground_and_a_district(map_id: str) -> None:
    art = load(find(map_id)).art

    assert art.layers[0].name == "ground"
    assert all(-1 not in row for row in art.layers[0].rows)
    assert all(-1 not in row for row in art.district_of)


def test_core_has_the_size_of_a_standard_match(core: LoadedMap) -> None:
    city = core.city

    assert (core.art.width, core.art.height, core.art.orientation) == (48, 48, "isometric")
    assert len(city.districts) == 16
    assert Counter(plan.wealth for plan in city.districts) == {
        Wealth.UNDERSERVED: 6,
        Wealth.MIXED: 6,
        Wealth.AFFLUENT: 4,
    }
    assert set(Counter(plan.quarter for plan in city.districts).values()) == {4}


def test_core_begins_with_the_numbers_of_the_rules(core: LoadedMap) -> None:
    for plan in core.city.districts:
        assert 3 <= plan.population <= 9
        assert plan.slots == (3 if plan.population >= 6 else 2)
        assert abs(plan.need - NEED[plan.wealth]) <= 8
        assert abs(plan.lean - LEAN[plan.wealth]) <= 25
        assert plan.unrest == UNREST[plan.wealth]


def test_core_starts_each_faction_in_its_own_kind_of_district_and_quarter(core: LoadedMap) -> None:
    homes = {start.faction: core.city.districts[start.district] for start in core.city.starts}

    assert {faction: home.wealth for faction, home in homes.items()} == {
        "sra": Wealth.UNDERSERVED,
        "occ": Wealth.AFFLUENT,
        "ca": Wealth.MIXED,
    }
    assert len({home.quarter for home in homes.values()}) == 3


def test_core_is_drawn_with_the_kinds_the_client_knows(core: LoadedMap) -> None:
    kinds = {
        layer.name: {
            core.art.tiles[cell].kind.rstrip("0123456789") for row in layer.rows for cell in row if cell >= 0
        }
        for layer in core.art.layers
    }

    assert kinds["ground"] == {"plaza", "roadx", "roady", "roadc", "water", "park", "bridgex", "bridgey"}
    assert {kind.partition(":")[2] or kind for kind in kinds["buildings"]} == {
        "res", "dome", "gala", "commons", "holo", "transit", "clinic",
    }  # fmt: skip


def test_the_landmarks_of_core_stand_where_their_sites_are(core: LoadedMap) -> None:
    tiles = core.art.tiles
    drawn = {
        tiles[cell].kind: (x, y)
        for y, row in enumerate(core.art.layers[1].rows)
        for x, cell in enumerate(row)
        if cell >= 0 and ":" not in tiles[cell].kind
    }
    looks = {"council_dome": "dome", "gala_hall": "gala", "smile_commons": "commons", "holo_plaza": "holo"}
    looks |= {"transit_hub": "transit", "clinic_campus": "clinic"}

    assert len(drawn) == len(core.art.landmarks) == 6
    for mark in core.art.landmarks:
        x, y = drawn[looks[mark.kind]]
        assert core.art.district_of[y][x] == mark.district
        assert max(abs(x - mark.at[0]), abs(y - mark.at[1])) <= 1
