"""A map's folder under an editor's hands: what its files were, and whether they changed."""

from pathlib import Path
from typing import TypeAlias

Signature: TypeAlias = tuple[tuple[str, int, int], ...]
"""Each file's name, time of change and size."""


class WatchedFolder:
    """Tells once for every change of a folder that its files are others now."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._seen = signature(folder)

    def has_changed(self) -> bool:
        """Whether anything in the folder changed since this was last asked, or since it was made."""
        now = signature(self.folder)
        changed, self._seen = now != self._seen, now
        return changed


def signature(folder: Path) -> Signature:
    """What tells one state of a folder from another; a file that vanishes meanwhile is left out."""
    found = []
    for path in sorted(folder.rglob("*")):
        try:
            status = path.stat()
        except FileNotFoundError:
            continue
        found.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(found)
