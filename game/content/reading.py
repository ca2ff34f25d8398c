"""The content's TOML files as typed tables; every file and card that does not fit is told, not only the first."""

import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import msgspec

from game.content.fault import Fault

_T = TypeVar("_T")


class Reader:
    """Reads the files of one folder and gathers their faults in `faults`."""

    def __init__(self, folder: Traversable) -> None:
        self._folder = folder
        self.faults: list[Fault] = []

    def table(self, name: str, kind: type[_T]) -> _T | None:
        """A file that is one table of that kind; None if it does not fit."""
        read = self._toml(name)
        return None if read is None else self._convert(name, "", read, kind)

    def cards(self, name: str, kind: type[_T]) -> dict[str, _T]:
        """A file that is one array of cards, `[[laws]]` in `laws.toml`, by their keys."""
        read = self._toml(name)
        if read is None:
            return {}
        title = name.removesuffix(".toml")
        self.faults.extend(_strangers(name, title, read))
        found = read.get(title, [])
        if not isinstance(found, list):
            self.faults.append(
                Fault(
                    name, title, "one table", f"an array [[{title}]]", "write two brackets before and after"
                )
            )
            return {}
        places = [f"{title}[{index}]{_called(card)}" for index, card in enumerate(found)]
        return self._by_key([(name, place) for place in places], found, kind)

    def tables(self, name: str, kind: type[_T]) -> dict[str, _T]:
        """A folder with one file for each table of that kind, by their keys; a file is called as its key."""
        folder = self._folder / name
        if not folder.is_dir():
            self.faults.append(
                Fault(f"{name}/", "", "no such folder", "one with a file for each", "add the folder")
            )
            return {}
        names = sorted(path.name for path in folder.iterdir() if path.name.endswith(".toml"))
        read = {f"{name}/{file}": self._toml(f"{name}/{file}") for file in names}
        whole = {file: table for file, table in read.items() if table is not None}
        self.faults.extend(fault for file, table in whole.items() for fault in _misnamed(file, table))
        return self._by_key([(file, "") for file in whole], list(whole.values()), kind)

    def _by_key(self, places: Sequence[tuple[str, str]], found: list[Any], kind: type[_T]) -> dict[str, _T]:
        cards: dict[str, _T] = {}
        for (file, place), table in zip(places, found, strict=True):
            card = self._convert(file, place, table, kind)
            if card is None:
                continue
            key = table["key"]
            if key in cards:
                self.faults.append(
                    Fault(file, place, f"the key {key!r} again", "each key once", "rename one")
                )
            cards[key] = card
        return cards

    def _toml(self, name: str) -> dict[str, Any] | None:
        try:
            return tomllib.loads((self._folder / name).read_text(encoding="utf-8"))
        except FileNotFoundError:
            self.faults.append(Fault(name, "", "no such file", "one", "put the file into the folder"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            self.faults.append(Fault(name, "", str(error), "TOML in UTF-8", "correct it there"))
        return None

    def _convert(self, file: str, place: str, table: Any, kind: type[_T]) -> _T | None:
        try:
            return msgspec.convert(table, type=kind)
        except msgspec.ValidationError as error:
            self.faults.append(_type_fault(file, place, table, str(error)))
            return None


def _called(card: Any) -> str:
    """The card's key in brackets, so that nobody has to count."""
    key = card.get("key") if isinstance(card, dict) else None
    return f" ({key})" if isinstance(key, str) else ""


def _strangers(name: str, title: str, read: dict[str, Any]) -> Iterator[Fault]:
    for key in read:
        if key != title:
            yield Fault(name, key, "an unknown table", f"only [[{title}]]", "move or remove it")


def _misnamed(file: str, table: dict[str, Any]) -> Iterator[Fault]:
    stem = file.rpartition("/")[2].removesuffix(".toml")
    key = table.get("key")
    if isinstance(key, str) and key != stem:
        yield Fault(file, "key", repr(key), repr(stem), "call the file as its key")


def _type_fault(file: str, place: str, table: Any, message: str) -> Fault:
    """What msgspec said, with the value it found where it stands."""
    what, _, where = message.partition(" - at ")
    path = where.strip("`").removeprefix("$").removeprefix(".")
    full = ".".join(part for part in (place, path) if part) or "top level"
    return Fault(file, full, _found(table, path), f"what fits: {what}", "correct this key")


def _found(table: Any, path: str) -> str:
    """The value at a path like `changes[0].value`, as it is written; for a whole table only the word."""
    value = table
    for step in path.replace("[", ".").replace("]", "").split("."):
        if isinstance(value, dict):
            value = value.get(step, value)
        elif isinstance(value, list) and step.isdecimal():
            value = value[int(step)]
    return "a table that does not fit" if isinstance(value, dict) else repr(value)
