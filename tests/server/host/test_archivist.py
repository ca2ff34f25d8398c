import asyncio
from collections.abc import AsyncIterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from game.protocol import messages as say
from game.protocol.refusals import Refused
from game.replays.codec import decode
from game.replays.proof import prove
from server.disk.people_store import SqlitePeople
from server.disk.replay_store import SqliteReplays
from server.disk.replays import KeptReplay, Unkept
from server.disk.store import SqliteJournal, open_journal
from server.host.archivist import Archivist
from server.host.carrier import Carrier
from server.host.host import Host
from tests.support.logs import logged
from tests.support.peers import KEYS, FakePeer
from tests.support.replays import played_room
from tests.support.rooms import begun
from tests.support.servers import a_room, local_host


@pytest.fixture
async def journal(tmp_path: Path) -> SqliteJournal:
    return await open_journal(tmp_path)


@pytest.fixture
async def host(journal: SqliteJournal) -> AsyncIterator[Host]:
    people, replays = SqlitePeople(journal.database), SqliteReplays(journal.database)
    async with local_host(journal=journal, people=people, replays=replays, listen=False) as local:
        yield local.host


def code_of(answer: say.Answer) -> str:
    assert isinstance(answer, say.Declined), answer
    return answer.refusals[0].code


async def came(host: Host, name: str | None) -> FakePeer:
    peer = FakePeer(host)
    peer.hello(KEYS.get(name or ""), key=(name or "gast") * 8)
    await peer.hears(say.Welcome)
    return peer


async def playing(host: Host, anna: FakePeer, bert: FakePeer, *, public: bool) -> str:
    """The id of a room in which the two have begun a match."""
    made = await anna.asked(a_room(say.YOU, say.OPEN, player="Anna", public=public))
    assert isinstance(made, say.Seated)
    room = made.room.id
    await bert.asked(say.JoinRoom("Bert", room))
    await bert.asked(say.SetLobbyReady(room, True))
    assert isinstance(await anna.asked(say.StartMatch(room)), say.Done)
    return room


async def over(host: Host, anna: FakePeer, bert: FakePeer, *, public: bool) -> str:
    """The same, and they have agreed to end it."""
    room = await playing(host, anna, bert, public=public)
    for peer in (anna, bert):
        await peer.asked(say.SetVote(room, 1, "end", True))
    await bert.hears(say.Update)
    return room


async def whole(peer: FakePeer, room: str) -> bytes:
    body = b""
    while True:
        part = await peer.asked(say.AskReplay(room, len(body)))
        assert isinstance(part, say.ReplayPart), part
        body += part.data
        if len(body) == part.total:
            return body


async def listed(peer: FakePeer) -> list[str]:
    archive = await peer.asked(say.AskArchive())
    assert isinstance(archive, say.Archive)
    return [match.room for match in archive.matches]


async def test_a_public_match_that_is_over_is_everybodys_to_see(host: Host) -> None:
    anna, bert, guest = await came(host, "Anna"), await came(host, "Bert"), await came(host, None)
    room = await over(host, anna, bert, public=True)
    found = decode([await whole(guest, room)])
    assert prove(found).holds
    assert [seat.name for seat in found.header.seats][:2] == ["Anna", "Bert"]
    assert await listed(guest) == await listed(anna) == [room]


async def test_a_private_match_is_for_those_who_played_it(host: Host) -> None:
    anna, bert, ella = await came(host, "Anna"), await came(host, "Bert"), await came(host, "Ella")
    room = await over(host, anna, bert, public=False)
    assert await whole(anna, room)
    assert await listed(bert) == [room]
    assert await listed(ella) == []
    assert code_of(await ella.asked(say.AskReplay(room, 0))) == Refused.NO_REPLAY


async def test_a_guest_has_the_replay_of_the_match_they_sit_in(host: Host) -> None:
    anna, guest, other = await came(host, "Anna"), await came(host, None), await came(host, "Ella")
    room = await over(host, anna, guest, public=False)
    assert await whole(guest, room)
    assert code_of(await other.asked(say.AskReplay(room, 0))) == Refused.NO_REPLAY


async def test_a_match_that_runs_is_never_told_of(host: Host) -> None:
    anna, bert, ella = await came(host, "Anna"), await came(host, "Bert"), await came(host, "Ella")
    room = await playing(host, anna, bert, public=True)
    assert code_of(await anna.asked(say.AskReplay(room, 0))) == Refused.NOT_OVER
    assert code_of(await ella.asked(say.AskReplay(room, 0))) == Refused.NO_REPLAY
    assert await listed(anna) == []


async def test_nothing_lies_beyond_the_end(host: Host) -> None:
    anna, bert = await came(host, "Anna"), await came(host, "Bert")
    room = await over(host, anna, bert, public=True)
    assert code_of(await anna.asked(say.AskReplay(room, 2**30))) == Refused.WRONG_OFFSET
    assert code_of(await anna.asked(say.AskReplay("nowhere", 0))) == Refused.NO_REPLAY


async def test_what_a_former_server_left_is_made_up_for(
    journal: SqliteJournal, caplog: pytest.LogCaptureFixture
) -> None:
    replays = SqliteReplays(journal.database)
    image, records = played_room()
    for room, turns in (("r0", records[:-1]), ("r1", records)):
        await journal.append(room, await journal.claim(room), (), begun().room.image)
        await journal.append(room, await journal.claim(room), turns, image)
    async with local_host(journal=journal, replays=replays, listen=False), asyncio.timeout(20):
        while await replays.unkept():  # noqa: ASYNC110 - nobody tells when the archive is complete
            await asyncio.sleep(0.01)
        assert [about.room for about in await replays.listed(0)] == ["r1"]
        assert "[replay_impossible] room=r0" in logged(caplog)


async def test_what_has_just_ended_is_kept_before_the_server_stops(tmp_path: Path) -> None:
    journal = await open_journal(tmp_path)
    replays = SqliteReplays(journal.database)
    async with local_host(journal=journal, replays=replays, listen=False) as local:
        anna, bert = await came(local.host, "Anna"), await came(local.host, "Bert")
        room = await over(local.host, anna, bert, public=True)
    again = await open_journal(tmp_path)
    assert [about.room for about in await SqliteReplays(again.database).listed(0)] == [room]
    await again.close()


async def test_one_that_could_not_be_made_elsewhere_is_left_for_the_next_server(
    journal: SqliteJournal, caplog: pytest.LogCaptureFixture
) -> None:
    async def die(_unkept: Unkept) -> KeptReplay | None:
        raise BrokenProcessPool

    replays = SqliteReplays(journal.database)
    archivist = Archivist(journal, replays, Carrier(), die)
    image, records = played_room()
    await journal.append("r1", await journal.claim("r1"), (), begun().room.image)
    await journal.append("r1", await journal.claim("r1"), records, image)
    archivist.keep("r1", 7)
    await archivist.stop()
    assert "a replay is not kept" in caplog.text
    assert [one.room for one in await replays.unkept()] == ["r1"]
    await journal.close()
