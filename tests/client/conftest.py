"""The client's tests need neither a screen nor a sound card."""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.resources import maps_folder

if TYPE_CHECKING:
    from game.maps import LoadedMap
    from tests.support.plays import Play

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"


@pytest.fixture(scope="session")
def window() -> Iterator[object]:
    import pygame

    pygame.display.init()
    pygame.font.init()
    yield pygame.display.set_mode((320, 200))
    pygame.display.quit()


@pytest.fixture
async def play() -> "Play":
    """A window without a window."""
    from tests.support.plays import Play  # after the drivers are set

    return Play()


@pytest.fixture(autouse=True)
def _official_maps_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody changes them while the tests run, and each shelf would read all of them again."""
    monkeypatch.setattr("game.client.shelf.load", _load)


def _load(folder: Path) -> "LoadedMap":
    from game.maps import load

    return _official(folder) if folder.parent == maps_folder() else load(folder)


@cache
def _official(folder: Path) -> "LoadedMap":
    from game.maps import load

    return load(folder)
