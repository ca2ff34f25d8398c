"""A fault of the content: where, what was found, what was expected, and how to mend it."""

from msgspec import Struct


class Fault(Struct, frozen=True):
    """One fault. `file` is its path in the content's folder, `place` table and key, dotted as in TOML.

    The parts are phrases without a stop; `str` makes one line of them.
    """

    file: str
    place: str
    found: str
    expected: str
    mend: str

    def __str__(self) -> str:
        where = f"{self.file}: {self.place}" if self.place else self.file
        return f"{where}: found {self.found}, expected {self.expected}. Mend: {self.mend}."


class ContentError(Exception):
    """The content cannot be used; the message has one line per fault, which `faults` holds."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)
