"""Reading the files of a map folder without ever leaving it."""

import os
import re
import stat
from pathlib import Path

from game.maps import limits
from game.maps.faults import Faults, MapRefused, Place, quoted

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}")
_ENDINGS = frozenset({".tmx", ".tsx", ".png", ".md", ".txt", ".tiled-project", ".tiled-session"})
_NAMES = frozenset({"manifest.json", "objecttypes.xml"})
_REQUIRED = ("manifest.json", "map.tmx")


_OF_EDITOR = (".tiled-project", ".tiled-session")


def is_of_editor(name: str) -> bool:
    """Whether a file is there for Tiled alone. Such files do not travel: a project can name programs to run."""
    return name.endswith(_OF_EDITOR) or name.rpartition("/")[2] == "objecttypes.xml"


class MapFolder:
    """The checked list of a map's files. Everything read later goes through `read`."""

    def __init__(self, root: Path, faults: Faults) -> None:
        """Look through `root`. Raises `MapRefused` if it holds what no map may hold (M001..M006)."""
        self.root = root
        self._faults = faults
        self._sizes: dict[str, int] = {}
        self._entries = 0
        if not root.is_dir():
            raise faults.fatal("M001", self.place(""), "no folder here", "a folder")
        self._walk(root, "")
        self._check_whole()
        faults.refuse_errors()

    def place(self, name: str) -> Place:
        """Place of a file as messages show it: folder's name, then the path in it."""
        return Place(f"{self.root.name}/{name}" if name else self.root.name)

    def names(self) -> tuple[str, ...]:
        """Return the paths of all files of the map, with forward slashes."""
        return tuple(self._sizes)

    def size(self, name: str) -> int:
        """Return the size in bytes of a listed file."""
        return self._sizes[name]

    def read(self, name: str, most: int) -> bytes:
        """Return the bytes of a listed file. Raises `MapRefused` if it has more than `most` (M005)."""
        if self._sizes[name] > most:
            raise self._too_large(name, self._sizes[name], most)
        with (self.root / name).open("rb") as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise self._too_large(name, len(data), most)
        return data

    def head(self, name: str, count: int) -> bytes:
        """Return the first `count` bytes of a listed file, fewer if it is shorter."""
        with (self.root / name).open("rb") as stream:
            return stream.read(count)

    def resolve(self, path: str, beside: str, place: Place) -> str | None:
        """Return the path in this map of what `path` names, seen from the file `beside`.

        Notes M007 for a path that is not plain and M008 for a missing file, and returns None.
        """
        parts = path.split("/")
        if not all(_NAME.fullmatch(part) for part in parts):
            self._faults.add("M007", place, quoted(path), "a path such as tiles/neon.png")
            return None
        name = "/".join([*beside.split("/")[:-1], *parts])
        if name not in self._sizes:
            self._faults.add("M008", place, f"no file {quoted(name)}", "a file of the map")
            return None
        return name

    def _walk(self, folder: Path, prefix: str) -> None:
        with os.scandir(folder) as entries:
            for entry in entries:
                if not entry.name.startswith("."):
                    self._enter(entry, prefix + entry.name)

    def _enter(self, entry: os.DirEntry[str], name: str) -> None:
        status = entry.stat(follow_symlinks=False)
        place = self.place(name)
        self._entries += 1
        if self._entries > limits.ENTRIES or name.count("/") >= 4:
            raise self._faults.fatal(
                "M006", place, "more entries", f"at most {limits.ENTRIES}, 4 folders deep"
            )
        if not _NAME.fullmatch(entry.name):
            self._faults.add("M003", place, quoted(entry.name), "a plain name")
        elif stat.S_ISDIR(status.st_mode):
            self._walk(Path(entry.path), name + "/")
        elif not stat.S_ISREG(status.st_mode):
            self._faults.add("M004", place, "a link or a device", "a regular file")
        elif entry.name not in _NAMES and Path(entry.name).suffix not in _ENDINGS:
            self._faults.add("M003", place, quoted(entry.name), "a kind of file that belongs in a map")
        else:
            self._sizes[name] = status.st_size

    def _check_whole(self) -> None:
        total = sum(self._sizes.values())
        if total > limits.FOLDER_BYTES:
            self._faults.add(
                "M005", self.place(""), f"{total} bytes", f"at most {limits.FOLDER_BYTES} in all"
            )
        for name in _REQUIRED:
            if name not in self._sizes:
                self._faults.add("M002", self.place(name), "no such file", f"a file {name}")

    def _too_large(self, name: str, size: int, most: int) -> MapRefused:
        return self._faults.fatal("M005", self.place(name), f"{size} bytes or more", f"at most {most}")
