"""The promises are tested in `tests/server/people/test_people.py`."""

from server.disk.memory_people import MemoryPeople


async def test_no_match_was_here_before_the_process() -> None:
    assert await MemoryPeople().uncounted() == ()
