"""One at a time: what a connection sends while the server looks something up for it waits its turn."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from game.protocol.codec import Unreadable
from game.protocol.messages import Upward
from server.host.guest import Guest
from server.limits import MOST_HELD
from server.logs import about

_LOG = logging.getLogger(__name__)

Message = Upward | Unreadable


class Turnstile:
    """Hands messages to `take` in the order they came. Others never wait for it."""

    def __init__(self, take: Callable[[Guest, Message], None]) -> None:
        self._take = take
        self._errands: set[asyncio.Task[None]] = set()

    def receive(self, guest: Guest, message: Message) -> bool:
        """Take the message now or when its turn comes; False if too many wait already."""
        if guest.held is None:
            self._take(guest, message)
        elif len(guest.held) >= MOST_HELD:
            return False
        else:
            guest.held.append(message)
        return True

    def hold(self, guest: Guest, errand: Coroutine[Any, Any, None]) -> None:
        """Carry out the errand, and hold what the guest sends until it is done. Called while a message is taken."""
        guest.held = []
        task = asyncio.create_task(errand)
        self._errands.add(task)
        task.add_done_callback(lambda done: self._done(guest, done))

    def stop(self) -> None:
        """Drop the errands that are under way, and what waits for them."""
        for errand in tuple(self._errands):
            errand.cancel()

    def _done(self, guest: Guest, errand: asyncio.Task[None]) -> None:
        self._errands.discard(errand)
        if not errand.cancelled() and errand.exception() is not None:
            told = about("errand_failed", member=guest.member)
            _LOG.error("an errand failed", extra=told, exc_info=errand.exception())
        self._let_through(guest)

    def _let_through(self, guest: Guest) -> None:
        """Take what waited, up to the first message for which something has to be looked up again."""
        waiting, guest.held = guest.held or [], None
        for place, message in enumerate(waiting, start=1):
            self._take(guest, message)
            if guest.is_held:
                guest.held = waiting[place:]
                return
