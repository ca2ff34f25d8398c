"""The way to who one is on the server one was on last, over the connection there is or one of its own."""

from collections.abc import Coroutine
from typing import Any

from game.client.contact import Contact
from game.client.launcher import LaunchError
from game.client.screens.base import Stage
from game.client.screens.profile import ProfileDoors, ProfileScreen
from game.client.screens.setup.plan import name_of
from game.link.match_client import LinkClosedError, MatchClient
from game.protocol.messages import Declined, DeviceCode, Known


class ProfileDoor:
    """Shows one profile at a time. A connection that was made for it is closed with it."""

    def __init__(self, stage: Stage, contact: Contact) -> None:
        self._stage, self._contact = stage, contact
        self._client: MatchClient | None = None
        self._own = False
        self._screen: ProfileScreen | None = None

    def server(self) -> str:
        """Whose profile it is: the server one is on, else the last one; empty where there was none."""
        return self._contact.server() or self._stage.settings.last_server

    def show(self) -> None:
        """Show it over what is shown now."""
        doors = ProfileDoors(
            lambda: self._work(self._ask()), lambda code: self._work(self._use(code)), self._leave
        )
        self._screen = ProfileScreen(self._stage, self.server(), doors)
        self._stage.push(self._screen)
        self._work(self._connect(self._screen))

    def _leave(self) -> None:
        client, self._client, self._screen = self._client, None, None
        self._stage.back()
        if client is not None and self._own:
            self._stage.work(self._stage.launcher.close(client))

    async def _connect(self, screen: ProfileScreen) -> None:
        client, self._own = self._contact.client, False
        if client is None or self._contact.is_alone or _is_new(client):
            client = await self._stage.launcher.join(self.server(), name_of(self._stage))
            self._own = True
        if self._screen is not screen:
            # It was left while the server was asked.
            if self._own:
                await self._stage.launcher.close(client)
            return
        self._client = client
        screen.known(client.welcome.you if client.welcome is not None else None)

    async def _ask(self) -> None:
        if self._client is None or self._screen is None:
            return
        answer = await self._client.device_code()
        if isinstance(answer, DeviceCode):
            self._screen.show_code(answer.code, answer.seconds)
        else:
            self._refused(answer)

    async def _use(self, code: str) -> None:
        if self._client is None or self._screen is None:
            return
        answer = await self._client.use_device_code(code)
        if isinstance(answer, Known):
            self._screen.known(answer.you, news=True)
        else:
            self._refused(answer)

    def _refused(self, answer: Declined) -> None:
        if self._screen is not None:
            self._screen.failed(self._contact.refused(answer.refusals))

    def _work(self, job: Coroutine[Any, Any, None]) -> None:
        self._stage.work(job, self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, LaunchError | LinkClosedError | OSError):
            raise error
        refusals = error.refusals if isinstance(error, LaunchError) else ()
        faults = self._contact.refused(refusals) or [self._contact.fault(error)]
        if self._screen is not None:
            self._screen.failed(faults, gone=True)


def _is_new(client: MatchClient) -> bool:
    """Whether the server has come to know one over this connection: what it knows, it tells the next one."""
    return client.welcome is not None and client.welcome.you is None and bool(client.sat_as)
