"""The ways between the screens: from the title into a match, to its results, and back.

The program makes one `Ways`, calls `open`, and `close` at the end.
"""

import contextlib
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import msgspec

from game import resources
from game.client.city_layout import CityLayout
from game.client.contact import Contact, Fault
from game.client.kept_seats import KeptSeats
from game.client.launcher import LaunchError, MatchPlan, Opening
from game.client.lobby_door import LobbyDoor, LobbyExits
from game.client.map_door import MapDoor, MapExits
from game.client.map_watch import MapWatch
from game.client.profile_door import ProfileDoor
from game.client.rating_news import rating_news
from game.client.rematch import Rematch
from game.client.replay_door import ReplayDoor
from game.client.screens.base import Stage
from game.client.screens.city.screen import CityScreen
from game.client.screens.credits import CreditsScreen
from game.client.screens.lobby.room import RoomDoors, RoomScreen, RoomSetting
from game.client.screens.results.record import record_of
from game.client.screens.results.screen import Exits, ResultsScreen
from game.client.screens.rules.screen import open_rules
from game.client.screens.settings.screen import SettingsScreen
from game.client.screens.setup.plan import Choices, match_plan, name_of, room_name
from game.client.screens.setup.screen import SetupScreen, Table
from game.client.screens.title.screen import Doors, TitleScreen
from game.client.screens.waiting import WaitingScreen
from game.client.server_door import ServerDoor
from game.client.shelf import MapShelf, card_of
from game.client.standing_match import resumable
from game.client.widgets.panelbox import Dialog
from game.content import ruleset
from game.link.match_client import LinkClosedError, MatchClient
from game.maps import LoadedMap
from game.maps.cache import MapCache
from game.protocol.refusals import Refusal


