import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.host.rooms import Rooms
from tests.soak.samples import Sample, trend
from tests.soak.soak import Soak

EVERY = 20
"""Matches of a stretch; each kind there is occurs in it."""

WARMING, FLAT = 2, 2
"""Stretches in which caches become full, and those after them. In the last one there is a leak."""

BOUND = 1024
"""Bytes a match: half of what is forgotten there."""


@pytest.fixture
def traced(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What Python allocates is counted; what is kept of the last thousands is kept of the last few."""
    monkeypatch.setattr("server.host.switchboard.MOST_SESSIONS", 8)
    monkeypatch.setattr("server.disk.store.MOST_OWNERS_KNOWN", 8)
    tracemalloc.start()
    try:
        yield
    finally:
        tracemalloc.stop()


def growth(samples: list[Sample]) -> float:
    """Bytes that stay with each match."""
    return trend([one.matches for one in samples], [one.traced for one in samples])


@pytest.mark.slow
async def test_match_after_match_leaves_nothing_in_memory_and_two_kilobytes_would_be_noticed(
    traced: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget, forgotten = Rooms.forget, []

    def forgetful(self: Rooms, room: str) -> None:
        forgotten.append(bytes(2 * BOUND))
        forget(self, room)

    def heard(sample: Sample) -> None:
        if sample.matches == EVERY * (WARMING + FLAT):
            monkeypatch.setattr(Rooms, "forget", forgetful)

    samples = await Soak(EVERY * (WARMING + FLAT + 1), EVERY, heard, alike=True).run(tmp_path)
    assert growth(samples[WARMING - 1 : -1]) < BOUND < growth(samples[-2:])
