"""Pictures of a season's end beside the ones that were looked at and kept: the Council, its vote, the Gala, the goals.

`python -m tests.pictures.seasons` draws the kept ones anew; look at them before they are committed.
"""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from PIL import Image

from tests.pictures.pictures import as_kept, kept
from tests.support.numbers import pinned

from game.client.geometry import Size  # isort: skip - after the drivers are set
from game.client.screens.city.screen import CityScreen  # isort: skip
from game.client.shots import SIZES, Studio, city_of  # isort: skip

PLAYED: Final = 8
"""Turns played before: the third Council sits in the ninth."""

FORECAST: Final = 12
"""Frames until a forecast is there."""


async def council(studio: Studio, screen: CityScreen) -> None:
    """The Council sits: one ballot cast with voice, the other not yet."""
    studio.press("c")
    await studio.frames(FORECAST)
    studio.press("right", "right", "right")
    await studio.frames(FORECAST)


async def goals(studio: Studio, screen: CityScreen) -> None:
    """The own mandates with how far they are."""
    studio.press("o")
    await studio.frames(3)


async def vote(studio: Studio, screen: CityScreen) -> None:
    """The Council has voted."""
    await _play_to(studio, screen, "votes")


async def gala(studio: Studio, screen: CityScreen) -> None:
    """The Gala with its stakes."""
    await _play_to(studio, screen, "gala")


async def _play_to(studio: Studio, screen: CityScreen, panel: str) -> None:
    """End the turn with two ballots and play it back up to a panel."""
    await council(studio, screen)
    studio.press("tab", "left", "escape", "return", "return")
    await studio.frames(6)
    while screen.playback.panel != panel:
        studio.press("space")
        await studio.frames(2)
    await studio.frames(6)


SCENES: Final[dict[str, Callable[[Studio, CityScreen], Awaitable[None]]]] = {
    "council": council,
    "goals": goals,
    "vote": vote,
    "gala": gala,
}


def draw(scene: str, size: Size, path: Path) -> None:
    """Draw a scene into a PNG."""
    asyncio.run(_drawn(scene, size, path))


async def _drawn(scene: str, size: Size, path: Path) -> None:
    studio = Studio(size)
    async with city_of(studio, PLAYED, numbers=pinned()) as (screen, _):
        await SCENES[scene](studio, screen)
        studio.save(path)
    await studio.stage.close()


def renew() -> None:
    """Draw every kept picture anew."""
    for scene in SCENES:
        for size in SIZES:
            path = kept(scene, size)
            draw(scene, size, path)
            as_kept(Image.open(path)).save(path, optimize=True)


if __name__ == "__main__":
    renew()
