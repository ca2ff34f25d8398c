"""The door between a seat and its match: a map that is missing is asked for once, fetched, and let in."""

import asyncio
from collections.abc import Callable

import msgspec

from game.client.screens.base import Stage
from game.client.screens.fetching import FetchDoors, FetchScreen, MissingMap, plain
from game.client.screens.notice import refusal_words
from game.client.settings import ALWAYS, NEVER
from game.client.shelf import MapShelf
from game.link.map_fetch import FetchError, Trouble, fetch
from game.link.match_client import LinkClosedError, MatchClient
from game.protocol.messages import MapIdentity, RoomInfo

Fault = tuple[str, str]
"""What went wrong, and its mend."""


class MapExits(msgspec.Struct, frozen=True):
    """Where the door leads: to the match, away without the map (with why), or out because the link is gone."""

    enter: Callable[[], None]
    refused: Callable[[list[Fault]], None]
    lost: Callable[[], None]


class MapDoor:
    """Asks, fetches and tells; one map at a time. With `agreed` it fetches without asking, whatever the settings."""

    def __init__(self, stage: Stage, shelf: MapShelf, exits: MapExits) -> None:
        self.agreed = False
        self._stage, self._shelf, self._exits = stage, shelf, exits
        self._fetching: asyncio.Task[None] | None = None

    def enter(self, client: MatchClient, host: str) -> None:
        """Go on at once where the map of the client's room is here; otherwise fetch it from its server, `host`."""
        room = client.room
        if room is None:
            self._exits.lost()
        elif room.identity is None or self._shelf.played(room.map, room.identity) is not None:
            self._exits.enter()
        else:
            self._missing(client, room, room.identity, host)

    def _missing(self, client: MatchClient, room: RoomInfo, identity: MapIdentity, host: str) -> None:
        transfer = ALWAYS if self.agreed else self._stage.settings.map_transfer
        if identity.package is None:
            self._refuse(Trouble.NOT_SENT.value, identity)
        elif transfer == NEVER:
            self._refuse("never", identity)
        else:
            differs = self._shelf.get(room.map) is not None
            missing = MissingMap(identity.title, identity.bytes, host, differs)
            screen = FetchScreen(self._stage, missing, self._doors(client, identity))
            self._stage.go(screen)
            if transfer == ALWAYS:
                self._fetch(client, identity)

    def _doors(self, client: MatchClient, identity: MapIdentity) -> FetchDoors:
        def always() -> None:
            self._keep(ALWAYS)
            self._fetch(client, identity)

        def never() -> None:
            self._keep(NEVER)
            self._refuse("never", identity)

        return FetchDoors(
            fetch=lambda: self._fetch(client, identity),
            always=always,
            later=lambda: self._refuse("later", identity),
            never=never,
            stop=lambda: self._stop(identity),
        )

    def _keep(self, transfer: str) -> None:
        self._stage.settings = msgspec.structs.replace(self._stage.settings, map_transfer=transfer)
        self._stage.on_settings()

    # --- fetching --------------------------------------------------------------------------------

    def _fetch(self, client: MatchClient, identity: MapIdentity) -> None:
        screen = self._stage.top
        if isinstance(screen, FetchScreen) and not screen.fetching:
            screen.begin()
            job = self._fetched(client, identity, screen)
            self._fetching = self._stage.work(job, lambda error: self._failed(error, identity))

    async def _fetched(self, client: MatchClient, identity: MapIdentity, screen: FetchScreen) -> None:
        await fetch(client, identity, self._shelf.cache, screen.put)
        room = client.room
        if room is None:
            self._exits.lost()
        elif self._shelf.played(room.map, identity) is None:
            raise FetchError(Trouble.UNPLAYABLE, "its pictures cannot be drawn")
        else:
            self._exits.enter()

    def _failed(self, error: Exception, identity: MapIdentity) -> None:
        if isinstance(error, LinkClosedError):
            self._exits.lost()
        elif isinstance(error, FetchError):
            self._exits.refused(self._faults(error, identity))
        else:
            raise error

    def _stop(self, identity: MapIdentity) -> None:
        """What has arrived stays, so that the next try goes on from there."""
        if self._fetching is not None:
            self._fetching.cancel()
        self._refuse("stopped", identity)

    def _refuse(self, why: str, identity: MapIdentity) -> None:
        self._exits.refused([self._fault(why, identity)])

    def _faults(self, error: FetchError, identity: MapIdentity) -> list[Fault]:
        if error.refusals and error.trouble is Trouble.REFUSED:
            return [refusal_words(refusal, self._stage.say) for refusal in error.refusals]
        return [self._fault(error.trouble.value, identity, error)]

    def _fault(self, why: str, identity: MapIdentity, error: FetchError | None = None) -> Fault:
        say, detail, code = self._stage.say, "", ""
        if error is not None:
            detail, code = error.detail, error.code
        key = f"maps-fault-{why}"
        return say(key, title=plain(identity.title), detail=detail, code=code), say(f"{key}-mend")
