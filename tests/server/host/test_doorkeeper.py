import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from game.protocol import messages as say
from game.protocol.refusals import Refused
from game.rules.ids import Seat
from server.config import Config
from server.disk.journal import StorageError
from server.disk.memory_people import MemoryPeople
from server.host.doorkeeper import Admission
from server.host.guest import MEMORY
from server.host.host import Host
from server.limits import TRIES
from server.people.ban import FOR_EVER, Ban
from server.people.person import Person
from tests.support.peers import KEYS, FakePeer
from tests.support.servers import a_room, local_host

RUDE = Ban(FOR_EVER, "rude")


@asynccontextmanager
async def open_host(people: MemoryPeople | None = None, **settings: Any) -> AsyncIterator[Host]:
    async with local_host(Config(**settings), people=people or MemoryPeople(), listen=False) as local:
        yield local.host


async def code_told(peer: FakePeer) -> str:
    """Why it was not let in."""
    refused = await peer.hears(say.Declined)
    assert peer.ended is not None
    assert not peer.has_greeted
    return refused.refusals[0].code


async def named(people: MemoryPeople, name: str) -> Person:
    person = await people.claim(KEYS[name], name)
    assert isinstance(person, Person)
    return person


# --- who comes in -----------------------------------------------------------------------------------


async def test_everybody_comes_in_and_a_known_person_is_told_who_they_are() -> None:
    people = MemoryPeople()
    anna = await named(people, "Anna")
    async with open_host(people) as host:
        for identity, you in ((None, None), (KEYS["Bert"], None), (KEYS["Anna"], anna.profile())):
            peer = FakePeer(host)
            peer.hello(identity)
            assert (await peer.hears(say.Welcome)).you == you
            assert peer.has_greeted


async def test_what_is_sent_before_the_welcome_waits_for_it() -> None:
    async with open_host() as host:
        peer = FakePeer(host)
        peer.hello(KEYS["Anna"])
        number = peer.do(say.ListRooms())
        rooms = await peer.hears(say.Rooms)
        assert rooms.re == number
        assert isinstance(peer.told[0], say.Welcome)


async def test_who_hangs_up_while_being_recognized_is_no_harm() -> None:
    async with open_host() as host:
        peer = FakePeer(host)
        peer.hello(KEYS["Anna"])
        host.detach(peer.guest)
        await asyncio.sleep(0.01)
        assert peer.told == []


async def test_a_disk_that_fails_lets_nobody_in_and_says_so() -> None:
    class Broken(MemoryPeople):
        async def known(self, key: str) -> Person | None:
            raise StorageError("full")

    async with open_host(Broken()) as host:
        peer = FakePeer(host)
        peer.hello(KEYS["Anna"])
        assert await code_told(peer) == Refused.STORAGE


# --- password ---------------------------------------------------------------------------------------


async def test_nobody_comes_in_without_the_password() -> None:
    async with open_host(password="sesame") as host:
        for password in ("", "Sesame", "sesame "):
            peer = FakePeer(host)
            peer.hello(password=password)
            assert await code_told(peer) == Refused.WRONG_PASSWORD
        peer = FakePeer(host)
        peer.hello(password="sesame")
        await peer.hears(say.Welcome)


async def test_passwords_are_not_guessed_for_long() -> None:
    async with open_host(password="sesame") as host:
        for _ in range(TRIES):
            FakePeer(host).hello(password="guess")
        peer = FakePeer(host)
        peer.hello(password="sesame")
        assert await code_told(peer) == Refused.TOO_FAST
        other = FakePeer(host, "10.0.0.2")
        other.hello(password="sesame")
        await other.hears(say.Welcome)


async def test_the_servers_own_player_needs_no_password() -> None:
    async with open_host(password="sesame", allow=("Bert",)) as host:
        peer = FakePeer(host, MEMORY)
        peer.hello()
        await peer.hears(say.Welcome)
        assert isinstance(await peer.asked(a_room(say.YOU, say.OPEN)), say.Seated)


# --- list -------------------------------------------------------------------------------------------


async def test_a_guest_is_not_on_the_list() -> None:
    async with open_host(allow=("Anna",)) as host:
        peer = FakePeer(host)
        peer.hello()
        assert await code_told(peer) == Refused.NOT_INVITED


