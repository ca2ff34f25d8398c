"""Pictures of what a player sees online beside the ones that were looked at and kept: finding, hosting, the lobby.

`python -m tests.pictures.online` draws the kept ones anew; look at them before they are committed.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PIL import Image

from tests.pictures.pictures import as_kept, kept

from game.client.geometry import Size  # isort: skip - after the drivers are set
from game.client.launcher import Nearby  # isort: skip
from game.client.model.talk import Talk  # isort: skip
from game.client.screens.base import Screen  # isort: skip
from game.client.screens.join import JoinDoors, JoinScreen  # isort: skip
from game.client.screens.lobby.room import RoomDoors, RoomScreen, RoomSetting  # isort: skip
from game.client.screens.lobby.server import ServerDoors, ServerScreen, ServerSetting  # isort: skip
from game.client.screens.profile import ProfileDoors, ProfileScreen  # isort: skip
from game.client.screens.results.screen import Exits, ResultsScreen  # isort: skip
from game.client.screens.setup.pace import DAYS, Pace  # isort: skip
from game.client.shelf import MapShelf  # isort: skip
from game.client.shots import SIZES, Studio  # isort: skip
from game.client.widgets.tabs import Tabs  # isort: skip
from game.client.widgets.widget import walk  # isort: skip
from game.link.happenings import LinesHeard  # isort: skip
from msgspec.structs import replace  # isort: skip
from tests.pictures.menus import nothing, set_up  # isort: skip
from tests.support.lobby import NOON, ROOM, StillRoom  # isort: skip
from tests.support.numbers import pinned  # isort: skip
from tests.support.records import calm  # isort: skip
from tests.support.still_server import SAID, YOU, StillServer  # isort: skip

NEAR: Final = (
    Nearby("192.168.1.20:24145", "Night Shift", version="0.2.0"),
    Nearby("192.168.1.31:24145", "Ada's laptop", locked=True, version="0.2.0"),
)


def host_days(studio: Studio) -> Screen:
    """Hosting a match of days: the tab of time and absence."""
    screen = set_up(studio, hosting=True)
    screen.change(replace(screen.choices, pace=Pace(DAYS, active_from=8, active_to=22, weekends_off=True)))
    next(widget for widget in walk(screen.widget()) if isinstance(widget, Tabs)).choose(1)
    return screen


def host_guests(studio: Studio) -> Screen:
    """Hosting on somebody's server: the tab of the room and its guests, with a webhook that the server does not take."""
    pace = Pace(DAYS, password="sesame", delay=2, webhook="https://hooks.example/services/1")
    screen = set_up(studio, hosting=True, server="Night Shift", webhook_hosts=("discord.com",))
    screen.change(replace(screen.choices, pace=pace))
    next(widget for widget in walk(screen.widget()) if isinstance(widget, Tabs)).choose(2)
    return screen


def join(studio: Studio) -> Screen:
    """Looking for somebody's match, with two servers near."""
    doors = JoinDoors(nothing, nothing, nothing, lambda shown: shown.put(NEAR), nothing)
    return JoinScreen(studio.stage, doors)


def server(studio: Studio, tab: int) -> Screen:
    """The lobby of a server at one of its tabs."""
    studio.stage.wall = lambda: NOON
    talk = Talk()
    talk.take(LinesHeard("", SAID))
    setting = ServerSetting("example.org:24145", {"core": "Core", "two-rivers": "Two Rivers"}, talk, tab)
    return ServerScreen(studio.stage, StillServer(), ServerDoors(*(nothing,) * 8), setting)


def profile(studio: Studio) -> Screen:
    """Who one is on a server, with a code for another device."""
    screen = ProfileScreen(studio.stage, "example.org:24145", ProfileDoors(nothing, nothing, nothing))
    screen.known(YOU)
    screen.show_code("K7PQXM23", 600)
    return screen


class Waiting:
    """Somebody waits in a new room."""

    def poll(self) -> str:
        """Who."""
        return "Mirela waits in a new room"

    def go(self) -> None:
        """Nobody goes."""


def again(studio: Studio) -> Screen:
    """The results of a match with others: a rematch is asked for, the rating has changed."""
    screen = ResultsScreen(studio.stage, calm(as_kept=True), Exits(nothing, again=Waiting()))
    screen.rate(YOU.ratings[0], replace(YOU.ratings[0], value=1501, spread=58))
    return screen


def kept_seat(studio: Studio) -> Screen:
    """The room of a rematch, seen by the owner, with a seat that is kept for somebody."""
    studio.stage.wall = lambda: NOON
    chairs = (*ROOM.seats[:2], replace(ROOM.seats[2], kept_for="Zoe"))
    setting = RoomSetting("10.0.0.2:24145/KX7P2M", "Core", pinned(), Talk(), MapShelf().cards()[0])
    room = StillRoom(replace(ROOM, seats=chairs))
    return RoomScreen(studio.stage, room, RoomDoors(*(nothing,) * 5), setting)


SCENES: Final[dict[str, Callable[[Studio], Screen]]] = {
    "host-days": host_days,
    "host-guests": host_guests,
    "join": join,
    "profile": profile,
    "again": again,
    "kept-seat": kept_seat,
    "server-open": lambda studio: server(studio, 0),
    "server-wanted": lambda studio: server(studio, 2),
    "server-mine": lambda studio: server(studio, 3),
    "server-replays": lambda studio: server(studio, 4),
}


def draw(scene: str, size: Size, path: Path) -> None:
    """Draw a scene into a PNG."""
    asyncio.run(_drawn(scene, size, path))


async def _drawn(scene: str, size: Size, path: Path) -> None:
    studio = Studio(size)
    studio.stage.go(SCENES[scene](studio))
    await studio.frames(6)
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
