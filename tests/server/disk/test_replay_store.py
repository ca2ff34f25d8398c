"""What only the archive on disk promises; the rest is in `test_replays.py`."""

from pathlib import Path

from server.disk.replay_store import SqliteReplays
from server.disk.replays import Unkept, kept_replay
from server.disk.store import open_journal
from tests.support.replays import played_room
from tests.support.rooms import begun


async def test_the_rooms_without_a_replay_are_those_that_are_over_and_not_given_up(tmp_path: Path) -> None:
    journal = await open_journal(tmp_path)
    replays = SqliteReplays(journal.database)
    image, records = played_room()
    for room in ("r1", "r2", "r3"):
        await journal.append(room, await journal.claim(room), (), begun().room.image)
        await journal.append(room, await journal.claim(room), records, image)
    await journal.append("r4", await journal.claim("r4"), (), begun().room.image)
    unkept = await replays.unkept()
    assert [one.room for one in unkept] == ["r1", "r2", "r3"]
    assert all(one.ended_at > 1_700_000_000 for one in unkept)
    await replays.keep(kept_replay(image, records, 0))
    await replays.cannot(Unkept("r2", 5))
    assert [one.room for one in await replays.unkept()] == ["r3"]
    assert not await replays.may_have("r2", 0)
    assert await replays.part("r2", 0, 10) is None
    assert [about.room for about in await replays.listed(0)] == ["r1"]
    await journal.close()
