"""The server's disk: a journal in memory that takes its time, fails, is full, and outlives whoever writes."""

import asyncio
import random
from collections.abc import Callable
from typing import Protocol

import msgspec

from game.protocol.messages import Turned
from server.disk.journal import Kept, StorageError
from server.disk.memory_store import MemoryJournal
from server.room.image import Image, Record, Resolved
from tests.simulation.weather import Weather

_KEPT = msgspec.msgpack.Decoder(Kept)
FULL_FOR = 5.0
"""Seconds a full disk stays full."""


class Witness(Protocol):
    """Who is told what reached the disk, and when it was asked for."""

    def claimed(self, room: str) -> None:
        """A host owns the room from now on."""

    def committed(self, room: str, records: tuple[Record, ...], image: Image | None, asked_at: float) -> None:
        """This is on disk now."""


class Disk:
    """Holds what was committed, whichever host lives."""

    def __init__(self, weather: Weather, dice: random.Random, witness: Witness) -> None:
        self.weather = weather
        self.dice = dice
        self.witness = witness
        self.memory = MemoryJournal()
        self.calm = False
        self.full_until = 0.0


class MountedJournal:
    """The disk as one life of the host has it. `crash` ends that life; who is no longer `alive` gets nothing done."""

    def __init__(self, disk: Disk, crash: Callable[[], None], alive: Callable[[], bool]) -> None:
        self._disk = disk
        self._crash = crash
        self._alive = alive

    async def claim(self, room: str) -> int:
        """See `Journal.claim`."""
        await self._asked()
        await self._perhaps_crash()
        epoch = await self._disk.memory.claim(room)
        self._disk.witness.claimed(room)
        await self._perhaps_crash()
        return epoch

    def append(
        self, room: str, epoch: int, records: tuple[Record, ...], image: Image | None
    ) -> asyncio.Future[None]:
        """See `Journal.append`."""
        return asyncio.ensure_future(self._append(room, epoch, records, image))

    async def _append(self, room: str, epoch: int, records: tuple[Record, ...], image: Image | None) -> None:
        asked_at = asyncio.get_running_loop().time()
        await self._asked()
        await self._perhaps_crash()
        await self._disk.memory.append(room, epoch, records, image)
        self._disk.witness.committed(room, records, image, asked_at)
        await self._perhaps_crash()
        await self._wait()

    async def load(self, room: str) -> Kept | None:
        """See `Journal.load`. What comes back was bytes in between."""
        await self._asked()
        kept = await self._disk.memory.load(room)
        return None if kept is None else _KEPT.decode(msgspec.msgpack.encode(kept))

    async def running(self) -> tuple[str, ...]:
        """See `Journal.running`."""
        await self._asked()
        return await self._disk.memory.running()

    async def rooms_of(self, person: int) -> tuple[str, ...]:
        """See `Journal.rooms_of`."""
        await self._asked()
        return await self._disk.memory.rooms_of(person)

    async def ledgers(self, room: str, after: int) -> tuple[Turned, ...]:
        """See `Journal.ledgers`."""
        await self._asked()
        return await self._disk.memory.ledgers(room, after)

    async def played(self, room: str) -> tuple[Resolved, ...]:
        """See `Journal.played`."""
        await self._asked()
        return await self._disk.memory.played(room)

    async def check(self) -> None:
        """See `Journal.check`."""
        await self._asked()

    async def close(self) -> None:
        """See `Journal.close`."""

    async def _asked(self) -> None:
        await self._wait()
        if not self._alive():
            raise asyncio.CancelledError
        disk = self._disk
        full = asyncio.get_running_loop().time() < disk.full_until
        if not disk.calm and (full or disk.dice.random() < disk.weather.disk_error):
            raise StorageError("disk full" if full else "the disk would not")

    async def _wait(self) -> None:
        most = 0.001 if self._disk.calm else self._disk.weather.disk
        await asyncio.sleep(self._disk.dice.uniform(0.0, most / 2))

    async def _perhaps_crash(self) -> None:
        if not self._disk.calm and self._disk.dice.random() < self._disk.weather.kill_at_commit:
            self._crash()
            await asyncio.sleep(0)
