"""A map as one zip file: packed so that the same map gives the same bytes, unpacked so that nothing can go wrong."""

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO, Final

from game.maps import limits
from game.maps.faults import Faults, Place, quoted
from game.maps.files import MapFolder, is_of_editor
from game.maps.reader import CheckedMap, check

_PART: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}")
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED: Final = 0x1
_AT: Final = (1980, 1, 1, 0, 0, 0)
"""The time of every packed file: the earliest a zip can name, so that the bytes say nothing of when."""
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OverflowError)
"""What zipfile raises for bytes that are no zip or a broken one."""
_CHUNK: Final = 64 << 10


def pack(folder: Path, into: Path) -> Path:
    """Zip a map as `ID-VERSION.zip` in the folder `into`, and give back its path.

    The same map gives the same bytes. What only an editor needs is left out. Raises `MapRefused` for a map
    with errors or one too large to travel, OSError if the file cannot be written.
    """
    checked = check(folder)
    manifest = checked.manifest
    packed = into / f"{manifest.id}-{manifest.version}.zip"
    files = packed_files(folder)
    into.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in files:
            entry = zipfile.ZipInfo(f"{manifest.id}/{name}", _AT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, (folder / name).read_bytes())
    if packed.stat().st_size > limits.ZIP_BYTES:
        size = packed.stat().st_size
        packed.unlink()
        raise Faults().fatal("M051", Place(packed.name), f"{size} bytes", f"at most {limits.ZIP_BYTES}")
    return packed


def packed_files(folder: Path) -> list[str]:
    """The files of a map that travel, sorted. Raises `MapRefused` for a folder that is no map's."""
    return sorted(name for name in MapFolder(folder, Faults()).names() if not is_of_editor(name))


@contextmanager
def unpacked(archive: Path) -> Iterator[Path]:
    """The folder of a zipped map for as long as the context lasts; nothing in it was looked at yet but its names.

    Raises `MapRefused` for a file that is no zip, or a zip that could do harm (M050..M056), OSError if it
    cannot be read.
    """
    faults = Faults()
    place = Place(archive.name)
    size = archive.stat().st_size
    if size > limits.ZIP_BYTES:
        raise faults.fatal("M051", place, f"{size} bytes", f"at most {limits.ZIP_BYTES}")
    with TemporaryDirectory(prefix="neo-sanctum-map-") as scratch:
        try:
            with zipfile.ZipFile(archive) as opened:
                folder = _unpack(opened, Path(scratch), place, faults)
        except _BROKEN as error:
            raise faults.fatal("M050", place, quoted(str(error)), "a zip as `map pack` writes it") from error
        yield folder


def check_archive(archive: Path) -> CheckedMap:
    """The map of a zip that may come from anybody. Raises `MapRefused`, or OSError if it cannot be read."""
    with unpacked(archive) as folder:
        return check(folder)


def _unpack(opened: zipfile.ZipFile, scratch: Path, place: Place, faults: Faults) -> Path:
    entries = opened.infolist()
    if len(entries) > limits.ENTRIES:
        raise faults.fatal("M006", place, f"{len(entries)} entries", f"at most {limits.ENTRIES}")
    for entry in entries:
        _check_entry(entry, place, faults)
    faults.refuse_errors()
    names = [entry.filename for entry in entries if not entry.is_dir()]
    for name in sorted({name for name in names if names.count(name) > 1}):
        faults.add("M055", place, f"two entries {quoted(name)}", "each name once")
    top = _top(names, place, faults)
    faults.refuse_errors()
    left = limits.FOLDER_BYTES
    root = scratch / (top or "map")
    root.mkdir()
    for entry in entries:
        if not entry.is_dir():
            left = _write(opened, entry, root / entry.filename.removeprefix(f"{top}/"), left, place, faults)
    return root


def _top(names: list[str], place: Place, faults: Faults) -> str:
    """The one folder everything lies in, or nothing if the map lies at the top."""
    tops = {PurePosixPath(name).parts[0] for name in names if "/" in name}
    loose = [name for name in names if "/" not in name]
    if loose or not names:
        return ""
    if len(tops) > 1:
        faults.add(
            "M052", place, f"{len(tops)} folders at the top", "the map's files, or one folder with them"
        )
    return min(tops)


def _check_entry(entry: zipfile.ZipInfo, place: Place, faults: Faults) -> None:
    parts = entry.filename.rstrip("/").split("/")
    if not all(_PART.fullmatch(part) for part in parts) or len(parts) > 6:
        faults.add("M052", place, quoted(entry.filename), "a path such as my-city/map.tmx")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        faults.add("M053", place, f"{quoted(entry.filename)}, a link or a device", "plain files")
    elif entry.flag_bits & _ENCRYPTED:
        faults.add("M053", place, f"{quoted(entry.filename)}, encrypted", "plain files")
    elif entry.compress_type not in _METHODS:
        faults.add(
            "M053", place, f"{quoted(entry.filename)}, packed in a way of its own", "stored or deflated"
        )
    if is_of_editor(parts[-1]):
        faults.add("M056", place, quoted(entry.filename), "no project files: they can name programs to run")


def _write(
    opened: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path, left: int, place: Place, faults: Faults
) -> int:
    """Write one entry, counting what really comes out of it; gives back how many bytes may follow."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with opened.open(entry) as source, path.open("wb") as target:
        for chunk in _chunks(source):
            left -= len(chunk)
            if left < 0:
                found = f"more than {limits.FOLDER_BYTES} bytes inside"
                raise faults.fatal("M054", place, found, f"at most {limits.FOLDER_BYTES}")
            target.write(chunk)
    return left


def _chunks(source: IO[bytes]) -> Iterator[bytes]:
    while chunk := source.read(_CHUNK):
        yield chunk
