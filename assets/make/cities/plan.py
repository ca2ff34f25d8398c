"""What a city of ours is: its districts, ways, homes and words, before it is drawn."""

from dataclasses import dataclass, field

from game.maps.generating.canvas import Cell
from game.maps.generating.looks import Tiles
from game.maps.generating.owners import Owners

UNDERSERVED, MIXED, AFFLUENT = range(3)


@dataclass(frozen=True)
class Place:
    """A district. `need` and `lean` are added to what is usual for its wealth (rule 15).

    `texture` names how it is built, empty for what its wealth builds; `site` is where its landmark stands,
    without it the middle.
    """

    title: str
    wealth: int
    people: int
    quarter: int
    need: int = 0
    lean: int = 0
    landmark: str | None = None
    texture: str = ""
    site: Cell | None = None


@dataclass(frozen=True)
class Line:
    """A link that is no border, or with kind `blocked` a border that is none; a bridge is built near `near`."""

    one: str
    other: str
    kind: str
    near: Cell | None = None


@dataclass(frozen=True)
class Home:
    """A start: the district, and the faction it was drawn for."""

    title: str
    faction: str = "any"


@dataclass(frozen=True)
class Scene:
    """A goal, event or rule of a scenario: its class, its name, its properties, the district it lies in."""

    of_class: str
    name: str
    facts: dict[str, str | int]
    district: str = ""


@dataclass(frozen=True)
class Words:
    """What a map says of itself: what is in the list of maps, and the page that lies beside it."""

    description: str
    readme: str


@dataclass(frozen=True)
class Ground:
    """The land: each cell's district by its place in the plan, ground and buildings set by hand; the rest is chance.

    `ground` has every cell outside the districts that is not night.
    """

    side: int
    owners: Owners
    ground: Tiles
    buildings: Tiles = field(default_factory=dict)
    greens: bool = True


@dataclass(frozen=True)
class Plan:
    """A whole city. `turns` is 12, 24 or 36; `players` the fewest and the most."""

    map_id: str
    title: str
    words: Words
    players: tuple[int, int]
    places: tuple[Place, ...]
    homes: tuple[Home, ...]
    land: Ground
    lines: tuple[Line, ...] = ()
    scenes: tuple[Scene, ...] = ()
    turns: int = 24
    together: bool = False
