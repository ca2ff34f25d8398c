from game.client.scene.items import Text
from game.client.scene.marks import Emblem, MiniMap
from game.client.screens.setup.mappanel import MapView
from game.client.screens.setup.plan import CLOSED, SeatChoice
from game.protocol.messages import YOU
from tests.support.cards import card
from tests.support.cities import line_city
from tests.support.looks import look, placed
from tests.support.saying import say

SEATS = (SeatChoice("sra", YOU), SeatChoice("occ", "greedy"), SeatChoice("ca", CLOSED))


def test_it_shows_the_city_with_the_homes_of_those_who_play() -> None:
    view = placed(MapView(card(), SEATS, say), 360, 560)
    items = view.items(look())
    emblems = [item for item in items if isinstance(item, Emblem)]
    assert [emblem.banner.faction for emblem in emblems] == ["sra", "occ"]
    assert emblems[0].radius > emblems[1].radius, "your own home stands out"
    picture = next(item for item in items if isinstance(item, MiniMap))
    assert all(picture.rect.contains(emblem.x, emblem.y) for emblem in emblems)


def test_it_says_what_the_map_says_of_itself() -> None:
    items = placed(MapView(card(), SEATS, say), 360, 560).items(look())
    said = " ".join(item.text for item in items if isinstance(item, Text))
    assert "GRID" in said
    assert "A tester" in said
    assert "16 districts" in said
    assert "straight streets." in said


def test_nothing_stands_below_its_foot() -> None:
    view = placed(MapView(card(), SEATS, say), 200, 260)
    assert all(item.y <= view.rect.bottom for item in view.items(look()) if isinstance(item, Text))


def test_a_start_for_anybody_marks_no_home() -> None:
    seats = (SeatChoice("any", YOU), SeatChoice("any", "greedy"))
    view = placed(MapView(card("line", line_city()), seats, say), 360, 560)
    assert not any(isinstance(item, Emblem) for item in view.items(look()))
