import asyncio

import pytest
from msgspec.structs import replace

from game.client.events import TextTyped
from game.client.model.talk import Talk
from game.client.screens.lobby.entries import Entry
from game.client.screens.lobby.entry_list import EntryList
from game.client.screens.lobby.server import TABS, ServerDoors, ServerScreen, ServerSetting
from game.client.widgets.entry import TextEntry
from game.link import happenings as told
from game.link.match_client import LinkClosedError
from game.protocol.messages import (
    PLAYING,
    VERSION,
    Absence,
    Answer,
    Archive,
    ArchivedMatch,
    Declined,
    Done,
    Line,
    Matches,
    OwnMatch,
    Profile,
    Rating,
    RoomInfo,
    Rooms,
    Welcome,
)
from game.protocol.refusals import Refused, refusal
from game.rules.ids import Seat
from tests.support.lobby import NOON, ROOM
from tests.support.stages import (
    SIZES,
    button,
    check_layout,
    click,
    find,
    press,
    shown,
    stage,
    texts,
    words,
)

YOU = Profile(1, "Ada", 12, 99, (Rating("free", 1520, 80, 10),))
MISSING = replace(
    ROOM,
    id="9",
    name="Missing",
    phase=PLAYING,
    absence=Absence(60, "substitute"),
    seats=(ROOM.seats[0], replace(ROOM.seats[1], absent=True)),
)


class FakeServer:
    """Answers each list as it is told to."""

    def __init__(self, rooms: tuple[RoomInfo, ...] = ()) -> None:
        self.welcome: Welcome | None = Welcome(VERSION, "x", "Night Shift", (), (), (), (), you=YOU)
        self.sat_as = ""
        self.rooms = rooms
        self.asked: list[object] = []
        self.fault: Declined | LinkClosedError | None = None
        self.told: list[told.Happening] = []

    def poll(self) -> told.Happening | None:
        return self.told.pop(0) if self.told else None

    def _refused(self, what: object) -> Declined | None:
        self.asked.append(what)
        if isinstance(self.fault, LinkClosedError):
            raise self.fault
        return self.fault

    async def list_rooms(self) -> Rooms | Declined:
        return self._refused("rooms") or Rooms(1, self.rooms)

    async def my_matches(self) -> Matches | Declined:
        match = OwnMatch(replace(MISSING, locked=True), Seat(0), is_due=True, left=60_000)
        return self._refused("mine") or Matches(1, (match,))

    async def archive(self) -> Archive | Declined:
        match = ArchivedMatch("7", "Old", "core", "free", "short", 0, ("Ada", "greedy"), 9000, (Seat(1),))
        return self._refused("archive") or Archive(1, (match,))

    async def visit_lobby(self, *, here: bool) -> Answer:
        return self._refused(("lobby", here)) or Done(1)

    async def say(self, text: str, to: Seat | None = None) -> Answer:
        return self._refused(("say", text)) or Done(1)


class Said:
    def __init__(self) -> None:
        self.words: list[tuple[str, object]] = []

    def doors(self) -> ServerDoors:
        def to(name: str):
            return lambda entry: self.words.append((name, entry.key if isinstance(entry, Entry) else entry))

        return ServerDoors(
            join=to("join"),
            watch=to("watch"),
            stand_in=to("stand in"),
            go_on=to("go on"),
            replay=to("replay"),
            create=lambda: self.words.append(("create", None)),
            leave=lambda: self.words.append(("leave", None)),
            lost=to("lost"),
        )


def rooms(count: int) -> tuple[RoomInfo, ...]:
    return tuple(replace(ROOM, id=str(number), name=f"Room {number}") for number in range(count))


async def screen(
    client: FakeServer, said: Said | None = None, window: tuple[int, int, float | None] = (1280, 720, None)
) -> ServerScreen:
    on = stage(*window)
    on.wall = lambda: NOON
    made = ServerScreen(
        on, client, (said or Said()).doors(), ServerSetting("example.org:24145", {"core": "Core"}, Talk())
    )
    shown(made)
    await settle()
    on.items()
    return made


