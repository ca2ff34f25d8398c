"""Every screen as a picture, from a match played by the real rules: `draw_all`.

The caller has set `SDL_VIDEODRIVER=dummy`. The same build draws the same pixels every time.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Final

import pygame

from game import resources
from game.ai.roster import LEVELS, decide
from game.client.app import saying
from game.client.assets import Assets
from game.client.city_layout import CityLayout
from game.client.draw.fonts import FontMeasure
from game.client.draw.painters import canvas_on
from game.client.events import KeyPressed
from game.client.geometry import Size
from game.client.launcher import LaunchError, MatchPlan, Nearby
from game.client.look import Look
from game.client.rehearsal import RehearsalLink, restless, seated
from game.client.screens.base import Screen, Stage
from game.client.screens.city.screen import CityScreen
from game.client.screens.credits import CreditsScreen
from game.client.screens.fetching import FetchDoors, FetchScreen, MissingMap
from game.client.screens.join import JoinDoors, JoinScreen
from game.client.screens.results.record import Record, Sitter
from game.client.screens.results.screen import Exits, ResultsScreen
from game.client.screens.rules.screen import RulesScreen
from game.client.screens.settings.screen import SettingsScreen
from game.client.screens.setup.screen import SetupScreen, Table
from game.client.screens.title.screen import Doors, TitleScreen
from game.client.settings import Settings
from game.client.shelf import MapShelf
from game.client.units import units_for
from game.client.widgets.desk import Desk
from game.content import ruleset
from game.link.match_client import MatchClient
from game.link.seeking import Sought
from game.maps import LoadedMap
from game.protocol.messages import MapOffer
from game.rules.board import Board
from game.rules.ids import Seat
from game.rules.orders import Slate
from game.rules.ruleset import Ruleset
from game.rules.view import View
from game.text.catalog import Catalog
from game.text.rulebook import rule_book

SIZES: Final = (Size(1280, 720), Size(1920, 1080))
MAP: Final = "core"
TURNS: Final = 7
"""Turns played before the city is drawn: the second Gala is over, the third is near."""

FRAME: Final = 1 / 30

FORECAST: Final = 30
"""Frames after which floor and ceiling of a forecast are known."""


class NoLauncher:
    """Fulfils `Launcher` where nothing can be started: every match is refused."""

    def maps(self) -> tuple[MapOffer, ...]:
        """None."""
        return ()

    def forget_maps(self) -> None:
        """See `Launcher.forget_maps`."""

    def levels(self) -> tuple[str, ...]:
        """The levels of this build."""
        return LEVELS

    def address(self) -> str:
        """None is hosted."""
        return ""

    async def solo(self, plan: MatchPlan) -> MatchClient:
        """Refuses."""
        raise LaunchError(f"no match can start while pictures are drawn: {plan.map}")

    async def host(self, plan: MatchPlan) -> MatchClient:
        """Refuses."""
        return await self.solo(plan)

    async def join(self, address: str, player: str, password: str = "") -> MatchClient:
        """Refuses."""
        with_word = " with a password" if password else ""
        raise LaunchError(f"{player} cannot join {address}{with_word} while pictures are drawn")

    async def nearby(self, found: Callable[[tuple[Nearby, ...]], None]) -> None:
        """None are there."""
        found(())

    async def seek(self, code: str, also: Sequence[str], password: str = "") -> Sought:
        """Refuses."""
        with_word = " with a password" if password else ""
        asked = ", ".join(also) or "nobody"
        raise LaunchError(f"the room {code} cannot be sought at {asked}{with_word} while pictures are drawn")

    async def close(self, client: MatchClient) -> None:
        """Close the link."""
        await client.__aexit__(None, None, None)


class Studio:
    """A window without a display: a stage of one size, frames on demand, and a camera for pictures."""

    def __init__(self, size: Size) -> None:
        pygame.display.init()
        pygame.font.init()
        self.surface = pygame.display.set_mode((size.w, size.h))
        assets = Assets()
        settings = Settings(name="Ada", reduced_motion=True)
        units = units_for(size, None)
        self.canvas = canvas_on(self.surface, assets, settings.colours(), units)
        look = Look(units, settings.colours(), FontMeasure(assets), reduced_motion=True)
        self.stage = Stage(Desk(look, size), NoLauncher(), settings, saying(settings.language))
        self._now = 0.0

    async def frames(self, count: int = 1) -> None:
        """Let so many frames pass, and then as many as it takes until everything is drawn."""
        for _ in range(count):
            self._now += FRAME
            self.stage.tick(self._now)
            await asyncio.sleep(0)
        self._draw()
        while self.canvas.is_unfinished:
            self._draw()

    def press(self, *chords: str) -> None:
        """Press keys one after the other."""
        for chord in chords:
            self.stage.handle(KeyPressed(chord))

    def save(self, path: Path) -> None:
        """Write what is shown, as a PNG or whatever the name's ending says."""
        pygame.image.save(self.surface, str(path))

    def _draw(self) -> None:
        self.canvas.is_unfinished = False
        self.surface.fill(self.canvas.palette.ink)
        self.canvas.draw(self.stage.items())


def greedy(board: Board, view: View, seed: int) -> Slate:
    """The player of the pictures."""
    return decide("greedy", board, view, seed)


