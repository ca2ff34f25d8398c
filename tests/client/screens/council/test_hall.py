from hypothesis import given
from hypothesis import strategies as st

from game.client.geometry import Rect
from game.client.scene.marks import Marker
from game.client.screens.council.hall import RINGS, hall_items, seated
from game.client.theme import RESIDENTS, Banner
from tests.support.looks import look

SRA, OCC = Banner("sra"), Banner("occ")


@given(st.lists(st.integers(0, 500), min_size=1, max_size=7).filter(any))
def test_every_seat_is_taken_in_proportion(weights: list[int]) -> None:
    banners = [Banner("sra", chapter) for chapter in range(len(weights))]
    taken = seated(list(zip(banners, weights, strict=True)), 100)
    assert len(taken) == 100
    for banner, weight in zip(banners, weights, strict=True):
        assert abs(taken.count(banner) - 100 * weight / sum(weights)) <= 1


def test_seats_stand_inside_the_hall_from_left_to_right() -> None:
    room = Rect(300, 60, 390, 220)
    items = list(hall_items(look(), room, [(SRA, 400), (OCC, 300), (RESIDENTS, 300)]))
    marks = [item for item in items if isinstance(item, Marker)]
    assert len(marks) == sum(RINGS)
    assert all(room.x + 4 <= mark.x <= room.right - 4 and room.y <= mark.y <= room.bottom for mark in marks)
    middle = [sum(mark.x for mark in marks if mark.banner == banner) for banner in (SRA, RESIDENTS)]
    assert middle[0] / 40 < middle[1] / 30
