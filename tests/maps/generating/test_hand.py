"""What a hand sets in a city stays as it is; the rest is filled in around it."""

import json
from random import Random

import pytest

from game.maps import check
from game.maps.generating.canvas import Canvas
from game.maps.generating.cover import Cover
from game.maps.generating.looks import LANDMARK_TILES, Hand, Texture, looks_of
from game.maps.generating.owners import cells_of, grown_from, middle_cell
from game.maps.generating.sketch import SHEETS, Mark, Sketch
from game.maps.generating.streets import borders
from game.maps.generating.tilekinds import kinds_of
from game.maps.generating.writing import write
from game.maps.schema import LANDMARKS
from game.resources import maps_folder
from game.rules.city import City, DistrictPlan, Start
from game.rules.ids import District, Wealth

SIDE = 20
CANVAS = Canvas(SIDE, 1)
LAND = {(x, y) for x, y in CANVAS.cells() if x < 18}
OWNERS = grown_from(CANVAS, LAND, [((4, 4),), ((13, 4),), ((4, 14),), ((13, 14),)])
WALLS = Texture(((("spire0",), 100),), 4)
CROSSINGS = tuple(
    tuple(District(sum(pair) - n) for pair in sorted(borders(OWNERS)) if n in pair) for n in range(4)
)


def city(landmark: str | None = None) -> City:
    plans = tuple(
        DistrictPlan(
            f"d{n}", f"D {n}", 5, Wealth.MIXED, 40, 0, 1, 2, n + 1, landmark if n == 0 else None, links
        )
        for n, links in enumerate(CROSSINGS)
    )
    starts = (Start(1, District(0), "sra"), Start(2, District(3), "any"))
    return City("hand", "Hand", plans, starts, 24)


def drawn(hand: Hand, landmark: str | None = None):
    return looks_of(CANVAS, OWNERS, city(landmark), [], Random(1), hand)


def test_ground_and_buildings_by_hand_stay():
    hand = Hand(
        ground={(3, 3): "park1", (19, 0): "water1"}, buildings={(2, 2): "crane0:res", (19, 0): "boat0"}
    )
    looks = drawn(hand)
    assert {cell: looks.ground[cell] for cell in hand.ground} == hand.ground
    assert {cell: looks.buildings[cell] for cell in hand.buildings} == hand.buildings
    assert (3, 3) not in looks.buildings


def test_with_a_backdrop_only_given_water_is_there():
    assert set(drawn(Hand(backdrop=True, ground={(19, 3): "water0"})).ground) == {*LAND, (19, 3)}
    assert set(drawn(Hand()).ground) == set(CANVAS.cells())


def test_a_texture_builds_its_district_and_no_other():
    looks = drawn(Hand(textures={1: WALLS}, greens=False))
    built = {cell: kind for cell, kind in looks.buildings.items() if kind == "spire0:res"}
    assert {OWNERS[cell] for cell in built} == {1}
    streets = [cell for cell in OWNERS if OWNERS[cell] == 1 and looks.ground[cell].startswith("road")]
    assert len(built) + len(streets) == list(OWNERS.values()).count(1)
    x, y = middle_cell(cells_of(OWNERS, 4)[1])
    assert all(looks.ground[x + 4 * n, y].startswith("road") for n in (-1, 0, 1))


def test_without_greens_there_is_none_but_by_hand():
    looks = drawn(Hand(greens=False, ground={(3, 3): "park0"}))
    assert {cell for cell, kind in looks.ground.items() if kind.startswith("park")} == {(3, 3)}


@pytest.mark.parametrize("kind", LANDMARKS)
def test_every_landmark_stands_where_it_is_wanted(kind):
    looks = drawn(Hand(sites={0: (3, 6)}), kind)
    tile, size = LANDMARK_TILES[kind]
    (place,) = [cell for cell, built in looks.buildings.items() if built == tile]
    assert max(abs(place[0] - 3), abs(place[1] - 6)) <= 2
    assert looks.sites[0] == (place[0] + 1 - size / 2, place[1] + 1 - size / 2)
    assert tile in kinds_of(maps_folder() / "core", SHEETS).numbers


def sketch(*scenario: Mark) -> Sketch:
    cover = Cover("hand", "Hand", ("A tester",), "Made by hand.", "# Hand\n", (2, 2), "1.2.0")
    middles = tuple(middle_cell(cells) for cells in cells_of(OWNERS, 4))
    facts: dict[str, str | int] = {"turns": 24, "mode": "common-cause" if scenario else "free"}
    sheets = (*SHEETS, "works")
    return Sketch(cover, SIDE, facts, city(), OWNERS, middles, (), drawn(Hand()), sheets, scenario)


def test_the_cover_is_what_the_manifest_says(tmp_path):
    write(sketch(), tmp_path / "hand")
    manifest = json.loads((tmp_path / "hand" / "manifest.json").read_text("utf-8"))
    assert (manifest["authors"], manifest["version"], manifest["players"]) == (["A tester"], "1.2.0", [2, 2])
    assert (tmp_path / "hand" / "README.md").read_text("utf-8") == "# Hand\n"


def test_the_sheets_asked_for_are_there_and_numbered(tmp_path):
    write(sketch(), tmp_path / "hand")
    assert (tmp_path / "hand" / "works.png").is_file()
    checked = check(tmp_path / "hand")
    assert checked.warnings == ()
    assert checked.scenario is None
    assert [start.faction for start in checked.city.starts] == ["sra", "any"]


def test_a_scenario_is_read_as_it_was_written(tmp_path):
    goal: dict[str, str | int] = {"target": "fracture", "effect": "at_most", "amount": 40, "text": "Calm"}
    rule: dict[str, str | int] = {"target": "sanctuary.parts", "effect": "set", "amount": 4}
    marks = (
        Mark("goal", "Calm", goal),
        Mark("event", "March", {"target": "protest_march", "turn": 5}, 2),
        Mark("rule", "Parts", rule),
    )
    write(sketch(*marks), tmp_path / "hand")
    mode = check(tmp_path / "hand").scenario
    assert mode is not None
    assert mode.together
    assert [(item.event, item.turn, item.district) for item in mode.script] == [("protest_march", 5, "d2")]
    assert [(change.path, change.set) for change in mode.numbers] == [("sanctuary.parts", 4)]
    assert [goal.measure.most for goal in mode.goals] == [40]
