"""Pictures of watching a replay beside the ones that were looked at and kept: the list, and the panels around the city.

`python -m tests.pictures.replays` draws the kept ones anew; look at them before they are committed.
"""

import asyncio
from pathlib import Path
from typing import Final

from PIL import Image

from tests.pictures.pictures import as_kept, kept

from game.client.city_layout import CityLayout  # isort: skip - after the drivers are set
from game.client.geometry import Rect, Size  # isort: skip
from game.client.screens.replay.reel import Reel  # isort: skip
from game.client.screens.replay.screen import ReplayScreen  # isort: skip
from game.client.screens.replay.shelf import ReplaysDoors, ReplaysScreen  # isort: skip
from game.client.shots import SIZES, Studio, the_map  # isort: skip
from game.link.replay import ReplayLink, opened  # isort: skip
from game.replays.course import course_of  # isort: skip
from game.replays.errors import Broken, ReplayError  # isort: skip
from game.replays.replay import Brief  # isort: skip
from game.replays.shelf import ReplayShelf, Shelved, read, read_brief  # isort: skip
from game.rules.state import Ending, Outcome  # isort: skip
from msgspec.structs import replace  # isort: skip

FILE: Final = Path(__file__).parents[1] / "replays" / "kept" / "format-1.nsreplay"
SCENES: Final = ("replay-list", "replay-opening", "replay-turn")
AT: Final = 5
"""The turn of the picture."""


def nothing(*_: object) -> None:
    """A door that leads nowhere."""


class StillShelf(ReplayShelf):
    """A shelf that is the same everywhere: no folder of this machine, no time of its clock."""

    def listed(self) -> tuple[Shelved, ...]:
        """One that was won, one that was lost, one that is broken."""
        torn = read_brief(FILE)
        torn = Brief(replace(torn.header, ended_at=0), torn.end)
        won = replace(torn.end, outcome=Outcome(Ending.PLAYED, (2, 1, 3)))
        error = ReplayError(Broken.CHAIN, "record 4", "8d2e", "90af")
        path = Path("a.nsreplay")
        return Shelved(path, Brief(torn.header, won)), Shelved(path, torn), Shelved(path, None, error)


def draw(scene: str, size: Size, path: Path) -> None:
    """Draw a scene into a PNG."""
    asyncio.run(_drawn(scene, size, path))


async def _drawn(scene: str, size: Size, path: Path) -> None:
    studio = Studio(size)
    if scene == "replay-list":
        doors = ReplaysDoors(nothing, nothing)
        studio.stage.go(ReplaysScreen(studio.stage, StillShelf(Path("replays")), doors))
        await studio.frames(2)
        studio.save(path)
    else:
        await _draw_city(studio, AT if scene == "replay-turn" else 0, path)
    await studio.stage.close()


async def _draw_city(studio: Studio, at: int, path: Path) -> None:
    """The panels; the city itself has pictures of its own and is painted over."""
    link = ReplayLink(course_of(read(FILE)))
    client = await opened(link)
    reel = Reel(link, client, proved=True, language="en")
    layout = CityLayout(the_map().art)
    screen = ReplayScreen(
        studio.stage, client, reel, layout, on_over=nothing, on_leave=nothing, on_settings=nothing
    )
    studio.stage.go(screen)
    await studio.frames(3)
    reel.go(at)
    await studio.frames(8)
    studio.save(path)
    areas = screen.frame.areas
    if areas is not None:
        _paint_over(path, areas.free)
    await client.__aexit__(None, None, None)


def _paint_over(path: Path, rect: Rect) -> None:
    picture = Image.open(path).convert("RGB")
    picture.paste((0, 0, 0), (rect.x, rect.y, rect.right, rect.bottom))
    picture.save(path)


def renew() -> None:
    """Draw every kept picture anew."""
    for scene in SCENES:
        for size in SIZES:
            path = kept(scene, size)
            draw(scene, size, path)
            as_kept(Image.open(path)).save(path, optimize=True)


if __name__ == "__main__":
    renew()
