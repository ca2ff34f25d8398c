"""The client's tests need neither a screen nor a sound card."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
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