@asynccontextmanager
async def city_of(
    studio: Studio,
    turns: int = TURNS,
    numbers: Ruleset | None = None,
    seat: Seat = Seat(0),  # noqa: B008 - a seat is a plain number
) -> AsyncIterator[tuple[CityScreen, RehearsalLink]]:
    """The city screen of a match after so many turns, on the studio's stage; the rest as in `RehearsalLink`."""
    loaded = the_map()
    link = RehearsalLink(loaded, rival=restless, numbers=numbers, seat=seat)
    link.play(turns)
    client = await seated(link)
    try:
        screen = CityScreen(
            studio.stage,
            client,
            CityLayout(loaded.art),
            on_over=_nothing,
            on_leave=_nothing,
            on_settings=_nothing,
        )
        studio.stage.go(screen)
        await studio.frames(8)
        yield screen, link
    finally:
        await client.__aexit__(None, None, None)


@cache
def the_map() -> LoadedMap:
    """The map of the pictures, read once. Raises LookupError if it is not shipped."""
    found = MapShelf().get(MAP)
    if found is None:
        raise LookupError(f"map {MAP!r} is not among the official maps")
    return found


def draw_all(folder: Path) -> None:
    """Draw every screen at both sizes into a folder that exists. Raises OSError if it cannot be written."""
    for size in SIZES:
        asyncio.run(_draw_size(folder, size))


async def _draw_size(folder: Path, size: Size) -> None:
    studio = Studio(size)

    def named(name: str) -> Path:
        return folder / f"{name}-{size.h}.png"

    for name, screen in _quiet_screens(studio.stage).items():
        studio.stage.go(screen)
        await studio.frames(2)
        studio.save(named(name))
    await _draw_city(studio, named)
    await _draw_turn(studio, named)
    await _draw_results(studio, named)
    await studio.stage.close()


def _quiet_screens(stage: Stage) -> dict[str, Screen]:
    """The screens that need no match."""
    shelf = MapShelf()
    table = Table(shelf.cards(), ruleset(), LEVELS)
    doors = Doors(*(_nothing,) * 8)
    document = resources.asset("CREDITS.md").read_text(encoding="utf-8")
    return {
        "title": TitleScreen(stage, doors),
        "setup": SetupScreen(stage, table, lambda _: None, _nothing, hosting=False),
        "host": SetupScreen(stage, table, lambda _: None, _nothing, hosting=True),
        "join": JoinScreen(stage, JoinDoors(_ignored, _nothing, _nothing, _ignored, _nothing)),
        "missing-map": FetchScreen(
            stage,
            MissingMap("Skyline", 1_153_433, "192.168.1.20:24145", differs=False),
            FetchDoors(_nothing, _nothing, _nothing, _nothing, _nothing),
        ),
        "rules": RulesScreen(stage, rule_book(Catalog(), ruleset()), _nothing),
        "settings": SettingsScreen(stage, _nothing),
        "credits": CreditsScreen(stage, document, _nothing),
    }


async def _draw_city(studio: Studio, named: Callable[[str], Path]) -> None:
    """Planning: the slate half filled, a verb tried out, its sum, the windows that ask, what comes, the menu."""
    async with city_of(studio):
        studio.save(named("city-open"))
        await half_a_slate(studio)
        studio.save(named("city"))
        studio.press("e")
        await studio.frames(3)
        studio.save(named("city-explain"))
        studio.press("escape", "escape", "tab", "4")
        await studio.frames(3)
        studio.save(named("city-build"))
        studio.press("escape", "escape")
        for name, keys in (("pledge", "7"), ("what-if", "i"), ("coming", "n"), ("gift", "t")):
            studio.press(*([keys, keys] if name == "pledge" else [keys]))
            await studio.frames(3)
            studio.save(named(f"city-{name}"))
            studio.press("escape")
        studio.press("escape", "escape")
        await studio.frames(3)
        studio.save(named("city-menu"))


async def half_a_slate(studio: Studio) -> None:
    """Two orders given and a third tried out, by keys."""
    for keys in (("1", "1", "tab"), ("3", "3", "tab"), ("2",)):
        studio.press(*keys)
        await studio.frames(3)
    await studio.frames(FORECAST)


async def _draw_turn(studio: Studio, named: Callable[[str], Path]) -> None:
    """The end of a season: waiting for others, the playback, the Gala, the report, the line lost."""
    async with city_of(studio, TURNS + 1) as (screen, link):
        link.waits = True
        studio.press("1", "1", "tab", "5", "5", "return", "return")
        await studio.frames(10)
        studio.save(named("city-waiting"))
        studio.press("return")
        await studio.frames(6)
        link.waits = False
        studio.press("return", "return")
        await studio.frames(30)
        studio.save(named("city-playback"))
        for _ in range(len(screen.playback.beats())):
            studio.press("space")
            await studio.frames(2)
        await studio.frames(20)
        studio.save(named("city-gala"))
        studio.press("escape")
        await studio.frames(6)
        studio.save(named("city-report"))
        studio.press("escape")
        link.drop(7.0)
        await studio.frames(8)
        studio.save(named("city-lost"))


async def _draw_results(studio: Studio, named: Callable[[str], Path]) -> None:
    loaded = the_map()
    link = RehearsalLink(loaded, rival=greedy)
    client = await seated(link)
    link.play(link.board.length.turns)
    while client.copy is not None and client.copy.view.public.outcome is None:
        await client.happening()
    copy = client.copy
    if copy is None:
        raise LookupError("the rehearsed match did not begin")
    sitters = (Sitter("Ada"), Sitter("", "greedy"), Sitter("", "greedy"))
    record = Record(copy.board, copy.view.public, copy.ledgers, sitters, copy.seat)
    studio.stage.go(ResultsScreen(studio.stage, record, Exits(_nothing, _nothing, _nothing)))
    await studio.frames(2)
    studio.save(named("results"))
    await client.__aexit__(None, None, None)


def _ignored(what: object) -> None:
    """A door through which nobody goes, whatever is given."""


def _nothing() -> None:
    """A door that leads nowhere: pictures are drawn, nobody walks."""
