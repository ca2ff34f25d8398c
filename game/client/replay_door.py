"""The way into a replay: from the list or a file to its city, and back."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from game.client.city_layout import CityLayout
from game.client.screens.base import Stage
from game.client.screens.notice import fault_list, notify
from game.client.screens.replay.reel import Reel
from game.client.screens.replay.screen import ReplayScreen
from game.client.screens.replay.shelf import ReplaysDoors, ReplaysScreen
from game.client.screens.results.record import record_of
from game.client.screens.results.screen import Exits, ResultsScreen
from game.client.screens.waiting import WaitingScreen
from game.client.shelf import MapShelf
from game.client.theme import SIGNS
from game.link.match_client import MatchClient
from game.link.replay import ReplayLink, identity_of, opened
from game.maps import LoadedMap
from game.replays.course import Course, course_of
from game.replays.errors import ReplayError
from game.replays.proof import prove
from game.replays.shelf import ReplayShelf, read
from game.replays.telling import fault_words, printable
from game.rules.city import City
from game.text.catalog import Catalog


class UnshownError(Exception):
    """A sound replay that cannot be shown here: `fault` is what is missing, and its mend."""

    def __init__(self, fault: tuple[str, str]) -> None:
        super().__init__(fault[0])
        self.fault = fault


def _keys(city: City) -> list[str]:
    """The districts of a city; a replay and a map that differ in them cannot be of the same match."""
    return [plan.key for plan in city.districts]


class ReplayDoor:
    """Shows the list, and watches a replay at a time. `on_title` and `on_settings` are where else one can go."""

    def __init__(
        self,
        stage: Stage,
        maps: MapShelf,
        folder: Path | None,
        on_title: Callable[[], None],
        on_settings: Callable[[], None],
    ) -> None:
        self._stage, self._maps = stage, maps
        self._shelf = ReplayShelf(folder)
        self._on_title, self._on_settings = on_title, on_settings
        self._back: Callable[[], None] = self.show
        self._client: MatchClient | None = None
        self._job: asyncio.Task[None] | None = None

    def show(self) -> None:
        """The list of replays."""
        self._back = self.show
        self._stage.go(ReplaysScreen(self._stage, self._shelf, ReplaysDoors(self.watch, self._on_title)))

    def watch(self, path: Path) -> None:
        """Open a file and show its city; what is wrong with it is told over the list."""
        self._stage.go(WaitingScreen(self._stage, self._stage.say("replay-opening-file"), self._stop))
        self._job = self._stage.work(self._open(path), self._failed)

    def keep_and_watch(self, data: bytes, back: Callable[[], None]) -> None:
        """Keep what came from a server and show it; whatever comes of it, `back` is where one goes on."""
        self._back = back
        self._stage.go(WaitingScreen(self._stage, self._stage.say("replay-opening-file"), self._stop))
        self._job = self._stage.work(self._keep_and_open(data), self._failed)

    async def close(self) -> None:
        """Let go of the replay that is watched, for the end of the program."""
        client, self._client = self._client, None
        if client is not None:
            await client.__aexit__(None, None, None)

    async def _keep_and_open(self, data: bytes) -> None:
        await self._open(await asyncio.to_thread(self._shelf.keep, data))

    async def _open(self, path: Path) -> None:
        """A frame passes between the steps, so that the window stays alive."""
        await asyncio.sleep(0)
        replay = read(path)
        await asyncio.sleep(0)
        course = course_of(replay)
        loaded = self._map_of(course)
        await asyncio.sleep(0)
        proof = prove(replay)
        await self.close()
        link = ReplayLink(course)
        self._client = await opened(link)
        proved = proof.holds if proof.provable else None
        reel = Reel(link, self._client, proved=proved, language=self._stage.settings.language)
        self._show_city(self._client, reel, loaded)

    def _map_of(self, course: Course) -> LoadedMap:
        """The map it was played on. Raises UnshownError where it is not here, or a faction has no signs."""
        header, say = course.replay.header, self._stage.say
        stranger = next((one.faction for one in header.seats if one.faction not in SIGNS), None)
        if stranger is not None:
            words = say("replay-no-signs", faction=printable(stranger))
            raise UnshownError((words, say("replay-no-signs-mend")))
        loaded = self._maps.played(header.map, identity_of(header))
        if loaded is None or _keys(loaded.city) != _keys(course.board.city):
            words = say("replay-no-map", title=printable(header.title))
            raise UnshownError((words, say("replay-no-map-mend")))
        return loaded

    def _show_city(self, client: MatchClient, reel: Reel, loaded: LoadedMap) -> None:
        self._stage.go(
            ReplayScreen(
                self._stage,
                client,
                reel,
                CityLayout(loaded.art),
                on_over=self._show_results,
                on_leave=self._leave,
                on_settings=self._on_settings,
            )
        )

    def _show_results(self) -> None:
        if self._client is not None:
            exits = Exits(menu=self._leave_for_title, rematch=None, city=self._stage.back)
            self._stage.push(ResultsScreen(self._stage, record_of(self._client), exits))

    def _failed(self, error: Exception) -> None:
        """Back to where one came from, with what is wrong; anything else is a bug."""
        if isinstance(error, ReplayError):
            fault = fault_words(Catalog(self._stage.settings.language), error)
        elif isinstance(error, UnshownError):
            fault = error.fault
        elif isinstance(error, OSError):
            fault = (self._stage.say("replay-not-kept", why=str(error)), "")
        else:
            raise error
        self._back()
        notify(self._stage, self._stage.say("replay-failed"), fault_list([fault]))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._back()

    def _leave(self) -> None:
        """Back to the list, or to the server it came from."""
        self._job = self._stage.work(self._left(self._back))

    def _leave_for_title(self) -> None:
        """To the title; a server it came from is left from its own lobby."""
        of_here = self._back == self.show
        self._job = self._stage.work(self._left(self._on_title if of_here else self._back))

    async def _left(self, then: Callable[[], None]) -> None:
        await self.close()
        then()
