import asyncio
import time
from pathlib import Path

import pytest

from server.disk.journal import StorageError
from server.disk.memory_store import MemoryJournal
from server.disk.store import open_journal
from server.meters import Meters
from server.operations import watch as watching
from server.operations.watch import Watch
from tests.support.logs import logged
from tests.support.servers import PATIENCE


class FailingJournal(MemoryJournal):
    fails = False

    async def check(self) -> None:
        if self.fails:
            raise StorageError("the disk is full")


async def test_a_loop_that_is_held_up_is_seen() -> None:
    meters = Meters()
    async with Watch(meters, MemoryJournal(), None):
        for _ in range(3):
            await asyncio.sleep(watching.LAG_EVERY / 2)
            time.sleep(watching.LAG_EVERY)  # noqa: ASYNC251 - what must never happen is what is looked for
            await asyncio.sleep(watching.LAG_EVERY / 2)
    assert meters.lag.count >= 1
    assert meters.lag_high.value > watching.LAG_EVERY / 4


async def test_a_disk_that_fails_and_comes_back_is_seen_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    journal = FailingJournal()
    async with Watch(Meters(), journal, None) as watch:
        seen = [watch.is_writable]
        for journal.fails in (True, False):
            await watch.try_disk()
            seen.append(watch.is_writable)
    assert seen == [True, False, True]
    assert 'the journal cannot be written [storage] why="the disk is full"' in logged(caplog)
    assert "the journal can be written again" in logged(caplog)


async def test_the_disk_is_looked_at_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = asyncio.Semaphore(0)

    class Looked(MemoryJournal):
        async def check(self) -> None:
            looked.release()

    monkeypatch.setattr(watching, "DISK_EVERY", 0.01)
    async with Watch(Meters(), Looked(), None), asyncio.timeout(PATIENCE):
        for _ in range(3):
            await looked.acquire()


async def test_a_journal_that_does_not_answer_counts_as_not_writable(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stuck(MemoryJournal):
        async def check(self) -> None:
            await asyncio.Event().wait()

    monkeypatch.setattr(watching, "DISK_WITHIN", 0.01)
    async with Watch(Meters(), Stuck(), None) as watch:
        assert not watch.is_writable


async def test_a_disk_that_is_nearly_full_is_told_before_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with Watch(Meters(), MemoryJournal(), tmp_path) as watch:
        seen = [watch.is_writable]
        monkeypatch.setattr(watching, "LEAST_FREE", 2**62)
        await watch.try_disk()
        seen.append(watch.is_writable)
    assert seen == [True, False]
    assert "the disk is nearly full [storage] free=" in logged(caplog)


async def test_high_water_marks_roll(monkeypatch: pytest.MonkeyPatch) -> None:
    rolled = asyncio.Event()
    meters = Meters()
    monkeypatch.setattr(watching, "ROLL_EVERY", 0.01)
    monkeypatch.setattr(meters, "roll", rolled.set)
    async with Watch(meters, MemoryJournal(), None), asyncio.timeout(PATIENCE):
        await rolled.wait()


async def test_the_check_writes_to_the_real_disk(tmp_path: Path) -> None:
    journal = await open_journal(tmp_path)
    log = tmp_path / "journal.sqlite-wal"
    before = log.read_bytes()
    await journal.check()
    assert log.read_bytes() != before
    await journal.close()
