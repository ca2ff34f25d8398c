"""Pictures of the screens around a match beside the ones that were looked at and kept.

`python -m tests.pictures.menus` draws the kept ones anew; look at them before they are committed.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PIL import Image

from tests.pictures.pictures import kept

from game.client.geometry import Size  # isort: skip - after the drivers are set
from game.client.model.talk import Talk  # isort: skip
from game.client.screens.base import Screen  # isort: skip
from game.client.screens.faction_sheet.facts import facts_of  # isort: skip
from game.client.screens.lobby.room import RoomDoors, RoomScreen, RoomSetting  # isort: skip
from game.client.screens.results.screen import Exits, ResultsScreen  # isort: skip
from game.client.screens.settings.screen import SettingsScreen  # isort: skip
from game.client.screens.setup.screen import SetupScreen, Table, open_sheet  # isort: skip
from game.client.screens.sketch import leading  # isort: skip
from game.client.screens.title.resume import Line, Resumable  # isort: skip
from game.client.screens.title.screen import Doors, TitleScreen  # isort: skip
from game.client.shelf import MapShelf  # isort: skip
from game.client.shots import SIZES, Studio  # isort: skip
from game.client.theme import Banner  # isort: skip
from game.link.happenings import LinesHeard  # isort: skip
from game.rules.ids import FactionKey  # isort: skip
from tests.support.lobby import NOON, ROOM, SAID, StillRoom  # isort: skip
from tests.support.matches import after, match  # isort: skip
from tests.support.numbers import pinned  # isort: skip
from tests.support.records import calm, stormy  # isort: skip


COLOURS: Final = 256
"""Colours of a kept picture: enough for every faction's on one screen."""


def nothing(*_: object) -> None:
    """What doors lead to in a picture."""


def title(studio: Studio) -> Screen:
    """The title with a match to go back to."""
    card = MapShelf().cards()[0]
    board, state = match(card.city, rules=pinned())
    leaders = leading(board, after(board, state, 9, 3).public)
    lines = (
        Line(Banner("occ"), "Mirela", 76),
        Line(Banner("ca"), "computer", 64),
        Line(Banner("sra"), "you", 58, own=True),
    )
    resumable = Resumable("Core", nothing, "your turn", 10, 24, lines, card.sketch, leaders)
    return TitleScreen(studio.stage, Doors(*(nothing,) * 8), resumable)


def set_up(
    studio: Studio, *, hosting: bool, server: str = "", webhook_hosts: tuple[str, ...] = ()
) -> SetupScreen:
    """The set-up of a match on Core, on this machine or on somebody's server."""
    table = Table(
        MapShelf().cards()[:1],
        pinned(),
        ("random", "greedy"),
        server=server,
        webhook_hosts=webhook_hosts,
    )
    return SetupScreen(studio.stage, table, nothing, nothing, hosting=hosting)


def results(studio: Studio) -> Screen:
    """A match that was won."""
    return ResultsScreen(studio.stage, calm(as_kept=True), Exits(nothing, nothing, nothing))


def sundered(studio: Studio) -> Screen:
    """A match that everybody lost."""
    return ResultsScreen(studio.stage, stormy(as_kept=True), Exits(nothing, nothing, nothing))


def lobby(studio: Studio) -> Screen:
    """A room that waits for two."""
    studio.stage.wall = lambda: NOON
    room = StillRoom()
    talk = Talk()
    talk.take(LinesHeard(ROOM.id, SAID))
    setting = RoomSetting("10.0.0.2:24145/KX7P2M", "Core", pinned(), talk, MapShelf().cards()[0])
    return RoomScreen(studio.stage, room, RoomDoors(*(nothing,) * 5), setting)


def settings(studio: Studio) -> Screen:
    """The settings."""
    return SettingsScreen(studio.stage, nothing)


SCENES: Final[dict[str, Callable[[Studio], Screen]]] = {
    "title": title,
    "setup": lambda studio: set_up(studio, hosting=False),
    "host": lambda studio: set_up(studio, hosting=True),
    "sheet": lambda studio: set_up(studio, hosting=False),
    "results": results,
    "sundered": sundered,
    "lobby": lobby,
    "settings": settings,
}


def draw(scene: str, size: Size, path: Path) -> None:
    """Draw a scene into a PNG."""
    asyncio.run(_drawn(scene, size, path))


async def _drawn(scene: str, size: Size, path: Path) -> None:
    studio = Studio(size)
    studio.stage.go(SCENES[scene](studio))
    if scene == "sheet":
        facts = facts_of(pinned(), FactionKey("occ"), studio.stage.say)
        open_sheet(studio.stage, facts, Banner("occ"), 7)
    await studio.frames(2)
    studio.save(path)
    await studio.stage.close()


def renew() -> None:
    """Draw every kept picture anew."""
    for scene in SCENES:
        for size in SIZES:
            path = kept(scene, size)
            draw(scene, size, path)
            Image.open(path).convert("RGB").quantize(
                COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
            ).save(path, optimize=True)


if __name__ == "__main__":
    renew()
