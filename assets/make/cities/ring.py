"""Ring: six equal sectors around a lake, measured with a compass, for tournaments."""

import math

from cities import land
from cities.plan import AFFLUENT, MIXED, UNDERSERVED, Ground, Home, Line, Place, Plan, Words
from game.maps.generating.looks import Tiles
from game.maps.generating.owners import Owners

SIDE = 68
MIDDLE = (34.0, 34.0)
SECTORS = 6
FIRST = 15.0
"""Where the first sector's middle lies, in degrees from x towards y."""
LAKE, INNER, CANAL, RIM = 6.4, 16.4, 19.2, 33.4

HOMES = ("First Gate", "Second Gate", "Third Gate", "Fourth Gate", "Fifth Gate", "Sixth Gate")
RISING = ("Amber Arc", "Copper Arc", "Jade Arc", "Slate Arc", "Coral Arc", "Violet Arc")
FALLING = ("Amber Yards", "Copper Yards", "Jade Yards", "Slate Yards", "Coral Yards", "Violet Yards")
INWARD = ("East Commons", "Vow Commons", "Echo Commons", "West Commons", "Song Commons", "Dawn Commons")
PLACES = (
    *(Place(title, UNDERSERVED if n % 2 else MIXED, 6, 1, texture="blocks") for n, title in enumerate(HOMES)),
    *(Place(title, AFFLUENT, 5, 2, 0, 5, texture="towers") for title in RISING),
    *(Place(title, UNDERSERVED, 6, 3, 3, -2, texture="shanty") for title in FALLING),
    *(Place(title, MIXED, 6, 4, 0, 0, "smile_commons", "garden") for title in INWARD),
)
README = """\
Five or six seats, twenty-four districts: a city drawn with a compass, so that nothing but play decides.

- Six equal sectors. Each has its gate on the rim with a rich arc on one hand and poor yards on the other, and across the
  canal a common by the lake. Every sector has the same people, the same need, the same ways out.
- Two ways around: along the rim, or over the bridge behind the own gate to the six commons, which lie side by side
  around the lake. Neighbours are three steps apart either way.
- The quarters of the Spotlight are not parts of the city but its circles: the gates, the arcs, the yards, the commons. It
  never shines on one seat more than on another.
- Starts: the six gates, open to every faction. With five players one gate stays empty, and its neighbours have more room:
  draw lots, or play six.

The city is made by `assets/make/cities/ring.py`. Open `map.tmx` in Tiled to look around or to make a copy your own. The
map and its pictures are under CC BY 4.0, see `LICENSE.txt`.
"""


def plan() -> Plan:
    """The whole city."""
    bridges = (
        Line(home, INWARD[n], "bridge", land.at(MIDDLE, CANAL - 1.4, FIRST + 360 / SECTORS * n))
        for n, home in enumerate(HOMES)
    )
    return Plan(
        map_id="ring",
        title="Ring",
        words=Words(
            "Six equal sectors around a lake: gates on the rim, arcs and yards between them, and six commons across the canal "
            "where everybody meets. Made for tournaments.",
            README,
        ),
        players=(5, 6),
        places=PLACES,
        homes=tuple(Home(title) for title in HOMES),
        land=_ground(),
        lines=tuple(bridges),
    )


def _ground() -> Ground:
    owners: Owners = {}
    ground: Tiles = {}
    whole = sorted(land.every(SIDE))
    for cell in whole:
        place = _place(*_polar(*cell))
        if place is not None:
            owners[cell] = place
    ground.update(
        land.water([cell for cell in whole if cell not in owners and _polar(*cell)[0] < RIM + 1.6], 6)
    )
    ground.update(land.park([cell for cell in whole if _polar(*cell)[0] < 2.3], 5, 1.0, 0.6))
    shore = [cell for cell in owners if _polar(*cell)[0] < LAKE + 1.6]
    ground.update(land.park(shore, 7, 1.0, 1.0))
    rim = [cell for cell in owners if _polar(*cell)[0] > RIM - 1.5]
    ground.update(land.park(rim, 8, 0.8, 0.0))
    bank = [cell for cell in owners if CANAL <= _polar(*cell)[0] < CANAL + 1.2]
    ground.update(land.park(bank, 9, 0.7, 0.1))
    commons = [cell for cell, own in owners.items() if own >= 3 * SECTORS and _is_green(*_polar(*cell))]
    ground.update(land.park(commons, 10, 0.6, 0.4))
    boats = {cell: "boat1" for cell in whole if cell not in owners and _has_boat(*_polar(*cell))}
    return Ground(SIDE, owners, ground, boats, greens=False)


def _is_green(far: float, turn: float) -> bool:
    """Lawns on both sides of a common, and along the canal."""
    return not 0.16 < turn % 1 < 0.84 or far > INNER - 1.4


def _has_boat(far: float, turn: float) -> bool:
    """Boats off the lake's shore and on the canal, the same in every sector."""
    return (3.6 < far < 4.8 and 0.4 < turn % 1 < 0.6) or (17.2 < far < 18.2 and 0.17 < turn % 1 < 0.23)


def _polar(x: int, y: int) -> tuple[float, float]:
    """How far a cell lies from the middle, and its angle as sectors from the first one's beginning, 0..6."""
    right, down = x + 0.5 - MIDDLE[0], y + 0.5 - MIDDLE[1]
    turn = math.degrees(math.atan2(down, right)) - FIRST + 360 / SECTORS / 2
    return math.hypot(right, down), turn % 360 / (360 / SECTORS)


def _place(far: float, turn: float) -> int | None:
    """The district of a place in the plan; None on water and outside."""
    sector, share = int(turn), turn % 1
    if LAKE <= far < INNER:
        return 3 * SECTORS + sector
    if not CANAL <= far < RIM:
        return None
    return (2 * SECTORS if share < 0.3 else SECTORS if share > 0.7 else 0) + sector
