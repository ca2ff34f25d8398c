"""The server's process: settings, log, loop and signals around one host."""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from pathlib import Path

import msgspec

from game.content import ContentError
from game.link.address import Address
from game.link.here import own_address
from server.admin.bureau import Bureau
from server.admin.reloading import Reloading
from server.admin.socket import AdminSocket
from server.config import Config, ConfigError
from server.disk.journal import StorageError
from server.disk.people_store import SqlitePeople
from server.disk.replay_file import replay_from_file
from server.disk.replay_store import SqliteReplays
from server.disk.retention import Retention, Terms
from server.disk.store import open_journal
from server.flags import config_of
from server.garbage import look_rarely
from server.host.outside import OUTSIDE
from server.host.thinking import Thinker, pool_of_processes
from server.local import LocalHost
from server.logs import LEVELS, about, log_to_stderr
from server.memory import give_back
from server.meters import Meters
from server.open_files import allow_many
from server.operations.announcing import Announcement, Announcing
from server.operations.herald import Herald
from server.operations.housekeeping import Housekeeping
from server.operations.pages import OperationPages
from server.operations.token_file import TokenFileError, kept_token
from server.operations.watch import Watch
from server.operations.webhook import Postman
from server.threads import hand_over_soon

_LOG = logging.getLogger(__name__)
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared with, not listened on
LOOPBACK = ("127.0.0.1", "::1", "localhost")
TOKEN_FILE = "metrics.token"  # noqa: S105 - the name of a file
"""In the data folder: opens `/metrics`."""


async def run(config: Config, read: Callable[[], Config]) -> None:
    """Host until SIGTERM or SIGINT; `read` gives the settings anew when they are asked for again.

    Raises StorageError, TokenFileError, ContentError, OSError when it cannot begin.
    """
    stop = asyncio.Event()
    _stop_on_signals(stop)
    data, meters = Path(config.data), Meters()
    pages = OperationPages(meters, config.metrics_token or kept_token(data / TOKEN_FILE))
    journal = await open_journal(data, meters)
    thinker = Thinker(pool_of_processes, config.workers, meters=meters)
    host = LocalHost(
        config,
        journal=journal,
        thinker=thinker,
        packages=data / "packages",
        pages=pages,
        meters=meters,
        people=SqlitePeople(journal.database),
        replays=SqliteReplays(journal.database),
        make_replay=lambda ended: thinker.apart(replay_from_file, data, ended.room, ended.ended_at),
        listen=True,
    )
    journal.database.settled = host.flush
    async with Postman(meters) as postman:
        if config.webhook or config.webhook_hosts:
            herald = Herald(postman.take, config.name, config.webhook or "", OUTSIDE.wall)
            host.host.rooms.observers.append(herald)
        terms = Terms(config.keep_days, config.keep_replays_days)
        retention = Retention(journal.database, terms)
        house = Housekeeping(retention, host.host.rooms.__contains__)
        reloading = Reloading(config, read, host.host, retention)
        async with host, house, Watch(meters, journal, data) as watch:
            pages.show(host.host, watch)
            look_rarely()
            hand_over_soon()
            give_back()
            bureau = Bureau(host.host, pages.faults, stop.set, reloading.reload)
            async with _announced(config, host), AdminSocket(bureau, data), _ReloadsOnHangUp(reloading):
                sys.stdout.write(f"listening {host.url}\n")
                sys.stdout.flush()
                _tell_newcomers(config, host)
                await stop.wait()
                _LOG.info("the server stops: what is under way is stored", extra=about("server_stops"))
    _LOG.info("the server has stopped", extra=about("server_stopped"))


def _tell_newcomers(config: Config, host: LocalHost) -> None:
    """How others get here, which the address one listens on does not always say, and where everything is kept."""
    if config.host in EVERYWHERE and host.address is not None:
        place = str(Address(own_address(), host.address.port))
        _LOG.info("players on this network join by another address", extra=about("join_by", address=place))
    elif config.host in LOOPBACK:
        _LOG.info("only this machine can connect; --host 0.0.0.0 lets others in", extra=about("loopback"))
    _LOG.info("matches are kept in a folder", extra=about("data", folder=str(Path(config.data).absolute())))


def _announced(config: Config, host: LocalHost) -> AbstractAsyncContextManager[object]:
    """What lets players nearby find the server, if they are to."""
    if not config.announce or host.address is None:
        return nullcontext()
    return Announcing(Announcement(config.name, host.address, locked=config.password is not None))


def _stop_on_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()

    def told() -> None:
        """The second time it ends at once: what was acknowledged is on disk."""
        if stop.is_set():
            os._exit(1)
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, told)
        except NotImplementedError:  # the loop of Windows has no such handlers
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(told))


class _ReloadsOnHangUp:
    """SIGHUP, where there is such: the settings are read again. In a terminal it goes on to mean that this is closed."""

    def __init__(self, reloading: Reloading) -> None:
        self._reloading = reloading
        self._under_way: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> None:
        if hasattr(signal, "SIGHUP") and not (sys.stdin is not None and sys.stdin.isatty()):
            asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self._told)

    async def __aexit__(self, *_: object) -> None:
        for task in tuple(self._under_way):
            task.cancel()

    def _told(self) -> None:
        task = asyncio.create_task(self._reload())
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _reload(self) -> None:
        with suppress(ConfigError):  # it is in the log; there is nobody else to tell
            await self._reloading.reload()


def serve(arguments: Sequence[str] | None = None) -> int:
    """Host as the command line says until told to stop; returns the exit status."""
    try:
        config, flags = config_of(arguments, os.environ)
    except ConfigError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if flags.check_config:
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(config.shown())).decode() + "\n")
        return 0
    allow_many()
    log_to_stderr(LEVELS[config.log_level], config.log)
    try:
        with asyncio.Runner(loop_factory=_loop_factory()) as runner:
            runner.run(run(config, lambda: config_of(arguments, os.environ)[0]))
    except (StorageError, TokenFileError, ContentError) as error:
        sys.stderr.write(f"the server cannot start: {error}\n")
        return 1
    except OSError as error:
        place = f"{config.host} port {config.port}"
        sys.stderr.write(f"the server cannot start on {place}: {error}; give another --port or --host\n")
        return 1
    return 0


def _loop_factory() -> "type[asyncio.AbstractEventLoop] | None":
    """Uvloop where it exists: the same loop, with less work per message."""
    try:
        import uvloop  # noqa: PLC0415 - not on every platform
    except ImportError:
        return None
    return uvloop.Loop
