import asyncio
from collections.abc import Callable

import pytest

from server.disk.journal import StorageError
from server.disk.retention import Retention, Swept
from server.operations import housekeeping
from server.operations.housekeeping import Housekeeping
from tests.support.logs import logged


class Sweeper(Retention):
    """Says what it is told to, and counts."""

    def __init__(self, *says: Swept | StorageError) -> None:
        self.says = list(says)
        self.asked: list[bool] = []

    async def sweep(self, is_open: Callable[[str], bool]) -> Swept:
        self.asked.append(is_open("r1"))
        say = self.says.pop(0) if self.says else Swept()
        if isinstance(say, StorageError):
            raise say
        return say


async def test_it_sweeps_again_and_again_until_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(housekeeping, "FIRST_AFTER", 0.0)
    monkeypatch.setattr(housekeeping, "EVERY", 0.0)
    sweeper = Sweeper()
    async with Housekeeping(sweeper, lambda room: room == "r1"):
        while len(sweeper.asked) < 3:  # noqa: ASYNC110 - a sweep tells nobody
            await asyncio.sleep(0)
    count = len(sweeper.asked)
    await asyncio.sleep(0.01)
    assert len(sweeper.asked) == count
    assert all(sweeper.asked)


async def test_players_who_come_back_go_first() -> None:
    sweeper = Sweeper()
    async with Housekeeping(sweeper, lambda _: False):
        await asyncio.sleep(0.01)
    assert sweeper.asked == []


async def test_what_went_and_what_did_not_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    house = Housekeeping(Sweeper(Swept(), StorageError("full"), Swept(2, 1)), lambda _: False)
    await house.sweep()
    assert logged(caplog) == ""
    await house.sweep()
    await house.sweep()
    assert "[not_swept] why=full" in logged(caplog)
    assert "[swept] rooms=2 replays=1" in logged(caplog)
