import asyncio

import pytest
from msgspec.structs import replace

from game.client.screens.lobby.rooms import RoomsDoors, RoomsScreen
from game.client.widgets.scrolling import VirtualList
from game.link.match_client import LinkClosedError
from game.protocol.messages import Declined, RoomInfo, Rooms
from game.protocol.refusals import Refused, refusal
from tests.support.lobby import ROOM
from tests.support.stages import SIZES, button, check_layout, click, find, press, shown, stage, words


class FakeLister:
    def __init__(self, *answers: Rooms | Declined | LinkClosedError) -> None:
        self.answers = list(answers)

    async def list_rooms(self) -> Rooms | Declined:
        answer = self.answers.pop(0)
        if isinstance(answer, LinkClosedError):
            raise answer
        return answer


def rooms(count: int) -> tuple[RoomInfo, ...]:
    return tuple(replace(ROOM, id=str(number), name=f"Room {number}") for number in range(count))


async def screen(
    client: FakeLister, said: list[str], window: tuple[int, int, float | None] = (1280, 720, None)
) -> RoomsScreen:
    doors = RoomsDoors(said.append, lambda: said.append("create"), lambda: said.append("leave"))
    made = RoomsScreen(stage(*window), client, doors, "example.org:24145", {"core": "Core"})
    shown(made)
    await settle()
    made.stage.items()
    return made


async def settle() -> None:
    for _ in range(4):
        await asyncio.sleep(0)


@pytest.mark.parametrize("window", SIZES)
async def test_it_fits_every_window(window: tuple[int, int, float | None]) -> None:
    check_layout(await screen(FakeLister(Rooms(1, rooms(30))), [], window))


async def test_rooms_are_asked_for_and_shown() -> None:
    made = await screen(FakeLister(Rooms(1, rooms(2))), [])
    read = words(made.stage)
    assert "Room 1" in read
    assert "2 of 3 seats taken" in read
    assert "Core, standard, 1 minute 30 a turn" in read


async def test_the_chosen_room_is_joined() -> None:
    said: list[str] = []
    made = await screen(FakeLister(Rooms(1, rooms(3))), said)
    press(made.stage, "down", "return")
    click(made.stage, button(made.stage, "Join"))
    assert said == ["1", "1"]


async def test_the_chosen_room_stays_chosen_while_it_is_there() -> None:
    made = await screen(FakeLister(Rooms(1, rooms(3))), [])
    press(made.stage, "down", "down")
    made.take(rooms(3)[1:])
    assert find(made.stage, VirtualList)[0].chosen == 1


async def test_without_rooms_nothing_can_be_joined() -> None:
    said: list[str] = []
    made = await screen(FakeLister(Rooms(1, ())), said)
    press(made.stage, "return")
    assert said == []
    assert "No room is open." in words(made.stage)


async def test_f5_asks_again_and_n_makes_a_room() -> None:
    said: list[str] = []
    made = await screen(FakeLister(Rooms(1, ()), Rooms(2, rooms(1))), said)
    press(made.stage, "f5", "n", "escape")
    await settle()
    assert "Room 0" in words(made.stage)
    assert said == ["create", "leave"]


async def test_what_the_server_refuses_is_told() -> None:
    made = await screen(FakeLister(Declined(1, (refusal(Refused.STOPPING),))), [])
    assert "The server is stopping." in words(made.stage)


async def test_a_lost_connection_is_told() -> None:
    made = await screen(FakeLister(LinkClosedError("cut")), [])
    assert "There is no connection: cut." in words(made.stage)


async def test_a_room_that_could_not_be_joined_is_told_and_asked_for_again() -> None:
    made = await screen(FakeLister(Rooms(1, rooms(1)), Rooms(2, ())), [])
    made.failed([("Every seat is taken.", "Choose another room.")])
    await settle()
    read = words(made.stage)
    assert "Every seat is taken." in read
    assert "No room is open." in read
