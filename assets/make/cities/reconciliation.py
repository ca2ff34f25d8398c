"""Reconciliation: a city torn in two along a chasm, to be mended by three who do not agree."""

import math

from cities import land
from cities.plan import AFFLUENT, MIXED, UNDERSERVED, Ground, Home, Line, Place, Plan, Scene, Words
from game.maps.generating.canvas import Canvas, Cell
from game.maps.generating.looks import Tiles
from game.maps.generating.owners import grown_from

SIDE = 56
MIDDLE = (28.0, 28.0)
RADIUS = 27.0
SWING = 8.5
"""How far the chasm swings from the straight line between its ends."""

PLACES = (
    Place("Parting Stairs", UNDERSERVED, 5, 1, 2, -4, texture="shanty"),
    Place("Bare Smile Row", UNDERSERVED, 6, 3, 4, -14, texture="shanty"),
    Place("Hearsay Lanes", UNDERSERVED, 6, 3, 0, -8, "night_market", texture="old"),
    Place("Handwork", MIXED, 5, 3, 3, -16, texture="works"),
    Place("Low Witness", UNDERSERVED, 6, 4, 5, -2, texture="shanty"),
    Place("The Lent Clinic", AFFLUENT, 5, 4, 6, -22, "clinic_campus", "crest"),
    Place("Rift Gardens", MIXED, 5, 1, -2, -10, texture="garden"),
    Place("Commonplace", MIXED, 6, 4, 0, 4, texture="lanes"),
    Place("Interval", MIXED, 9, 2, -3, 14, "aesthetic_sanctuary", "halls"),
    Place("Perfect Terrace", AFFLUENT, 4, 2, 0, 12, texture="spires"),
    Place("Enhancement Row", AFFLUENT, 6, 1, 0, 14, texture="towers"),
    Place("High Verdict", AFFLUENT, 5, 1, -4, 8, "holo_plaza", "spires"),
    Place("Unmended", UNDERSERVED, 3, 2, 6, 18, "founders_garden", "old"),
    Place("Echo Vaults", UNDERSERVED, 5, 2, -4, 16, texture="levels"),
    Place("Assembly Isle", MIXED, 4, 3, 0, 2, "council_dome", "garden"),
    Place("The Seam", MIXED, 4, 4, 2, -2, "smile_commons", "garden"),
)
README = """\
A scenario for three seats, played together: everybody wins or nobody does. Sixteen districts, 24 turns.

- The assembly has failed, and the city has torn along an old fault. On one side live those who keep the smile they were
  born with, on the other those who bought a better one. In each half one district belongs in the other: a clinic lent to
  the poor, and a quarter of the poor that no tower has mended.
- Five skyways lead over the chasm: one at its upper end, two at its lower, and two to the isles in the middle, where
  the Council Dome still stands. A wall parts Enhancement Row from Unmended. Whatever both halves do together, they do
  there or not at all.
- Goals, read after the last turn: Fracture no higher than 45, the gap in need no wider than 18, and four Sanctuaries or
  more that several factions built together.
- What happens is planned: marches and leaks in the first half, a night of open doors where the halves meet, and three
  crises in the last two seasons. Tension rises faster here than elsewhere; a Sanctuary asks for five parts of each kind
  instead of six.
- Starts: Smile Rights Alliance in Bare Smile Row, Oral Command Centers in Enhancement Row, Cultural Alliance in
  Commonplace, where the halves meet.

The city is made by `assets/make/cities/reconciliation.py`. Open `map.tmx` in Tiled to look around or to make a copy your
own. The map and its pictures are under CC BY 4.0, see `LICENSE.txt`.
"""
SCRIPT = (
    (4, "protest_march", "Bare Smile Row"),
    (7, "waiting_list_leak", "Low Witness"),
    (10, "holo_cam_expose", "High Verdict"),
    (13, "night_of_open_doors", "The Seam"),
    (16, "monopoly_inquiry", "Enhancement Row"),
    (17, "dry_taps", "Echo Vaults"),
    (19, "storytelling_night", "Assembly Isle"),
    (20, "borrowed_faces", "Perfect Terrace"),
    (22, "healing_ritual", "Unmended"),
    (23, "students_strike", "Hearsay Lanes"),
)
RULES = (("Fewer parts", "sanctuary.parts", 5), ("An angrier city", "fracture.tension_times", 7))


