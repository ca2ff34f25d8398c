"""What only the archive in memory promises; the rest is in `test_replays.py`."""

from msgspec.structs import replace

from server.disk.memory_replays import MOST_KEPT, MemoryReplays
from server.disk.replays import kept_replay
from tests.support.replays import played_room


async def test_of_many_the_first_goes() -> None:
    replays = MemoryReplays()
    kept = kept_replay(*played_room(), 0)
    for number in range(MOST_KEPT + 1):
        await replays.keep(replace(kept, about=replace(kept.about, room=f"r{number}")))
    assert await replays.part("r0", 0, 1) is None
    assert await replays.part("r1", 0, 1) is not None
    assert await replays.unkept() == ()
