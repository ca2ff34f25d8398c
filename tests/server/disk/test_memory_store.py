"""What the journal in memory adds to the promises that `test_store` checks for both."""

from msgspec.structs import replace

from game.protocol.messages import PLAYING
from game.rules.ids import Seat
from server.disk.memory_store import MemoryJournal
from server.room.image import Readied
from tests.support.rooms import begun


async def test_it_knows_when_the_turn_began() -> None:
    image = begun().room.image
    assert image.phase == PLAYING
    now = 5_000
    journal = MemoryJournal(lambda: now)
    epoch = await journal.claim("r1")
    await journal.append("r1", epoch, (), replace(image))
    now = 9_000
    await journal.append("r1", epoch, (Readied(Seat(0), 1, ready=True),), None)
    kept = await journal.load("r1")
    assert kept is not None
    assert kept.turn_at == 5_000