def plan() -> Plan:
    """The whole city."""
    return Plan(
        map_id="reconciliation",
        title="Reconciliation",
        words=Words(
            "A city torn in two along a chasm, and five skyways over it. A scenario to be won together: keep Fracture down, "
            "close the gap in need, and found Sanctuaries side by side.",
            README,
        ),
        players=(2, 3),
        places=PLACES,
        homes=(Home("Bare Smile Row", "sra"), Home("Enhancement Row", "occ"), Home("Commonplace", "ca")),
        land=_ground(),
        lines=(
            Line("Parting Stairs", "High Verdict", "skyway"),
            Line("Low Witness", "Commonplace", "skyway"),
            Line("The Lent Clinic", "Commonplace", "skyway"),
            Line("Rift Gardens", "The Seam", "skyway"),
            Line("Echo Vaults", "Assembly Isle", "skyway"),
            Line("Enhancement Row", "Unmended", "blocked"),
        ),
        scenes=_scenes(),
        together=True,
    )


def _scenes() -> tuple[Scene, ...]:
    goals = (
        ("fracture", "at_most", 45, "The city holds: Fracture is at most 45"),
        ("need_gap", "at_most", 18, "The halves come closer: the gap in need is at most 18"),
        ("joint_sanctuaries", "at_least", 4, "What was built together: four Sanctuaries of several factions"),
    )
    found = [
        Scene(
            "goal",
            text.partition(":")[0],
            {"amount": amount, "effect": effect, "target": target, "text": text},
        )
        for target, effect, amount, text in goals
    ]
    found += [Scene("event", event, {"target": event, "turn": turn}, title) for turn, event, title in SCRIPT]
    found += [
        Scene("rule", name, {"amount": amount, "effect": "set", "target": path})
        for name, path, amount in RULES
    ]
    return tuple(found)


def _ground() -> Ground:
    whole = land.every(SIDE)
    disc = land.blob(whole, MIDDLE, RADIUS, 0.03, 2)
    tear = [_tear(step / 20) for step in range(-22, 23)]
    isles = land.blob(whole, MIDDLE, 6.2, 0.05, 3)
    moat = land.blob(whole, MIDDLE, 9.0, 0.05, 4)
    chasm = (land.band(disc, tear, 3.4) | moat) - isles
    halves = grown_from(Canvas(SIDE, 1), disc - chasm - isles, _seeds())
    middle = grown_from(Canvas(SIDE, 1), isles, ((),) * 14 + (((25, 25),), ((31, 31),)))
    owners = {**halves, **middle}
    ground: Tiles = land.park(land.near(set(owners), chasm, 1) - isles, 4, 0.75, 0.0)
    ground.update(land.park(land.near(isles, moat - isles, 1), 5, 0.9, 0.9))
    for n in (5, 12):
        own = {cell for cell, owner in owners.items() if owner == n}
        ground.update(land.park(land.near(own, set(owners) - own, 1), 6, 0.8, 0.5))
    return Ground(SIDE, owners, ground, _skyways(owners))


def _tear(share: float) -> tuple[float, float]:
    """A place on the chasm, -1 at its upper end and 1 at its lower: it swings left, then right."""
    aside = SWING * math.sin(math.pi * share)
    along = RADIUS * share
    return MIDDLE[0] + (along + aside) * math.sqrt(0.5), MIDDLE[1] + (along - aside) * math.sqrt(0.5)


def _seeds() -> tuple[tuple[Cell, ...], ...]:
    spots = (
        *(
            (23.0, 198.0),
            (21.0, 166.0),
            (21.0, 134.0),
            (20.5, 104.0),
            (21.0, 70.0),
            (13.0, 62.0),
            (12.0, 128.0),
        ),
        *(
            (23.0, 20.0),
            (21.0, 347.0),
            (21.0, 315.0),
            (20.5, 285.0),
            (21.0, 250.0),
            (13.0, 242.0),
            (12.0, 308.0),
        ),
    )
    return tuple((land.at(MIDDLE, far, degrees),) for far, degrees in spots)


def _skyways(owners: dict[Cell, int]) -> Tiles:
    """Tubes over the chasm, along the rows and columns where its ways cross it."""
    tubes: Tiles = {}
    for pair, spot in (
        ((0, 11), (9, 12)),
        ((4, 7), (46, 46)),
        ((5, 7), (45, 33)),
        ((6, 15), (24, 34)),
        ((13, 14), (32, 22)),
    ):
        run = land.crossing(owners, *pair, spot)
        along = len({y for _, y in run}) == 1
        i, j = (1, 0) if along else (0, 1)
        (x, y), (u, v) = run[0], run[-1]
        for cell in ((x - i, y - j), *run, (u + i, v + j)):
            tubes[cell] = "skyx" if along else "skyy"
    return tubes