async def settle() -> None:
    for _ in range(6):
        await asyncio.sleep(0)


@pytest.mark.parametrize("window", SIZES)
@pytest.mark.parametrize("tab", range(len(TABS)))
async def test_it_fits_every_window(window: tuple[int, int, float | None], tab: int) -> None:
    made = await screen(FakeServer((*rooms(30), MISSING)), window=window)
    made.tabs.choose(tab)
    await settle()
    made.stage.items()
    check_layout(made)


async def test_rooms_are_asked_for_and_shown() -> None:
    read = words((await screen(FakeServer(rooms(2)))).stage)
    assert "NIGHT SHIFT" in read
    assert "Room 1" in read
    assert "pass the search" not in read
    assert "Free for All: 1520 ±80, 10 matches" in read


@pytest.mark.parametrize(
    ("tab", "call", "said"),
    [
        (0, "Join", ("join", "0")),
        (1, "Watch", ("watch", "9")),
        (2, "Stand in", ("stand in", "9")),
        (3, "Go on", ("go on", "9")),
        (4, "Fetch and watch", ("replay", "7")),
    ],
)
async def test_each_tab_has_its_own_entries_and_its_own_call(
    tab: int, call: str, said: tuple[str, str]
) -> None:
    heard = Said()
    made = await screen(FakeServer((*rooms(1), MISSING)), heard)
    made.tabs.choose(tab)
    await settle()
    made.stage.items()
    made.stage.desk.focus_on(find(made.stage, EntryList)[0])
    press(made.stage, "return")
    click(made.stage, button(made.stage, call))
    assert heard.words == [said, said]
    assert made.shows_own is (tab == 3)


async def test_without_entries_there_is_nothing_to_call() -> None:
    said = Said()
    made = await screen(FakeServer(), said)
    press(made.stage, "return")
    assert said.words == []
    assert "No room is open." in words(made.stage)


async def test_keys_ask_again_make_a_room_and_leave() -> None:
    said, client = Said(), FakeServer()
    made = await screen(client, said)
    client.rooms = rooms(1)
    press(made.stage, "f5", "n")
    await settle()
    press(made.stage, "escape")
    assert "Room 0" in words(made.stage)
    assert said.words == [("create", None), ("leave", None)]


async def test_one_hears_the_lobby_while_one_is_in_it() -> None:
    client = FakeServer()
    made = await screen(client)
    client.told = [told.LinesHeard("", (Line("Zoe", "anybody for a short one?", 0),))]
    made.tick(0.0)
    press(made.stage, "y")
    made.stage.handle(TextTyped("me"))
    press(made.stage, "return")
    await settle()
    assert "anybody for a short one?" in words(made.stage)
    press(made.stage, "escape")
    assert made.stage.desk.focus is find(made.stage, EntryList)[0]
    made.left()
    await settle()
    assert [what for what in client.asked if what not in ("rooms", "mine")] == [
        ("lobby", True),
        ("say", "me"),
        ("lobby", False),
    ]


async def test_after_a_drop_it_listens_and_asks_again() -> None:
    said, client = Said(), FakeServer(rooms(1))
    made = await screen(client, said)
    assert client.welcome is not None
    client.asked.clear()
    client.told = [told.Disconnected("cut", 1.0)]
    made.tick(0.0)
    assert "The connection dropped." in words(made.stage)
    client.told = [told.Connected(client.welcome, again=True), told.Over("closed")]
    made.tick(0.1)
    await settle()
    assert client.asked == [("lobby", True), "rooms"]
    assert "The connection dropped." not in words(made.stage)
    assert said.words == [("lost", ())]