async def test_who_is_known_by_another_name_is_not_on_the_list() -> None:
    people = MemoryPeople()
    await named(people, "Bert")
    async with open_host(people, allow=("Anna",)) as host:
        peer = FakePeer(host)
        peer.hello(KEYS["Bert"])
        assert await code_told(peer) == Refused.NOT_INVITED


@pytest.mark.parametrize("entry", ["anna", "#1"])
async def test_who_is_on_the_list_by_name_or_number_plays(entry: str) -> None:
    people = MemoryPeople()
    await named(people, "Anna")
    async with open_host(people, allow=(entry,)) as host:
        peer = FakePeer(host)
        peer.hello(KEYS["Anna"])
        await peer.hears(say.Welcome)
        assert isinstance(await peer.asked(say.ListRooms()), say.Rooms)


async def test_a_new_player_may_only_come_under_a_name_of_the_list() -> None:
    async with open_host(allow=("Anna",)) as host:
        peer = FakePeer(host)
        peer.hello(KEYS["Anna"])
        await peer.hears(say.Welcome)
        for act in (
            say.ListRooms(),
            a_room(say.YOU, say.OPEN, player="Ann"),
            say.SaveSlate("nowhere", 1, ()),
        ):
            answer = await peer.asked(act)
            assert isinstance(answer, say.Declined)
            assert answer.refusals[0].code == Refused.NOT_INVITED
        assert isinstance(await peer.asked(a_room(say.YOU, say.OPEN, player="Anna")), say.Seated)
        assert isinstance(await peer.asked(say.ListRooms()), say.Rooms)


def code_of(answer: say.Answer) -> str:
    """Why it was refused; empty where it was done."""
    return answer.refusals[0].code if isinstance(answer, say.Declined) else ""


async def playing(host: Host, name: str) -> tuple[FakePeer, say.Seated]:
    """Somebody in a running match of their own against a computer, with a seat for guests."""
    peer = FakePeer(host)
    peer.hello(KEYS[name], key=name.lower() * 8)
    await peer.hears(say.Welcome)
    seated = await peer.asked(a_room(say.YOU, "greedy", player=name))
    assert isinstance(seated, say.Seated)
    assert code_of(await peer.asked(say.StartMatch(seated.room.id))) == ""
    return peer, seated


def inside(seated: say.Seated) -> tuple[say.Act, ...]:
    """What somebody with a seat does in a running match."""
    room = seated.room.id
    return (
        say.Speak("Good evening", room),
        say.SaveSlate(room, 1, ()),
        say.SetPins(room, 1, ()),
        say.SetVote(room, 1, "extend", agree=False),
        say.SetBrief(room, say.Brief(())),
        say.Mute(room, Seat(0), muted=False),
        say.Report(room, Seat(0), "nothing"),
    )


async def test_who_is_taken_off_the_list_does_in_their_room_all_that_others_do_until_they_leave() -> None:
    async with open_host(allow=("Anna", "Bert")) as host:
        peer, seated = await playing(host, "Anna")
        room = seated.room.id
        host.door.admit(Admission(allow=("Bert",)))
        for act in (*inside(seated), say.ResumeSeat(room, seated.token)):
            assert code_of(await peer.asked(act)) not in {Refused.NOT_INVITED, Refused.NOT_SEATED}, act
        again = await peer.hears(say.Seated)
        assert code_of(await peer.asked(say.LeaveRoom(room))) == ""
        for act in (*inside(seated), say.ResumeSeat(room, again.token), say.LeaveRoom(room)):
            is_order = isinstance(act, say.OF_A_TURN)  # which the room refuses, without a look at the list
            assert code_of(await peer.asked(act)) == (
                Refused.NOT_SEATED if is_order else Refused.NOT_INVITED
            ), act
        host.door.admit(Admission(allow=("Anna",)))
        assert isinstance(await peer.asked(say.ResumeSeat(room, again.token)), say.Seated)
        host.door.admit(Admission(allow=("Bert",)))
        assert code_of(await peer.asked(say.Speak("Here again", room))) == ""


