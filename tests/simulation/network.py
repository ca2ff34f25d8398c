"""The network between players and the server: delays, cuts that one side hears of late, frames that come twice.

One connection keeps its order, as TCP does; between connections everything is possible.
"""

import asyncio
import random
from collections.abc import Callable
from typing import Protocol

from game.link.link import Arrived, Closed, Dropped, LinkEvent, Opened
from game.protocol.codec import encode
from game.protocol.messages import Upward
from tests.simulation.reading import read_downward
from tests.simulation.weather import Weather

PATIENCE_OF_SERVER, PATIENCE_OF_CLIENT = 12.0, 15.0
"""Seconds until a side notices by itself that nobody is there any more."""


class Door(Protocol):
    """The server as the network finds it. `life` counts its processes."""

    life: int

    def admit(self, wire: "Wire") -> bool:
        """Take a new connection; False where nobody listens."""

    def hear(self, wire: "Wire", frame: bytes) -> None:
        """A frame arrived over it."""

    def hang_up(self, wire: "Wire") -> None:
        """The server notices that it is gone."""


class Wire:
    """One connection. `ears` is told what arrives at the client's end, and that it is gone."""

    def __init__(
        self, net: "Network", number: int, ears: Callable[[bytes], None], gone: Callable[[str], None]
    ) -> None:
        self.net = net
        self.number = number
        self.life = net.door.life
        self.heard: list[bytes] = []
        self.is_cut = False
        self._ears, self._gone = ears, gone
        self._last_up = self._last_down = 0.0
        self._client_knows = self._server_knows = False
        self._is_lost = {"up": False, "down": False}

    def up(self, frame: bytes) -> None:
        """The client sends."""
        if self.is_cut or self._client_knows:
            return
        for _ in range(2 if self.net.repeats() else 1):
            self._last_up = self.net.at(self._last_up, self._arrive, frame)

    def down(self, frame: bytes) -> None:
        """The server sends."""
        if not self.is_cut and not self._server_knows:
            self._last_down = self.net.at(self._last_down, self._reach, frame)

    def ended(self, reason: str) -> None:
        """The server closes in good order: what it sent before still arrives."""
        self.server_knows()
        self._last_down = self.net.at(self._last_down, self.client_knows, reason)

    def closed(self) -> None:
        """The client closes in good order."""
        if not self._client_knows:
            self._client_knows = True
            self._last_up = self.net.at(self._last_up, self.server_knows)

    def cut(self) -> None:
        """The line is cut: what is under way still arrives or not, and each side hears of it sooner or later."""
        if self.is_cut:
            return
        self.is_cut = True
        dice, loop = self.net.dice, asyncio.get_running_loop()
        late = [dice.random() < self.net.weather.half_open for _ in range(2)]
        loop.call_later(PATIENCE_OF_SERVER if late[0] else dice.uniform(0, 0.1), self.server_knows)
        loop.call_later(PATIENCE_OF_CLIENT if late[1] else dice.uniform(0, 0.1), self.client_knows, "cut")

    def server_died(self) -> None:
        """The server's process is gone: nothing more comes from it, nothing reaches it."""
        self._server_knows = self.is_cut = True
        dice = self.net.dice
        asyncio.get_running_loop().call_later(dice.uniform(0, 0.1), self.client_knows, "reset")

    def server_knows(self) -> None:
        """The server hears that it is over."""
        if not self._server_knows:
            self._server_knows = True
            self.net.door.hang_up(self)

    def client_knows(self, reason: str) -> None:
        """The client hears that it is over."""
        if not self._client_knows:
            self._client_knows = True
            self._gone(reason)

    def _arrive(self, frame: bytes) -> None:
        if not self._server_knows and self._gets_through("up"):
            self.heard.append(frame)
            self.net.door.hear(self, frame)

    def _reach(self, frame: bytes) -> None:
        if not self._client_knows and self._gets_through("down"):
            self._ears(frame)

    def _gets_through(self, way: str) -> bool:
        """On a cut line some of what was under way; nothing after the first that does not."""
        if self.is_cut and self.net.dice.random() < 0.3:
            self._is_lost[way] = True
        return not self._is_lost[way]


class Network:
    """Makes connections to the one door, and spoils them as the weather says."""

    def __init__(self, weather: Weather, dice: random.Random, door: Door) -> None:
        self.weather = weather
        self.dice = dice
        self.door = door
        self.calm = False
        self.count = 0

    def connected(self, ears: Callable[[bytes], None], gone: Callable[[str], None]) -> Wire | None:
        """A new connection, or None where nobody listens."""
        self.count += 1
        wire = Wire(self, self.count, ears, gone)
        if not self.door.admit(wire):
            return None
        if self.weather.cut_every and not self.calm:
            wait = self.dice.expovariate(1 / self.weather.cut_every)
            asyncio.get_running_loop().call_later(wait, self._cut, wire)
        return wire

    def at(self, last: float, act: Callable[..., None], *arguments: object) -> float:
        """Do something after a delay, but not before what was sent earlier over the same line; returns when."""
        loop = asyncio.get_running_loop()
        most = 0.002 if self.calm else self.weather.delay
        due = max(loop.time() + self.dice.uniform(0, most), last + 1e-6)
        loop.call_at(due, act, *arguments)
        return due

    def repeats(self) -> bool:
        """Whether something that was sent arrives twice."""
        return not self.calm and self.dice.random() < self.weather.repeat

    def _cut(self, wire: Wire) -> None:
        if self.calm:
            return
        wire.cut()
        if wire.heard and self.repeats():
            asyncio.get_running_loop().call_later(self.dice.uniform(0, 5), self._play_again, wire)

    def _play_again(self, lost: Wire) -> None:
        """All that came over a connection comes a second time, and nobody listens to what it is told."""
        if lost.life != self.door.life:
            return
        again = self.connected(lambda _: None, lambda _: None)
        if again is not None:
            for frame in lost.heard:
                again.up(frame)


class SimulatedLink:
    """A client's link that connects again by itself, as the one over websockets does."""

    def __init__(self, net: Network, note: Callable[..., None], name: str) -> None:
        self._net = net
        self._note = note
        self._name = name
        self._events: asyncio.Queue[LinkEvent] = asyncio.Queue()
        self._is_open = True
        self.wire: Wire | None = None
        self._connect()

    def send(self, message: Upward) -> None:
        """See `Link.send`."""
        if self.wire is not None:
            self.wire.up(encode(message))

    async def receive(self) -> LinkEvent:
        """See `Link.receive`."""
        return await self._events.get()

    async def close(self) -> None:
        """See `Link.close`."""
        if self._is_open:
            self._is_open = False
            if self.wire is not None:
                self.wire.closed()
            self._events.put_nowait(Closed("closed here"))

    def _connect(self) -> None:
        if not self._is_open:
            return
        self.wire = self._net.connected(self._heard, self._lost)
        if self.wire is None:
            self._lost("nobody listens")
            return
        self._note("%s connects by wire %d", self._name, self.wire.number)
        self._events.put_nowait(Opened())

    def _heard(self, frame: bytes) -> None:
        if self._is_open:
            self._events.put_nowait(Arrived(read_downward(frame)))

    def _lost(self, reason: str) -> None:
        self.wire = None
        if self._is_open:
            wait = self._net.dice.uniform(0.1, 0.5)
            self._events.put_nowait(Dropped(reason, wait))
            asyncio.get_running_loop().call_later(wait, self._connect)
