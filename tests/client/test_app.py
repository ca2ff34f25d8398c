import asyncio
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.client.app import SMALLEST, Window, main, saying
from game.client.desktop import Desktop
from game.client.launcher import Opening
from game.client.screens.settings.screen import SettingsScreen
from game.client.screens.title.screen import TitleScreen
from game.client.shots import NoLauncher


class Steps(Desktop):
    """Frames as fast as they come; `script` says what is posted before which frame."""

    def __init__(self, folder: Path, script: dict[int, list[pygame.event.Event]]) -> None:
        super().__init__(folder)
        self._script, self._frame = script, 0
        self.idled = 0

    async def next_frame(self, *, idle: bool = False) -> float:
        self.idled += idle
        await asyncio.sleep(0)
        for event in self._script.get(self._frame, ()):
            pygame.event.post(event)
        self._frame += 1
        assert self._frame < 400, "the window was never closed"
        return self._frame / 60


def key(name: str, mod: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=pygame.key.key_code(name), mod=mod, unicode="", scancode=0)


CLOSE = pygame.event.Event(pygame.QUIT)


@pytest.fixture(autouse=True)
def _display(window: object) -> Iterator[None]:
    """The window is closed with its display; the tests after it find theirs again."""
    yield
    pygame.display.init()
    pygame.display.set_mode((320, 200))


async def test_the_window_opens_with_the_title_and_closes(tmp_path: Path) -> None:
    await main(NoLauncher(), Opening(), Steps(tmp_path, {3: [CLOSE]}))
    assert not pygame.display.get_init()


async def test_nothing_is_drawn_while_nothing_changes(tmp_path: Path) -> None:
    steps = Steps(tmp_path, {200: [CLOSE]})
    shown = Window(NoLauncher(), Opening(), steps)
    await shown.live()
    assert isinstance(shown.stage.top, TitleScreen)
    assert steps.idled > 100
    assert 1 <= shown.drawn <= 4
    await shown.close()


async def test_keys_find_the_screen_and_settings_are_kept(tmp_path: Path) -> None:
    shown = Window(NoLauncher(), Opening(), Steps(tmp_path, {3: [key("s")], 30: [CLOSE]}))
    await shown.live()
    top = shown.stage.top
    assert isinstance(top, SettingsScreen)
    top.put(reduced_motion=True)
    await shown.close()
    again = Window(NoLauncher(), Opening(), Steps(tmp_path, {}))
    assert again.stage.settings.reduced_motion
    assert again.stage.desk.look.reduced_motion
    await again.close()


async def test_a_window_too_small_is_made_larger(tmp_path: Path) -> None:
    small = pygame.event.Event(pygame.WINDOWSIZECHANGED, x=640, y=400)
    shown = Window(NoLauncher(), Opening(), Steps(tmp_path, {3: [small], 30: [CLOSE]}))
    await shown.live()
    assert shown.stage.desk.size.w >= SMALLEST.w
    assert shown.stage.desk.size.h >= SMALLEST.h
    await shown.close()


async def test_what_cannot_be_joined_is_told(tmp_path: Path) -> None:
    opening = Opening(join="127.0.0.1:1")
    shown = Window(NoLauncher(), opening, Steps(tmp_path, {60: [CLOSE]}))
    await shown.live()
    words = [text for text in _texts(shown) if "cannot join" in text]
    assert words
    await shown.close()


async def test_a_bug_in_a_screen_ends_the_window(tmp_path: Path) -> None:
    shown = Window(NoLauncher(), Opening(), Steps(tmp_path, {}))

    async def bug() -> None:
        raise ZeroDivisionError("a bug")

    shown.stage.work(bug())
    with pytest.raises(ZeroDivisionError):
        await shown.live()
    await shown.close()


def test_words_come_from_the_catalog() -> None:
    assert saying("en")("city-turn", turn=3) == "Turn 3"


def _texts(shown: Window) -> list[str]:
    from tests.support.stages import words

    return words(shown.stage).splitlines()
