import pytest
from msgspec.structs import replace

from game.client.scene.items import Icon, Text
from game.client.scene.marks import Emblem, Sign
from game.client.screens.lobby.seat import Place, SeatPanel
from game.client.widgets.button import Button
from game.client.widgets.choice import Choice
from game.protocol.messages import OPEN, PERSON, Chair
from game.rules.ids import Seat
from tests.support.looks import look, placed
from tests.support.saying import say

ADA = Place(Seat(0), Chair("sra", PERSON, "Ada", here=True, ready=False), 0, mine=False, owner=False)


def panel(place: Place) -> tuple[object, ...]:
    return placed(SeatPanel(place, (), say), 700, 66).items(look())


def said(place: Place) -> list[str]:
    return [item.text for item in panel(place) if isinstance(item, Text)]


@pytest.mark.parametrize(
    ("place", "ready"),
    [
        (ADA, False),
        (replace(ADA, chair=replace(ADA.chair, ready=True)), True),
        (replace(ADA, owner=True), True),
        (replace(ADA, chair=replace(ADA.chair, player=OPEN)), False),
        (replace(ADA, chair=replace(ADA.chair, player="greedy")), True),
    ],
)
def test_ready_is_a_tick_and_waiting_three_dots(place: Place, ready: bool) -> None:
    assert place.is_ready is ready
    assert [item.kind for item in panel(place) if isinstance(item, Sign)] == ["tick" if ready else "dots"]


def test_it_says_who_sits_and_as_what() -> None:
    assert said(ADA) == ["Ada", "Smile Rights Alliance"]
    assert said(replace(ADA, mine=True))[1] == "Smile Rights Alliance, you"
    assert said(replace(ADA, owner=True))[1] == "Smile Rights Alliance, owner of the room"
    assert (
        said(replace(ADA, chair=replace(ADA.chair, here=False)))[1] == "Smile Rights Alliance, not connected"
    )
    assert said(replace(ADA, chair=replace(ADA.chair, player="random")))[0] == "Computer, at random"


def test_a_seat_kept_for_somebody_says_so_and_is_not_open() -> None:
    place = replace(ADA, chair=Chair("sra", OPEN, "", here=False, ready=False, kept_for="Zoe"))
    assert said(place)[0] == "kept for Zoe"
    assert (place.is_open, place.is_ready) == (False, False)


def test_an_open_faction_has_a_die_for_an_emblem() -> None:
    items = panel(replace(ADA, chair=replace(ADA.chair, faction="any")))
    assert not any(isinstance(item, Emblem) for item in items)
    assert any(isinstance(item, Icon) and item.name == "random" for item in items)


@pytest.mark.parametrize(("width", "below"), [(790, False), (560, True)])
def test_controls_that_find_no_room_beside_the_words_stand_below_them(width: int, below: bool) -> None:
    choice = Choice(["Open to others", "Computer, one turn ahead"], lambda _: None)
    controls = (choice, Button("Sit here", lambda: None), Button("Sheet", lambda: None))
    row = SeatPanel(ADA, controls, say)
    size = row.wanted(look(), width)
    placed(row, width, size.h)
    words = [item.y for item in row.paint(look()) if isinstance(item, Text)]
    assert (choice.rect.y > max(words)) is below
    assert choice.rect.w >= 150
    assert choice.rect.bottom <= row.rect.bottom
