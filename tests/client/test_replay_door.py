import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.client.launcher import Opening
from game.client.screens.base import Stage
from game.client.screens.replay.screen import ReplayScreen
from game.client.screens.replay.shelf import ReplaysScreen
from game.client.screens.results.screen import ResultsScreen
from game.client.screens.title.screen import TitleScreen
from game.client.screens.waiting import WaitingScreen
from game.client.ways import Ways
from game.maps.cache import MapCache
from game.replays.codec import decode
from game.rules.ids import FactionKey
from tests.support.replays import finished, on_core, written
from tests.support.stages import press, stage, words


class Window:
    """The ways on a stage, with a folder of replays and a clock that only the test moves."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stage: Stage = stage()
        self.ways = Ways(self.stage, (), MapCache(folder / "cache"), replays=folder)
        self.now = 0.0

    def put(self, data: bytes, name: str = "a.nsreplay") -> Path:
        path = self.folder / name
        path.write_bytes(data)
        return path

    async def frames(self, count: int = 12) -> None:
        for _ in range(count):
            self.now += 1 / 30
            self.stage.tick(self.now)
            await asyncio.sleep(0)
            self.stage.items()

    async def shows(self, kind: type) -> None:
        for _ in range(50):
            if isinstance(self.stage.top, kind):
                return
            await self.frames(2)
        pytest.fail(f"{type(self.stage.top).__name__} is shown, not {kind.__name__}: {self.stage.failure}")


@pytest.fixture
def window(tmp_path: Path) -> Window:
    return Window(tmp_path)


async def test_the_title_leads_to_the_list_and_back(window: Window) -> None:
    window.ways.open(Opening())
    press(window.stage, "p")
    await window.shows(ReplaysScreen)
    press(window.stage, "escape")
    await window.shows(TitleScreen)


async def test_a_replay_is_watched_to_its_results_and_left_for_the_list(window: Window) -> None:
    window.put(on_core())
    window.ways.open(Opening())
    press(window.stage, "p", "return")
    assert isinstance(window.stage.top, WaitingScreen)
    await window.shows(ReplayScreen)
    assert "proved" in words(window.stage).lower()
    press(window.stage, "end")
    await window.shows(ResultsScreen)
    assert "Ada" in words(window.stage)
    press(window.stage, "c")
    await window.shows(ReplayScreen)
    press(window.stage, "escape", *["shift+tab"], "return")
    await window.shows(ReplaysScreen)


async def test_the_results_lead_to_the_title(window: Window) -> None:
    window.ways.open(Opening(replay=window.put(on_core())))
    await window.shows(ReplayScreen)
    press(window.stage, "end")
    await window.shows(ResultsScreen)
    press(window.stage, "escape")
    await window.shows(TitleScreen)


def elsewhere(data: bytes) -> bytes:
    """A match on a map that nobody has."""
    found = decode([data])
    return written(replace(found, header=replace(found.header, title="Far City")))


def strange(data: bytes) -> bytes:
    """A match of a faction without signs, by rules that nobody has."""
    found = decode([data])
    match = found.opening.match
    new = FactionKey("new")
    factions = {**match.ruleset.factions, new: match.ruleset.factions[match.seating[0].faction]}
    sitting = replace(match.seating[0], faction=new)
    match = replace(
        match, ruleset=replace(match.ruleset, factions=factions), seating=(sitting, *match.seating[1:])
    )
    seats = (replace(found.header.seats[0], faction=new), *found.header.seats[1:])
    header = replace(found.header, rules=99, seats=seats)
    return written(replace(found, header=header, opening=replace(found.opening, match=match)))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda _: b"hello", "expected a replay of Neo-Sanctum"),
        (lambda _: finished()[:9000], "found the end of the file"),
        (lambda _: elsewhere(finished()), "It was played on Far City"),
        (strange, "a faction this game has no signs for"),
    ],
)
async def test_what_cannot_be_shown_is_told_over_the_list(
    window: Window, spoil: Callable[[bytes], bytes], said: str
) -> None:
    window.ways.open(Opening(replay=window.put(spoil(on_core()))))
    await window.shows(ReplaysScreen)
    assert window.stage.top is not None
    assert said in " ".join(words(window.stage).split())
    press(window.stage, "return")
    assert window.stage.desk.top is window.stage.top.widget()


async def test_opening_can_be_stopped(window: Window) -> None:
    window.ways.open(Opening(replay=window.put(on_core())))
    await window.frames(1)
    press(window.stage, "escape")
    await window.frames()
    assert isinstance(window.stage.top, ReplaysScreen)


async def test_the_end_of_the_program_lets_go_of_it(window: Window) -> None:
    window.ways.open(Opening(replay=window.put(on_core())))
    await window.shows(ReplayScreen)
    await window.ways.close()
    await window.ways.close()


async def test_older_rules_are_shown_unproved(window: Window) -> None:
    found = decode([on_core()])
    old = written(replace(found, header=replace(found.header, rules=1)))
    window.ways.open(Opening(replay=window.put(old)))
    await window.shows(ReplayScreen)
    assert "Older rules" in words(window.stage)
