import asyncio

import pytest
from msgspec.structs import replace

from game.client.screens.lobby.room import RoomDoors, RoomScreen, RoomSetting
from game.client.screens.lobby.seat import SeatPanel
from game.client.widgets.choice import Choice
from game.client.widgets.panelbox import Dialog
from game.content import ruleset
from game.link import happenings as told
from game.link.match_client import LinkClosedError
from game.protocol.messages import OPEN, Answer, Chair, Declined, Done, RoomInfo
from game.protocol.refusals import Refusal, Refused, refusal
from game.rules.ids import Seat
from tests.support.cards import card
from tests.support.lobby import ROOM
from tests.support.stages import SIZES, button, check_layout, click, find, press, shown, stage, words


class FakeClient:
    """Answers every request as it is told to, and remembers them."""

    def __init__(self, seat: int, room: RoomInfo = ROOM) -> None:
        self.room: RoomInfo | None = room
        self.seat: Seat | None = Seat(seat)
        self.asked: list[tuple[object, ...]] = []
        self.answer: Answer | LinkClosedError = Done(1)
        self.told: list[told.Happening] = []

    def poll(self) -> told.Happening | None:
        return self.told.pop(0) if self.told else None

    async def sit(self, seat: Seat, faction: str = "any") -> Answer:
        return self._ask("sit", seat, faction)

    async def set_lobby_ready(self, *, ready: bool) -> Answer:
        return self._ask("ready", ready)

    async def start(self) -> Answer:
        return self._ask("start")

    def _ask(self, *asked: object) -> Answer:
        self.asked.append(asked)
        if isinstance(self.answer, LinkClosedError):
            raise self.answer
        return self.answer


class Said:
    def __init__(self) -> None:
        self.words: list[object] = []
        self.doors = RoomDoors(
            lambda: self.words.append("begun"), lambda: self.words.append("leave"), self.words.append
        )


def screen(
    client: FakeClient,
    said: Said | None = None,
    window: tuple[int, int, float | None] = (1280, 720, None),
    invite: str = "10.0.0.2:24145/KX7P2M",
) -> RoomScreen:
    setting = RoomSetting(invite, "Core", ruleset(), card())
    made = RoomScreen(stage(*window), client, (said or Said()).doors, setting)
    shown(made)
    return made


def everyone_ready() -> RoomInfo:
    chairs = (
        ROOM.seats[0],
        replace(ROOM.seats[1], ready=True),
        Chair("any", "greedy", "", here=True, ready=True),
    )
    return replace(ROOM, seats=chairs)


async def settle() -> None:
    for _ in range(4):
        await asyncio.sleep(0)


@pytest.mark.parametrize("window", SIZES)
@pytest.mark.parametrize("seat", [0, 1])
def test_it_fits_every_window(window: tuple[int, int, float | None], seat: int) -> None:
    check_layout(screen(FakeClient(seat), window=window))


def test_it_says_for_whom_the_match_waits() -> None:
    read = words(screen(FakeClient(0)).stage)
    assert "One seat is open. Not ready yet: Mirela." in read
    assert "waiting for 2 seats" in read
    assert "1 minute 30 a turn" in read


async def test_the_owner_starts_once_all_are_ready() -> None:
    client = FakeClient(0)
    made = screen(client)
    press(made.stage, "return")
    await settle()
    assert client.asked == []
    client.room = everyone_ready()
    made.hear(told.RoomSeen(client.room))
    press(made.stage, "return")
    await settle()
    assert client.asked == [("start",)]


async def test_others_say_ready_and_take_it_back() -> None:
    client = FakeClient(1)
    made = screen(client)
    click(made.stage, button(made.stage, "Ready"))
    await settle()
    client.room = everyone_ready()
    made.hear(told.RoomSeen(client.room))
    made.stage.items()
    click(made.stage, button(made.stage, "Not ready"))
    await settle()
    assert client.asked == [("ready", True), ("ready", False)]


