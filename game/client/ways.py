"""What leads where: builds the screens and opens the doors between them."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import msgspec

from game.client.city_layout import CityLayout
from game.client.launcher import Launcher, LaunchError, MatchPlan, Opening
from game.client.screens.base import Stage
from game.client.screens.city.screen import CityScreen
from game.client.screens.join import JoinDoors, JoinScreen
from game.client.screens.lobby.room import RoomDoors, RoomScreen, RoomSetting
from game.client.screens.lobby.rooms import RoomsDoors, RoomsScreen
from game.client.screens.notice import fault_list, notify, refusal_words
from game.client.screens.results.record import Record, Sitter
from game.client.screens.results.screen import Exits, ResultsScreen
from game.client.screens.settings.screen import SettingsScreen
from game.client.screens.setup.plan import Choices, match_plan
from game.client.screens.setup.screen import SetupScreen, Table
from game.client.screens.title.screen import Doors, TitleScreen
from game.client.shelf import MapShelf
from game.content import ruleset
from game.link.address import Address
from game.link.match_client import LinkClosedError, MatchClient
from game.protocol.messages import PERSON, Declined
from game.protocol.refusals import Refusal

NAME = "Player"
"""What a player is called who has given no name yet."""


class Ways:
    """Leads the player from screen to screen. `client` is the match or room one is in, if any.

    `maps` are folders with maps besides the official ones.
    """

    def __init__(self, stage: Stage, maps: tuple[Path, ...]) -> None:
        self.stage = stage
        self.client: MatchClient | None = None
        self._shelf = MapShelf(maps)
        self._plan: MatchPlan | None = None
        self._connecting: asyncio.Task[None] | None = None

    @property
    def launcher(self) -> Launcher:
        """The program around the client."""
        return self.stage.launcher

    def open(self, opening: Opening) -> None:
        """Show the first screen."""
        self.title()
        if opening.solo is not None:
            self._solo(opening.solo)
        elif opening.host is not None:
            self._host(opening.host)
        elif opening.join is not None:
            self._join(opening.join, self._name())

    async def close(self) -> None:
        """Leave the match or room one is in, for the end of the program."""
        client, self.client = self.client, None
        if client is not None:
            await self.launcher.close(client)

    # --- the quiet screens ----------------------------------------------------------------------

    def title(self) -> None:
        """The title, with nothing open behind it."""
        self._leave_client()
        doors = Doors(self.play, self.host, self.join, self.settings, self.credits, self.stage.quit)
        self.stage.go(TitleScreen(self.stage, doors))

    def settings(self) -> None:
        """The settings over whatever is shown."""
        self.stage.push(SettingsScreen(self.stage, self.stage.back))

    def credits(self) -> None:
        """Who made what is shown."""
        from game import resources  # noqa: PLC0415 - the long text is read only when it is asked for
        from game.client.screens.credits import CreditsScreen  # noqa: PLC0415

        document = resources.asset("CREDITS.md").read_text(encoding="utf-8")
        self.stage.push(CreditsScreen(self.stage, document, self.stage.back))

    def play(self) -> None:
        """Set up a match against computers."""
        self.stage.push(
            SetupScreen(self.stage, self._table(), self._begin_solo, self.stage.back, hosting=False)
        )

    def host(self) -> None:
        """Set up a match for others to join."""
        self.stage.push(
            SetupScreen(self.stage, self._table(), self._begin_host, self.stage.back, hosting=True)
        )

    def join(self) -> None:
        """Find somebody's match."""
        screen: list[JoinScreen] = []

        def connect(address: Address, name: str) -> None:
            self._remember(name=name, last_server=str(address))
            job = self._joined(str(address), name)
            self._connecting = self.stage.work(job, lambda error: screen[0].failed(self._fault(error)))

        doors = JoinDoors(connect, self._cancel, self.stage.back)
        screen.append(JoinScreen(self.stage, doors))
        self.stage.push(screen[0])

    def _cancel(self) -> None:
        if self._connecting is not None:
            self._connecting.cancel()

    # --- starting -------------------------------------------------------------------------------

    def _begin_solo(self, choices: Choices) -> None:
        self._solo(match_plan(choices, self._name(), self._name()))

    def _begin_host(self, choices: Choices) -> None:
        self._host(match_plan(choices, self._name(), self._name()))

    def _solo(self, plan: MatchPlan) -> None:
        self._plan = plan
        self._work(self._started(plan))

    def _host(self, plan: MatchPlan) -> None:
        self._work(self._hosted(plan))

    def _join(self, address: str, name: str) -> None:
        self._work(self._joined(address, name))

    async def _started(self, plan: MatchPlan) -> None:
        self.client = await self.launcher.solo(plan)
        while self.client.copy is None:
            await self.client.happening()
        self.city()

    async def _hosted(self, plan: MatchPlan) -> None:
        self.client = await self.launcher.host(plan)
        self.room()

    async def _joined(self, address: str, name: str) -> None:
        self.client = await self.launcher.join(address, name)
        if self.client.room is not None:
            self.room()
        else:
            self.rooms(address)

    # --- rooms ----------------------------------------------------------------------------------

    def rooms(self, server: str) -> None:
        """The rooms of a server."""
        client = self._client()
        doors = RoomsDoors(self._sit_down, None, self.title)
        self.stage.push(RoomsScreen(self.stage, client, doors, server, self._shelf.titles()))

    def _sit_down(self, room: str) -> None:
        self._work(self._seated(room))

    async def _seated(self, room: str) -> None:
        answer = await self._client().join(room, self._name())
        if isinstance(answer, Declined):
            self._refused(answer.refusals)
        else:
            self.room()

    def room(self) -> None:
        """The room one sits in, before its match; or the match itself where it runs already."""
        client = self._client()
        if client.copy is not None:
            self.city()
            return
        room = client.room
        if room is None:
            raise LookupError("no room to show; sit down in one first")
        found = self._shelf.get(room.map)
        invite = f"{self.launcher.address()}/{room.code}" if self.launcher.address() else room.code
        card = next((card for card in self._shelf.cards() if card.id == room.map), None)
        title = found.city.title if found is not None else room.map
        doors = RoomDoors(self.city, self.title, self._refused)
        self.stage.go(RoomScreen(self.stage, client, doors, RoomSetting(invite, title, ruleset(), card)))

    # --- the match ------------------------------------------------------------------------------

    def city(self) -> None:
        """The match one plays in."""
        client = self._client()
        found = self._shelf.get(client.copy.map_id) if client.copy is not None else None
        if found is None:
            map_id = client.copy.map_id if client.copy is not None else ""
            self.title()
            self._tell("city-no-map", map=map_id)
            return
        layout = CityLayout(found.art)
        self.stage.go(
            CityScreen(
                self.stage,
                client,
                layout,
                on_over=self.results,
                on_leave=self.title,
                on_settings=self.settings,
            )
        )

    def results(self) -> None:
        """A match that is over; the city can be seen again."""
        client = self._client()
        copy = client.copy
        if copy is None or copy.view.public.outcome is None:
            raise LookupError("the match is not over")
        you = copy.seat if copy.seat >= 0 else None
        record = Record(copy.board, copy.view.public, copy.ledgers, self._sitters(), you)
        exits = Exits(self.title, self._rematch if self._plan is not None else None, self.stage.back)
        self.stage.push(ResultsScreen(self.stage, record, exits))

    def _rematch(self) -> None:
        """The same match once more, with other draws."""
        plan = self._plan
        self.title()
        if plan is not None:
            self._solo(msgspec.structs.replace(plan, seed=None))

    def _sitters(self) -> tuple[Sitter, ...]:
        room = self._client().room
        if room is None:
            return ()
        return tuple(
            Sitter(chair.name, "" if chair.player == PERSON else chair.player) for chair in room.seats
        )

    # --- helping --------------------------------------------------------------------------------

    def _table(self) -> Table:
        return Table(self._shelf.cards(), ruleset(), self.launcher.levels())

    def _client(self) -> MatchClient:
        if self.client is None:
            raise LookupError("no client; start, host or join first")
        return self.client

    def _leave_client(self) -> None:
        client, self.client = self.client, None
        if client is not None:
            self.stage.work(self.launcher.close(client))

    def _name(self) -> str:
        return self.stage.settings.name.strip() or NAME

    def _remember(self, **changes: Any) -> None:
        self.stage.settings = msgspec.structs.replace(self.stage.settings, **changes)
        self.stage.on_settings()

    def _work(self, job: Coroutine[Any, Any, None]) -> None:
        """Run what may fail for reasons of the outside world; then say so."""
        self.stage.work(job, self._failed)

    def _failed(self, error: Exception) -> None:
        notify(self.stage, self.stage.say("city-failed"), fault_list(self._fault(error)))

    def _fault(self, error: Exception) -> list[tuple[str, str]]:
        """What the outside world did, as words. Anything else is a bug and is raised again."""
        if isinstance(error, LaunchError | LinkClosedError | OSError):
            return [(str(error), "")]
        raise error

    def _refused(self, refusals: tuple[Refusal, ...]) -> None:
        """Back to the title, with what was said."""
        words = [refusal_words(refusal, self.stage.say) for refusal in refusals]
        self.title()
        notify(self.stage, self.stage.say("city-failed"), fault_list(words))

    def _tell(self, key: str, **parameters: str | int) -> None:
        notify(self.stage, self.stage.say("city-failed"), self.stage.say(key, **parameters))
