"""Zips made to do harm, each for the code that refuses it; made from the tiny city where a map is wanted."""

import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

from game.maps import limits
from tests.maps.workshop import TINY

MakeZip = Callable[[Path], object]


def good_zip(path: Path, top: str = "tiny/") -> None:
    """The tiny city as it should be packed."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(TINY.iterdir()):
            archive.write(file, f"{top}{file.name}")


def with_entry(name: str, data: bytes = b"", mode: int = stat.S_IFREG | 0o644) -> MakeZip:
    """The tiny city and one entry more."""

    def make(path: Path) -> None:
        good_zip(path)
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)

    return make


def without_directory(path: Path) -> None:
    good_zip(path)
    path.write_bytes(path.read_bytes()[:-200])


def with_broken_contents(path: Path) -> None:
    good_zip(path)
    data = bytearray(path.read_bytes())
    for place in range(60, 400):
        data[place] ^= 0x5A
    path.write_bytes(data)


def encrypted(path: Path) -> None:
    good_zip(path)
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)


def packed_otherwise(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as archive:
        for file in sorted(TINY.iterdir()):
            archive.write(file, f"tiny/{file.name}")


def bomb(path: Path) -> None:
    with_entry("tiny/night.txt", bytes(limits.FOLDER_BYTES + 1))(path)


def lying_bomb(path: Path) -> None:
    """The directory says that the bomb has ten bytes."""
    bomb(path)
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 10)
    path.write_bytes(data)


def too_large(path: Path) -> None:
    path.write_bytes(bytes(limits.ZIP_BYTES + 1))


def twice(path: Path) -> None:
    good_zip(path)
    # The second name has the length of the first, so it can be written over it.
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("tiny/map.tmy", b"<map/>")
    path.write_bytes(path.read_bytes().replace(b"map.tmy", b"map.tmx"))


def many(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(limits.ENTRIES + 1):
            archive.writestr(f"tiny/{number}.txt", b"")


BAD_ZIPS: dict[str, MakeZip] = {
    "M050": without_directory,
    "M051": too_large,
    "M052": with_entry("../map.tmx"),
    "M053": with_entry("tiny/link.txt", b"/etc/hostname", stat.S_IFLNK | 0o777),
    "M054": bomb,
    "M055": twice,
    "M056": with_entry("tiny/city.tiled-project", b"{}"),
}

MORE_BAD_ZIPS: list[tuple[str, str, MakeZip]] = [
    ("empty file", "M050", lambda path: path.write_bytes(b"")),
    ("no zip", "M050", lambda path: path.write_bytes(b"PK\x03\x04 nothing more")),
    ("broken contents", "M050", with_broken_contents),
    ("many entries", "M006", many),
    ("absolute name", "M052", with_entry("/etc/map.tmx")),
    ("drive letter", "M052", with_entry("C:/map.tmx")),
    ("backslash", "M052", with_entry("tiny\\..\\map.tmx")),
    ("dots inside", "M052", with_entry("tiny/../../map.tmx")),
    ("blank part", "M052", with_entry("tiny//map.tmx")),
    ("two tops", "M052", with_entry("other/map.tmx")),
    ("hidden file", "M052", with_entry("tiny/.bashrc")),
    ("deep", "M052", with_entry("tiny/a/b/c/d/e/f.txt")),
    ("device", "M053", with_entry("tiny/disk.txt", b"", stat.S_IFBLK | 0o600)),
    ("pipe", "M053", with_entry("tiny/pipe.txt", b"", stat.S_IFIFO | 0o600)),
    ("encrypted", "M053", encrypted),
    ("another method", "M053", packed_otherwise),
    ("lying bomb", "M050", lying_bomb),
    ("session", "M056", with_entry("tiny/city.tiled-session", b"{}")),
    ("object types", "M056", with_entry("tiny/objecttypes.xml", b"<objecttypes/>")),
    ("a program", "M003", with_entry("tiny/run.sh", b"echo")),
    ("a python file", "M003", with_entry("tiny/map.py", b"print()")),
    ("no map", "M002", lambda path: zipfile.ZipFile(path, "w").close()),
]
