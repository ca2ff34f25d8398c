"""What a map says of itself to people: name, makers, what it is."""

from msgspec import Struct


class Cover(Struct, frozen=True):
    """The words of `manifest.json` and `README.md`. `players` are the fewest and the most."""

    map_id: str
    title: str
    authors: tuple[str, ...]
    description: str
    readme: str
    players: tuple[int, int]
    version: str = "1.0.0"
