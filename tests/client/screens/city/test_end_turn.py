from msgspec.structs import replace

from game.client.geometry import Rect
from game.client.scene.items import Text
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.end_turn import _waiting
from game.client.screens.city.pen import Pen
from game.protocol.messages import PERSON
from tests.support.cockpits import cockpit_of
from tests.support.looks import look
from tests.support.matches import OCC


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
