"""Joining without a window: nobody can play there, but the maps that a match needs can be looked at and fetched."""

from collections.abc import Callable, Iterator
from contextlib import suppress

from msgspec.structs import replace

from game.cli.launcher import LocalLauncher
from game.client.launcher import LaunchError
from game.lab.bot import words_of
from game.link.address import Address, BadAddressError, is_code, parse
from game.link.map_fetch import FetchError, fetch
from game.link.match_client import MatchClient
from game.link.seeking import seek
from game.maps import MapRefused, check
from game.maps.cache import MapCache
from game.maps.shelf import shelved
from game.protocol.messages import Declined, MapIdentity, RoomInfo

Tell = Callable[[str], None]
GUEST = "Player"


async def see_to_maps(launcher: LocalLauncher, address: str, *, accept: bool, tell: Tell) -> bool:
    """Say which maps a room, or all open rooms of a server, need; fetch the missing ones if `accept`.

    A bare code is looked for on the local network.
    Returns whether all are here now. Raises LaunchError.
    """
    try:
        place = parse(address)
    except BadAddressError as error:
        raise LaunchError(str(error)) from error
    if is_code(address):
        place = await _server_of(address.strip().upper())
    client = await launcher.join(str(replace(place, code="")), GUEST)
    try:
        rooms = await _rooms(client, place.code)
        if not rooms:
            tell(f"{address}: no room is open")
        return all([await _see_to(client, room, accept=accept, tell=tell) for room in rooms])
    finally:
        await launcher.close(client)


async def _server_of(code: str) -> Address:
    """The server near here that has the room. Raises LaunchError."""
    sought = await seek(code)
    if sought.place is None:
        locked = f" (not asked, for want of a password: {', '.join(map(str, sought.locked))})"
        raise LaunchError(
            f"no server on the local network has a room {code}{locked if sought.locked else ''}; "
            "give the invite with the server's address"
        )
    return replace(sought.place, code=code)


async def _rooms(client: MatchClient, code: str) -> tuple[RoomInfo, ...]:
    """The room of the code, or all that are open."""
    answer = await client.list_rooms(code or None)
    if isinstance(answer, Declined):
        raise LaunchError(words_of(answer.refusals))
    return answer.rooms


async def _see_to(client: MatchClient, room: RoomInfo, *, accept: bool, tell: Tell) -> bool:
    identity, cache = room.identity, MapCache()
    if identity is None or is_here(identity, cache):
        tell(f"{room.name}: the map {room.map} is here")
        return True
    size = f"{-(-identity.bytes // 1024)} KiB"
    if not accept:
        tell(f"{room.name}: the map {room.map} is missing, {size}; --accept-maps fetches it")
        return False
    try:
        await fetch(client, identity, cache, _untold)
    except FetchError as error:
        raise LaunchError(f"the map {room.map} was not fetched: {error}") from error
    tell(f"{room.name}: the map {room.map} was fetched, {size}")
    return True


def is_here(identity: MapIdentity, cache: MapCache) -> bool:
    """Whether a map that plays the same ships with the game, is installed, or was fetched before."""
    return identity.rules in _own_hashes() or cache.find(identity.rules) is not None


def _own_hashes() -> Iterator[str]:
    """What the maps on this machine play like; one that cannot be played is none."""
    for entry in shelved():
        with suppress(MapRefused, OSError):
            yield check(entry.folder).rules_hash


def _untold(arrived: int, total: int) -> None:
    """The end is told, not the way to it."""
