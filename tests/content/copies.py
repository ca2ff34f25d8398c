"""A copy of the shipped content that a test may spoil."""

from pathlib import Path

from game.content import ContentError, load
from game.content.fault import Fault


class Copy:
    """The folder of a copy, and what the game says of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def edit(self, file: str, old: str, new: str) -> None:
        """Put `new` where `old` stands first; it must stand there."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} has no {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def spoil(self, file: str, key: str, old: str, new: str) -> None:
        """As `edit`, in the card with that key."""
        path = self.folder / file
        before, _, after = path.read_text(encoding="utf-8").partition(f'key = "{key}"')
        assert old in after, f"{file} has no {old!r} after {key!r}"
        path.write_text(f'{before}key = "{key}"{after.replace(old, new, 1)}', encoding="utf-8")

    def add(self, file: str, text: str) -> None:
        """Put `text` at the end of a file, or make the file."""
        path = self.folder / file
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(f"{before}\n{text}\n", encoding="utf-8")

    def faults(self) -> list[Fault]:
        """What is wrong with it; empty if it can be played."""
        try:
            load(self.folder)
        except ContentError as refused:
            return list(refused.faults)
        return []

    def only_fault(self) -> Fault:
        """The one thing that is wrong with it."""
        faults = self.faults()
        assert len(faults) == 1, "\n".join(map(str, faults)) or "nothing is wrong"
        return faults[0]