async def test_who_is_taken_off_the_list_comes_into_nothing_else() -> None:
    async with open_host(allow=("Anna", "Bert")) as host:
        peer, seated = await playing(host, "Anna")
        _, other = await playing(host, "Bert")
        host.door.admit(Admission(allow=("Bert",)))
        for act in (
            say.ListRooms(),
            say.MyMatches(),
            say.AskArchive(),
            say.AskDeviceCode(),
            say.VisitLobby(here=True),
            say.Speak("Anybody here?"),
            say.Rematch(seated.room.id),
            a_room(say.YOU, say.OPEN, player="Anna"),
            say.JoinRoom("Anna", other.room.id),
            say.WatchRoom(other.room.id),
            say.ResumeSeat(other.room.id),
            say.Speak("Good evening", other.room.id),
            say.AskReplay(other.room.id, 0),
        ):
            assert code_of(await peer.asked(act)) == Refused.NOT_INVITED, act


async def test_who_watches_when_taken_off_the_list_watches_on_until_they_leave() -> None:
    async with open_host(allow=("Anna", "Bert")) as host:
        _, seated = await playing(host, "Anna")
        bert = FakePeer(host)
        bert.hello(KEYS["Bert"], key="b" * 32)
        assert code_of(await bert.asked(a_room(say.YOU, say.OPEN, player="Bert"))) == ""
        room = seated.room.id
        assert isinstance(await bert.asked(say.WatchRoom(room)), say.Watching)
        host.door.admit(Admission(allow=("Anna",)))
        assert isinstance(await bert.asked(say.WatchRoom(room)), say.Watching)
        assert code_of(await bert.asked(say.AskMap("0" * 64, 0))) == Refused.UNKNOWN_PACKAGE
        assert code_of(await bert.asked(say.LeaveRoom(room))) == ""
        assert code_of(await bert.asked(say.WatchRoom(room))) == Refused.NOT_INVITED


async def test_a_device_of_somebody_on_the_list_becomes_known_by_a_code() -> None:
    people = MemoryPeople()
    anna = await named(people, "Anna")
    async with open_host(people, allow=("Anna",)) as host:
        peer = FakePeer(host)
        peer.hello(KEYS["Bert"])
        assert isinstance(await peer.asked(say.UseDeviceCode(await people.new_code(anna.id))), say.Known)
        assert isinstance(await peer.asked(say.ListRooms()), say.Rooms)


# --- bans -------------------------------------------------------------------------------------------


async def test_who_is_banned_goes_and_does_not_come_in_again_until_pardoned() -> None:
    people = MemoryPeople()
    anna = await named(people, "Anna")
    async with open_host(people) as host:
        peer, other = FakePeer(host), FakePeer(host)
        peer.hello(KEYS["Anna"])
        other.hello(key="o" * 32)
        await peer.hears(say.Welcome)
        assert await host.door.ban(anna.id, RUDE)
        (refused,) = (await peer.hears(say.Declined)).refusals
        assert (refused.code, refused.parameters) == (
            Refused.BANNED,
            {"until": "further notice", "reason": "rude"},
        )
        assert peer.ended is not None
        assert other.ended is None
        again = FakePeer(host)
        again.hello(KEYS["Anna"])
        assert await code_told(again) == Refused.BANNED
        assert await host.door.pardon(anna.id)
        back = FakePeer(host)
        back.hello(KEYS["Anna"])
        await back.hears(say.Welcome)


async def test_a_banned_network_is_kept_out_and_shown_out() -> None:
    async with open_host() as host:
        inside, outside = FakePeer(host, "10.0.0.7"), FakePeer(host, "10.0.1.7")
        inside.hello()
        outside.hello(key="o" * 32)
        assert await host.door.ban("10.0.0.0/24", Ban(4_070_908_800_000, ""))
        (refused,) = (await inside.hears(say.Declined)).refusals
        assert refused.parameters == {"until": "2099-01-01 00:00 UTC", "reason": "no reason was given"}
        assert outside.ended is None
        for identity in (None, KEYS["Anna"]):
            again = FakePeer(host, "10.0.0.9")
            again.hello(identity)
            assert await code_told(again) == Refused.BANNED


async def test_bans_of_addresses_are_known_from_the_start() -> None:
    people = MemoryPeople()
    await people.ban("10.0.0.1", RUDE)
    async with open_host(people) as host:
        peer = FakePeer(host)
        peer.hello()
        assert await code_told(peer) == Refused.BANNED


async def test_nobody_is_banned_who_is_not_there() -> None:
    async with open_host() as host:
        assert not await host.door.ban(9, RUDE)
        assert not await host.door.pardon(9)
