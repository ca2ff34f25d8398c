import asyncio

import pytest
from msgspec.structs import replace

from game.client.events import TextTyped
from game.client.model.talk import Talk
from game.client.screens.lobby.room import RoomDoors, RoomScreen, RoomSetting
from game.client.screens.lobby.seat import SeatPanel
from game.client.widgets.choice import Choice
from game.client.widgets.fitted import FittedArea
from game.client.widgets.panelbox import Dialog
from game.content import ruleset
from game.link import happenings as told
from game.link.match_client import LinkClosedError
from game.protocol.messages import (
    OPEN,
    Absence,
    Answer,
    Chair,
    Declined,
    Done,
    Line,
    RoomInfo,
    Standing,
    Welcome,
)
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
        self.welcome: Welcome | None = Welcome(4, "x", "x", (), (), (), ("random", "greedy"))
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

    async def fill_seat(self, seat: Seat, player: str) -> Answer:
        return self._ask("fill", seat, player)

    async def kick(self, seat: Seat) -> Answer:
        return self._ask("kick", seat)

    async def mute(self, seat: Seat, *, muted: bool) -> Answer:
        return self._ask("mute", seat, muted)

    async def report(self, seat: Seat, text: str) -> Answer:
        return self._ask("report", seat, text)

    async def say(self, text: str, to: Seat | None = None) -> Answer:
        return self._ask("say", text, to)

    def _ask(self, *asked: object) -> Answer:
        self.asked.append(asked)
        if isinstance(self.answer, LinkClosedError):
            raise self.answer
        return self.answer


class Said:
    def __init__(self) -> None:
        self.words: list[object] = []
        self.doors = RoomDoors(
            lambda: self.words.append("begun"),
            lambda: self.words.append("leave"),
            lambda refusals: self.words.append(("out", refusals)),
            self.words.append,
            lambda: self.words.append("displaced"),
        )


def screen(
    client: FakeClient,
    said: Said | None = None,
    window: tuple[int, int, float | None] = (1280, 720, None),
    invite: str = "10.0.0.2:24145/KX7P2M",
) -> RoomScreen:
    setting = RoomSetting(invite, "Core", ruleset(), Talk(), card())
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
    next(c for c in find(made.stage, Choice) if "Any faction" in c.labels).choose(0)
    await settle()
    assert client.asked == [("sit", 2, "ca"), ("sit", 1, "sra")]


async def test_a_refusal_is_told_with_its_mend() -> None:
    client = FakeClient(1)
    client.answer = Declined(1, (refusal(Refused.SEAT_TAKEN, "seat", found=2),))
    made = screen(client)
    click(made.stage, button(made.stage, "Sit here"))
    await settle()
    read = words(made.stage)
    assert "Seat 2 is taken." in read
    assert "Choose an open seat." in read


async def test_a_closed_link_is_told() -> None:
    client = FakeClient(1)
    client.answer = LinkClosedError("the server went away")
    made = screen(client)
    click(made.stage, button(made.stage, "Sit here"))
    await settle()
    assert "the server went away" in words(made.stage)


async def test_one_request_at_a_time() -> None:
    client = FakeClient(1)
    made = screen(client)
    click(made.stage, button(made.stage, "Sit here"))
    click(made.stage, button(made.stage, "Sit here"))
    await settle()
    assert len(client.asked) == 1


def test_a_kept_seat_is_waited_for_and_cannot_be_sat_down_in() -> None:
    kept = replace(ROOM.seats[2], kept_for="Zoe")
    client = FakeClient(0)
    client.room = replace(ROOM, seats=(*ROOM.seats[:2], kept))
    made = screen(client)
    read = words(made.stage)
    assert "Kept for a while: Zoe." in read
    assert "is open" not in read
    assert "Sit here" not in read
    assert "waiting for 2 seats" in read


def test_it_follows_the_server() -> None:
    said, client = Said(), FakeClient(1)
    made = screen(client, said)
    gone = (Refusal("unknown_room"),)
    client.told = [told.Disconnected("cut", 1.0), told.Disconnected("cut", 2.0)]
    made.tick(0.0)
    assert words(made.stage).count("The connection dropped.") == 1
    client.told = [told.RoomAway(gone, 1.0), told.RoomAway(gone, 2.0)]
    made.tick(0.0)
    assert words(made.stage).count("The server cannot store this room for now.") == 1
    assert "dropped" not in words(made.stage)
    client.told = [told.RoomSeen(made.room)]
    made.tick(0.0)
    assert "cannot store" not in words(made.stage)
    client.told = [told.SeatLost(gone), told.Over("closed")]
    made.tick(0.1)
    client.told = [told.Displaced()]
    made.tick(0.2)
    assert said.words == [("out", gone), (), "displaced"]


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


