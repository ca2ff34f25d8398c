"""Pictures of the city screen beside the ones that were looked at and kept.

`python -m tests.pictures.pictures` draws the kept ones anew; look at them before they are committed.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

import msgspec
from PIL import Image, ImageChops, ImageOps

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

from game.client.geometry import Size
from game.client.shots import FORECAST, SIZES, Studio, city_of, half_a_slate
from game.content import ruleset
from tests.support.numbers import NUMBERS, pinned

GOLDEN: Final = Path(__file__).parent / "golden"
SMALLER: Final = 2
"""A kept picture is so many times smaller each way, so that it stays small and no font's fringe matters."""

BITS: Final = 5
"""Bits a channel of a kept picture."""

STRAY: Final = 40
"""How far a pixel's channel may stray: the kept picture has fewer bits."""

SHARE: Final = 0.01
"""The share of pixels that may stray further: fonts are drawn a little otherwise from build to build."""


async def planning(studio: Studio) -> None:
    """Two orders given, a third tried out."""
    await half_a_slate(studio)


async def explained(studio: Studio) -> None:
    """The sum behind the pressure of the order tried out."""
    await half_a_slate(studio)
    studio.press("e", "down", "return")
    await studio.frames(3)


async def unrest(studio: Studio) -> None:
    """Another map mode, from further away."""
    studio.press("m", "m", "-")
    await studio.frames(6)


async def pledging(studio: Studio) -> None:
    """The choice of parts for a Sanctuary, with a condition."""
    studio.press("tab", "tab", "7", "7", "right", "right")
    await studio.frames(FORECAST)


async def pencilled(studio: Studio) -> None:
    """A rival's order pencilled in, the forecast beside it."""
    studio.press("1", "i", "tab", "tab", "tab", "tab", "return")
    await studio.frames(FORECAST)


async def afoot(studio: Studio) -> None:
    """The Sanctuary of a district, and an own pin on the map."""
    studio.press("tab", "tab", "5", "p", "v")
    await studio.frames(FORECAST)


SCENES: Final[dict[str, Callable[[Studio], Awaitable[None]]]] = {
    "planning": planning,
    "explained": explained,
    "unrest": unrest,
    "pledging": pledging,
    "pencilled": pencilled,
    "afoot": afoot,
}


def draw(scene: str, size: Size, path: Path) -> None:
    """Draw a scene into a PNG."""
    asyncio.run(_drawn(scene, size, path))


async def _drawn(scene: str, size: Size, path: Path) -> None:
    studio = Studio(size)
    async with city_of(studio, numbers=pinned()):
        await SCENES[scene](studio)
        studio.save(path)
    await studio.stage.close()


def kept(scene: str, size: Size) -> Path:
    """The kept picture of a scene."""
    return GOLDEN / f"{scene}-{size.h}.png"


def as_kept(picture: Image.Image) -> Image.Image:
    """The picture as it is kept: smaller, with fewer bits."""
    return ImageOps.posterize(picture.convert("RGB").reduce(SMALLER), BITS)


def stray(found: Image.Image, expected: Image.Image) -> tuple[float, Image.Image]:
    """The share of pixels that stray too far, and a picture of where."""
    apart = ImageChops.difference(found.convert("RGB"), expected.convert("RGB"))
    most = ImageChops.lighter(
        ImageChops.lighter(apart.getchannel(0), apart.getchannel(1)), apart.getchannel(2)
    )
    far = most.point(lambda value: 255 if value > STRAY else 0)
    return far.histogram()[255] / (far.width * far.height), far


def renew() -> None:
    """Draw every kept picture anew, with the numbers that ship now."""
    NUMBERS.write_bytes(
        msgspec.json.format(msgspec.json.encode(ruleset(), order="deterministic"), indent=1) + b"\n"
    )
    GOLDEN.mkdir(exist_ok=True)
    for scene in SCENES:
        for size in SIZES:
            path = kept(scene, size)
            draw(scene, size, path)
            as_kept(Image.open(path)).save(path, optimize=True)


if __name__ == "__main__":
    renew()
