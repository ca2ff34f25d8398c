from pathlib import Path

import pytest
from msgspec.structs import replace

from server.disk.journal import StorageError
from server.disk.memory_people import MemoryPeople
from server.disk.people_store import SqlitePeople
from server.disk.store import open_journal
from server.room.result import Result
from tests.support.logs import logged
from tests.support.replays import played_room
from tests.support.results import result, seat
from tests.support.rooms import begun
from tests.support.servers import local_host

KEY = "k" * 43


async def test_matches_that_ended_just_before_the_server_did_are_counted_at_the_start(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    journal = await open_journal(tmp_path)
    people = SqlitePeople(journal.database)
    await people.claim(KEY, "Ann")
    image, records = played_room()
    for room in ("r1", "r2"):
        sat = replace(image.seats[0], person=1)
        over = replace(image, setup=replace(image.setup, id=room), seats=(sat, *image.seats[1:]), chat=())
        await journal.append(room, await journal.claim(room), (), begun().room.image)
        await journal.append(room, await journal.claim(room), records, over)
    await journal.database.do(lambda db: db.execute("UPDATE images SET body = x'c1' WHERE room = 2"))
    async with local_host(journal=journal, people=people, listen=False):
        found = await people.known(KEY)
        assert found is not None
        assert found.matches == 1
        assert "[result_lost] room=r2" in logged(caplog)


async def test_what_cannot_be_counted_is_logged_and_the_room_goes_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Broken(MemoryPeople):
        async def finished(self, result: Result) -> bool:
            raise StorageError("full")

    async with local_host(people=Broken(), listen=False) as local:
        await local.host.rooms.finished(result(seat(1, 1), seat(2, 2)))
    assert "[result_not_counted] room=r1" in logged(caplog)
