"""Somebody else's match, told in the terminal turn by turn to one who only watches."""

import os
from collections.abc import Iterator
from math import ceil
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from game.cli.late_launcher import LateLauncher
from game.cli.watch import Tell, WatchError
from game.client.launcher import LaunchError
from game.lab.bot import words_of
from game.link import happenings as told
from game.link.address import Address, BadAddressError, is_code, parse
from game.link.match_client import MatchClient
from game.link.match_copy import MatchCopy
from game.protocol.messages import LOBBY, PERSON, PLAYING, Declined, RoomInfo, Watching
from game.rules.ledger import Fulfilled, Scored
from game.text.catalog import Catalog
from game.text.chronicle import chronicle

GUEST: Final = "Player"
PASSWORD: Final = "NEO_SANCTUM_PASSWORD"  # noqa: S105 - the name of a variable
"""The server's own password; a flag could be read by everybody on the machine."""


class Wanted(Struct, frozen=True):
    """Which match: `address` is ADDRESS, ADDRESS/CODE or a bare code; `password` is the room's, `whole` tells it from the start."""

    address: str
    password: str = ""
    whole: bool = False


async def spectate(wanted: Wanted, tell: Tell, note: Tell) -> None:
    """Watch a match to its end: each turn is told when the room lets spectators see it. `note` hears of the connection.

    Raises LaunchError where there is no server, WatchError where there is nothing to watch or it cannot be watched.
    """
    launcher = LateLauncher()
    word = os.environ.get(PASSWORD, "")
    place = await _place_of(launcher, wanted.address, word)
    client = await launcher.join(str(replace(place, code="")), GUEST, word)
    try:
        room = await _watched(client, place, wanted.password)
        for line in _heading(room):
            tell(line)
        await _follow(client, _Teller(whole=wanted.whole), tell, note)
    finally:
        await launcher.close(client)


async def _place_of(launcher: LateLauncher, address: str, word: str) -> Address:
    """The server and the room's code; a bare code is looked for on the local network."""
    if not is_code(address):
        try:
            return parse(address)
        except BadAddressError as error:
            raise LaunchError(str(error)) from error
    code = address.strip().upper()
    sought = await launcher.seek(code, (), word)
    if sought.place is not None:
        return replace(sought.place, code=code)
    locked = ", ".join(map(str, sought.locked))
    why = f" ({locked} want another password; {PASSWORD} names it)" if locked else ""
    raise WatchError(f"no server on the local network has a room {code}{why}. Mend: give ADDRESS/{code}")


async def _watched(client: MatchClient, place: Address, password: str) -> RoomInfo:
    """Begin to watch the room of the code, or the only one there is."""
    key = place.code or await _only_one(client, place)
    answer = await client.watch(key, password)
    if isinstance(answer, Watching):
        return answer.room
    raise WatchError(f"{place}: {words_of(answer.refusals)}")


async def _only_one(client: MatchClient, place: Address) -> str:
    """The id of the match that can be watched; where there are several, or none, that is said."""
    answer = await client.list_rooms()
    if isinstance(answer, Declined):
        raise WatchError(f"{place}: {words_of(answer.refusals)}")
    shown = [room for room in answer.rooms if room.phase == PLAYING and room.delay is not None]
    if len(shown) == 1:
        return shown[0].id
    names = "; ".join(f"{room.name}, turn {room.turn}" for room in shown)
    found = (
        f"{len(shown)} public matches can be watched here: {names}" if shown else "no public match runs here"
    )
    raise WatchError(f"{place}: {found}. Mend: name one by its code: {place}/CODE")


def _heading(room: RoomInfo) -> Iterator[str]:
    """What is watched, and how late."""
    catalog = Catalog()
    people = ", ".join(
        f"{chair.faction}:{chair.name if chair.player == PERSON else chair.player}" for chair in room.seats
    )
    yield f"{room.name}: {room.map}, {people}; {catalog.say('city-late', turns=room.delay or 0)}"
    if room.phase == LOBBY:
        yield "The match has not begun."


class _Teller:
    """Tells each turn once, whatever way it came. Without `whole` those that were played before are passed over."""

    def __init__(self, *, whole: bool) -> None:
        self._catalog = Catalog()
        self._told: int | None = 0 if whole else None

    def news(self, copy: MatchCopy) -> Iterator[str]:
        """The lines of all turns that have become known; of a match that is over already those of its last one."""
        newest = max(copy.ledgers, default=0)
        if self._told is None:
            self._told = newest if copy.view.public.outcome is None else newest - 1
        for turn in sorted(turn for turn in copy.ledgers if turn > self._told):
            self._told = turn
            legacy = _legacy_after(copy, turn)
            yield from chronicle(self._catalog, copy.board, turn, copy.ledgers[turn], legacy)
            yield ""


def _legacy_after(copy: MatchCopy, turn: int) -> list[int]:
    """Each seat's Legacy after a turn: what there is now without what was gained since."""
    legacy = [seat.legacy for seat in copy.view.public.seats]
    for later, ledger in copy.ledgers.items():
        if later > turn:
            for entry in ledger:
                if isinstance(entry, Scored | Fulfilled):
                    legacy[entry.seat] -= entry.amount
    return legacy


async def _follow(client: MatchClient, teller: _Teller, tell: Tell, note: Tell) -> None:
    """Until the match is over."""
    while True:
        if client.copy is not None:
            for line in teller.news(client.copy):
                tell(line)
            if client.copy.view.public.outcome is not None:
                return
        _heed(await client.happening(), note)


def _heed(happening: told.Happening, note: Tell) -> None:
    """What is not of the match itself. Raises WatchError where nothing more will come."""
    match happening:
        case told.Disconnected(reason=reason, retry_in=seconds):
            note(f"the connection is lost: {reason}; trying again in {ceil(seconds)} s")
        case told.Connected(again=True):
            note("connected again")
        case told.RoomAway(retry_in=seconds):
            note(f"the server cannot store the match for now; trying again in {ceil(seconds)} s")
        case told.AnnouncementHeard(text=text):
            note(f"those who run the server say: {text}")
        case told.SeatLost(refusals=refusals):
            raise WatchError(words_of(refusals) or "the room is gone")
        case told.Over(reason=reason, refusals=refusals):
            raise WatchError(words_of(refusals) or reason)
