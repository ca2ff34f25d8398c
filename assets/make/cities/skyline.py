"""Skyline: four crowded levels around a cross of glass, and towers whose doors do not open downwards."""

from cities import land
from cities.plan import AFFLUENT, MIXED, UNDERSERVED, Ground, Home, Line, Place, Plan, Words
from game.maps.generating.canvas import Canvas, Cell
from game.maps.generating.looks import Tiles
from game.maps.generating.owners import Owners

SIDE = 52
HALF = SIDE // 2
TOWER = 6
"""Half of a plateau's width."""
CORE = 13
"""How far the levels in the middle reach."""
NOTCH = 7
"""How deep the corners are cut."""

PLACES = (
    Place("Lift Landing", MIXED, 6, 1, 0, -4, texture="blocks"),
    Place("Gantry Rows", UNDERSERVED, 5, 1, 3, -6, texture="levels"),
    Place("Mezzanine", MIXED, 5, 1, -2, 6, texture="lanes"),
    Place("Underlight", UNDERSERVED, 7, 1, 4, 4, "night_market", "levels"),
    Place("Zenith", AFFLUENT, 5, 1, 0, 10, "gala_hall", "spires", (27, 8)),
    Place("Skyhook", MIXED, 6, 2, 0, 8, texture="blocks"),
    Place("Vent Street", UNDERSERVED, 5, 2, 2, 6, texture="levels"),
    Place("Halfway", MIXED, 5, 2, 3, -6, texture="lanes"),
    Place("The Undercroft", UNDERSERVED, 7, 2, 6, -8, "night_market", "levels"),
    Place("Halcyon Spires", AFFLUENT, 5, 2, -4, -6, "aesthetic_sanctuary", "spires", (47, 27)),
    Place("Counterweight", MIXED, 6, 3, 0, -8, texture="blocks"),
    Place("Cable Rows", UNDERSERVED, 5, 3, 4, 8, texture="levels"),
    Place("Balcony Market", MIXED, 5, 3, 2, 10, texture="lanes"),
    Place("Lamplow", UNDERSERVED, 7, 3, 2, 12, "night_market", "levels"),
    Place("Apogee", AFFLUENT, 5, 3, 3, 14, "gala_hall", "spires", (27, 47)),
    Place("Sundeck Gate", MIXED, 6, 4, 0, 4, texture="blocks"),
    Place("Shaft Seven", UNDERSERVED, 5, 4, -3, -8, texture="levels"),
    Place("Gallery Row", MIXED, 5, 4, -3, -10, texture="lanes"),
    Place("Dripstone", UNDERSERVED, 7, 4, 5, -4, "night_market", "levels"),
    Place("Cirrus Court", AFFLUENT, 5, 4, 1, -12, "aesthetic_sanctuary", "spires", (8, 27)),
)
"""Five to a side, a quarter turn apart: home, lower and upper row, the level in the middle, the plateau."""
README = """\
Four seats, twenty districts: a city built upwards, and paid for below.

- Four plateaus carry the spires. They stand at the ends of two skyways that cross over the middle: from Zenith to Apogee
  and from Halcyon Spires to Cirrus Court is one step, whatever lies between.
- Between them, in the light that is left, are the four levels in the middle: crowded, poor, and next to everything but
  the towers that stand over them. No stairs lead from a level up to a plateau; one goes around, by the rows on the
  sides.
- Lifts join each corner with the level in the middle, and the levels with each other, so the middle belongs to whoever
  bothers to come down.
- Starts: one in each corner, open to every faction. The four sides of the city are a quarter turn of each other, so no
  seat is better than another; each is a quarter for the Spotlight.

The city is made by `assets/make/cities/skyline.py`. Open `map.tmx` in Tiled to look around or to make a copy your own.
The map and its pictures are under CC BY 4.0, see `LICENSE.txt`.
"""


def plan() -> Plan:
    """The whole city."""
    titles = [place.title for place in PLACES]
    levels, plateaus = titles[3::5], titles[4::5]
    walls = [Line(level, plateaus[n], "blocked") for n, level in enumerate(levels)]
    walls += [Line(level, plateaus[(n + 1) % 4], "blocked") for n, level in enumerate(levels)]
    lifts = [Line(home, level, "metro") for home, level in zip(titles[0::5], levels, strict=True)]
    return Plan(
        map_id="skyline",
        title="Skyline",
        words=Words(
            "Spires on four plateaus, joined by skyways that cross over the crowded levels in the middle. No stairs lead up: "
            "the way to the top goes around.",
            README,
        ),
        players=(3, 4),
        places=PLACES,
        homes=tuple(Home(titles[n]) for n in (0, 10, 5, 15)),
        land=_ground(),
        lines=(
            Line(plateaus[0], plateaus[2], "skyway"),
            Line(plateaus[1], plateaus[3], "skyway"),
            *lifts,
            *walls,
        ),
    )


def _ground() -> Ground:
    canvas = Canvas(SIDE, 4)
    owners: Owners = {}
    for x, y in sorted(land.every(SIDE)):
        for turn, cell in enumerate(canvas.turned((x, y))):
            part = _part(x - HALF, HALF - 1 - y)
            if part is not None:
                owners[cell] = part + 5 * turn
    gardens = [cell for cell, own in owners.items() if own % 5 == 4 and _is_rim(owners, cell)]
    squares = [cell for turn in canvas.turned((HALF + CORE - 3, HALF - CORE + 2)) for cell in _square(turn)]
    ground: Tiles = {**land.park(gardens, 4, 0.8, 0.7), **land.park(squares, 5, 0.4, 0.0)}
    return Ground(SIDE, owners, ground, _skyways(), greens=False)


def _is_rim(owners: Owners, cell: Cell) -> bool:
    """Whether a cell lies at its district's edge."""
    x, y = cell
    beside = ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1))
    return any(owners.get(other) != owners[cell] for other in beside)


def _square(middle: Cell) -> list[Cell]:
    """Nine cells."""
    return [(middle[0] + i, middle[1] + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]


def _part(right: int, up: int) -> int | None:
    """What lies in the quarter right of the middle line, as its place among the five of a side; None elsewhere."""
    if -TOWER <= right < TOWER and CORE <= up < HALF:
        return 4
    if 0 <= right < CORE and 0 <= up < CORE:
        return 3
    if right < TOWER or up < TOWER or min(right, up) > HALF - NOTCH or max(right, up) >= HALF:
        return None
    if right < CORE:
        return 1
    if up < CORE:
        return 2
    return 0


def _skyways() -> Tiles:
    """Two tubes that cross over the middle."""
    line = range(HALF - CORE - 2, HALF + CORE + 2)
    tubes: dict[Cell, str] = {(HALF - 1, y): "skyy" for y in line} | {(x, HALF - 1): "skyx" for x in line}
    return tubes | {(HALF - 1, HALF - 1): "skyc"}
