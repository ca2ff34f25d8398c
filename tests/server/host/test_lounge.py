import pytest

from game.link.happenings import Connected, LinesHeard
from game.link.match_client import MatchClient
from game.protocol import messages as say
from game.protocol.refusals import Refused
from game.rules.ids import Seat
from server.disk.journal import StorageError
from server.disk.memory_store import MemoryJournal
from server.host import lounge
from server.limits import TALKS
from server.people.person import Person
from server.room.effects import Complaint
from tests.support.servers import a_room, local_host, until


def code_of(answer: say.Answer) -> str:
    assert isinstance(answer, say.Declined), answer
    return answer.refusals[0].code


async def sitting(client: MatchClient, player: str) -> say.Seated:
    await until(client, Connected)
    room = a_room(say.YOU, say.OPEN)
    seated = await client.create(say.CreateRoom(player, room.name, room.map, room.seats, room.length))
    assert isinstance(seated, say.Seated)
    return seated


async def lobby_says(client: MatchClient, text: str) -> say.Answer:
    return await client.ask(say.Speak(text))


async def test_the_lobby_hears_who_sits_in_different_rooms() -> None:
    async with (
        local_host(listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as bob,
        MatchClient(host.link()) as eve,
    ):
        await sitting(ann, "Ann")
        await sitting(bob, "Bob")
        await bob.visit_lobby(here=True)
        assert isinstance(await lobby_says(ann, " Anyone  for Core? "), say.Done)
        (line,) = (await until(bob, LinesHeard)).lines
        assert (line.name, line.text, line.seat, line.to) == ("Ann", "Anyone for Core?", -1, -1)
        await until(eve, Connected)
        await eve.visit_lobby(here=True)
        assert await until(eve, LinesHeard) == LinesHeard("", (line,))


async def test_who_left_or_hung_up_does_not_hear_the_lobby_any_more() -> None:
    async with local_host(listen=False) as host, MatchClient(host.link()) as ann:
        await sitting(ann, "Ann")
        async with MatchClient(host.link()) as bob:
            await until(bob, Connected)
            await bob.visit_lobby(here=True)
            await bob.visit_lobby(here=False)
            await lobby_says(ann, "Hello")
            assert isinstance(await bob.list_rooms(), say.Rooms)
            assert bob.poll() is None
            await bob.visit_lobby(here=True)
        assert host.host._desk._lounge._listeners == {}


async def test_who_has_no_name_says_nothing_in_the_lobby() -> None:
    async with local_host(listen=False) as host, MatchClient(host.link()) as ann:
        await until(ann, Connected)
        assert code_of(await lobby_says(ann, "Hello")) == Refused.NO_IDENTITY
        (guest,) = host.host.board.guests.values()
        guest.person = Person(1, "Ann the Known")
        assert isinstance(await lobby_says(ann, "Hello"), say.Done)
        assert code_of(await lobby_says(ann, "\u202eolleH")) == Refused.BAD_TEXT


async def test_nobody_talks_faster_than_they_can_be_read_wherever_they_talk() -> None:
    async with (
        local_host(listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as bob,
    ):
        seated = await sitting(ann, "Ann")
        await until(bob, Connected)
        await bob.join(seated.room.id, "Bob")
        for number in range(TALKS - 2):
            assert isinstance(await ann.say(f"line {number}"), say.Done)
        assert isinstance(await lobby_says(ann, "one more"), say.Done)
        assert isinstance(await ann.report(seated.seat, "me"), say.Done)
        assert code_of(await ann.say("too much")) == Refused.TALKS_TOO_FAST
        assert code_of(await lobby_says(ann, "too much")) == Refused.TALKS_TOO_FAST
        assert isinstance(await bob.say("I have said nothing yet"), say.Done)
        (client, _) = host.host.board._clients.values()
        assert len(client.session._acts) == TALKS + 1, "what came too fast may come again"


async def test_the_lobby_as_a_whole_has_a_pace_and_room_for_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lounge, "TALKS_IN_LOBBY", 1)
    monkeypatch.setattr(lounge, "MOST_IN_LOBBY", 1)
    async with (
        local_host(listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as bob,
    ):
        await sitting(ann, "Ann")
        await sitting(bob, "Bob")
        assert isinstance(await ann.visit_lobby(here=True), say.Done)
        assert isinstance(await ann.visit_lobby(here=True), say.Done)
        assert code_of(await bob.visit_lobby(here=True)) == Refused.BUSY
        assert isinstance(await lobby_says(ann, "first"), say.Done)
        assert code_of(await lobby_says(bob, "second")) == Refused.BUSY


async def test_only_the_last_lines_are_remembered() -> None:
    async with local_host(listen=False) as host, MatchClient(host.link()) as ann:
        await sitting(ann, "Ann")
        lines = host.host._desk._lounge._lines
        lines.extend(say.Line("Bob", f"{number}", number) for number in range(lounge.MOST_LINES + 9))
        await ann.visit_lobby(here=True)
        assert [line.text for line in (await until(ann, LinesHeard)).lines] == [f"{n}" for n in range(9, 59)]


# --- complaints -----------------------------------------------------------------------------------


class Kept:
    """Keeps complaints in a list, unless it is broken."""

    def __init__(self) -> None:
        self.complaints: list[Complaint] = []
        self.broken = False

    async def keep(self, complaint: Complaint) -> None:
        if self.broken:
            raise StorageError("full")
        self.complaints.append(complaint)


async def test_a_complaint_is_kept_before_it_is_answered_and_a_full_disk_stops_no_room() -> None:
    async with (
        local_host(journal=MemoryJournal(), listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as bob,
    ):
        host.host.rooms.reports = kept = Kept()
        seated = await sitting(ann, "Ann")
        await until(bob, Connected)
        await bob.join(seated.room.id, "Bob")
        await bob.say("Rude")
        assert isinstance(await ann.report(Seat(1), "Rude"), say.Done)
        assert [(c.text, c.lines[0].text) for c in kept.complaints] == [("Rude", "Rude")]
        kept.broken = True
        assert code_of(await ann.report(Seat(1), "Rude")) == Refused.STORAGE
        assert isinstance(await ann.say("The room goes on"), say.Done)


async def test_a_server_that_keeps_nothing_logs_ids_and_no_words(caplog: pytest.LogCaptureFixture) -> None:
    async with local_host(listen=False) as host, MatchClient(host.link()) as ann:
        seated = await sitting(ann, "Ann")
        await ann.report(seated.seat, "Something unheard of")
        (record,) = [r for r in caplog.records if r.message == "somebody is reported"]
        assert "unheard" not in str(record.__dict__)
        assert seated.room.id in str(record.__dict__)