async def test_what_the_server_refuses_or_cannot_say_is_told() -> None:
    client = FakeServer()
    client.fault = Declined(1, (refusal(Refused.STOPPING),))
    made = await screen(client)
    assert "The server is stopping." in words(made.stage)
    client.fault = LinkClosedError("cut")
    made.refresh()
    await settle()
    assert "There is no connection: cut." in words(made.stage)


async def test_what_did_not_work_is_told_and_asked_for_again() -> None:
    client = FakeServer(rooms(1))
    made = await screen(client)
    client.rooms = ()
    made.failed([("Every seat is taken.", "Choose another room.")])
    await settle()
    read = words(made.stage)
    assert "Every seat is taken." in read
    assert "No room is open." in read


async def test_who_has_no_name_here_yet_only_reads_until_they_have_one() -> None:
    client = FakeServer()
    assert client.welcome is not None
    client.welcome = replace(client.welcome, you=None)
    made = await screen(client)
    read = words(made.stage)
    assert "This server does not know you yet" in read
    assert "Who has sat down in a room here once" in read
    assert not made.chat.entry.visible
    press(made.stage, "y")
    assert made.stage.desk.focus is not made.chat.entry
    client.sat_as = "Ada"
    read = words((await screen(client)).stage)
    assert "ADA" in read
    assert "New here" in read
    assert "not known yet" not in read


async def test_what_is_known_of_one_is_read_anew_when_the_connection_is_back() -> None:
    client = FakeServer()
    assert client.welcome is not None
    client.welcome = replace(client.welcome, you=None)
    made = await screen(client)
    client.welcome = replace(client.welcome, you=YOU)
    client.told = [told.Connected(client.welcome, again=True)]
    made.tick(0.0)
    assert "12 matches" in words(made.stage)
    assert made.chat.entry.visible


async def test_where_there_is_nothing_it_is_said_at_the_top_and_filters_are_counted() -> None:
    made = await screen(FakeServer())
    nothing = next(t for t, _ in texts(made.stage.items()) if t.text.startswith("No room is open"))
    assert nothing.y < made.stage.desk.size.h // 3
    many = await screen(FakeServer(rooms(3)))
    find(many.stage, TextEntry)[-1].insert("Room 2")
    await settle()
    assert "1 of 3 pass the search." in words(many.stage)


async def test_computers_of_a_finished_match_are_called_what_they_are() -> None:
    made = await screen(FakeServer())
    made.tabs.choose(TABS.index("replays"))
    await settle()
    assert "Computer, one turn ahead" in words(made.stage)


async def test_what_the_server_tells_everybody_stands_above_until_it_tells_something_else() -> None:
    client = FakeServer()
    assert client.welcome is not None
    client.welcome = replace(client.welcome, message="Gala on [b]Friday[/b]")
    made = await screen(client)
    assert "Gala on [b]Friday[/b]" in words(made.stage)
    client.welcome = replace(client.welcome, message="")
    made.hear(told.Connected(client.welcome, again=True))
    assert "Gala" not in words(made.stage)


@pytest.mark.parametrize("window", [(1024, 600, None), (1280, 720, None), (1920, 1080, 1.5)])
async def test_the_longest_message_leaves_room_for_the_rest(window: tuple[int, int, float | None]) -> None:
    client = FakeServer(rooms(3))
    assert client.welcome is not None
    client.welcome = replace(client.welcome, message="W" * 60 + " gala" * 28)
    made = await screen(client, window=window)
    assert made.chat.entry.rect.h > 0
    assert made.stage.desk.size.h > made.chat.entry.rect.bottom


async def test_the_tab_of_the_own_matches_says_how_many_wait() -> None:
    client = FakeServer()
    made = await screen(client)
    assert "My matches: 1 due" in words(made.stage)
    made.tabs.choose(TABS.index("mine"))
    await settle()
    assert "My matches: 1 due" in words(made.stage)
    unknown = FakeServer()
    unknown.fault = Declined(1, (refusal(Refused.NO_IDENTITY),))
    read = words((await screen(unknown)).stage)
    assert "due" not in read
    assert "My matches" in read
