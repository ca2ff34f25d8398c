"""The client's tests need neither a screen nor a sound card."""

import os
from collections.abc import Iterator

import pytest

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
