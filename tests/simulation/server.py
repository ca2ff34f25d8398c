"""The machine the server runs on: starts the real host, feeds it, and kills it at any moment."""

import asyncio
import contextvars
import random
from collections.abc import Callable, Coroutine, Generator
from contextvars import ContextVar
from functools import partial
from typing import Any, cast

from game.content import ruleset
from game.rules.orders import NO_ORDERS, Slate
from server.config import Config
from server.disk.journal import StorageError
from server.host.guest import Guest
from server.host.library import Library
from server.host.outside import Outside
from server.host.thinking import Thinker, Thought, pool_of_one_thread
from server.local import LocalHost
from tests.simulation.disk import Disk, MountedJournal
from tests.simulation.network import Wire
from tests.simulation.referee import Referee
from tests.support.cities import line_city

_LIFE: ContextVar[int] = ContextVar("life")
"""Which process of the server a piece of code runs in; players run in none."""

LIBRARY = Library(ruleset(), {"line": line_city()}, ("random",))


class SimulatedThinker(Thinker):
    """Computer players that take their time and give no orders."""

    def __init__(self, dice: random.Random) -> None:
        super().__init__(pool_of_one_thread)
        self._dice = dice

    async def think(self, thought: Thought) -> Slate:
        """See `Thinker.think`."""
        await asyncio.sleep(self._dice.uniform(0.0, 0.5))
        return NO_ORDERS


class SimulatedPeer:
    """The host's side of a wire."""

    def __init__(self, server: "Server", wire: Wire) -> None:
        self.address = f"wire {wire.number}"
        self.wire = wire
        self._server = server
        self.guest: Guest | None = None

    def push(self, frame: bytes) -> None:
        """See `Peer.push`."""
        if self.wire.life == self._server.life:
            self._server.referee.pushed(self.wire, frame)
            self.wire.down(frame)

    def greeted(self) -> None:
        """See `Peer.greeted`."""

    def end(self, code: int, reason: str) -> None:
        """See `Peer.end`."""
        self.wire.ended(f"{code} {reason}")


class Server:
    """A `Door`. One life after the other; the disk stays."""

    def __init__(self, disk: Disk, dice: random.Random, outside: Outside, referee: Referee) -> None:
        self.disk = disk
        self.referee = referee
        self.life = 0
        self.has_died = asyncio.Event()
        self._outside = outside
        self._dice = dice
        self._context = contextvars.copy_context()
        self._local: LocalHost | None = None
        self._peers: dict[int, SimulatedPeer] = {}
        self._tasks: dict[asyncio.Task[Any], None] = {}
        asyncio.get_running_loop().set_task_factory(cast("Any", self._made))

    def _made(
        self,
        loop: asyncio.AbstractEventLoop,
        work: Coroutine[Any, Any, Any] | Generator[Any, Any, Any],
        **options: Any,
    ) -> asyncio.Task[Any]:
        """Every task of the host's own is known, so that it can die with it."""
        task = asyncio.Task(work, loop=loop, **options)
        if _LIFE.get(0):
            self._tasks[task] = None
            task.add_done_callback(self._forget)
        return task

    def _forget(self, task: asyncio.Task[Any]) -> None:
        self._tasks.pop(task, None)

    def _run(self, work: Callable[..., Any], *arguments: Any) -> Any:
        """Do it as the process that lives now."""
        return self._context.copy().run(work, *arguments)

    @property
    def is_up(self) -> bool:
        """Whether somebody listens."""
        return self._local is not None

    async def start(self) -> None:
        """Begin a new life; tries again until the disk lets it, as whatever starts services would."""
        while True:
            self.life += 1
            self.has_died.clear()
            self.referee.began_life(self.life)
            self._context = contextvars.copy_context()
            self._context.run(_LIFE.set, self.life)
            journal = MountedJournal(self.disk, self.kill, partial(self._lives, self.life))
            local = LocalHost(
                Config(),
                journal=journal,
                thinker=SimulatedThinker(self._dice),
                library=LIBRARY,
                outside=self._outside,
            )
            task = self._run(asyncio.create_task, local.__aenter__())
            await asyncio.wait([task])
            error = None if task.cancelled() else task.exception()
            if not task.cancelled() and error is None:
                self._local = local
                return
            if error is not None and not isinstance(error, StorageError):
                self.referee.breaks("the server cannot start: %r", error)
            await asyncio.sleep(1.0)

    def _lives(self, life: int) -> bool:
        return life == self.life

    def kill(self) -> None:
        """The process dies at once: none of its code runs on, nothing it sends arrives."""
        self.life += 1
        self.has_died.set()
        self._local = None
        peers, self._peers = self._peers, {}
        for peer in peers.values():
            peer.wire.server_died()
        for task in tuple(self._tasks):
            task.cancel()

    async def stop(self) -> None:
        """The process is told to stop and does so in good order."""
        local, self._local = self._local, None
        if local is not None:
            await asyncio.wait([self._run(asyncio.create_task, local.__aexit__(None, None, None))])
        self.kill()

    def admit(self, wire: Wire) -> bool:
        """See `Door.admit`."""
        if self._local is None:
            return False
        peer = self._peers[wire.number] = SimulatedPeer(self, wire)
        peer.guest = self._run(self._local.host.attach, peer)
        return True

    def hear(self, wire: Wire, frame: bytes) -> None:
        """See `Door.hear`."""
        peer = self._peers.get(wire.number)
        if peer is not None and peer.guest is not None and self._local is not None:
            self.referee.heard(wire, frame)
            self._run(self._local.host.receive, peer.guest, frame)

    def hang_up(self, wire: Wire) -> None:
        """See `Door.hang_up`."""
        peer = self._peers.pop(wire.number, None)
        if peer is not None and peer.guest is not None and self._local is not None:
            self._run(self._local.host.detach, peer.guest)
