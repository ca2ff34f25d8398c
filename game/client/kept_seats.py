"""The seats one had on other machines, so that the program finds its way back after it ended."""

import logging
import os
from pathlib import Path
from typing import Final

import msgspec

MOST: Final = 16
"""Seats kept; the oldest goes first."""

_log = logging.getLogger(__name__)


class KeptSeat(msgspec.Struct, frozen=True):
    """A seat in the room `room`, which others enter by `code`; its `token` is told to no server but `server`."""

    server: str
    code: str
    room: str
    token: str


class KeptSeats:
    """Seats in a file that only the player may read; without a `file` nothing is kept."""

    def __init__(self, file: Path | None) -> None:
        self._file = file

    def find(self, server: str, code: str) -> KeptSeat | None:
        """The seat one had in the room of this code on this server, or None."""
        return next((seat for seat in self._read() if (seat.server, seat.code) == (server, code)), None)

    def keep(self, seat: KeptSeat) -> None:
        """Keep a seat, in place of an older one in the same room. A file that cannot be written is logged."""
        others = (had for had in self._read() if (had.server, had.room) != (seat.server, seat.room))
        try:
            self._write((seat, *others)[:MOST])
        except OSError as error:
            _log.warning("%s: %s; this seat is lost if the program ends", self._file, error)

    def _read(self) -> tuple[KeptSeat, ...]:
        if self._file is None:
            return ()
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=tuple[KeptSeat, ...])
        except FileNotFoundError:
            return ()
        except (OSError, msgspec.DecodeError) as error:
            _log.warning("%s: %s; no seat is known from before", self._file, error)
            return ()

    def _write(self, seats: tuple[KeptSeat, ...]) -> None:
        if self._file is None:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        half = self._file.with_suffix(".part")
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
            stream.write(msgspec.json.encode(seats))
        half.replace(self._file)
