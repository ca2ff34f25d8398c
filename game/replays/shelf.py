"""Replays as files: read within limits, and the last finished matches kept in a folder of the player's."""

import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import platformdirs
from msgspec import Struct

from game.replays.codec import MOST_BYTES, decode, decode_brief
from game.replays.errors import Broken, ReplayError
from game.replays.replay import SUFFIX, Brief, Replay

APP: Final = "neo-sanctum"
MOST_KEPT: Final = 50
KEPT_BY_ITSELF: Final = "match-"
"""How the names of those files begin that make room for newer ones; a renamed or added file stays."""

_PIECE: Final = 1 << 20
_PLAIN: Final = re.compile(r"[^a-z0-9_-]+")


class Shelved(Struct, frozen=True):
    """A file on the shelf: what it holds in brief, or why it cannot be read."""

    path: Path
    brief: Brief | None
    error: ReplayError | None = None


def own_folder() -> Path:
    """Where the replays of this machine's matches are kept; it need not be there."""
    return Path(platformdirs.user_data_dir(APP)) / "replays"


def read(path: Path) -> Replay:
    """The replay in a file that may come from anybody. Raises ReplayError, also where the file cannot be read."""
    return decode(_pieces(path))


def read_brief(path: Path) -> Brief:
    """As much of it as a list shows. Raises ReplayError."""
    return decode_brief(_pieces(path))


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; one of that name is replaced. Raises OSError."""
    with tempfile.TemporaryDirectory(prefix=".half-", dir=path.parent) as folder:
        half = Path(folder) / path.name
        half.write_bytes(data)
        half.replace(path)


def _pieces(path: Path) -> Iterator[bytes]:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise ReplayError(Broken.TOO_LARGE, path.name, size, MOST_BYTES)
        with path.open("rb") as opened:
            while piece := opened.read(_PIECE):
                yield piece
    except OSError as error:
        raise ReplayError(Broken.UNREADABLE, path.name, error.strerror or type(error).__name__) from error


class ReplayShelf:
    """A folder of replays. Of those it kept by itself the oldest go, so that no more than `most` stay."""

    def __init__(self, folder: Path | None = None, most: int = MOST_KEPT) -> None:
        self.folder = folder or own_folder()
        self.most = most

    def keep(self, data: bytes) -> Path:
        """Keep a replay, and throw away the oldest where there are too many; returns its file.

        The same one kept twice is one file. Raises OSError, and ReplayError for what is no replay.
        """
        header = decode_brief([data]).header
        self.folder.mkdir(parents=True, exist_ok=True)
        when = time.strftime("%Y%m%d-%H%M%S", time.gmtime(header.ended_at))
        mark = data[-4:].hex()  # of the last chain value, which ends every replay
        where = _PLAIN.sub("-", header.map.lower())[:32]
        path = self.folder / f"{KEPT_BY_ITSELF}{when}-{where}-{mark}{SUFFIX}"
        write(path, data)
        self._make_room(path)
        return path

    def listed(self) -> tuple[Shelved, ...]:
        """Every file of a replay's name in the folder, what ended last first, those that cannot be read at the end."""
        found = [_shelved(path) for path in self.folder.glob(f"*{SUFFIX}") if path.is_file()]
        return tuple(sorted(found, key=_age))

    def _make_room(self, newest: Path) -> None:
        kept = sorted(self.folder.glob(f"{KEPT_BY_ITSELF}*{SUFFIX}"))
        others = [path for path in kept if path != newest]
        for path in others[: max(0, len(kept) - self.most)]:
            path.unlink(missing_ok=True)


def _shelved(path: Path) -> Shelved:
    try:
        return Shelved(path, read_brief(path))
    except ReplayError as error:
        return Shelved(path, None, error)


def _age(entry: Shelved) -> tuple[bool, int, str]:
    return entry.brief is None, -entry.brief.header.ended_at if entry.brief else 0, entry.path.name
