"""Old Harbour: a crescent around a bay, small enough to learn on."""

from random import Random

from cities import land
from cities.plan import AFFLUENT, MIXED, UNDERSERVED, Ground, Home, Line, Place, Plan, Words
from game.maps.generating.canvas import Canvas, Cell
from game.maps.generating.looks import Tiles
from game.maps.generating.owners import grown_from

SIDE = 49
BAY = (32.0, 32.0)
SHORE = (24.0, 24.0)
ISLE = (34.0, 34.0)

PLACES = (
    Place("Netmenders' Row", UNDERSERVED, 6, 1, 2, -8, texture="shanty"),
    Place("Tidewater", UNDERSERVED, 5, 1, 4, 6, "old_observatory", "old"),
    Place("Bell Gardens", MIXED, 5, 2, -2, -8, texture="garden"),
    Place("Customs Heights", AFFLUENT, 6, 2, 0, 8, texture="towers"),
    Place("Mirror Crescent", AFFLUENT, 4, 3, -3, -6, texture="crest"),
    Place("Fable Hill", MIXED, 5, 3, 3, 6, "founders_garden", "blocks"),
    Place("Lanternmakers", MIXED, 6, 4, 0, -6, texture="lanes"),
    Place("Ferry Stairs", UNDERSERVED, 6, 1, -3, 4, "night_market", "quays"),
    Place("Herring Quay", UNDERSERVED, 4, 2, -5, 14, "transit_hub", "quays"),
    Place("Story Quay", MIXED, 7, 3, 4, 10, "smile_commons", "lanes"),
    Place("Chandlers' Wharf", UNDERSERVED, 6, 4, 0, 12, "clinic_campus", "quays"),
    Place("Beacon Isle", AFFLUENT, 4, 4, 3, -20, "gala_hall", "garden"),
)
SEEDS = (
    ((11, 44), (16, 44)),
    ((8, 32), (5, 29)),
    ((9, 19), (11, 22)),
    ((10, 10), (8, 8)),
    ((19, 9), (22, 11)),
    ((32, 8), (29, 5)),
    ((44, 11), (44, 16)),
    ((20, 34), (20, 38)),
    ((20, 23), (19, 26)),
    ((23, 20), (26, 19)),
    ((34, 20), (38, 20)),
    ((34, 34),),
)
README = """\
The lessons' city: a crescent of quays around a bay, two to three seats, twelve districts, a short match.

- Everything looks at the water. Nets, boats and markets line the left arm, lamps and stories the right one, and
  the towers of Customs Heights watch both from the back. Out in the bay the Gala Hall burns like a beacon on its isle.
- Two rows of districts run around the bay, but a wall parts Bell Gardens from Mirror Crescent. Ferries join Ferry Stairs,
  Chandlers' Wharf and Beacon Isle across the water. The isle is nobody's shore, and leading there scores half as much
  again.
- Starts: Smile Rights Alliance in Netmenders' Row, Oral Command Centers in Customs Heights, Cultural Alliance in
  Lanternmakers. Each is three steps or more from its rivals.
- A match takes 12 turns here; ask for 24 if the lesson is over and the quarrel is not.

The city is made by `assets/make/cities/old_harbour.py`. Open `map.tmx` in Tiled to look around or to make a copy
your own. The map and its pictures are under CC BY 4.0, see `LICENSE.txt`.
"""


def plan() -> Plan:
    """The whole city."""
    return Plan(
        map_id="old-harbour",
        title="Old Harbour",
        words=Words(
            "A crescent of quays around a bay, with an isle in the middle that ferries reach from both arms. Small and "
            "short: the city to learn on.",
            README,
        ),
        players=(2, 3),
        places=PLACES,
        homes=(
            Home("Netmenders' Row", "sra"),
            Home("Customs Heights", "occ"),
            Home("Lanternmakers", "ca"),
        ),
        land=_ground(),
        lines=(
            Line("Ferry Stairs", "Beacon Isle", "ferry"),
            Line("Chandlers' Wharf", "Beacon Isle", "ferry"),
            Line("Ferry Stairs", "Chandlers' Wharf", "ferry"),
            Line("Bell Gardens", "Mirror Crescent", "blocked"),
        ),
        turns=12,
    )


def _ground() -> Ground:
    whole = land.every(SIDE)
    dry = land.blob(whole, SHORE, 24.6, 0.04, 4)
    bay = land.blob(whole, BAY, 10.8, 0.05, 8) | land.where(whole, lambda x, y: x > 28 and y > 28)
    isle = land.blob(whole, ISLE, 4.6, 0.1, 3)
    dry = (dry - bay) | isle
    owners = grown_from(Canvas(SIDE, 1), dry, SEEDS)
    sea = land.near(whole - set(owners), land.blob(whole, BAY, 17.5) | isle, 2) | land.near(
        whole - set(owners), set(owners), 2
    )
    ground: Tiles = land.water(sea)
    quays = {cell for n in (7, 8, 9, 10) for cell in _shore(owners, sea, n)}
    ground.update(dict.fromkeys(quays, "dock0"))
    for jetty in _jetties():
        ground.update({cell: "dock0" for cell in jetty if cell in sea})
    ground.update(
        land.park(land.blob(set(owners), ISLE, 4.6) & {c for c, n in owners.items() if n == 11}, 5, 0.5)
    )
    ground.update(land.park(land.band(set(owners), [(5, 15), (15, 5)], 3.4), 6, 0.8))
    return Ground(SIDE, owners, ground, _boats(sea - {c for c, kind in ground.items() if kind == "dock0"}))


def _shore(owners: dict[Cell, int], sea: set[Cell], n: int) -> set[Cell]:
    """The water's edge of a district."""
    own = {cell for cell, district in owners.items() if district == n}
    return {(x, y) for x, y in own if {(x + 1, y), (x, y + 1)} & sea}


def _jetties() -> tuple[list[Cell], ...]:
    """Jetties from the quays into the bay."""
    return (
        [(x, 33) for x in range(20, 27)],
        [(x, 27) for x in range(20, 26)],
        [(33, y) for y in range(20, 27)],
        [(27, y) for y in range(20, 26)],
        [(x, 38) for x in range(21, 26)],
        [(38, y) for y in range(21, 26)],
    )


def _boats(sea: set[Cell]) -> Tiles:
    dice = Random(11)
    calm = land.blob(sea, BAY, 15)
    return {cell: dice.choice(("boat0", "boat1")) for cell in sorted(calm) if dice.random() < 0.09}
