from pathlib import Path

import pytest

from game.replays.shelf import ReplayShelf, read
from server.disk.keeping import KeepingJournal
from server.disk.memory_store import MemoryJournal
from server.disk.replaying import is_finished
from server.disk.store import open_journal
from server.room.image import Abandoned
from tests.support.logs import logged
from tests.support.replays import played_room


async def store(journal: KeepingJournal, turns: int = 99) -> None:
    """Store a match turn by turn, as its keeper does."""
    image, records = played_room(turns)
    epoch = await journal.claim("r1")
    await journal.append("r1", epoch, (), image)
    for record in records[:-1]:
        await journal.append("r1", epoch, (record,), None)
    await journal.append("r1", epoch, records[-1:], image)


@pytest.mark.parametrize("on_disk", [False, True])
async def test_a_match_is_kept_as_it_ends(tmp_path: Path, on_disk: bool) -> None:
    inner = await open_journal(tmp_path / "data") if on_disk else MemoryJournal()
    shelf = ReplayShelf(tmp_path / "replays")
    journal = KeepingJournal(inner, shelf)
    await store(journal)
    await journal.close()
    (entry,) = shelf.listed()
    assert read(entry.path).end.turns == len(played_room()[1])


async def test_a_match_that_runs_is_not_kept(tmp_path: Path) -> None:
    journal = KeepingJournal(MemoryJournal(), ReplayShelf(tmp_path))
    await store(journal, turns=3)
    await journal.close()
    assert ReplayShelf(tmp_path).listed() == ()


async def test_what_follows_the_end_keeps_nothing_again(tmp_path: Path) -> None:
    journal = KeepingJournal(MemoryJournal(), ReplayShelf(tmp_path))
    image, _ = played_room()
    assert is_finished(image)
    await journal.append("r1", await journal.claim("r1"), (Abandoned(),), image)
    await journal.close()
    assert ReplayShelf(tmp_path).listed() == ()


async def test_a_replay_that_cannot_be_kept_is_logged_and_the_match_is_stored(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_bytes(b"")
    inner = MemoryJournal()
    journal = KeepingJournal(inner, ReplayShelf(tmp_path / "file"))
    await store(journal)
    await journal.close()
    assert "a replay is not kept [replay_not_kept] room=r1" in logged(caplog)
    assert len(await inner.played("r1")) == len(played_room()[1])


async def test_every_other_verb_is_the_journals(tmp_path: Path) -> None:
    inner = MemoryJournal()
    journal = KeepingJournal(inner, ReplayShelf(tmp_path))
    await store(journal, turns=3)
    assert await journal.load("r1") == await inner.load("r1")
    assert await journal.running() == await inner.running() == ("r1",)
    assert await journal.ledgers("r1", 1) == await inner.ledgers("r1", 1)
    assert await journal.played("r1") == await inner.played("r1")
    await journal.close()
