"""Two Rivers: four wild banks, an isle where the rivers cross, and never enough bridges."""

from cities import land
from cities.plan import AFFLUENT, MIXED, UNDERSERVED, Ground, Home, Line, Place, Plan, Words
from game.maps.generating.canvas import Canvas
from game.maps.generating.looks import Tiles
from game.maps.generating.owners import grown_from

SIDE = 60
MIDDLE = (30.0, 30.0)
ARGENT = ((-2, 25), (8, 31), (17, 26), (25, 29), (34, 30), (42, 35), (51, 29), (62, 34))
UMBER = ((33, -2), (27, 8), (33, 17), (30, 25), (29, 34), (24, 43), (31, 52), (27, 62))

BANKS = ((15.5, 16.5), (44.5, 15.0), (45.0, 44.0), (15.5, 44.5))

PLACES = (
    Place("Argent Rise", AFFLUENT, 6, 1, 0, 6, texture="towers"),
    Place("Prism Weir", AFFLUENT, 4, 1, -4, -8, "founders_garden", "crest"),
    Place("Pump Rows", UNDERSERVED, 6, 1, 3, -4, texture="works"),
    Place("Willow Court", MIXED, 4, 1, 2, 12, "clinic_campus", "halls"),
    Place("Guildhall Bank", MIXED, 6, 2, 0, -4, texture="lanes"),
    Place("Inkwell Court", MIXED, 4, 2, -3, 10, "smile_commons", "halls"),
    Place("Potters' Reach", UNDERSERVED, 6, 2, -2, 10, texture="works"),
    Place("Opal Bend", AFFLUENT, 4, 2, 4, 8, texture="crest"),
    Place("The Flats", UNDERSERVED, 6, 3, 5, -12, texture="shanty"),
    Place("Sluice Yards", UNDERSERVED, 6, 3, 2, 6, "night_market", "quays"),
    Place("Loomside", UNDERSERVED, 4, 3, -4, 0, texture="shanty"),
    Place("Old Ferry", MIXED, 4, 3, 4, -14, "transit_hub", "blocks"),
    Place("Orchard Bank", MIXED, 6, 4, -2, -10, texture="garden"),
    Place("Reedmarket", UNDERSERVED, 4, 4, -3, 8, texture="old"),
    Place("Weirgate", UNDERSERVED, 6, 4, 0, 14, texture="old"),
    Place("Coopers' Fold", MIXED, 4, 4, 3, -6, "aesthetic_sanctuary", "lanes"),
    Place("Confluence", AFFLUENT, 3, 1, 6, -24, "council_dome", "garden"),
    Place("Handfast Isle", MIXED, 3, 3, 0, 4, "gala_hall", "garden"),
)
SEEDS = (
    ((8, 10), (11, 8)),
    ((23, 9), (24, 5)),
    ((8, 21), (5, 22)),
    ((20, 20),),
    ((50, 11), (53, 13)),
    ((37, 8), (36, 5)),
    ((52, 23), (55, 22)),
    ((41, 20),),
    ((50, 50), (52, 47)),
    ((51, 39), (55, 40)),
    ((37, 51), (38, 55)),
    ((41, 41),),
    ((9, 49), (8, 46)),
    ((21, 53), (20, 56)),
    ((7, 38), (4, 39)),
    ((18, 39),),
    ((28, 28),),
    ((32, 32),),
)
README = """\
Two to four seats, eighteen districts: the bright Argent and the dark Umber cross, and every bank goes its own way.

- Four banks, four quarters: towers and weirs on the first, guilds and potters on the second, the Flats below, orchards
  and reeds on the last. No street leads from one bank to another.
- Four long bridges join neighbouring banks near the city's edge, four short ones lead to the isle in the middle. The
  Council Dome stands there in Confluence, the Gala Hall on Handfast Isle beside it: whoever leads the isle is
  one step from every bank.
- A ferry runs down the Argent from Prism Weir to Loomside, for those who are in a hurry to be somewhere else.
- Starts: one in the outer corner of each bank, three steps from its neighbours, open to every faction. Two players
  begin on opposite banks.

The city is made by `assets/make/cities/two_rivers.py`. Open `map.tmx` in Tiled to look around or to make a copy your
own. The map and its pictures are under CC BY 4.0, see `LICENSE.txt`.
"""


def plan() -> Plan:
    """The whole city."""
    return Plan(
        map_id="two-rivers",
        title="Two Rivers",
        words=Words(
            "Four banks that no street joins, where the Argent and the Umber cross: four long bridges, four short ones to "
            "the isle in the middle, and one ferry.",
            README,
        ),
        players=(2, 4),
        places=PLACES,
        homes=tuple(Home(title) for title in ("Argent Rise", "The Flats", "Guildhall Bank", "Orchard Bank")),
        land=_ground(),
        lines=(
            Line("Prism Weir", "Inkwell Court", "bridge", (30, 9)),
            Line("Potters' Reach", "Sluice Yards", "bridge", (52, 31)),
            Line("Loomside", "Reedmarket", "bridge", (29, 50)),
            Line("Weirgate", "Pump Rows", "bridge", (8, 30)),
            Line("Willow Court", "Confluence", "bridge", (24, 26)),
            Line("Opal Bend", "Confluence", "bridge", (33, 24)),
            Line("Old Ferry", "Handfast Isle", "bridge", (36, 35)),
            Line("Coopers' Fold", "Handfast Isle", "bridge", (27, 36)),
            Line("Prism Weir", "Loomside", "ferry"),
        ),
    )


def _ground() -> Ground:
    whole = land.every(SIDE)
    corners = [land.blob(whole, spot, 16.0, 0.12, n) for n, spot in enumerate(BANKS)]
    dry = set().union(*corners)
    isle = land.blob(whole, MIDDLE, 6.8, 0.06, 5)
    moat = land.blob(whole, MIDDLE, 10.2, 0.05, 6)
    argent, umber = (land.band(whole, land.curve(river), 3.6) for river in (ARGENT, UMBER))
    rivers = (argent | umber | moat) - isle
    banks = grown_from(Canvas(SIDE, 1), dry - rivers - isle, SEEDS[:16])
    isles = grown_from(Canvas(SIDE, 1), isle, ((), *[()] * 15, *SEEDS[16:]))
    owners = {**banks, **isles}
    wet = land.near(whole, set(owners), 1) | land.blob(whole, MIDDLE, 26.0, 0.05, 9)
    ground: Tiles = land.water(wet - set(owners), 3)
    shores = land.near(set(owners), rivers, 2) & land.where(whole, lambda x, y: (3 * x + 5 * y) % 11 < 6)
    ground.update(land.park(shores - isle, 8, 0.55, 0.2))
    ground.update(land.park(land.near(isle, rivers, 1), 9, 0.8, 0.8))
    for middle, radius in (((12, 46), 4.6), ((46, 16), 2.9), ((17, 14), 3.2), ((46, 47), 2.4)):
        ground.update(land.park(land.blob(set(owners), middle, radius, 0.2, 12), 10, 0.7))
    boats = {cell: "boat0" for cell in ((27, 13), (32, 44), (14, 27), (45, 33)) if cell in ground}
    return Ground(SIDE, owners, ground, boats)
