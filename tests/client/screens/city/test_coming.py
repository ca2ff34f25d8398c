import pytest

from game.client.geometry import Rect
from game.client.screens.city.coming import HEIGHT, Chip, chips, placed
from game.client.widgets.richtext import Span
from game.rules.ids import District, Seat
from game.rules.state import Bill, Happening, Law
from tests.support.cockpits import cockpit_of, seeing, seen
from tests.support.looks import look
from tests.support.matches import public


def chip(words: str) -> Chip:
    return Chip("gala", "soft", (Span(words),), (Span(""),))


@pytest.mark.parametrize("width", [360, 684, 1300])
@pytest.mark.parametrize("count", [1, 3, 8, 12])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_chips_neither_overlap_nor_leave_their_area(width: int, count: int, scale: float) -> None:
    area = Rect(10, 20, width, 300)
    rects = placed(look(scale), area, [chip("Words " * (1 + n % 4)) for n in range(count)])
    assert len(rects) == count
    for place, rect in enumerate(rects):
        assert area.x <= rect.x
        assert rect.right <= area.right
        assert all(not rect.overlaps(other) for other in rects[place + 1 :])


def test_long_chips_give_way_until_two_rows_are_enough() -> None:
    shown = [chip("A very long name of a thing to come")] * 8
    rects = placed(look(), Rect(0, 0, 684, 200), shown)
    assert len({rect.y for rect in rects}) == 2
    assert {rect.h for rect in rects} == {HEIGHT}


def test_short_chips_are_no_wider_than_their_words() -> None:
    (alone,) = placed(look(), Rect(0, 0, 1300, 200), [chip("Gala")])
    assert alone.w < 200


async def test_events_bills_laws_and_the_gala_have_their_chips() -> None:
    async with cockpit_of() as cockpit:
        state = public(
            seen(cockpit),
            events=(Happening("janus_intrusion", District(3), 5, answered=False),),
            docket=(Bill("quiet_streets", Seat(1), 2),),
            laws=(Law("open_clinics", 9, Seat(0)),),
        )
        seeing(cockpit, state)
        found = {shown.icon: shown for shown in chips(cockpit)}
        assert {"event-intrusion", "law-commons", "law", "gala"} <= set(found)
        event = found["event-intrusion"]
        assert Span("Janus Intrusion") in event.head
        assert Span("turn 5", "attention") in event.under
        assert "verb-forum" in [getattr(part, "name", "") for part in event.under], "what answers it"
        assert event.opens is not None
        assert "Janus Intrusion" in event.opens().crumbs


async def test_an_event_that_is_over_has_no_chip() -> None:
    async with cockpit_of() as cockpit:
        event = Happening("janus_intrusion", District(3), 2, answered=False)
        for turn, there in ((2, True), (3, True), (4, False)):
            seeing(cockpit, public(seen(cockpit), turn=turn, events=(event,)))
            icons = [shown.icon for shown in chips(cockpit)]
            assert ("event-intrusion" in icons) is there
