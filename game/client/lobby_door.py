"""The way through a server's lobby: into a room, a match to watch, a seat that wants a substitute, an own match, a replay."""

from collections.abc import Awaitable, Callable
from functools import partial

import msgspec

from game.client.contact import Contact, Fault
from game.client.launcher import MatchPlan, room_of
from game.client.replay_door import ReplayDoor
from game.client.screens.base import Stage
from game.client.screens.lobby.download import DownloadScreen
from game.client.screens.lobby.entries import Entry
from game.client.screens.lobby.server import ServerDoors, ServerScreen, ServerSetting
from game.client.screens.password import ask_password
from game.client.screens.setup.plan import Choices, match_plan, name_of, room_name
from game.client.screens.setup.screen import SetupScreen, Table
from game.client.shelf import MapShelf, card_of
from game.content import ruleset
from game.link import happenings as told
from game.link.match_client import LinkClosedError
from game.link.replay_fetch import ReplayFetchError, fetch_replay
from game.protocol.messages import LOBBY, Declined, RoomInfo, Seated, Watching
from game.protocol.refusals import Refusal, Refused

Entering = Callable[[str], Awaitable[Seated | Watching | Declined]]
"""Asks to come in with a password, empty where none is known."""


class LobbyExits(msgspec.Struct, frozen=True):
    """Where it leads: to the seat or the match one came into, out of the server, out because all is lost (with why)."""

    entered: Callable[[], None]
    leave: Callable[[], None]
    lost: Callable[[tuple[Refusal, ...]], None]


class LobbyDoor:
    """Shows the lobby of the server one is connected to, and does what is chosen there."""

    def __init__(
        self, stage: Stage, contact: Contact, shelf: MapShelf, replays: ReplayDoor, exits: LobbyExits
    ) -> None:
        self._stage, self._contact, self._shelf = stage, contact, shelf
        self._replays, self._exits = replays, exits
        self._screen: ServerScreen | None = None

    def show(self, faults: list[Fault] | None = None) -> None:
        """The lobby, at the tab one left it; with `faults` it says what went wrong."""
        client = self._contact.running
        doors = ServerDoors(
            join=lambda entry: self._enter(
                entry, lambda word: client.join(entry.key, self._name(), None, word)
            ),
            watch=lambda entry: self._enter(entry, partial(client.watch, entry.key)),
            stand_in=lambda entry: self._enter(
                entry, lambda word: client.join(entry.key, self._name(), entry.seat, word)
            ),
            go_on=lambda entry: self._enter(entry, lambda _: client.resume(entry.key)),
            replay=self._replay,
            create=self._set_up,
            leave=self._exits.leave,
            lost=self._exits.lost,
        )
        welcome = client.welcome
        maps = {offer.id: offer.title for offer in welcome.maps} if welcome is not None else {}
        tab = self._screen.tabs.chosen if self._screen is not None and self._screen.client is client else 0
        setting = ServerSetting(self._contact.server(), maps, self._contact.talk, tab)
        self._screen = ServerScreen(self._stage, client, doors, setting)
        self._stage.go(self._screen)
        if faults:
            self._failed(faults)

    def back(self, faults: list[Fault]) -> None:
        """Get up, and back to the lobby, which says what went wrong."""
        self._contact.work(self._back(faults), self._closed)

    def displaced(self) -> None:
        """The seat was taken on another device: back to the lobby, with how to take it back."""
        say = self._stage.say
        self.back([(say("lobby-displaced"), say("lobby-displaced-mend"))])

    async def _back(self, faults: list[Fault]) -> None:
        client = self._contact.running
        if client.room is not None:
            await client.leave()
        self.show(faults)

    def _name(self) -> str:
        return name_of(self._stage)

    def _failed(self, faults: list[Fault]) -> None:
        if isinstance(self._stage.top, ServerScreen):
            self._stage.top.failed(faults)

    def _closed(self, error: Exception) -> None:
        if not isinstance(error, LinkClosedError):
            raise error
        self._exits.lost(())

    # --- into a room or a match ------------------------------------------------------------------

    def _enter(self, entry: Entry, entering: Entering) -> None:
        """Come in; where there is a password, ask for it first. Own seats and matches need none."""
        own = self._screen is not None and self._screen.shows_own
        if entry.locked and not own:
            ask_password(self._stage, lambda word: self._work(entering, word))
        else:
            self._work(entering, "")

    def _work(self, entering: Entering, word: str) -> None:
        self._contact.work(self._come_in(entering, word), self._closed)

    async def _come_in(self, entering: Entering, word: str) -> None:
        answer = await entering(word)
        if not isinstance(answer, Declined):
            await self.begin(answer.room)
            return
        faults = self._contact.refused(answer.refusals)
        if any(refusal.code == Refused.WRONG_PASSWORD for refusal in answer.refusals):
            ask_password(self._stage, lambda again: self._work(entering, again), faults if word else ())
        else:
            self._failed(faults)

    async def begin(self, room: RoomInfo) -> None:
        """Show the room one has come into; of a match that runs its state is waited for first."""
        client, talk = self._contact.running, self._contact.talk
        while room.phase != LOBBY and client.copy is None:
            happening = await client.happening()
            talk.take(happening, client.seat)
            if isinstance(happening, told.SeatLost):
                self.show(self._contact.refused(happening.refusals))
                return
        self._exits.entered()

    # --- a room of one's own ---------------------------------------------------------------------

    def _set_up(self) -> None:
        """A room on somebody else's server, of the maps that both have."""
        welcome = self._contact.running.welcome
        offers = welcome.maps if welcome is not None else ()
        here = [(offer.id, self._shelf.played(offer.id, offer.identity)) for offer in offers]
        offered = tuple(card_of(map_) for key, map_ in here if map_ is not None and map_.city.map_id == key)
        if not offered or welcome is None:
            self._contact.tell("lobby-no-map", [(self._stage.say("lobby-no-map-why"), "")])
            return
        modes = tuple(mode.key for mode in welcome.modes)
        table = Table(
            offered,
            ruleset(),
            welcome.levels,
            modes,
            welcome.tempers,
            server=welcome.server or self._contact.server(),
            webhook_hosts=welcome.webhook_hosts,
        )
        back = self._stage.back
        self._stage.push(SetupScreen(self._stage, table, self._create_there, back, hosting=True))

    def _create_there(self, choices: Choices) -> None:
        plan = match_plan(choices, choices.player, room_name(self._stage, choices.room))
        self._contact.work(self._create(plan), self._closed)

    async def _create(self, plan: MatchPlan) -> None:
        answer = await self._contact.running.create(room_of(plan))
        if isinstance(answer, Declined):
            self._contact.tell("setup-failed", self._contact.refused(answer.refusals))
            return
        self._exits.entered()

    # --- a replay --------------------------------------------------------------------------------

    def _replay(self, entry: Entry) -> None:
        screen = DownloadScreen(self._stage, entry.name, self._stop)
        self._stage.go(screen)
        self._contact.work(self._fetch(entry, screen), self._not_fetched)

    async def _fetch(self, entry: Entry, screen: DownloadScreen) -> None:
        data = await fetch_replay(self._contact.running, entry.key, screen.put)
        self._replays.keep_and_watch(data, self.show)

    def _not_fetched(self, error: Exception) -> None:
        if not isinstance(error, ReplayFetchError):
            self._closed(error)
            return
        say = self._stage.say
        odd = [(say("lobby-download-odd", why=str(error)), say("lobby-download-odd-mend"))]
        self.show(self._contact.refused(error.refusals) or odd)

    def _stop(self) -> None:
        self._contact.cancel()
        self.show()
