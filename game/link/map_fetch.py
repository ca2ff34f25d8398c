"""Fetching a map from a server: part by part, from where it stopped, and through the gate."""

import asyncio
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

from game.maps import MapRefused
from game.maps.cache import MapCache, WrongPackageError
from game.maps.limits import ENTRIES, FOLDER_BYTES, ZIP_BYTES
from game.protocol.messages import MOST_BYTES_OF_PART, Declined, MapIdentity, MapPart
from game.protocol.refusals import Refusal, Refused

Told = Callable[[int, int], None]
"""Is told how many bytes have arrived, of how many."""

_ZIP_BYTES_A_FILE: Final = 512
"""What a zip adds to each file at most: its name, twice, and its figures."""


class Trouble(StrEnum):
    """Why a map could not be fetched."""

    NOT_SENT = "not_sent"
    REFUSED = "refused"
    ODD_ANSWER = "odd_answer"
    TOO_LARGE = "too_large"
    OTHER_FILES = "other_files"
    OTHER_RULES = "other_rules"
    UNPLAYABLE = "unplayable"
    DISK = "disk"


_SPOILT: Final = (Trouble.OTHER_FILES, Trouble.UNPLAYABLE, Trouble.ODD_ANSWER)
"""After these, what has arrived is of no use."""


class FetchError(Exception):
    """A map was not fetched. `trouble` says why, `detail` more of it; `refusals` are the server's words.

    `code` is the first fault's of a map that did not pass the gate.
    """

    def __init__(
        self, trouble: Trouble, detail: str, refusals: tuple[Refusal, ...] = (), code: str = ""
    ) -> None:
        super().__init__(f"{trouble}: {detail}")
        self.trouble, self.detail, self.refusals, self.code = trouble, detail, refusals, code


class MapSource(Protocol):
    """What is needed of a `MatchClient`."""

    async def map_part(self, package: str, offset: int) -> MapPart | Declined:
        """Some bytes of a map's package from `offset` on."""
        ...


async def fetch(source: MapSource, identity: MapIdentity, cache: MapCache, told: Told) -> Path:
    """Bring a map here, and give back its folder in the cache; one that is there is not fetched again.

    What has arrived stays when this is cancelled or the connection is gone, and is not sent twice. Raises
    FetchError, and whatever the source raises.
    """
    here = cache.find(identity.rules)
    if here is not None:
        return here
    if identity.package is None:
        raise FetchError(Trouble.NOT_SENT, "the server names no package")
    if identity.bytes > FOLDER_BYTES:
        raise FetchError(Trouble.TOO_LARGE, f"{identity.bytes} bytes, more than a map may have")
    try:
        return await _fetch(source, identity, identity.package, cache, told)
    except OSError as error:
        raise FetchError(Trouble.DISK, str(error)) from error


def most_bytes(identity: MapIdentity) -> int:
    """The longest package that can be meant by an identity: what the player agreed to, and no more."""
    return min(ZIP_BYTES, identity.bytes + ENTRIES * _ZIP_BYTES_A_FILE)


async def _fetch(source: MapSource, identity: MapIdentity, package: str, cache: MapCache, told: Told) -> Path:
    begun_before = cache.arrived(package) > 0
    try:
        return await _once(source, identity, package, cache, told)
    except FetchError as error:
        # What was left of an earlier time may have been packed in another way: then only its whole is of use.
        if not begun_before or error.trouble not in _SPOILT:
            raise
    return await _once(source, identity, package, cache, told)


async def _once(source: MapSource, identity: MapIdentity, package: str, cache: MapCache, told: Told) -> Path:
    try:
        await _receive(source, package, most_bytes(identity), cache, told)
        return await asyncio.to_thread(cache.admit, package, identity.rules)
    except MapRefused as error:
        cache.forget(package)
        code = next((fault.code for fault in error.faults if not fault.is_warning), "")
        raise FetchError(Trouble.UNPLAYABLE, str(error), code=code) from error
    except WrongPackageError as error:
        cache.forget(package)
        trouble = Trouble.OTHER_FILES if error.what == "package" else Trouble.OTHER_RULES
        raise FetchError(trouble, str(error)) from error
    except FetchError as error:
        if error.trouble in _SPOILT:
            cache.forget(package)
        raise


async def _receive(source: MapSource, package: str, most: int, cache: MapCache, told: Told) -> None:
    """Ask for what is missing until nothing is; of a package that is whole only its length is asked."""
    total: int | None = None
    while (arrived := cache.arrived(package)) != total:
        part = await source.map_part(package, arrived)
        if isinstance(part, Declined):
            raise _refused(part, arrived)
        if part.total > most:
            raise FetchError(
                Trouble.TOO_LARGE, f"{part.total} bytes, more than the {most} that were agreed to"
            )
        _check(part, package, arrived, total)
        total = part.total
        # Another program that fetches the same map may have been faster.
        if cache.arrived(package) == arrived:
            cache.append(package, part.data)
        told(cache.arrived(package), total)


def _refused(answer: Declined, arrived: int) -> FetchError:
    code = answer.refusals[0].code if answer.refusals else "declined"
    if code == Refused.WRONG_OFFSET:
        return FetchError(Trouble.ODD_ANSWER, f"there is no byte {arrived}", answer.refusals)
    return FetchError(Trouble.REFUSED, code, answer.refusals)


def _check(part: MapPart, package: str, offset: int, total: int | None) -> None:
    """The part that was asked for, of the package it was, and not a byte more or less."""
    expected = min(MOST_BYTES_OF_PART, part.total - offset)
    same = (part.package, part.offset, part.total) == (
        package,
        offset,
        part.total if total is None else total,
    )
    if not same or len(part.data) != expected:
        found = f"{len(part.data)} bytes at {part.offset} of {part.total} of {part.package}"
        raise FetchError(Trouble.ODD_ANSWER, f"found {found}, expected {expected} at {offset} of {package}")