async def test_an_open_seat_can_be_taken_and_the_own_faction_changed() -> None:
    client = FakeClient(1)
    made = screen(client)
    click(made.stage, button(made.stage, "Sit here"))
    await settle()
    find(made.stage, Choice)[0].choose(0)
    await settle()
    assert client.asked == [("sit", 2, "ca"), ("sit", 1, "sra")]


async def test_a_refusal_is_told_with_its_mend() -> None:
    client = FakeClient(1)
    client.answer = Declined(1, (refusal(Refused.SEAT_TAKEN, "seat", found=2),))
    made = screen(client)
    made.sit(Seat(2), "ca")
    await settle()
    read = words(made.stage)
    assert "Seat 2 is taken." in read
    assert "Choose an open seat." in read


async def test_a_closed_link_is_told() -> None:
    client = FakeClient(1)
    client.answer = LinkClosedError("the server went away")
    made = screen(client)
    made.sit(Seat(2), "ca")
    await settle()
    assert "the server went away" in words(made.stage)


async def test_one_request_at_a_time() -> None:
    client = FakeClient(1)
    made = screen(client)
    made.sit(Seat(2), "ca")
    made.sit(Seat(2), "ca")
    await settle()
    assert len(client.asked) == 1


def test_it_follows_the_server() -> None:
    said, client = Said(), FakeClient(1)
    made = screen(client, said)
    gone = (Refusal("unknown_room"),)
    client.told = [told.Disconnected("cut", 1.0), told.Disconnected("cut", 2.0)]
    made.tick(0.0)
    assert words(made.stage).count("The connection dropped.") == 1
    client.told = [told.SeatLost(gone), told.Over("closed")]
    made.tick(0.1)
    assert said.words == [gone, ()]


def test_escape_leaves() -> None:
    said = Said()
    press(screen(FakeClient(0), said).stage, "escape")
    assert said.words == ["leave"]


def test_the_invite_is_copied_by_button_or_key() -> None:
    made = screen(FakeClient(0))
    click(made.stage, button(made.stage, "Copy the invite"))
    assert made.stage.desk.copied == "10.0.0.2:24145/KX7P2M"
    assert "Copied" in words(made.stage)


def test_the_sheet_of_a_seat_opens() -> None:
    made = screen(FakeClient(0))
    panel = find(made.stage, SeatPanel)[1]
    click(made.stage, panel.shown()[-1])
    assert isinstance(made.stage.desk.top, Dialog)
    assert "ORAL COMMAND CENTERS" in words(made.stage)


def test_without_a_seat_there_is_no_room_to_show() -> None:
    client = FakeClient(0)
    made = screen(client)
    client.room = None
    with pytest.raises(LookupError, match="no room"):
        made.show()


def test_it_says_how_the_match_is_played() -> None:
    room = replace(ROOM, mode="common_cause", temper="harsh")
    read = words(screen(FakeClient(0, room)).stage)
    assert "Common Cause, Harsh" in read
    assert "finished Sanctuaries" in read


def test_seats_are_told_with_their_teams() -> None:
    four = replace(ROOM, mode="teams", seats=(*ROOM.seats, Chair("sra", OPEN, "", here=False, ready=False)))
    read = words(screen(FakeClient(0, four)).stage)
    assert "Oral Command Centers, team 1" in read
    assert "Cultural Alliance, team 2" in read
    crossed = words(screen(FakeClient(0, replace(four, teams=(0, 1, 0, 1)))).stage)
    assert "Oral Command Centers, team 2" in crossed


def test_a_seat_that_is_not_ranked_says_so() -> None:
    neutral = Chair("ca", "greedy", "", here=False, ready=False, ranked=False)
    read = words(screen(FakeClient(0, replace(ROOM, seats=(*ROOM.seats[:2], neutral)))).stage)
    assert "Cultural Alliance, not ranked" in read
