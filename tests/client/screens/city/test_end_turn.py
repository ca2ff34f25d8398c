import pytest
from msgspec.structs import replace

from game.client.geometry import Rect
from game.client.scene.items import Text
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.end_turn import _waiting, draw_end_turn
from game.client.screens.city.pen import Pen
from game.protocol.messages import PERSON
from game.rules.ids import Seat
from game.rules.state import Bill
from tests.support.cockpits import cockpit_of
from tests.support.looks import look
from tests.support.matches import OCC
from tests.support.played import Opened


def said(cockpit: Cockpit) -> list[str]:
    pen = Pen(look(), Rect(0, 0, 600, 76))
    _waiting(cockpit, pen)
    return [item.text for item in pen.items if isinstance(item, Text)]


async def test_who_is_waited_for_and_not_connected_is_told() -> None:
    async with cockpit_of() as cockpit:
        client = cockpit.model.client
        assert client.room is not None
        seats = tuple(replace(chair, player=PERSON, here=True) for chair in client.room.seats)
        client.room = replace(client.room, seats=seats)
        assert "Waiting for OCC, CA" in said(cockpit)
        gone = tuple(replace(chair, here=seat != OCC) for seat, chair in enumerate(seats))
        client.room = replace(client.room, seats=gone)
        assert "Waiting for OCC (not connected), CA" in said(cockpit)


async def test_a_player_whose_match_is_over_is_told_no_delay(opened: Opened) -> None:
    played = await opened()
    played.link.change_room(delay=1)
    played.link.change_chair(Seat(0), resigned=True)
    await played.frames()
    pen = Pen(look(), Rect(0, 0, 600, 76))
    draw_end_turn(played.screen.cockpit, pen)
    assert not any("later" in item.text for item in pen.items if isinstance(item, Text))


async def test_what_is_missing_before_the_council_finds_room_on_the_call(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with cockpit_of() as cockpit:
        bills = (Bill("quiet_streets", Seat(1), 2), Bill("open_clinics", Seat(1), 2))
        monkeypatch.setattr(cockpit.council, "missing", lambda: bills)
        cockpit.press_end()
        pen = Pen(look(), Rect(0, 0, 284, 76))
        draw_end_turn(cockpit, pen)
        words = [item.text for item in pen.items if isinstance(item, Text)]
        assert "2 not voted on: Enter ends it" in words