async def test_the_owner_fills_an_open_seat_with_a_computer() -> None:
    client = FakeClient(0)
    made = screen(client)
    chooser = next(c for c in find(made.stage, Choice) if "Open to others" in c.labels)
    assert chooser.labels == ("Open to others", "Computer, one turn ahead", "Computer, at random")
    chooser.choose(1)
    await settle()
    assert client.asked == [("fill", 2, "greedy")]
    assert not [c for c in find(screen(FakeClient(1)).stage, Choice) if "Open to others" in c.labels]


async def test_the_owner_mutes_shows_out_and_anybody_reports() -> None:
    client = FakeClient(0)
    made = screen(client)
    for label in ("Mute for everybody here", "Show out of the room"):
        click(made.stage, button(made.stage, "More"))
        click(made.stage, button(made.stage, label))
        await settle()
        made.stage.items()
    click(made.stage, button(made.stage, "More"))
    click(made.stage, button(made.stage, "Report to those who run the server"))
    press(made.stage, "return")
    for letter in "rude":
        made.stage.handle(TextTyped(letter))
    press(made.stage, "return")
    await settle()
    assert client.asked == [("mute", 1, True), ("kick", 1), ("report", 1, "rude")]
    assert "Your report is with those who run the server." in words(made.stage)


def test_who_does_not_own_the_room_shows_nobody_out() -> None:
    made = screen(FakeClient(1))
    click(made.stage, button(made.stage, "More"))
    read = words(made.stage)
    assert "Show out" not in read
    assert "Mute" not in read
    assert "Report" in read


def test_somebody_is_ignored_here_and_heard_again() -> None:
    made = screen(FakeClient(0))
    made.hear(told.LinesHeard(ROOM.id, (Line("Mirela", "give up", 0, Seat(1)),)))
    made.tick(0.0)
    assert "give up" in words(made.stage)
    click(made.stage, button(made.stage, "More"))
    click(made.stage, button(made.stage, "Ignore: show nothing they say"))
    made.tick(0.1)
    read = words(made.stage)
    assert "give up" not in read
    assert "you ignore them" in read
    click(made.stage, button(made.stage, "More"))
    click(made.stage, button(made.stage, "Hear again what they say"))
    made.tick(0.2)
    assert "give up" in words(made.stage)


async def test_what_is_typed_is_said_to_everybody_or_to_one() -> None:
    client = FakeClient(0)
    made = screen(client)
    press(made.stage, "y")
    for text in ("hello", None, "psst"):
        if text is None:
            click(made.stage, button(made.stage, "More"))
            click(made.stage, button(made.stage, "Talk privately"))
        else:
            made.stage.handle(TextTyped(text))
            press(made.stage, "return")
        await settle()
    assert client.asked == [("say", "hello", None), ("say", "psst", 1)]
    press(made.stage, "escape")
    assert made.stage.desk.focus is None


def test_standing_absence_and_watchers_are_told() -> None:
    chairs = (ROOM.seats[0], replace(ROOM.seats[1], standing=Standing(1520, 80, 97)), ROOM.seats[2])
    room = replace(ROOM, seats=chairs, absence=Absence(60, "pass"), delay=2, watchers=3, muted=(Seat(1),))
    read = words(screen(FakeClient(0, room)).stage)
    assert "1520 ±80, 97% of turns kept, muted" in read
    assert "Nobody waits for who is gone for 1 minute" in read
    assert "Spectators see it 2 turns later. 3 watch now." in read


async def test_the_keyboard_stays_on_the_seat_when_the_room_changes() -> None:
    made = screen(FakeClient(0))
    made.stage.desk.focus_on(button(made.stage, "More"))
    made.show()
    made.stage.items()
    assert made.stage.desk.focus is button(made.stage, "More")


async def test_a_refused_line_leaves_the_room_as_it_is() -> None:
    client = FakeClient(1)
    made = screen(client)
    before = button(made.stage, "Ready").rect
    client.answer = Declined(1, (refusal(Refused.MUTED),))
    press(made.stage, "y")
    made.stage.handle(TextTyped("hello"))
    press(made.stage, "return")
    await settle()
    assert "The owner of the room has muted you." in words(made.stage)
    entry = made.chat.entry.rect
    assert entry.bottom <= before.y, "it is not pushed under the call"
    assert not any(area.focusable for area in find(made.stage, FittedArea))


def test_the_owner_is_told_by_name_who_is_not_ready() -> None:
    chairs = (*ROOM.seats[:2], Chair("any", "greedy", "", here=True, ready=True))
    assert "waiting for Mirela" in words(screen(FakeClient(0, replace(ROOM, seats=chairs))).stage)
