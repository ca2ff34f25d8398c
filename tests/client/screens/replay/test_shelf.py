from pathlib import Path

import pytest
from msgspec.structs import replace

from game.client.screens.replay.shelf import ReplaysDoors, ReplaysScreen
from game.replays.shelf import ReplayShelf
from tests.support.replays import ENDED, finished, replay, written
from tests.support.stages import SIZES, check_layout, press, shown, stage, words


def screen(
    folder: Path, said: list[object], window: tuple[int, int, float | None] = (1280, 720, None)
) -> ReplaysScreen:
    doors = ReplaysDoors(said.append, lambda: said.append("leave"))
    made = ReplaysScreen(stage(*window), ReplayShelf(folder), doors)
    shown(made)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two replays, and a file that is none."""
    ReplayShelf(tmp_path).keep(finished())
    seats = tuple(replace(seat, faction="strangers" * 6, name="N" * 20) for seat in replay().header.seats * 4)
    header = replace(replay().header, ended_at=ENDED + 9, title="A" * 64, mode="m" * 64, seats=seats)
    ReplayShelf(tmp_path).keep(written(replace(replay(), header=header)))
    (tmp_path / "broken.nsreplay").write_bytes(b"hello")
    return tmp_path


@pytest.mark.parametrize("window", SIZES)
def test_it_fits_every_window(folder: Path, window: tuple[int, int, float | None]) -> None:
    check_layout(screen(folder, [], window))


def test_a_row_says_when_where_who_and_how_it_ended(folder: Path) -> None:
    told = words(screen(folder, []).stage)
    for part in ("2026-09-2", "Grid", "Ada", "Free for All, ", "broken.nsreplay", "found int", str(folder)):
        assert part in told


def test_the_chosen_one_is_watched(folder: Path) -> None:
    said: list[object] = []
    made = screen(folder, said)
    press(made.stage, "down", "return")
    assert said == [made.entries[1].path]


def test_escape_leaves_and_f5_looks_again(folder: Path) -> None:
    said: list[object] = []
    made = screen(folder, said)
    (folder / "broken.nsreplay").unlink()
    press(made.stage, "f5", "escape")
    assert len(made.entries) == 2
    assert said == ["leave"]


def test_an_empty_shelf_says_how_to_fill_it(tmp_path: Path) -> None:
    said: list[object] = []
    made = screen(tmp_path / "nowhere", said)
    assert "play a match to its end" in words(made.stage)
    press(made.stage, "return")
    assert said == []
