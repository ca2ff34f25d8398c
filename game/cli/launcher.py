"""Starts matches for the window: on a server in this process, hosted for others, or on somebody else's."""

import asyncio
import secrets
import socket
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from pathlib import Path

import platformdirs
from msgspec.structs import replace

from game.ai.roster import LEVELS
from game.cli.nearby import is_announced, look_around
from game.client.launcher import LaunchError, MatchPlan, Nearby, room_of
from game.content import ruleset
from game.lab.bot import words_of
from game.lab.seats import deal
from game.link.address import DEFAULT_PORT, Address, BadAddressError, parse
from game.link.happenings import Connected, Disconnected, Over
from game.link.here import own_address
from game.link.identity import identity_for
from game.link.match_client import LinkClosedError, MatchClient
from game.link.seeking import Sought, seek
from game.link.websocket import WebSocketLink
from game.maps.shelf import own_folder
from game.protocol.messages import Answer, CreateRoom, Declined, MapOffer
from game.replays.shelf import ReplayShelf
from server.config import Config
from server.disk.journal import StorageError
from server.disk.memory_replays import MemoryReplays
from server.disk.memory_store import MemoryJournal
from server.disk.people_store import SqlitePeople
from server.disk.replay_store import SqliteReplays
from server.disk.shelved_replays import ShelvedReplays
from server.disk.store import SqliteJournal, open_journal
from server.host.library import Library, read_library
from server.host.thinking import Thinker, pool_of_processes
from server.local import LocalHost
from server.operations.announcing import Announcement, Announcing

EVERYWHERE = "0.0.0.0"  # noqa: S104 - hosting means that others can come in
PATIENCE = 10.0
"""Seconds to wait for a server's first word."""


OwnKey = Callable[[], bytes | None]


def _no_key() -> None:
    """A guest."""


