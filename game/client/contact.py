"""The one server the player is connected to: the client on it, what is heard there, and the work that is under way with it."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import msgspec

from game.client.model.talk import Talk
from game.client.screens.base import Stage
from game.client.screens.notice import fault_list, notify, refusal_words
from game.client.widgets.panelbox import Dialog
from game.link.address import parse
from game.link.match_client import MatchClient
from game.protocol.refusals import Refusal

Fault = tuple[str, str]
"""What went wrong, and its mend."""


class Contact:
    """Holds at most one client. `talk` begins anew with each; `password` is the one the server took."""

    def __init__(self, stage: Stage) -> None:
        self.client: MatchClient | None = None
        self.talk = Talk((), self._remember)
        self.password = ""
        self._place = ""
        self.job: asyncio.Task[None] | None = None
        self._stage = stage

    @property
    def running(self) -> MatchClient:
        """The client. Raises LookupError where none is connected."""
        if self.client is None:
            raise LookupError("no client is connected; start or join a match first")
        return self.client

    def take(self, client: MatchClient, place: str = "", password: str = "") -> None:
        """Be connected by this client, to the server at `place`; without one it is on this machine."""
        self.client = client
        self._place, self.password = place, password
        self.talk = Talk(self._stage.settings.ignored, self._remember)

    async def close(self) -> None:
        """Leave the server for good, if one is connected."""
        client, self.client = self.client, None
        if client is not None:
            await self._stage.launcher.close(client)

    # --- where it is ----------------------------------------------------------------------------

    def server(self) -> str:
        """Where others find the server one is on: hosted here, or joined; empty for a match alone."""
        return self._stage.launcher.address() or self._place

    @property
    def is_alone(self) -> bool:
        """Whether nobody else can be on the server."""
        return not self.server()

    def invite(self, code: str) -> str:
        """What others type to come into a room; nothing where the server's address is not known."""
        base = self.server()
        return str(msgspec.structs.replace(parse(base), code=code)) if base else ""

    # --- work with it ---------------------------------------------------------------------------

    def work(self, job: Coroutine[Any, Any, None], failed: Callable[[Exception], None] | None = None) -> None:
        """Do something with the server beside the frames; `cancel` stops the newest."""
        self.job = self._stage.work(job, failed)

    def cancel(self) -> None:
        """Stop what is under way."""
        if self.job is not None:
            self.job.cancel()

    # --- what it says ---------------------------------------------------------------------------

    def refused(self, refusals: tuple[Refusal, ...]) -> list[Fault]:
        """Refusals in the player's language."""
        return [refusal_words(refusal, self._stage.say) for refusal in refusals]

    def fault(self, error: Exception) -> Fault:
        """A connection that is not there."""
        say = self._stage.say
        return say("join-fault-connection", why=str(error)), say("join-fault-connection-mend")

    def tell(self, title: str, faults: list[Fault], closed: Callable[[], None] = lambda: None) -> Dialog:
        """A window that says what went wrong."""
        return notify(self._stage, self._stage.say(title), fault_list(faults), closed)

    def hear_all(self) -> None:
        """Nobody is ignored any more."""
        for name in (*self.talk.ignored, *self._stage.settings.ignored):
            self.talk.ignore(name, ignored=False)

    def _remember(self, ignored: frozenset[str]) -> None:
        """The settings keep who is not heard on this machine."""
        self._stage.settings = msgspec.structs.replace(self._stage.settings, ignored=tuple(sorted(ignored)))
        self._stage.on_settings()
