"""One socket: the phases of its life, each with its time, and the way of a message to the host and back."""

import asyncio
import logging
from collections.abc import Callable
from enum import Enum, auto
from functools import partial
from http import HTTPStatus
from typing import cast

from websockets.http11 import Request

from game.protocol.limits import MOST_BYTES_UP
from server.host.guest import Guest
from server.host.switchboard import POLICY
from server.limits import (
    ENDED_WITHIN,
    FRAMES_A_TURN,
    HELLO_WITHIN,
    OFFENDER_ENDED_WITHIN,
    OPENED_WITHIN,
    PING_EVERY,
    AddressCount,
)
from server.logs import about
from server.wire.nuisance import Nuisance
from server.wire.opening import STRANGERS, Opening, asks_for_websocket, why_not
from server.wire.pages import answer
from server.wire.proxies import counted_as
from server.wire.reading import Item, Other
from server.wire.sending import Outbox
from server.wire.threshold import Threshold

_LOG = logging.getLogger(__name__)
_TRY_LATER = 1013
_TIMER_SLACK = 0.002
"""Seconds by which a loop may call too early: uvloop counts whole milliseconds."""


class Phase(Enum):
    """Where a connection is in its life; it only goes on."""

    OPENING = auto()
    """It has not asked for anything yet."""
    SILENT = auto()
    """A websocket whose client has not said hello."""
    TALKING = auto()
    ENDING = auto()
    """What is due is sent; whatever comes is dropped."""
    GONE = auto()


