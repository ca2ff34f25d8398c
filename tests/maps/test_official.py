"""The maps that ship with the game: clean, fair, as the rules ask (game rules, section 15)."""

from collections import Counter

import pytest
from msgspec.structs import replace

from game.ai.roster import decide
from game.content import ruleset
from game.maps import LoadedMap, find, load, official
from game.maps.fairness import figures, spreads
from game.maps.generating.looks import LANDMARK_TILES
from game.rules.board import Board
from game.rules.ids import FactionKey, Wealth
from game.rules.resolve import resolve
from game.rules.setup import Setting, new_match
from game.rules.state import Sitting
from game.rules.view import view_of

NEED = {Wealth.UNDERSERVED: 55, Wealth.MIXED: 40, Wealth.AFFLUENT: 25}
LEAN = {Wealth.UNDERSERVED: -40, Wealth.MIXED: 0, Wealth.AFFLUENT: 45}
UNREST = {Wealth.UNDERSERVED: 3, Wealth.MIXED: 1, Wealth.AFFLUENT: 0}


DESIGNED = {
    "core": (16, 3, (2, 3)),
    "old-harbour": (12, 3, (2, 3)),
    "reconciliation": (16, 3, (2, 3)),
    "ring": (24, 6, (5, 6)),
    "skyline": (20, 4, (3, 4)),
    "two-rivers": (18, 4, (2, 4)),
}
"""Districts, starts, and players at the least and the most."""


@pytest.fixture(scope="module")
def core() -> LoadedMap:
    return load(find("core"))


@pytest.mark.parametrize("map_id", official())
def test_an_official_map_loads_without_a_warning_under_its_own_id(map_id: str) -> None:
    loaded = load(find(map_id))

    assert loaded.warnings == ()
    assert loaded.manifest.id == map_id
    assert {path.name for path in find(map_id).iterdir()} >= {"README.md", "LICENSE.txt"}


def test_the_six_maps_are_as_designed() -> None:
    found = {}
    for map_id in official():
        loaded = load(find(map_id))
        found[map_id] = (len(loaded.city.districts), len(loaded.city.starts), loaded.manifest.players)

    assert found == DESIGNED


def test_no_two_official_maps_share_a_district_s_name() -> None:
    titles = [plan.title for map_id in official() for plan in load(find(map_id)).city.districts]

    assert Counter(titles).most_common(1)[0][1] == 1


@pytest.mark.parametrize("map_id", official())
def test_an_official_map_is_fair(map_id: str) -> None:
    spread = spreads(figures(load(find(map_id)).city))

    assert max(spread.near, spread.share) <= 0.15
    assert spread.exits == spread.home == 0


@pytest.mark.parametrize("map_id", official())
def test_every_district_of_an_official_map_has_ground(map_id: str) -> None:
    art = load(find(map_id)).art

    assert art.layers[0].name == "ground"
    for owners, ground in zip(art.district_of, art.layers[0].rows, strict=True):
        assert all(tile >= 0 for owner, tile in zip(owners, ground, strict=True) if owner >= 0)


def test_every_cell_of_core_has_ground_and_a_district(core: LoadedMap) -> None:
    assert all(-1 not in row for row in core.art.layers[0].rows)
    assert all(-1 not in row for row in core.art.district_of)


@pytest.mark.parametrize("map_id", official())
def test_an_official_map_has_the_wealth_of_the_rules(map_id: str) -> None:
    plans = load(find(map_id)).city.districts
    found = Counter(plan.wealth for plan in plans)

    for wealth, eighths in ((Wealth.UNDERSERVED, 3), (Wealth.MIXED, 3), (Wealth.AFFLUENT, 2)):
        assert abs(8 * found[wealth] - eighths * len(plans)) <= 8


