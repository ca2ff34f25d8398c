"""A map as the set-up shows it, made by hand."""

from game.client.screens.setup.plan import MapCard
from game.client.screens.sketch import Sketch
from game.rules.city import City
from tests.support.cities import grid_city

WORDS = "Sixteen districts in four rows, made for tests and for nothing else, with straight streets."


def card(map_id: str = "grid", city: City | None = None) -> MapCard:
    """The grid, or another city: districts in rows of at most four, two cells to each one's side."""
    made = city if city is not None else grid_city()
    across = min(4, len(made.districts))
    rows = -(-len(made.districts) // across)
    places = ((y // 2) * across + x // 2 for y in range(2 * rows) for x in range(2 * across))
    cells = tuple(place if place < len(made.districts) else -1 for place in places)
    return MapCard(map_id, map_id.title(), ("A tester",), WORDS, made, Sketch(cells, 2 * across))
