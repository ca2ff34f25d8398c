"""Computer players, thought for outside the event loop: in processes of the server's own, or in a thread."""

import asyncio
import functools
import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, Final, TypeVar, cast

import msgspec
from msgspec import Struct

from game.ai.roster import decide
from game.rules.board import Board
from game.rules.orders import NO_ORDERS, Slate
from game.rules.state import Match
from game.rules.view import View
from server.logs import about
from server.meters import Meters
from server.room.shared_rules import shared

_LOG = logging.getLogger(__name__)
_MATCH: Final = msgspec.msgpack.Decoder(Match)
_BOARDS_KEPT: Final = 64
_ENDED_WITHIN: Final = 1.0
"""Seconds for processes that were told to end; it takes some milliseconds."""


class Thought(Struct, frozen=True):
    """What to think about: the match as MessagePack, so that a process can keep its board by it."""

    match: bytes
    level: str
    view: View
    seed: int


Player = Callable[[Thought], Slate]
_Result = TypeVar("_Result")


@functools.lru_cache(maxsize=_BOARDS_KEPT)
def _board(match: bytes) -> Board:
    return Board(shared(_MATCH.decode(match)))


def think(thought: Thought) -> Slate:
    """The slate a computer player gives; takes up to a second of CPU."""
    return decide(thought.level, _board(thought.match), thought.view, thought.seed)


def _die_with_parent() -> None:
    """A worker must not outlive a server that was killed; Ctrl-C is for the server alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_exit_after, args=(parent,), daemon=True).start()


def _exit_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def pool_of_processes(workers: int) -> Executor:
    """Processes that begin when there is first something to think about."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_die_with_parent)


def pool_of_one_thread(workers: int) -> Executor:
    """One thread: for solo play, where no other match waits. `workers` is not heeded."""
    del workers
    return ThreadPoolExecutor(1, thread_name_prefix="thinking")


class Thinker:
    """Thinks in a pool that it makes when first needed, and makes anew if it breaks."""

    def __init__(
        self,
        make_pool: Callable[[int], Executor] = pool_of_processes,
        workers: int = 1,
        player: Player = think,
        meters: Meters | None = None,
    ) -> None:
        self._make_pool = make_pool
        self._workers = workers
        self._player = player
        self._meters = meters or Meters()
        self._pool: Executor | None = None

    async def think(self, thought: Thought) -> Slate:
        """The computer player's slate; no orders, and a line in the log, if it fails."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        self._meters.thinking += 1
        try:
            return await self._think(thought)
        finally:
            self._meters.thinking -= 1
            self._meters.thought.observe(loop.time() - began)

    async def _think(self, thought: Thought) -> Slate:
        try:
            return await self.apart(self._player, thought)
        except Exception:  # noqa: BLE001 - a computer player's fault must not stop a match of people
            told = about("thought_failed", level=thought.level)
            _LOG.exception("a computer player failed; it gives no orders", extra=told)
        self._meters.thoughts_failed += 1
        return NO_ORDERS

    async def apart(self, work: Callable[..., _Result], *arguments: object) -> _Result:
        """Do other work in the pool; where that is of processes, all of it has to be picklable.

        Raises what the work raises, and BrokenProcessPool if the processes died twice over it.
        """
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._ready_pool(), work, *arguments)
        except BrokenProcessPool:
            told = about("thinkers_died")
            _LOG.warning("the processes that think for computer players died; starting new ones", extra=told)
            self.close()
        return await loop.run_in_executor(self._ready_pool(), work, *arguments)

    def _ready_pool(self) -> Executor:
        if self._pool is None:
            self._pool = self._make_pool(self._workers)
        return self._pool

    def close(self) -> None:
        """Stop thinking; what is under way is dropped."""
        pool, self._pool = self._pool, None
        if isinstance(pool, ProcessPoolExecutor):
            _end(pool)
        elif pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)


def _end(pool: ProcessPoolExecutor) -> None:
    """End the processes in the middle of a thought; there is no public way to before Python 3.14."""
    manager: Thread | None = cast("Any", pool)._executor_manager_thread  # noqa: SLF001
    for process in list((pool._processes or {}).values()):  # noqa: SLF001
        process.terminate()
    pool.shutdown(wait=False, cancel_futures=True)
    if manager is not None:
        # The interpreter's own end stumbles over a manager that is just closing its pipes.
        manager.join(_ENDED_WITHIN)