@pytest.mark.parametrize("map_id", official())
def test_the_quarters_of_an_official_map_have_about_the_same_people(map_id: str) -> None:
    people: Counter[int] = Counter()
    for plan in load(find(map_id)).city.districts:
        people[plan.quarter] += plan.population

    assert max(people.values()) <= 1.25 * min(people.values())


@pytest.mark.parametrize("map_id", official())
def test_the_starts_of_an_official_map_are_three_steps_apart(map_id: str) -> None:
    city = load(find(map_id)).city

    assert all(figure.rival >= 3 for figure in figures(city))


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


@pytest.mark.parametrize("map_id", official())
def test_an_official_map_begins_with_the_numbers_of_the_rules(map_id: str) -> None:
    for plan in load(find(map_id)).city.districts:
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


@pytest.mark.parametrize("map_id", official())
def test_the_landmarks_of_an_official_map_stand_where_their_sites_are(map_id: str) -> None:
    art = load(find(map_id)).art
    tiles = art.tiles
    looks = {kind: tile for kind, (tile, _) in LANDMARK_TILES.items()}
    drawn = {
        (x, y): tiles[cell].kind
        for y, row in enumerate(art.layers[1].rows)
        for x, cell in enumerate(row)
        if cell >= 0 and tiles[cell].kind in looks.values()
    }

    assert len(drawn) == len(art.landmarks) >= 4
    for mark in art.landmarks:
        x, y = min(drawn, key=lambda cell: abs(cell[0] - mark.at[0]) + abs(cell[1] - mark.at[1]))
        assert drawn[x, y] == looks[mark.kind]
        assert art.district_of[y][x] == mark.district
        assert max(abs(x - mark.at[0]), abs(y - mark.at[1])) <= 1


@pytest.mark.parametrize("map_id", ["ring", "skyline"])
def test_the_seats_of_a_symmetric_map_differ_in_nothing(map_id: str) -> None:
    seats = figures(load(find(map_id)).city)

    assert len({replace(seat, seat=0, near=round(seat.near, 9)) for seat in seats}) == 1


def test_no_stairs_lead_from_the_levels_of_skyline_to_the_plateaus() -> None:
    city = load(find("skyline")).city
    plateaus = {n for n, plan in enumerate(city.districts) if plan.wealth == Wealth.AFFLUENT}
    crowded = [plan for plan in city.districts if plan.population == 7]

    assert len(plateaus) == len(crowded) == 4
    assert all(not plateaus & set(plan.links) for plan in crowded)
    assert all(len(plateaus & set(city.districts[n].links)) == 1 for n in plateaus)


def test_the_banks_of_two_rivers_are_joined_by_bridges_only() -> None:
    city = load(find("two-rivers")).city
    banks = {
        plan.key: plan.quarter for plan in city.districts if plan.key not in ("confluence", "handfast_isle")
    }
    across = {
        frozenset((plan.key, city.districts[link].key))
        for plan in city.districts
        for link in plan.links
        if banks.get(plan.key, 0) != banks.get(city.districts[link].key, 0)
    }

    assert len(across) == 9


def test_reconciliation_is_played_together_to_its_end() -> None:
    loaded = load(find("reconciliation"))
    mode = loaded.scenario
    assert mode is not None
    assert mode.together
    assert [goal.measure.reads for goal in mode.goals] == ["fracture", "need_gap", "joint_sanctuaries"]
    assert len(mode.script) == 10
    seating = [Sitting(FactionKey(start.faction), 1) for start in loaded.city.starts]
    match, state = new_match(ruleset(), loaded.city, seating, "standard", 5, Setting(mode))
    board = Board(match)
    for turn in range(match.ruleset.lengths["standard"].turns):
        if state.public.outcome is not None:
            break
        slates = [decide("greedy", board, view_of(state, seat), 31 * turn + seat) for seat in board.all_seats]
        state = resolve(board, state, slates)

    outcome = state.public.outcome
    assert outcome is not None
    assert match.ruleset.sanctuary.parts == 5
    assert len(set(outcome.places)) <= 1
