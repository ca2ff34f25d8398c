"""Maps that came from others: what has arrived of each, and those that passed the gate, within a bounded size."""

import os
import re
import shutil
import tempfile
import time
from pathlib import Path
from typing import Final

import msgspec
import platformdirs
from msgspec import Struct

from game.maps.apart import check_apart
from game.maps.archive import packed_files, unpacked
from game.maps.identity import package_hash
from game.maps.reader import check
from game.maps.shelf import APP

MOST_BYTES: Final = 256 << 20
_ABOUT: Final = "about.json"
_MAP: Final = "map"
_HALF: Final = ".half-"
_ABANDONED_AFTER: Final = 3600.0
_HASH: Final = re.compile(r"[0-9a-f]{64}")


class WrongPackageError(Exception):
    """What arrived is not what it was said to be: `what` is package or rules; the message has both hashes."""

    def __init__(self, what: str, found: str, expected: str) -> None:
        super().__init__(f"{what} hash: found {found}, expected {expected}")
        self.what = what


class _About(Struct, frozen=True):
    """Kept beside a map: its rules hash, and the bytes it takes."""

    rules: str
    bytes: int


class MapCache:
    """Folders and halves of zips, each under the hash of its package. Nothing in here is named by a stranger.

    More than one program may use the same folder.
    """

    def __init__(self, folder: Path | None = None, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder or Path(platformdirs.user_cache_dir(APP)) / "maps-cache"
        self._most = most_bytes

    def find(self, rules: str) -> Path | None:
        """The folder of a map with this rules hash, or None. Whoever loads it lets it pass the gate again."""
        for about in self._folder.glob(f"*/{_ABOUT}"):
            folder = about.parent / _MAP
            if _read(about).rules == rules and folder.is_dir():
                os.utime(about)
                return folder
        return None

    def remove(self, folder: Path) -> None:
        """Throw away a map that `find` gave and that cannot be played after all. Raises OSError."""
        shutil.rmtree(folder.parent)

    def half(self, package: str) -> Path:
        """The file in which the bytes of a package gather. Raises ValueError for what is no hash."""
        if not _HASH.fullmatch(package):
            raise ValueError(f"package {package!r}: expected 64 of 0..9 and a..f")
        return self._folder / f"{package}.part"

    def arrived(self, package: str) -> int:
        """How many bytes of a package are here."""
        file = self.half(package)
        return file.stat().st_size if file.is_file() else 0

    def append(self, package: str, data: bytes) -> None:
        """Add the next bytes of a package. Raises OSError."""
        file = self.half(package)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("ab") as opened:
            opened.write(data)

    def forget(self, package: str) -> None:
        """Throw away what has arrived of a package."""
        self.half(package).unlink(missing_ok=True)

    def admit(self, package: str, rules: str) -> Path:
        """Let a package that is here whole pass the gate, and keep it: its folder. Takes a second or more.

        The first look at it is in another process. Raises `MapRefused`, WrongPackageError where another map came
        out of it, OSError.
        """
        half = self.half(package)
        check_apart(half)
        with unpacked(half) as folder:
            found = package_hash(folder, packed_files(folder))
            if found != package:
                raise WrongPackageError("package", found, package)
            played = check(folder).rules_hash
            if played != rules:
                raise WrongPackageError("rules", played, rules)
            kept = self._keep(folder, package, rules)
        self.forget(package)
        self._make_room(kept)
        return kept / _MAP

    def _keep(self, folder: Path, package: str, rules: str) -> Path:
        """Put a map in its place in one step, so that nobody ever finds half of it."""
        kept = self._folder / package
        scratch = Path(tempfile.mkdtemp(prefix=_HALF, dir=self._folder))
        try:
            made = scratch / "made"
            shutil.copytree(folder, made / _MAP)
            (made / _ABOUT).write_bytes(msgspec.json.encode(_About(rules, _bytes_in(made))))
            if kept.exists():
                kept.replace(scratch / "old")
            made.replace(kept)
        finally:
            shutil.rmtree(scratch)
        return kept

    def _make_room(self, newest: Path) -> None:
        """Throw away what was used longest ago until the rest fits; the newest stays."""
        self._sweep()
        kept = [(about.stat().st_mtime, _read(about).bytes, about.parent) for about in self._abouts()]
        kept += [(half.stat().st_mtime, half.stat().st_size, half) for half in self._folder.glob("*.part")]
        size = sum(entry[1] for entry in kept)
        for _, taken, path in sorted(kept):
            if size <= self._most or path == newest:
                continue
            size -= taken
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()

    def _sweep(self) -> None:
        """Take away what a program that was killed left half done; another one may be at work on what is younger."""
        for half in self._folder.glob(f"{_HALF}*"):
            if time.time() - half.stat().st_mtime > _ABANDONED_AFTER:
                shutil.rmtree(half, ignore_errors=True)

    def _abouts(self) -> list[Path]:
        return list(self._folder.glob(f"*/{_ABOUT}"))


def _read(about: Path) -> _About:
    """What is noted of a map; one whose note is spoilt is never found, and the first to go."""
    try:
        return msgspec.json.decode(about.read_bytes(), type=_About)
    except (msgspec.DecodeError, OSError):
        return _About("", _bytes_in(about.parent))


def _bytes_in(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
