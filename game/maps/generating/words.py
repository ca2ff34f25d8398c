"""Names of districts: two words that fit how the people live, none twice in a city."""

from collections.abc import Sequence
from random import Random
from typing import Final

_FIRST: Final = (
    ("Low", "Tin", "Copper", "Back", "Rust", "Ferry", "Lantern", "Salt", "Hub", "Mill", "Kettle", "Cinder"),
    (
        "Guild",
        "Mural",
        "Story",
        "Fable",
        "Canal",
        "Clover",
        "Market",
        "Juniper",
        "Bridge",
        "Thimble",
        "Ember",
        "Linden",
    ),
    (
        "Pearl",
        "Crown",
        "Ivory",
        "Prism",
        "Halo",
        "Mirror",
        "Gala",
        "Argent",
        "Zenith",
        "Opal",
        "Enamel",
        "Aurora",
    ),
)
_SECOND: Final = (
    ("Yards", "Row", "Margins", "Stairs", "Wharf", "End", "Sheds", "Hollow", "Lanes", "Steps"),
    ("Quarter", "Square", "Walk", "Terrace", "Gardens", "Green", "Cross", "Court", "Commons", "Mews"),
    ("Heights", "Hill", "Crescent", "Spires", "Point", "Rise", "Gate", "Parade", "Promenade", "Crest"),
)


def titles(wealths: Sequence[int], draw: Random) -> list[str]:
    """A title for each district by its step of wealth. There are more names than a city has districts."""
    taken: set[str] = set()
    found = []
    for wealth in wealths:
        names = [f"{first} {second}" for first in _FIRST[wealth] for second in _SECOND[wealth]]
        free = [name for name in names if not taken & set(name.split())] or [
            name for name in names if name not in found
        ]
        name = draw.choice(free)
        taken.update(name.split())
        found.append(name)
    return found
