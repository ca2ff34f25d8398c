"""Reading the settings again while the server runs: what can be changed then is, of the rest one is told."""

import asyncio
import logging
from collections.abc import Callable
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from server.config import Config, ConfigError
from server.disk.retention import Retention, Terms
from server.host.doorkeeper import Admission
from server.host.host import Host
from server.logs import LEVELS, about

_LOG = logging.getLogger(__name__)

CHANGEABLE: Final = ("allow", "password", "rooms", "keep_days", "keep_replays_days", "log_level", "message")
"""Settings that count from a reload on; all others do from the next start on."""


class Reloaded(Struct, frozen=True):
    """The names of the settings that have changed, and of those that wait for a restart."""

    changed: tuple[str, ...]
    after_restart: tuple[str, ...]


class Reloading:
    """`read` gives the settings as they are now, from where the server has them; it may wait for a disk.

    `began` are those the server began with. Who plays goes on, whatever the list of players says by then.
    """

    def __init__(self, began: Config, read: Callable[[], Config], host: Host, retention: Retention) -> None:
        self._began = self._now = began
        self._read = read
        self._host = host
        self._retention = retention

    async def reload(self) -> Reloaded:
        """Read them, and let count what can. Raises ConfigError where one is not good: then nothing changes."""
        try:
            read = await asyncio.to_thread(self._read)
        except ConfigError as error:
            _LOG.error(
                "the settings are not good, and stay as they were",
                extra=about("not_reloaded", why=str(error)),
            )
            raise
        # What those who run the server said since is not in the settings: it makes way for what is.
        now = replace(self._now, message=self._host.message)
        changed = tuple(name for name in CHANGEABLE if getattr(read, name) != getattr(now, name))
        waiting = tuple(name for name in _others() if getattr(read, name) != getattr(self._began, name))
        self._apply(read)
        told = Reloaded(changed, waiting)
        words = about("reloaded", changed=",".join(changed), waiting=",".join(waiting))
        _LOG.info("the settings were read again", extra=words)
        return told

    def _apply(self, config: Config) -> None:
        self._host.door.admit(Admission(config.password or "", config.allow))
        self._host.allow_rooms(config.rooms)
        self._host.message = config.message
        self._retention.terms = Terms(config.keep_days, config.keep_replays_days)
        logging.getLogger().setLevel(LEVELS[config.log_level])
        self._now = config


def _others() -> tuple[str, ...]:
    return tuple(name for name in Config.__struct_fields__ if name not in CHANGEABLE)