class LocalLauncher:
    """Fulfils `game.client.launcher.Launcher`. `maps` are folders with maps besides the official and installed ones.

    `key` gives the player's own key when a server is to know them; without one they are a guest.
    """

    def __init__(self, port: int = DEFAULT_PORT, maps: tuple[Path, ...] = (), key: OwnKey = _no_key) -> None:
        self._port = port
        self._key = key
        self._folders = maps
        self._library: Library | None = None
        self._address: Address | None = None
        self._open: dict[int, AsyncExitStack] = {}

    def maps(self) -> tuple[MapOffer, ...]:
        """See `Launcher.maps`."""
        return self._shelf().offers()

    def forget_maps(self) -> None:
        """See `Launcher.forget_maps`."""
        self._library = None

    def levels(self) -> tuple[str, ...]:
        """See `Launcher.levels`."""
        return LEVELS

    def address(self) -> str:
        """See `Launcher.address`."""
        return "" if self._address is None else str(self._address)

    async def solo(self, plan: MatchPlan) -> MatchClient:
        """See `Launcher.solo`."""
        async with AsyncExitStack() as stack:
            host = await self._host(stack, Config(), None, listen=False)
            client = await _enter(stack, MatchClient(host.link()))
            _expect(await client.create(_room(plan)))
            _expect(await client.start())
            self._keep(client, stack)
            return client

    async def host(self, plan: MatchPlan) -> MatchClient:
        """See `Launcher.host`."""
        async with AsyncExitStack() as stack:
            host = await self.serve(stack)
            identity = self._identity(Address("localhost", self._port))
            client = await _enter(stack, MatchClient(host.link(), identity=identity))
            _expect(await client.create(_room(plan)))
            self._keep(client, stack)
            return client

    async def serve(self, stack: AsyncExitStack) -> LocalHost:
        """A server that others can reach, until the stack closes.

        What it plays is kept on disk, in a journal for each port, and goes on when the port is hosted
        again; on a port of the system's choosing it is forgotten. Raises LaunchError.
        """
        config = Config(host=EVERYWHERE, port=self._port)
        journal = await self._journal() if self._port else None
        host = await self._host(stack, config, journal, listen=True)
        port = self._port if host.address is None else host.address.port
        self._address = Address(own_address(), port)
        stack.callback(self._forget_address)
        if is_announced():
            told = Announcement(config.name, Address(config.host, port))
            await stack.enter_async_context(Announcing(told))
        return host

    async def join(self, address: str, player: str, password: str = "") -> MatchClient:
        """See `Launcher.join`."""
        try:
            place = parse(address)
        except BadAddressError as error:
            raise LaunchError(str(error)) from error
        async with AsyncExitStack() as stack:
            client = await _enter(
                stack, MatchClient(WebSocketLink(place), identity=self._identity(place), password=password)
            )
            if place.code:
                _expect(await client.join(place.code, player))
            self._keep(client, stack)
            return client

    async def nearby(self, found: Callable[[tuple[Nearby, ...]], None]) -> None:
        """See `Launcher.nearby`."""
        await look_around(found)

    async def seek(self, code: str, also: Sequence[str], password: str = "") -> Sought:
        """See `Launcher.seek`."""

        def opens(place: Address, locked: bool) -> MatchClient | None:
            if locked and not password:
                return None
            word = password if locked else ""
            return MatchClient(
                WebSocketLink(place, patience=0), identity=self._identity(place), password=word
            )

        return await seek(code, [parse(address) for address in also], opens)

    async def close(self, client: MatchClient) -> None:
        """See `Launcher.close`."""
        stack = self._open.get(id(client))
        if stack is not None:
            await stack.aclose()
            self._open.pop(id(client), None)

    async def close_all(self) -> None:
        """Leave everything that is still open; for the end of the program."""
        stacks = list(self._open.values())
        self._open.clear()
        for stack in stacks:
            await stack.aclose()

    def _shelf(self) -> Library:
        if self._library is None:
            from game.resources import maps_folder  # noqa: PLC0415 - kept beside its only use

            self._library = read_library((maps_folder(), own_folder(), *self._folders))
        return self._library

    def _keep(self, client: MatchClient, stack: AsyncExitStack) -> None:
        """What was opened for this client stays open until `close`."""
        self._open[id(client)] = stack.pop_all()

    def _identity(self, place: Address) -> str | None:
        """Who the player is on the server there, None for a guest."""
        key = self._key()
        return None if key is None else identity_for(key, place)

    def _forget_address(self) -> None:
        self._address = None

    async def _journal(self) -> SqliteJournal:
        """The journal of this port. Whoever holds the port owns it, so the port is tried first."""
        try:
            with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind((EVERYWHERE, self._port))
        except OSError as error:
            raise LaunchError(
                f"port {self._port} cannot be had: {error.strerror}. Choose another port"
            ) from error
        folder = Path(platformdirs.user_data_dir("neo-sanctum", appauthor=False), "hosted", str(self._port))
        try:
            return await open_journal(folder)
        except (StorageError, OSError) as error:
            raise LaunchError(f"matches cannot be kept in {folder}: {error}") from error

    async def _host(
        self, stack: AsyncExitStack, config: Config, journal: SqliteJournal | None, *, listen: bool
    ) -> LocalHost:
        thinker = Thinker(pool_of_processes, 1)
        archive = MemoryReplays() if journal is None else SqliteReplays(journal.database)
        try:
            host = LocalHost(
                config,
                journal=journal or MemoryJournal(),
                thinker=thinker,
                library=self._shelf(),
                people=None if journal is None else SqlitePeople(journal.database),
                replays=ShelvedReplays(archive, ReplayShelf()),
                listen=listen,
            )
            if journal is not None:
                journal.database.settled = host.flush
            return await stack.enter_async_context(host)
        except (OSError, StorageError) as error:
            raise LaunchError(f"no server could be started on port {config.port}: {error}") from error


async def _enter(stack: AsyncExitStack, fresh: MatchClient) -> MatchClient:
    """The client, once the server has greeted it. Raises LaunchError if none does in time."""
    client, last = await stack.enter_async_context(fresh), ""
    try:
        async with asyncio.timeout(PATIENCE):
            while True:
                match await client.happening():
                    case Connected():
                        return client
                    case Disconnected(reason):
                        last = f" ({reason})"
                    case Over(reason, refusals):
                        raise LaunchError(words_of(refusals) or reason, refusals)
    except TimeoutError as error:
        raise LaunchError(f"no server answered within {PATIENCE:g} seconds{last}") from error
    except LinkClosedError as error:
        raise LaunchError(str(error)) from error


def _room(plan: MatchPlan) -> CreateRoom:
    """The room of a plan; a seat whose faction is open to any is dealt one, and a seed is drawn."""
    seats = deal(plan.seats, tuple(ruleset().factions))
    seed = secrets.randbits(63) if plan.seed is None else plan.seed
    return replace(room_of(plan), seats=seats, seed=seed)


def _expect(answer: Answer) -> None:
    if isinstance(answer, Declined):
        raise LaunchError(words_of(answer.refusals), answer.refusals)
