"""The ways between the screens: from the title into a match, to its results, and back.

The program makes one `Ways`, calls `open`, and `close` at the end.
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import msgspec

from game import resources
from game.client.city_layout import CityLayout
from game.client.kept_seats import KeptSeat, KeptSeats
from game.client.launcher import LaunchError, MatchPlan, Opening, room_of
from game.client.map_door import MapDoor, MapExits
from game.client.map_watch import MapWatch
from game.client.replay_door import ReplayDoor
from game.client.screens.base import Stage
from game.client.screens.city.screen import CityScreen
from game.client.screens.credits import CreditsScreen
from game.client.screens.join import JoinDoors, JoinScreen
from game.client.screens.lobby.room import RoomDoors, RoomScreen, RoomSetting
from game.client.screens.lobby.rooms import RoomsDoors, RoomsScreen
from game.client.screens.notice import fault_list, notify, refusal_words
from game.client.screens.results.record import record_of
from game.client.screens.results.screen import Exits, ResultsScreen
from game.client.screens.rules.screen import open_rules
from game.client.screens.settings.screen import SettingsScreen
from game.client.screens.setup.plan import Choices, is_name, match_plan
from game.client.screens.setup.screen import SetupScreen, Table
from game.client.screens.title.screen import Doors, TitleScreen
from game.client.screens.waiting import WaitingScreen
from game.client.shelf import MapShelf, card_of
from game.client.standing_match import resumable
from game.client.widgets.panelbox import Dialog
from game.content import ruleset
from game.link.address import Address, parse
from game.link.match_client import LinkClosedError, MatchClient
from game.maps import LoadedMap
from game.maps.cache import MapCache
from game.protocol.messages import Declined, Seated
from game.protocol.refusals import Refusal

Fault = tuple[str, str]
"""What went wrong, and its mend."""


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
        self.client: MatchClient | None = None
        self.city: CityScreen | None = None
        self._shelf = MapShelf(maps, cache)
        self._door = MapDoor(stage, self._shelf, MapExits(self._show_seat, self._without_map, self._unseated))
        self._replays = ReplayDoor(stage, self._shelf, replays, self.title, self.settings)
        self._seats = KeptSeats(seats)
        self._plan: MatchPlan | None = None
        self._job: asyncio.Task[None] | None = None
        self._map_fault: Dialog | None = None

    def open(self, opening: Opening) -> None:
        """Show the first screen: a match, a room, a server, or the title."""
        self._door.agreed = opening.accept_maps
        if opening.solo is not None:
            self._solo(opening.solo)
        elif opening.host is not None:
            self._host(opening.host)
        elif opening.join is not None:
            self._join_at(opening.join)
        elif opening.replay is not None:
            self._replays.watch(opening.replay)
        else:
            self.title()
        if opening.watched is not None:
            watch = MapWatch(opening.watched, self._new_looks, self._new_rules, self._broken_map)
            self.stage.work(watch.follow())

    async def close(self) -> None:
        """Leave the match or room one is in, for the end of the program."""
        self._cancel_job()
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
            TitleScreen(self.stage, doors, resumable(self.stage, self.city, self.client, self._shelf))
        )

    def settings(self) -> None:
        """Show the settings over what is shown now."""
        self.stage.push(SettingsScreen(self.stage, self.stage.back))

    def rules(self) -> None:
        """Show the rule book over what is shown now."""
        open_rules(self.stage, ruleset())

    def credits(self) -> None:
        """Show the credits over what is shown now."""
        document = resources.asset("CREDITS.md").read_text(encoding="utf-8")
        self.stage.push(CreditsScreen(self.stage, document, self.stage.back))

    def join(self) -> None:
        """Find somebody's match: ask where."""
        doors = JoinDoors(self._connect, self._cancel_job, self.title)
        self.stage.go(JoinScreen(self.stage, doors))

    # --- into a match ----------------------------------------------------------------------------

    def _solo(self, plan: MatchPlan) -> None:
        """Begin a match on this machine and show its city."""
        self._plan = plan
        self._wait("setup-starting", partial(self._begin_solo, plan))

    def _host(self, plan: MatchPlan) -> None:
        """Open a room that others can join and show it."""
        self._plan = plan
        self._wait("setup-opening", partial(self._begin_host, plan))

    def _join_at(self, address: str) -> None:
        """Go to a server or an invite at once, by the player's name from the settings."""
        self.join()
        screen = self.stage.top
        if isinstance(screen, JoinScreen):
            screen.address.put(address)
            screen.name.put(self._name())
            screen.connect()

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
        self._solo(match_plan(choices, self._name(), self._room_name("")))

    def _host_choices(self, choices: Choices) -> None:
        self._keep(name=choices.player)
        self._host(match_plan(choices, choices.player, self._room_name(choices.room)))

    async def _begin_solo(self, plan: MatchPlan) -> None:
        client = await self.stage.launcher.solo(plan)
        self.client = client
        while client.copy is None:
            await client.happening()
        self._show_city()

    async def _begin_host(self, plan: MatchPlan) -> None:
        self.client = await self.stage.launcher.host(plan)
        self._show_room()

    # --- other people's servers ------------------------------------------------------------------

    def _connect(self, address: Address, name: str) -> None:
        self._keep(name=name, last_server=str(msgspec.structs.replace(address, code="")))
        self._job = self.stage.work(self._join(address, name), self._join_failed)

    async def _join(self, address: Address, name: str) -> None:
        """Connect first, then sit down: so that a wrong code is told as what it is."""
        await self._close()
        bare = str(msgspec.structs.replace(address, code=""))
        self.client = await self.stage.launcher.join(bare, name)
        self.client.on_seated = partial(self._keep_seat, bare)
        if not address.code:
            self._show_rooms(bare)
            return
        answer = await self._seat_at(bare, address.code, name)
        if isinstance(answer, Seated):
            self._show_room()
            return
        faults = self._refused(answer.refusals)
        await self._close()
        self._tell_join(faults)

    async def _seat_at(self, server: str, code: str, name: str) -> Seated | Declined:
        """A free seat; where there is none, the one this player had before the program ended."""
        answer = await self._running().join(code, name)
        kept = self._seats.find(server, code) if isinstance(answer, Declined) else None
        if kept is None:
            return answer
        again = await self._running().resume(kept.room, kept.token)
        return again if isinstance(again, Seated) else answer

    def _keep_seat(self, server: str, seated: Seated) -> None:
        room = seated.room
        self._seats.keep(KeptSeat(server, room.code, room.id, seated.token))

    def _join_failed(self, error: Exception) -> None:
        if not isinstance(error, LaunchError | LinkClosedError | OSError):
            raise error
        self._tell_join([self._connection_fault(error)])

    def _tell_join(self, faults: list[Fault]) -> None:
        screen = self.stage.top
        if isinstance(screen, JoinScreen):
            screen.failed(faults)

    def _show_rooms(self, server: str) -> None:
        client = self._running()
        doors = RoomsDoors(self._sit_down, self._set_up_there, self._leave)
        welcome = client.welcome
        maps = {offer.id: offer.title for offer in welcome.maps} if welcome is not None else {}
        self.stage.go(RoomsScreen(self.stage, client, doors, server, maps))

    def _sit_down(self, room: str) -> None:
        self._job = self.stage.work(self._sit(room), self._sit_failed)

    async def _sit(self, room: str) -> None:
        answer = await self._running().join(room, self._name())
        if isinstance(answer, Seated):
            self._show_room()
        elif isinstance(self.stage.top, RoomsScreen):
            self.stage.top.failed(self._refused(answer.refusals))

    def _sit_failed(self, error: Exception) -> None:
        if not isinstance(error, LinkClosedError):
            raise error
        self._lost(())

    def _set_up_there(self) -> None:
        """A room on somebody else's server, of the maps that both have."""
        welcome = self._running().welcome
        offers = welcome.maps if welcome is not None else ()
        here = [(offer.id, self._shelf.played(offer.id, offer.identity)) for offer in offers]
        offered = tuple(card_of(map_) for key, map_ in here if map_ is not None and map_.city.map_id == key)
        if not offered or welcome is None:
            self._tell("lobby-no-map", [(self.stage.say("lobby-no-map-why"), "")])
            return
        modes = tuple(mode.key for mode in welcome.modes)
        table = Table(offered, ruleset(), welcome.levels, modes, welcome.tempers)
        back = self.stage.back
        self.stage.push(SetupScreen(self.stage, table, self._create_there, back, hosting=True))

    def _create_there(self, choices: Choices) -> None:
        plan = match_plan(choices, choices.player, self._room_name(choices.room))
        self._job = self.stage.work(self._create(plan), self._sit_failed)

    async def _create(self, plan: MatchPlan) -> None:
        answer = await self._running().create(room_of(plan))
        if isinstance(answer, Declined):
            self._tell("setup-failed", self._refused(answer.refusals))
            return
        self._show_room()

    # --- the room --------------------------------------------------------------------------------

    def _show_room(self) -> None:
        """The room one sits in; its map is seen to first where it is not on this machine."""
        self._door.enter(self._running(), self._server())

    def _without_map(self, faults: list[Fault]) -> None:
        """Get up, and back to the list of rooms."""
        self._job = self.stage.work(self._back_to_rooms(faults), self._sit_failed)

    async def _back_to_rooms(self, faults: list[Fault]) -> None:
        client = self._running()
        if client.room is not None:
            await client.leave()
        self._show_rooms(self._server())
        if isinstance(self.stage.top, RoomsScreen):
            self.stage.top.failed(faults)

    def _unseated(self) -> None:
        self._lost(())

    def _show_seat(self) -> None:
        """The room one sits in, or its match where it runs already."""
        client = self._running()
        if client.copy is not None:
            self._show_city()
            return
        room = client.room
        if room is None:
            raise LookupError("no room to show; the client must be seated first")
        doors = RoomDoors(self._show_city, self._leave, self._lost)
        loaded = self._shelf.played(room.map, room.identity)
        card = card_of(loaded) if loaded is not None else None
        city = card.title if card is not None else room.map
        setting = RoomSetting(self._invite(room.code), city, ruleset(), card)
        self.stage.go(RoomScreen(self.stage, client, doors, setting))

    def _invite(self, code: str) -> str:
        """What others type: the server hosted here, or the one joined; nothing where neither is known."""
        base = self._server()
        return str(msgspec.structs.replace(parse(base), code=code)) if base else ""

    def _server(self) -> str:
        """Where the client is connected to: the server hosted here, or the one joined; empty where none is."""
        return self.stage.launcher.address() or self.stage.settings.last_server

    def _leave(self) -> None:
        """Get up, hang up, and go to the title."""
        self._job = self.stage.work(self._left())

    async def _left(self) -> None:
        client = self.client
        if client is not None and client.room is not None:
            try:
                await client.leave()
            except LinkClosedError:
                self.client = client
        await self._close()
        self.title()

    def _lost(self, refusals: tuple[Refusal, ...]) -> None:
        """The room or the connection is gone: say so on the title."""
        faults = self._refused(refusals) or [(self.stage.say("lobby-lost-plain"), "")]
        self._job = self.stage.work(self._lost_job(faults))

    async def _lost_job(self, faults: list[Fault]) -> None:
        await self._close()
        self.title()
        self._tell("lobby-lost", faults)

    # --- the match -------------------------------------------------------------------------------

    def _show_city(self) -> None:
        client = self._running()
        copy = client.copy
        if copy is None:
            raise LookupError("the match has not begun; wait for MatchBegun first")
        loaded = self._shelf.played(copy.map_id, copy.identity)
        if loaded is None:
            say = self.stage.say
            fault = (say("lobby-unknown-map", map=copy.map_id), say("lobby-unknown-map-mend"))
            self._job = self.stage.work(self._lost_job([fault]))
            return
        self.city = CityScreen(
            self.stage,
            client,
            CityLayout(loaded.art),
            on_over=self._show_results,
            on_leave=self._step_out,
            on_settings=self.settings,
        )
        self.stage.go(self.city)

    def _step_out(self) -> None:
        """To the title with the match kept; a match that is over is closed."""
        copy = self._running().copy
        if copy is not None and copy.view.public.outcome is not None:
            self._leave()
        else:
            self.title()

    def _show_results(self) -> None:
        record = record_of(self._running())
        rematch = self._rematch if self._plan is not None else None
        exits = Exits(menu=self._leave, rematch=rematch, city=self.stage.back)
        self.stage.push(ResultsScreen(self.stage, record, exits))

    def _rematch(self) -> None:
        """The same seats on the same map with a new seed."""
        if self._plan is None:
            return
        plan = msgspec.structs.replace(self._plan, seed=None)
        hosted = bool(self.stage.launcher.address())
        (self._host if hosted else self._solo)(plan)

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
        self._map_fault = self._tell(
            "setup-map-broken", [(words, self.stage.say("setup-map-broken-mend"))], self._forget_map_fault
        )

    def _close_map_fault(self) -> None:
        if self._map_fault is not None:
            self.stage.desk.close(self._map_fault)
            self._forget_map_fault()

    def _forget_map_fault(self) -> None:
        self._map_fault = None

    # --- shared ----------------------------------------------------------------------------------

    def _running(self) -> MatchClient:
        if self.client is None:
            raise LookupError("no client is connected; start or join a match first")
        return self.client

    def _name(self) -> str:
        name = " ".join(self.stage.settings.name.split())
        return name if is_name(name) else self.stage.say("setup-nameless")

    def _room_name(self, typed: str) -> str:
        tidy = " ".join(typed.split())
        return tidy or self.stage.say("setup-room-of", player=self._name())

    def _keep(self, **changes: str) -> None:
        self.stage.settings = msgspec.structs.replace(self.stage.settings, **changes)
        self.stage.on_settings()

    def _wait(self, words: str, job: Callable[[], Awaitable[None]]) -> None:
        """Show that it takes a while, and do it; Escape stops it and goes to the title."""
        self.stage.go(WaitingScreen(self.stage, self.stage.say(words), self._stop_waiting))
        self._job = self.stage.work(self._closed_then(job), self._launch_failed)

    async def _closed_then(self, job: Callable[[], Awaitable[None]]) -> None:
        await self._close()
        await job()

    def _launch_failed(self, error: Exception) -> None:
        if not isinstance(error, LaunchError | LinkClosedError | OSError):
            raise error
        self.title()
        self._tell("setup-failed", [(str(error), "")])

    def _stop_waiting(self) -> None:
        self._cancel_job()
        self._leave()

    def _cancel_job(self) -> None:
        if self._job is not None:
            self._job.cancel()

    async def _close(self) -> None:
        client, self.client, self.city = self.client, None, None
        if client is not None:
            await self.stage.launcher.close(client)

    def _refused(self, refusals: tuple[Refusal, ...]) -> list[Fault]:
        return [refusal_words(refusal, self.stage.say) for refusal in refusals]

    def _connection_fault(self, error: Exception) -> Fault:
        say = self.stage.say
        return say("join-fault-connection", why=str(error)), say("join-fault-connection-mend")

    def _tell(self, title: str, faults: list[Fault], closed: Callable[[], None] = lambda: None) -> Dialog:
        return notify(self.stage, self.stage.say(title), fault_list(faults), closed)
