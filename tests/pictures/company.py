"""Pictures of a match with others beside the ones that were looked at and kept: talk, clocks, absence, watching.

`python -m tests.pictures.company` draws the kept ones anew; look at them before they are committed.
"""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from PIL import Image

from tests.pictures.pictures import as_kept, kept
from tests.support.numbers import pinned

from game.client.geometry import Size  # isort: skip - after the drivers are set
from game.client.rehearsal import RehearsalLink  # isort: skip
from game.client.shots import SIZES, Studio, city_of  # isort: skip
from game.protocol import messages as say  # isort: skip
from game.rules.ids import Seat  # isort: skip
from tests.support.lobby import NOON  # isort: skip

TURNS: Final = 5
WATCHING: Final = "watching"
"""The scene in which there is no own seat."""
_AT: Final = int(NOON.timestamp() * 1000)
LINES: Final = (
    say.Line("Mirela", "If you take the Margins, I leave Hub Street alone.", _AT - 120_000, Seat(1)),
    say.Line("Ada", "For three turns. Zoe, are you listening?", _AT - 60_000, Seat(0)),
    say.Line("Mirela", "Between us: she is far ahead.", _AT, Seat(1), Seat(0)),
)


def seated(link: RehearsalLink) -> None:
    """Three people with names and standing, one of them absent, a live clock with banks."""
    for seat, (name, standing) in enumerate(
        (("Ada", None), ("Mirela", say.Standing(1520, 80, 97)), ("Zoe", say.Standing(1610, 45, 88)))
    ):
        link.change_chair(Seat(seat), name=name, standing=standing)
    link.change_chair(Seat(2), absent=True, here=False)
    link.change_room(timer=90, bank=300, delay=2, watchers=3)
    link.set_clock(72_000, paused=False, banks=(270_000, 300_000, 120_000))


async def chat(studio: Studio, link: RehearsalLink) -> None:
    """The chat is open."""
    link.tell(say.Said("rehearsal", LINES))
    await studio.frames(3)
    studio.press("y")


async def people(studio: Studio, link: RehearsalLink) -> None:
    """Who plays."""
    studio.press("u")


async def menu(studio: Studio, link: RehearsalLink) -> None:
    """The menu with what can be agreed on."""
    studio.press("escape")


async def brief(studio: Studio, link: RehearsalLink) -> None:
    """What a caretaker may do; lines of the chat wait unread, somebody would pause."""
    link.tell(say.Said("rehearsal", LINES))
    link.vote(Seat(1), agree=True, matter="pause")
    await studio.frames(3)
    screen = studio.stage.top
    screen.layers.brief()  # type: ignore[union-attr]


async def paused(studio: Studio, link: RehearsalLink) -> None:
    """The clock of a match of days stands still; everybody wanted it."""
    link.change_room(timer=None, bank=0, calendar=say.Calendar(24))
    for seat in (0, 1):
        link.vote(Seat(seat), agree=True, matter="pause")
    link.set_clock(50_000_000, paused=True)


async def days(studio: Studio, link: RehearsalLink) -> None:
    """A deadline as a date, and a word of those who run the server."""
    link.change_room(timer=None, bank=0, calendar=say.Calendar(24))
    link.set_clock(107_999_000)
    link.tell(say.Announced("The server is updated at 20:00 and back ten minutes later."))


async def overtime(studio: Studio, link: RehearsalLink) -> None:
    """The turn's own time is up; a substitute plays for Zoe; the line is lost."""
    link.change_chair(Seat(2), substitute="Bo", here=True)
    link.set_clock(270_000, overtime=True, banks=(204_000, 300_000, 120_000))
    await studio.frames(3)
    link.drop(7.0)


async def displaced(studio: Studio, link: RehearsalLink) -> None:
    """Another device has the seat."""
    link.tell(say.TakenOver("rehearsal"))


async def away(studio: Studio, link: RehearsalLink) -> None:
    """The server could not store the match, and brings it back."""
    link.fail()


async def watching(studio: Studio, link: RehearsalLink) -> None:
    """Without a seat: who plays in place of the slate, no verbs."""


SCENES: Final[dict[str, Callable[[Studio, RehearsalLink], Awaitable[None]]]] = {
    "chat": chat,
    "people": people,
    "menu": menu,
    "brief": brief,
    "paused": paused,
    "days": days,
    "overtime": overtime,
    "displaced": displaced,
    "away": away,
    WATCHING: watching,
}


def draw(scene: str, size: Size, path: Path) -> None:
    """Draw a scene into a PNG."""
    asyncio.run(_drawn(scene, size, path))


async def _drawn(scene: str, size: Size, path: Path) -> None:
    studio = Studio(size)
    studio.stage.wall = lambda: NOON
    seat = Seat(-1) if scene == WATCHING else Seat(0)
    async with city_of(studio, TURNS, pinned(), seat) as (_, link):
        seated(link)
        await studio.frames(3)
        await SCENES[scene](studio, link)
        await studio.frames(12)
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