class Ways:
    """Knows the match that runs and leads between the screens. Use it from one stage only.

    `maps` are folders with maps besides the official ones, `cache` has those that came from other machines.
    `replays` is the folder of the player's replays, where it is not the usual one; `seats` the file of seats.
    """

    def __init__(
        self,
        stage: Stage,
        maps: tuple[Path, ...],
        cache: MapCache | None = None,
        replays: Path | None = None,
        seats: Path | None = None,
    ) -> None:
        self.stage = stage
        self.city: CityScreen | None = None
        self._contact = Contact(stage)
        self._profile = ProfileDoor(stage, self._contact)
        self._shelf = MapShelf(maps, cache)
        self._replays = ReplayDoor(stage, self._shelf, replays, self.title, self.settings)
        exits = LobbyExits(self._show_room, self._leave, self._lost)
        self._lobby = LobbyDoor(stage, self._contact, self._shelf, self._replays, exits)
        self._servers = ServerDoor(stage, self._contact, KeptSeats(seats), self._lobby, self.title)
        leading_in = MapExits(self._show_seat, self._lobby.back, self._unseated)
        self._door = MapDoor(stage, self._shelf, leading_in)
        self._plan: MatchPlan | None = None
        self._map_fault: Dialog | None = None

    @property
    def client(self) -> MatchClient | None:
        """The client on the server one is connected to, if there is one."""
        return self._contact.client

    def open(self, opening: Opening) -> None:
        """Show the first screen: a match, a room, a server, or the title."""
        self._door.agreed = opening.accept_maps
        if opening.solo is not None:
            self._solo(opening.solo)
        elif opening.host is not None:
            self._host(opening.host)
        elif opening.join is not None:
            self._servers.join_at(opening.join)
        elif opening.replay is not None:
            self._replays.watch(opening.replay)
        else:
            self.title()
        if opening.watched is not None:
            watch = MapWatch(opening.watched, self._new_looks, self._new_rules, self._broken_map)
            self.stage.work(watch.follow())

    async def close(self) -> None:
        """Leave the match or room one is in, for the end of the program."""
        self._contact.cancel()
        await self._close()
        await self._replays.close()

    # --- the title and what hangs on it ----------------------------------------------------------

    def title(self) -> None:
        """Show the title."""
        doors = Doors(
            play=self.play,
            host=self.host,
            join=self.join,
            replays=self._replays.show,
            rules=self.rules,
            settings=self.settings,
            credits=self.credits,
            quit=self.stage.quit,
        )
        self.stage.go(
            TitleScreen(
                self.stage, doors, resumable(self.stage, self.city, self._contact.client, self._shelf)
            )
        )

    def settings(self) -> None:
        """Show the settings over what is shown now."""
        profile = self._profile.show if self._profile.server() else None
        self.stage.push(SettingsScreen(self.stage, self.stage.back, profile, self._contact.hear_all))

    def rules(self) -> None:
        """Show the rule book over what is shown now."""
        open_rules(self.stage, ruleset())

    def credits(self) -> None:
        """Show the credits over what is shown now."""
        document = resources.asset("CREDITS.md").read_text(encoding="utf-8")
        self.stage.push(CreditsScreen(self.stage, document, self.stage.back))

    def join(self) -> None:
        """Find somebody's match: ask where."""
        self._servers.join()

    # --- into a match ----------------------------------------------------------------------------

    def _solo(self, plan: MatchPlan) -> None:
        """Begin a match on this machine and show its city."""
        self._plan = plan
        self._wait("setup-starting", partial(self._begin_solo, plan))

    def _host(self, plan: MatchPlan) -> None:
        """Open a room that others can join and show it."""
        self._plan = plan
        self._wait("setup-opening", partial(self._begin_host, plan))

    def play(self) -> None:
        """Set up a match against computers."""
        self._set_up(hosting=False)

    def host(self) -> None:
        """Set up a match for others to join."""
        self._set_up(hosting=True)

    def _set_up(self, *, hosting: bool) -> None:
        launcher = self.stage.launcher
        table = Table(self._shelf.cards(), ruleset(), launcher.levels())
        begin = self._host_choices if hosting else self._solo_choices
        self.stage.go(SetupScreen(self.stage, table, begin, self.title, hosting=hosting))

    def _solo_choices(self, choices: Choices) -> None:
        self._solo(match_plan(choices, name_of(self.stage), room_name(self.stage, "")))

    def _host_choices(self, choices: Choices) -> None:
        self.stage.settings = msgspec.structs.replace(self.stage.settings, name=choices.player)
        self.stage.on_settings()
        self._host(match_plan(choices, choices.player, room_name(self.stage, choices.room)))

    async def _begin_solo(self, plan: MatchPlan) -> None:
        client = await self.stage.launcher.solo(plan)
        self._contact.take(client)
        while client.copy is None:
            await client.happening()
        self._show_city()

    async def _begin_host(self, plan: MatchPlan) -> None:
        self._contact.take(await self.stage.launcher.host(plan))
        self._show_room()

    # --- the room --------------------------------------------------------------------------------

    def _show_room(self) -> None:
        """The room one sits in; its map is seen to first where it is not on this machine."""
        self._door.enter(self._contact.running, self._contact.server())

    def _unseated(self) -> None:
        self._lost(())

    def _show_seat(self) -> None:
        """The room one sits in, or its match where it runs already."""
        client = self._contact.running
        if client.copy is not None:
            self._show_city()
            return
        room = client.room
        if room is None:
            raise LookupError("no room to show; the client must be seated first")
        doors = RoomDoors(self._show_city, self._get_up, self._shown_out, self._lost, self._lobby.displaced)
        loaded = self._shelf.played(room.map, room.identity)
        card = card_of(loaded) if loaded is not None else None
        city = card.title if card is not None else room.map
        contact = self._contact
        setting = RoomSetting(contact.invite(room.code), city, ruleset(), contact.talk, card)
        self.stage.go(RoomScreen(self.stage, client, doors, setting))

    def _get_up(self) -> None:
        """Out of a room before its match: back among the server's rooms, unless it was hosted here."""
        if self.stage.launcher.address():
            self._leave()
        else:
            self._lobby.back([])

    def _leave(self) -> None:
        """Get up, hang up, and go to the title."""
        self._contact.work(self._left())

    async def _left(self) -> None:
        client = self._contact.client
        if client is not None and client.room is not None:
            with contextlib.suppress(LinkClosedError):
                await client.leave()
        await self._close()
        self.title()

    def _shown_out(self, refusals: tuple[Refusal, ...]) -> None:
        """The seat is gone, the server is not: back among its rooms, unless it was hosted here."""
        if self.stage.launcher.address():
            self._lost(refusals)
        else:
            self._lobby.back(self._contact.refused(refusals))

    def _lost(self, refusals: tuple[Refusal, ...]) -> None:
        """The room or the connection is gone: say so on the title."""
        faults = self._contact.refused(refusals) or [(self.stage.say("lobby-lost-plain"), "")]
        self._contact.work(self._lost_job(faults))

    async def _lost_job(self, faults: list[Fault]) -> None:
        await self._close()
        self.title()
        self._contact.tell("lobby-lost", faults)

    # --- the match -------------------------------------------------------------------------------

    def _show_city(self) -> None:
        client = self._contact.running
        copy = client.copy
        if copy is None:
            raise LookupError("the match has not begun; wait for MatchBegun first")
        loaded = self._shelf.played(copy.map_id, copy.identity)
        if loaded is None:
            say = self.stage.say
            fault = (say("lobby-unknown-map", map=copy.map_id), say("lobby-unknown-map-mend"))
            self._contact.work(self._lost_job([fault]))
            return
        self.city = CityScreen(
            self.stage,
            client,
            CityLayout(loaded.art),
            on_over=self._show_results,
            on_leave=self._step_out,
            on_settings=self.settings,
            talk=self._contact.talk,
        )
        self.stage.go(self.city)

    def _step_out(self) -> None:
        """To the title with the match kept; one that is over is closed, one that is watched is left for the lobby.

        A match of days goes on without its players there: from the lobby one comes to the next.
        """
        client = self._contact.running
        copy = client.copy
        if copy is None or copy.view.public.outcome is not None:
            self._leave()
        elif self.stage.launcher.address():
            self.title()
        elif copy.seat < 0 or client.room is None:
            self._lobby.back([])
        elif client.room.calendar is not None:
            client.set_aside()
            self._lobby.show()
        else:
            self.title()

    def _show_results(self) -> None:
        record, alone = record_of(self._contact.running), self._contact.is_alone
        plays = record.you is not None
        rematch = self._rematch if alone and self._plan is not None else None
        again = Rematch(self.stage, self._contact, self._show_room) if plays and not alone else None
        exits = Exits(menu=self._leave, rematch=rematch, city=self.stage.back, again=again)
        screen = ResultsScreen(self.stage, record, exits)
        self.stage.push(screen)
        if again is not None and not self.stage.launcher.address():
            self.stage.work(self._rate(screen, record.board.match.mode.key))

    async def _rate(self, screen: ResultsScreen, mode: str) -> None:
        """Tell what the match has done to the player's rating, where the server keeps one."""
        news = await rating_news(self.stage, self._contact, mode)
        if news is not None:
            screen.rate(*news)

    def _rematch(self) -> None:
        """Alone: the same seats on the same map with a new seed."""
        if self._plan is not None:
            self._solo(msgspec.structs.replace(self._plan, seed=None))

    # --- a map that is being made ----------------------------------------------------------------

    def _new_looks(self, loaded: LoadedMap) -> None:
        """The match goes on in the same city, drawn anew."""
        self._close_map_fault()
        self._shelf.put(loaded)
        if self.city is not None and self.stage.top is self.city:
            self._show_city()

    def _new_rules(self, loaded: LoadedMap) -> None:
        """The city is another one for the rules: the match begins anew in it."""
        self._shelf.put(loaded)
        self.stage.launcher.forget_maps()
        if self._plan is not None:
            self._solo(self._plan)

    def _broken_map(self, words: str) -> None:
        """The last good map stays; its maker is told what is wrong with the newest save."""
        self._close_map_fault()
        self._map_fault = self._contact.tell(
            "setup-map-broken", [(words, self.stage.say("setup-map-broken-mend"))], self._forget_map_fault
        )

    def _close_map_fault(self) -> None:
        if self._map_fault is not None:
            self.stage.desk.close(self._map_fault)
            self._forget_map_fault()

    def _forget_map_fault(self) -> None:
        self._map_fault = None

    # --- shared ----------------------------------------------------------------------------------

    def _wait(self, words: str, job: Callable[[], Awaitable[None]]) -> None:
        """Show that it takes a while, and do it; Escape stops it and goes to the title."""
        self.stage.go(WaitingScreen(self.stage, self.stage.say(words), self._stop_waiting))
        self._contact.work(self._closed_then(job), self._launch_failed)

    async def _closed_then(self, job: Callable[[], Awaitable[None]]) -> None:
        await self._close()
        await job()

    def _launch_failed(self, error: Exception) -> None:
        if not isinstance(error, LaunchError | LinkClosedError | OSError):
            raise error
        self.title()
        self._contact.tell("setup-failed", [(str(error), "")])

    def _stop_waiting(self) -> None:
        self._contact.cancel()
        self._leave()

    async def _close(self) -> None:
        self.city = None
        await self._contact.close()
