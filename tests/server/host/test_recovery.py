"""Rooms that were let go because the disk failed come back by themselves, and their clocks run on."""

import asyncio
import shutil
from pathlib import Path

import pytest

from game.link import coming_back
from game.link.happenings import MatchBegun, RoomAway
from game.link.match_client import MatchClient
from game.protocol import messages as say
from game.protocol.refusals import Refused
from server.disk.database import FILE_NAME
from server.disk.journal import StorageError
from server.disk.memory_store import MemoryJournal
from server.disk.store import open_journal
from server.host import recovery
from server.host.recovery import Recovery
from server.room.image import Image, Record
from tests.server.disk.test_schema import JOURNALS
from tests.support.servers import PATIENCE, begun, local_host, until


class SickJournal(MemoryJournal):
    """A disk that takes nothing while it is sick."""

    sick = False

    def append(
        self, room: str, epoch: int, records: tuple[Record, ...], image: Image | None
    ) -> asyncio.Future[None]:
        self._fail()
        return super().append(room, epoch, records, image)

    async def claim(self, room: str) -> int:
        self._fail()
        return await super().claim(room)

    async def check(self) -> None:
        self._fail()

    def _fail(self) -> None:
        if self.sick:
            raise StorageError("the disk is sick")


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, "FIRST_PAUSE", 0.01)


async def test_a_room_comes_back_with_its_clock_though_nobody_does() -> None:
    journal = SickJournal()
    async with local_host(journal=journal, listen=False) as host, MatchClient(host.link()) as ann:
        seated = await begun(ann)
        journal.sick = True
        await ann.save_slate(())
        await until(ann, RoomAway)
        assert len(host.host.rooms) == 0
        await asyncio.sleep(0.05)
        journal.sick = False
        work = host.host.rooms._recovery._work
        assert work is not None
        await asyncio.wait_for(work, PATIENCE)
        (keeper,) = host.host.rooms.all()
        await keeper.settled()
        assert keeper.id == seated.room.id
        timers = [timer for timer in keeper._timers if timer.when() > keeper._time() + 3500]
        assert timers, "the turn is waited for"


async def test_players_and_guests_are_back_by_themselves_in_a_room_that_came_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(coming_back, "PAUSES", (0.02,) * 200)
    monkeypatch.setattr("server.host.guest.WATCHES", 1000)
    journal = SickJournal()
    async with (
        local_host(journal=journal, listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as eve,
    ):
        seated = await begun(ann)
        await eve.watch(seated.room.id)
        await until(eve, MatchBegun)
        journal.sick = True
        assert isinstance(await ann.save_slate(()), say.Declined)
        for client in (ann, eve):
            for _ in range(3):
                assert (await until(client, RoomAway)).refusals[0].code == Refused.STORAGE
        assert ann.token == seated.token
        journal.sick = False
        for client in (ann, eve):
            await until(client, MatchBegun)
            assert not client.is_away
        assert isinstance(await ann.save_slate(()), say.Done)
        assert ann.token != seated.token
        (keeper,) = host.host.rooms.of([seated.room.id])
        assert len(keeper.room.members) == len(keeper.room.watchers) == 1


async def test_whoever_asks_for_a_room_that_waits_for_the_disk_hears_that(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(recovery, "FIRST_PAUSE", PATIENCE)
    journal = SickJournal()
    async with (
        local_host(journal=journal, listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as eve,
    ):
        seated = await begun(ann)
        journal.sick = True
        await ann.save_slate(())
        answer = await eve.watch(seated.room.id)
        assert isinstance(answer, say.Declined)
        assert answer.refusals[0].code == Refused.STORAGE
        answer = await eve.watch("nowhere")
        assert isinstance(answer, say.Declined)
        assert answer.refusals[0].code == Refused.UNKNOWN_ROOM


async def test_a_room_that_is_over_stays_on_disk() -> None:
    journal = SickJournal()
    brought: list[str] = []

    async def fetch(room: str) -> None:
        brought.append(room)

    recovery_ = Recovery(journal, fetch)
    recovery_.want("never stored")
    assert recovery_._work is not None
    await asyncio.wait_for(recovery_._work, PATIENCE)
    assert brought == []


async def test_pauses_grow_while_the_disk_fails_and_begin_anew_after_calm(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    journal, slept = SickJournal(), list[float]()
    journal.sick = True
    real = asyncio.sleep

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        journal.sick = len(slept) < 14
        await real(0)

    async def fetch(room: str) -> None:
        raise AssertionError(room)

    monkeypatch.setattr("server.host.recovery.asyncio.sleep", sleep)
    waiting = Recovery(journal, fetch)
    waiting.want("a room")
    assert waiting._work is not None
    await waiting._work
    assert slept[:3] == [0.01, 0.02, 0.04]
    assert slept[-1] == recovery.LONGEST_PAUSE
    waiting.want("a room")
    await waiting._work
    assert slept[-1] == recovery.LONGEST_PAUSE
    monkeypatch.setattr(recovery, "CALM", -1.0)
    waiting.want("a room")
    await waiting._work
    assert slept[-1] == 0.01


async def test_nothing_is_brought_back_once_the_host_stops() -> None:
    journal = SickJournal()
    journal.sick = True

    async def fetch(room: str) -> None:
        raise AssertionError(room)

    waiting = Recovery(journal, fetch)
    waiting.want("a room")
    await waiting.stop()
    assert waiting._work is not None
    assert waiting._work.cancelled()


async def test_a_room_that_is_not_read_here_is_not_tried_again(tmp_path: Path) -> None:
    shutil.copy(JOURNALS / "version-1.sqlite", tmp_path / FILE_NAME)
    async with local_host(journal=await open_journal(tmp_path), listen=False) as host:
        assert [keeper.id for keeper in host.host.rooms.all()] == ["lobby"]
        assert host.host.rooms._recovery._work is None
