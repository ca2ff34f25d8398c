from pathlib import Path

import pytest

from game.replays.shelf import ReplayShelf, read
from server.disk.memory_replays import MemoryReplays
from server.disk.replays import Unkept, kept_replay
from server.disk.shelved_replays import ShelvedReplays
from tests.support.logs import logged
from tests.support.replays import played_room


async def test_what_is_kept_is_on_the_shelf_and_in_the_archive(tmp_path: Path) -> None:
    inner, shelf = MemoryReplays(), ReplayShelf(tmp_path)
    replays = ShelvedReplays(inner, shelf)
    kept = kept_replay(*played_room(), 60)
    await replays.keep(kept)
    (entry,) = shelf.listed()
    assert read(entry.path).end.turns == len(played_room()[1])
    assert await inner.listed(0) == (kept.about,)


async def test_a_replay_the_shelf_does_not_take_is_logged_and_in_the_archive(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_bytes(b"")
    inner = MemoryReplays()
    kept = kept_replay(*played_room(), 60)
    await ShelvedReplays(inner, ReplayShelf(tmp_path / "file")).keep(kept)
    assert f"a replay is not on the shelf [replay_not_kept] room={kept.about.room}" in logged(caplog)
    assert await inner.listed(0) == (kept.about,)


async def test_every_other_verb_is_the_archives(tmp_path: Path) -> None:
    inner = MemoryReplays()
    replays = ShelvedReplays(inner, ReplayShelf(tmp_path))
    kept = kept_replay(*played_room(), 60)
    await inner.keep(kept)
    room = kept.about.room
    assert await replays.listed(0) == (kept.about,)
    assert await replays.may_have(room, 0)
    assert await replays.part(room, 0, 8) == await inner.part(room, 0, 8)
    await replays.cannot(Unkept(room, 60))
    assert await replays.unkept() == await inner.unkept()
