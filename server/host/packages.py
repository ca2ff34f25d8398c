"""Maps as they travel: each is zipped when it is first asked for, and kept in a folder of bounded size."""

import asyncio
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from msgspec import Struct

from game.maps import MapRefused
from game.maps.archive import pack, packed_files, unpacked
from game.maps.identity import package_hash

MOST_BYTES_KEPT: Final = 256 << 20


class MapUnfitError(Exception):
    """A map cannot be sent: its files are no longer those its package hash was taken of, or they are too many."""


class Part(Struct, frozen=True):
    """Some bytes of a package, and how many it has in all."""

    data: bytes
    total: int


class Packages:
    """The packages of the maps in `sources`, the folder of each by its package hash.

    They lie in `folder`, where a later server finds them, too: then `outlives` is true. Without one they are
    gone when it closes.
    """

    def __init__(
        self, sources: Mapping[str, Path], folder: Path | None = None, most_bytes: int = MOST_BYTES_KEPT
    ) -> None:
        self.outlives = folder is not None
        self._sources = sources
        self._folder = folder
        self._most = most_bytes
        self._scratch: TemporaryDirectory[str] | None = None
        self._packing = asyncio.Lock()
        self._work: set[asyncio.Task[Path | None]] = set()

    async def ready(self, package: str) -> Path | None:
        """The zip of a package, made now if need be; None where the map is not here.

        Raises MapUnfitError, and OSError where it cannot be written.
        """
        work = asyncio.create_task(self._made_ready(package))
        self._work.add(work)
        work.add_done_callback(self._work.discard)
        # Who asked may go; a thread that packs goes on to its end, and `close` waits for it.
        return await asyncio.shield(work)

    async def part(self, package: str, offset: int, length: int) -> Part | None:
        """At most so many bytes of a package from `offset` on, none beyond its end; None, and raises, as `ready`."""
        file = await self.ready(package)
        if file is None:
            return None
        with file.open("rb") as opened:
            opened.seek(offset)
            return Part(opened.read(length), file.stat().st_size)

    async def close(self) -> None:
        """Take away what shall not be kept, when nothing is packed any more."""
        await asyncio.gather(*self._work, return_exceptions=True)
        if self._scratch is not None:
            self._scratch.cleanup()

    async def _made_ready(self, package: str) -> Path | None:
        async with self._packing:
            return await asyncio.to_thread(self._ready, package)

    def _ready(self, package: str) -> Path | None:
        file = self._kept_in() / f"{package}.zip"
        if not file.is_file():
            source = self._sources.get(package)
            if source is None:
                return None
            self._pack(source, package, file)
            self._make_room(file)
        os.utime(file)
        return file

    def _kept_in(self) -> Path:
        if self._folder is None:
            self._scratch = TemporaryDirectory(prefix="neo-sanctum-packages-")
            self._folder = Path(self._scratch.name)
        return self._folder

    def _pack(self, source: Path, package: str, file: Path) -> None:
        """Zip a map, and look whether it is still the one that was meant before anybody gets it."""
        file.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix="half-", dir=file.parent) as half:
            try:
                packed = pack(source, Path(half))
                with unpacked(packed) as folder:
                    found = package_hash(folder, packed_files(folder))
            except MapRefused as error:
                raise MapUnfitError(f"{source}: {error}; restart the server") from error
            if found != package:
                raise MapUnfitError(f"{source}: found files {found}, expected {package}; restart the server")
            packed.replace(file)

    def _make_room(self, newest: Path) -> None:
        """Take away what a server that was killed left half done, and what nobody has asked for longest.

        The newest stays, whatever its size.
        """
        for half in newest.parent.glob("half-*"):
            shutil.rmtree(half, ignore_errors=True)
        kept = sorted(newest.parent.glob("*.zip"), key=lambda file: file.stat().st_mtime)
        size = sum(file.stat().st_size for file in kept)
        for file in kept:
            if size <= self._most or file == newest:
                continue
            size -= file.stat().st_size
            file.unlink()
