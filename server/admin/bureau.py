"""Carries out what those who run the server ask for."""

import ipaddress
import logging
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from game import __version__
from game.protocol import messages as say
from game.protocol.messages import MOST_MESSAGE
from game.protocol.refusals import Refused, refusal
from server.admin import speech as ask
from server.admin.draining import Draining, live_matches
from server.admin.reloading import Reloaded
from server.config import ConfigError, message_of
from server.host.guest import Guest
from server.host.host import Host
from server.host.keeper import Keeper
from server.host.switchboard import POLICY
from server.logs import about
from server.people import ban as bans
from server.room.names import skeleton

_LOG = logging.getLogger(__name__)
_DAY = 24 * 3600 * 1000


class CannotError(Exception):
    """What is asked for cannot be done; the message says why, and what to do instead."""


class Bureau:
    """One per host. `faults` says why nobody new should be sent here; `stop` ends the server.

    `reload` reads the settings again, where they come from somewhere.
    """

    def __init__(
        self,
        host: Host,
        faults: Callable[[], tuple[str, ...]],
        stop: Callable[[], None],
        reload: Callable[[], Awaitable[Reloaded]] | None = None,
    ) -> None:
        self._host, self._faults, self._reload = host, faults, reload
        self._draining = Draining(host, stop)
        self._began = time.monotonic()

    def close(self) -> None:
        """The server ends: nothing is waited for any more."""
        self._draining.close()

    async def carry_out(self, order: ask.Order) -> Any:
        """What came of it, as JSON takes it. Raises CannotError, StorageError."""
        _LOG.info("an order of those who run the server", extra=about("admin", code=type(order).__name__))
        match order:
            case ask.Ban() | ask.Pardon() | ask.Reports() | ask.Handle():
                return await self._about_people(order)
            case ask.Status() | ask.Rooms() | ask.ShowRoom() | ask.Players():
                return self._look(order)
            case ask.Announce() | ask.Message():
                return self._tell(order)
            case ask.Reload():
                return await self._reloaded()
            case _:
                return self._act(order)

    # --- looking --------------------------------------------------------------------------------

    def _look(self, order: ask.Order) -> Any:
        match order:
            case ask.Rooms():
                return [_row(keeper) for keeper in self._host.rooms.all()]
            case ask.ShowRoom(room=room):
                return self._room(room).room.info()
            case ask.Players():
                guests = self._host.board.guests.values()
                return [self._player(guest) for guest in guests if guest.session is not None]
            case _:
                return self._status()

    def _status(self) -> dict[str, Any]:
        host, meters = self._host, self._host.meters
        return {
            "version": __version__,
            "seconds": int(time.monotonic() - self._began),
            "faults": self._faults(),
            "message": host.message,
            "connections": meters.connections_open,
            "rooms": dict(host.rooms_by_phase()),
            "live_matches": live_matches(host),
            "turns": meters.turns,
            "refusals": meters.refusals.total(),
            "acknowledged_p99": round(meters.acknowledged.quantile(0.99), 6),
            "updated_p99": round(meters.updated.quantile(0.99), 6),
            "lag_high": round(meters.lag_high.value, 6),
        }

    def _player(self, guest: Guest) -> dict[str, Any]:
        person = guest.person
        name = guest.name if person is None else person.name
        rooms = sorted(keeper.id for keeper in self._host.rooms.of(guest.rooms))
        number = 0 if person is None else person.id
        return {"name": name, "number": number, "address": guest.peer.address, "rooms": rooms}

    def _room(self, name: str) -> Keeper:
        keeper = self._host.rooms.named(name)
        if keeper is None:
            raise CannotError(f"no room {name!r} is in memory; `rooms` lists those that are")
        return keeper

    # --- people ---------------------------------------------------------------------------------

    async def _about_people(self, order: ask.Order) -> Any:
        match order:
            case ask.Ban(who=who, reason=reason, days=days):
                now = time.time_ns() // 1_000_000
                ban = bans.Ban(bans.FOR_EVER if days is None else now + days * _DAY, reason)
                return {"banned": await self._host.door.ban(await self._whom(who), ban)}
            case ask.Pardon(who=who):
                return {"pardoned": await self._host.door.pardon(await self._whom(who))}
            case ask.Handle(report=report):
                return {"handled": await self._host.people.handle(report)}
            case _:
                return list(await self._host.people.reports())

    async def _whom(self, who: str) -> int | str:
        """The number of a person, or an address or network as it stands."""
        if bans.network_of(who) is not None:
            return who
        person = await self._host.people.find(who)
        if person is None:
            raise CannotError(f"nobody here is called {who!r}; give a name, # and a number, or an address")
        return person.id

    # --- doing ----------------------------------------------------------------------------------

    def _act(self, order: ask.Order) -> Any:
        match order:
            case ask.Kick(who=who):
                return {"kicked": self._kick(who)}
            case ask.Pause(room=room):
                return {"paused": self._hold(room, on=True)}
            case ask.Unpause(room=room):
                return {"going_on": self._hold(room, on=False)}
            case ask.Drain(minutes=minutes):
                self._draining.begin(minutes)
                return {"live_matches": live_matches(self._host)}
            case _:
                self._draining.end()
                return {}

    def _tell(self, order: ask.Announce | ask.Message) -> dict[str, Any]:
        """To everybody who is here; or to everybody who comes, which takes a line that fits into their lobby."""
        words = " ".join(order.text.split())
        if isinstance(order, ask.Announce):
            self._host.board.to_everybody(say.Announced(words))
            return {"connections": self._host.meters.connections_open}
        message = message_of(words) if words else ""
        if message is None:
            raise CannotError(
                f"found {words!r}, expected one line of at most {MOST_MESSAGE} readable characters; "
                "shorten or correct it"
            )
        self._host.message = message
        return {"message": message}

    async def _reloaded(self) -> dict[str, Any]:
        if self._reload is None:
            raise CannotError("this server was given no settings to read again")
        try:
            told = await self._reload()
        except ConfigError as error:
            raise CannotError(f"{error}; everything stays as it was") from error
        return {"changed": told.changed, "after_restart": told.after_restart}

    def _kick(self, who: str) -> int:
        meant = [guest for guest in self._host.board.guests.values() if _is(guest, who)]
        for guest in meant:
            self._host.board.scold(guest, 0, refusal(Refused.SHOWN_OUT))
            guest.peer.end(POLICY, Refused.SHOWN_OUT)
        return len(meant)

    def _hold(self, room: str | None, *, on: bool) -> int:
        keepers = list(self._host.rooms.all()) if room is None else [self._room(room)]
        for keeper in keepers:
            keeper.put(partial(keeper.room.hold, on=on))
        return len(keepers)


def _row(keeper: Keeper) -> dict[str, Any]:
    image, room = keeper.room.image, keeper.room
    turn = 0 if image.state is None else image.state.public.turn
    setup = image.setup
    persons = sum(seat.is_person for seat in image.seats)
    return {
        "id": setup.id,
        "name": setup.name,
        "map": setup.map,
        "phase": image.phase,
        "turn": turn,
        "persons": persons,
        "here": len(room.here),
        "held": image.held,
    }


def _is(guest: Guest, who: str) -> bool:
    try:
        return ipaddress.ip_address(who) == ipaddress.ip_address(guest.peer.address)
    except ValueError:
        pass
    person = guest.person
    if who.startswith("#"):
        return person is not None and who == f"#{person.id}"
    return skeleton(who) == skeleton(guest.name if person is None else person.name) != ""