class Connection(asyncio.BufferedProtocol):
    """A `Peer` over a socket. Every phase ends by itself: nobody is waited for without a limit."""

    def __init__(self, threshold: Threshold) -> None:
        self.address = "unknown"
        self._threshold = threshold
        self._meters = threshold.host.meters
        self._phase = Phase.OPENING
        self._protocol = threshold.protocol()
        self._opening: Opening | None = None
        """Takes the request in, where it is not the usual one."""
        self._reader = threshold.reader(self._protocol)
        self._nuisance = Nuisance()
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport
        self._outbox: Outbox
        self._timer: asyncio.TimerHandle | None = None
        self._due = 0.0
        self._then: Callable[[], None]
        self._guest: Guest | None = None
        """Its place at the host, from the handshake until it ends."""
        self._heard = self._is_piled = False
        self._leave: Callable[[], None] | None = None
        """Gives back the place among those of its address that are still waited for."""

    # --- what the host asks ---------------------------------------------------------------------

    def push(self, frame: bytes) -> None:
        """See `Peer.push`."""
        if self._guest is not None and self._outbox.push(frame):
            self._threshold.flush_soon(self._outbox)

    def greeted(self) -> None:
        """See `Peer.greeted`."""
        self._leave_the_waiting()
        self._protocol.max_message_size = MOST_BYTES_UP
        self._go_on(Phase.TALKING, PING_EVERY, self._ping)

    def end(self, code: int, reason: str) -> None:
        """See `Peer.end`. The client is told and has a moment to close its side."""
        if self._phase is Phase.ENDING or self._phase is Phase.GONE:
            return
        self._outbox.flush()
        self._protocol.fail(code, reason)
        self._close(OFFENDER_ENDED_WITHIN if code == POLICY else ENDED_WITHIN)

    def cut(self, code: str, why: str) -> None:
        """Drop the connection at once, with all that is unsent; `code` is for the meters, `why` for the log."""
        if self._phase is not Phase.GONE:
            self._meters.cuts[code] += 1
            told = about("cut_off", address=self.address, code=code, why=why)
            _LOG.info("a connection is cut off", extra=told)
            self.abort()
            self._threshold.tidy_soon()

    def abort(self) -> None:
        """Drop the connection at once, without a word."""
        self._phase = Phase.GONE
        self._let_go()
        self._transport.abort()

    # --- what the loop calls --------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See `asyncio.BaseProtocol`."""
        self._transport = cast("asyncio.Transport", transport)
        self._outbox = Outbox(self._transport, self._protocol, self._meters, self.cut)
        self._threshold.connections.add(self)
        name = transport.get_extra_info("peername")
        self.address = str(name[0]) if name else "unknown"
        self._wait(OPENED_WITHIN, self._say_nothing)
        if self._threshold.is_full:
            self.cut("full", "the server has no room for more connections")
        elif not self._threshold.proxies.trusts(self.address) and not self._enter(self._threshold.silent):
            self.cut("crowded", "too many connections of its address ask for nothing")

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - the loop says why
        """See `asyncio.BaseProtocol`."""
        self._phase = Phase.GONE
        self._leave_the_waiting()
        self._let_go()
        self._outbox.close()
        if self._timer is not None:
            self._timer.cancel()
        del self._then  # it holds the connection
        self._let_go_of_protocol()
        self._threshold.gone(self)

    def pause_writing(self) -> None:
        """See `asyncio.BaseProtocol`."""
        self._outbox.blocked()

    def resume_writing(self) -> None:
        """See `asyncio.BaseProtocol`."""
        self._outbox.taken()

    def get_buffer(self, sizehint: int) -> memoryview:  # noqa: ARG002 - a loop's wish, not heeded
        """See `asyncio.BufferedProtocol`. All share one: what came is taken out of it before the loop goes on."""
        return self._threshold.buffer

    def buffer_updated(self, nbytes: int) -> None:
        """See `asyncio.BufferedProtocol`."""
        self._heard = True
        self._received(bytes(self._threshold.buffer[:nbytes]))

    def eof_received(self) -> None:
        """See `asyncio.BufferedProtocol`; the loop closes the socket after it."""
        if self._phase is not Phase.GONE:
            self._protocol.receive_eof()
            self._close(ENDED_WITHIN)

    # --- opening --------------------------------------------------------------------------------

    def _open(self, data: bytes) -> None:
        beyond = self._threshold.answered_shortly(self._protocol, data) if self._opening is None else None
        if beyond is not None:
            self._leave_the_waiting()
            self._opened(beyond)
            return
        opening = self._opening = self._opening or Opening(self._protocol)
        request = opening.feed(data)
        if request is not None:
            self._answer(request, opening.beyond)
        elif self._protocol.eof_sent:
            self._refused()

    def _answer(self, request: Request, beyond: bytes) -> None:
        self._leave_the_waiting()
        forwarded = request.headers.get_all("X-Forwarded-For")
        self.address = self._threshold.proxies.origin(self.address, forwarded)
        if asks_for_websocket(request):
            response = self._protocol.accept(request)
        else:
            response = answer(request, self._local_address(), self._threshold.pages)
        self._protocol.send_response(response)
        request.headers.clear()  # the library keeps the request as long as the connection lasts
        if response.status_code == HTTPStatus.SWITCHING_PROTOCOLS:
            self._opened(beyond)
        elif self._protocol.accept_called:
            self._refused()
        else:
            self._close(ENDED_WITHIN)

    def _opened(self, beyond: bytes) -> None:
        self._opening = None
        self._outbox.flush()
        self._go_on(Phase.SILENT, HELLO_WITHIN, self._no_hello)
        if not self._enter(self._threshold.ungreeted):
            self._meters.cuts["crowded"] += 1
            self.end(_TRY_LATER, "too many connections without a hello")
            return
        self._guest = self._threshold.host.attach(self)
        self._talk(beyond)

    def _refused(self) -> None:
        self._meters.cuts["handshake"] += 1
        told = about("not_let_in", address=self.address, why=why_not(self._protocol))
        STRANGERS.info("a handshake failed", extra=told)
        self._close(ENDED_WITHIN)

    def _local_address(self) -> str:
        name = self._transport.get_extra_info("sockname")
        return f"{name[0]}:{name[1]}"

    # --- talking --------------------------------------------------------------------------------

    def _received(self, data: bytes) -> None:
        try:
            if self._phase is Phase.OPENING:
                self._open(data)
            else:
                self._talk(data)
        except Exception:  # noqa: BLE001 - a fault of ours over one connection must not touch another
            _LOG.exception("a connection failed", extra=about("connection_failed", address=self.address))
            self.cut("failed", "an error of the server's own")

    def _talk(self, data: bytes) -> None:
        """Hand over some of what came; what is left waits until the others had their turn."""
        self._reader.feed(data)
        for _ in range(FRAMES_A_TURN):
            item = self._reader.take()
            if item is None:
                break
            self._hand_over(item)
        if self._protocol.writes:
            self._answer_frames()
        if self._reader.has_more is not self._is_piled:
            self._pile(is_piled=not self._is_piled)
        if self._is_piled:
            self._loop.call_soon(self._go_on_talking)

    def _go_on_talking(self) -> None:
        if self._phase is not Phase.GONE:
            self._received(b"")

    def _pile(self, *, is_piled: bool) -> None:
        self._is_piled = is_piled
        if is_piled:
            self._transport.pause_reading()
        else:
            self._transport.resume_reading()

    def _hand_over(self, item: Item) -> None:
        if self._guest is None:
            return
        if isinstance(item, bytes):
            self._threshold.host.receive(self._guest, item)
        elif item is Other.TEXT:
            self._threshold.host.not_binary(self._guest)
        elif not self._nuisance.allows(item, self._loop.time()):
            self.cut("flood", "too many frames that are no messages")

    def _answer_frames(self) -> None:
        """The library answers pings, and the end of a connection, whether asked for or earned."""
        if self._protocol.eof_sent and self._phase is not Phase.ENDING:
            if self._protocol.parser_exc is not None:
                self._meters.cuts["broken"] += 1
                told = about("broken", address=self.address, why=repr(self._protocol.parser_exc))
                STRANGERS.info("a client broke the rules of websockets", extra=told)
            self._close(ENDED_WITHIN)
        else:
            self._outbox.flush()

    # --- time -----------------------------------------------------------------------------------

    def _go_on(self, phase: Phase, seconds: float, then: Callable[[], None]) -> None:
        self._phase = phase
        self._wait(seconds, then)

    def _wait(self, seconds: float, then: Callable[[], None]) -> None:
        """Do that in so many seconds instead of what was to be done before.

        A timer that fires too early is set anew: to move it with each phase costs more than that.
        """
        self._then, self._due = then, self._loop.time() + seconds
        if self._timer is not None:
            if self._timer.when() <= self._due:
                return
            self._timer.cancel()
        self._timer = self._loop.call_later(seconds, self._time_is_up)

    def _time_is_up(self) -> None:
        self._timer = None
        left = self._due - self._loop.time()
        if left > _TIMER_SLACK:
            self._wait(left, self._then)
        else:
            self._then()

    def _say_nothing(self) -> None:
        self.cut("silent", f"it asked for nothing in {OPENED_WITHIN:g} s")

    def _no_hello(self) -> None:
        self._meters.cuts["silent"] += 1
        self.end(POLICY, "no hello")

    def _ping(self) -> None:
        """Nothing heard since the last ping, not even its answer: nobody is there."""
        if not self._heard:
            self.cut("dead", f"nothing heard for {PING_EVERY:g} s")
            return
        self._heard = False
        self._protocol.send_ping(b"")
        self._outbox.flush()
        self._wait(PING_EVERY, self._ping)

    def _close(self, seconds: float) -> None:
        """Send what is due, the end of it included; who does not close its side in time is dropped."""
        self._outbox.flush()
        if self._phase is not Phase.GONE:
            self._let_go()
            self._go_on(Phase.ENDING, seconds, self.abort)

    def _let_go(self) -> None:
        """Nothing more goes between client and host."""
        guest, self._guest = self._guest, None
        if guest is not None:
            self._threshold.host.detach(guest)

    def _let_go_of_protocol(self) -> None:
        """Its parser holds it, and so does the traceback of each fault; Python looks for such circles only rarely."""
        self._protocol.parser.close()
        for fault in (self._protocol.parser_exc, self._protocol.handshake_exc):
            _forget_way(fault)

    # --- the few places of an address for those who are waited for -------------------------------

    def _enter(self, count: AddressCount) -> bool:
        name = counted_as(self.address)
        entered = count.enter(name)
        if entered:
            self._leave = partial(count.leave, name)
        return entered

    def _leave_the_waiting(self) -> None:
        leave, self._leave = self._leave, None
        if leave is not None:
            leave()


def _forget_way(fault: BaseException | None) -> None:
    """The fault, and those it came of, no longer know where they happened."""
    while fault is not None:
        fault.with_traceback(None)
        fault = fault.__cause__ or fault.__context__
