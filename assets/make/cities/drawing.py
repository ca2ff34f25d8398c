"""From a plan to the folder of a map."""

import re
import tempfile
from pathlib import Path
from random import Random

from files import Output

from cities.land import crossing
from cities.plan import Place, Plan
from cities.textures import TEXTURES
from game.maps.generating.canvas import Canvas
from game.maps.generating.cover import Cover
from game.maps.generating.looks import Hand, looks_of
from game.maps.generating.owners import cells_of, middle_cell
from game.maps.generating.sketch import SHEETS, Mark, Sketch
from game.maps.generating.streets import Way, borders
from game.maps.generating.writing import write
from game.rules.city import City, DistrictPlan, Start
from game.rules.ids import District, Wealth

NEED = (55, 40, 25)
LEAN = (-40, 0, 45)
UNREST = (3, 1, 0)
MAKERS = "The Neo-Sanctum developers"


def make_city(plan: Plan, output: Output) -> None:
    """Write the folder of a city, anew if it is there."""
    with tempfile.TemporaryDirectory() as spare:
        folder = Path(spare) / plan.map_id
        write(sketch_of(plan), folder)
        licence = (folder / "LICENSE.txt").read_text(encoding="utf-8")
        (folder / "LICENSE.txt").write_text(re.sub(r"\A[^,]*", plan.title, licence), encoding="utf-8")
        for path in sorted(folder.iterdir()):
            output.path(f"maps/{plan.map_id}/{path.name}").write_bytes(path.read_bytes())


def sketch_of(plan: Plan) -> Sketch:
    """The city as the game's own generator writes it."""
    land = plan.land
    canvas = Canvas(land.side, 1)
    ways = ways_of(plan)
    city = city_of(plan, ways)
    hand = Hand(
        ground=land.ground,
        buildings=land.buildings,
        textures={n: TEXTURES[place.texture] for n, place in enumerate(plan.places) if place.texture},
        sites={n: place.site for n, place in enumerate(plan.places) if place.site},
        backdrop=True,
        greens=land.greens,
    )
    looks = looks_of(canvas, land.owners, city, ways, Random(plan.map_id), hand)
    middles = tuple(middle_cell(cells) for cells in cells_of(land.owners, len(plan.places)))
    facts: dict[str, str | int] = {"turns": plan.turns}
    if plan.together:
        facts["mode"] = "common-cause"
    words = plan.words
    readme = f"# {plan.title}\n\n{words.readme}"
    cover = Cover(plan.map_id, plan.title, (MAKERS,), words.description, readme, plan.players)
    marks = tuple(
        Mark(scene.of_class, scene.name, scene.facts, place_of(plan, scene.district) if scene.district else 0)
        for scene in plan.scenes
    )
    sheets = (*SHEETS, "works")
    return Sketch(cover, land.side, facts, city, land.owners, middles, tuple(ways), looks, sheets, marks)


def city_of(plan: Plan, ways: list[Way]) -> City:
    """What the rules see of it; districts in the order of the plan."""
    linked = borders(plan.land.owners) | {way.pair for way in ways}
    linked -= {way.pair for way in ways if way.kind == "blocked"}
    plans = tuple(
        _district(place, [District(sum(pair) - n) for pair in sorted(linked) if n in pair])
        for n, place in enumerate(plan.places)
    )
    starts = tuple(
        Start(seat, District(place_of(plan, home.title)), home.faction)
        for seat, home in enumerate(plan.homes, start=1)
    )
    return City(plan.map_id, plan.title, plans, starts, plan.turns)


def ways_of(plan: Plan) -> list[Way]:
    """The lines of a plan; bridges with the cells they are built on."""
    found = []
    for line in plan.lines:
        one, other = sorted((place_of(plan, line.one), place_of(plan, line.other)))
        cells = crossing(plan.land.owners, one, other, line.near) if line.kind == "bridge" else ()
        found.append(Way((one, other), line.kind, cells))
    return found


def place_of(plan: Plan, title: str) -> int:
    """The place of a district in the plan. Raises ValueError if none is called so."""
    return [place.title for place in plan.places].index(title)


def _district(place: Place, links: list[District]) -> DistrictPlan:
    return DistrictPlan(
        key=re.sub(r"[^a-z0-9]+", "_", place.title.lower().replace("'", "")).strip("_"),
        title=place.title,
        population=place.people,
        wealth=Wealth(place.wealth),
        need=NEED[place.wealth] + place.need,
        lean=LEAN[place.wealth] + place.lean,
        unrest=UNREST[place.wealth],
        slots=3 if place.people >= 6 else 2,
        quarter=place.quarter,
        landmark=place.landmark,
        links=tuple(sorted(links)),
    )
