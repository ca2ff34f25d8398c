"""Every sentence of the game by key, in the player's language, in Project Fluent's format.

A key begins with the name of the file it stands in: `title-play` stands in `title.ftl`. A file is read when a key of it
is first asked for, so the start stays quick. What `common.ftl` holds can be referred to from every file.
"""

import functools
import logging
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

SOURCE_LANGUAGE: Final = "en"
_COMMON: Final = "common"
_LACKS: Final = "Unknown external: "
"""How Fluent names a parameter that was not given."""

_log = logging.getLogger(__name__)

Value = str | int | float


class TextMissingError(LookupError):
    """A key that no file defines, or a message that could not be formed."""


class Catalog:
    """The sentences of one language; what it lacks is said in English.

    `strict` raises `TextMissingError` for a missing key or parameter; otherwise the key itself is shown and logged.
    """

    def __init__(self, language: str = SOURCE_LANGUAGE, *, strict: bool = False) -> None:
        self.language = language
        self._strict = strict
        chain = [language] if language == SOURCE_LANGUAGE else [language, SOURCE_LANGUAGE]
        self._shelves = [_Shelf(name) for name in chain]

    def say(self, key: str, **parameters: Value) -> str:
        """The sentence of a key with its parameters filled in."""
        for shelf in self._shelves:
            said = shelf.form(key, parameters)
            if said is None:
                continue
            sentence, faults = said
            if faults:
                self._fault(
                    f"text {key!r} in {shelf.language}: {'; '.join(faults)}; parameters {sorted(parameters)}"
                )
            return sentence
        self._fault(f"text {key!r}: no file of {self.language} defines it; add it to {_file_of(key)}.ftl")
        return key

    def pattern(self, key: str) -> str:
        """The sentence of a key with `{name}` where a parameter belongs. Raises TextMissingError for an unknown key."""
        for shelf in self._shelves:
            bare = shelf.form(key, {})
            if bare is not None:
                names = [fault.removeprefix(_LACKS) for fault in bare[1]]
                named = shelf.form(key, {name: f"{{{name}}}" for name in names})
                return bare[0] if named is None else named[0]
        raise TextMissingError(key)

    def has(self, key: str) -> bool:
        """Whether the key is defined in the language or in English."""
        return any(shelf.has(key) for shelf in self._shelves)

    def _fault(self, words: str) -> None:
        if self._strict:
            raise TextMissingError(words)
        _log.warning("%s", words)


def languages() -> tuple[str, ...]:
    """The languages the game ships, in alphabetical order."""
    return tuple(sorted(folder.name for folder in _root().iterdir() if _is_language(folder)))


def keys_of(language: str) -> dict[str, str]:
    """Every key of a language with the file (without its ending) that defines it; for tests and translators."""
    return {key: name for name in _file_names(language) for key in _Shelf(language).keys_in(name)}


class _Shelf:
    """The files of one language, each read when first needed."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._bundle: FluentBundle | None = None
        self._read: set[str] = set()

    def form(self, key: str, parameters: Mapping[str, Value]) -> tuple[str, list[str]] | None:
        """The sentence and what went wrong in forming it; None if the key is not defined."""
        bundle = self._with(_file_of(key))
        if not bundle.has_message(key):
            return None
        pattern = bundle.get_message(key).value
        if pattern is None:
            return None
        sentence, faults = bundle.format_pattern(pattern, dict(parameters))
        return str(sentence), [str(fault) for fault in faults]

    def has(self, key: str) -> bool:
        return bool(self._with(_file_of(key)).has_message(key))

    def keys_in(self, name: str) -> list[str]:
        from fluent.syntax import FluentParser, ast  # noqa: PLC0415 - only tests and tools need the syntax tree

        text = (_root() / self.language / f"{name}.ftl").read_text(encoding="utf-8")
        entries = FluentParser().parse(text).body
        return [entry.id.name for entry in entries if isinstance(entry, ast.Message)]

    def _with(self, name: str) -> "FluentBundle":
        """The bundle, with the file `name` and the common one read."""
        if self._bundle is None:
            from fluent.runtime import FluentBundle  # noqa: PLC0415 - costs a tenth of the start; wait until needed

            self._bundle = FluentBundle([self.language], use_isolating=False)
            self._add(_COMMON)
        if name not in self._read:
            self._add(name)
        return self._bundle

    def _add(self, name: str) -> None:
        self._read.add(name)
        file = _root() / self.language / f"{name}.ftl"
        if file.is_file() and self._bundle is not None:
            self._bundle.add_resource(_parsed(file.read_text(encoding="utf-8")))


@functools.lru_cache(maxsize=256)
def _parsed(text: str) -> Any:
    """A file of texts; each is parsed once, however many catalogs read it."""
    from fluent.runtime import FluentResource  # noqa: PLC0415 - see above

    return FluentResource(text)


def _root() -> Traversable:
    return files("game.text")


def _file_of(key: str) -> str:
    return key.partition("-")[0]


def _file_names(language: str) -> list[str]:
    folder = _root() / language
    return sorted(file.name.removesuffix(".ftl") for file in folder.iterdir() if file.name.endswith(".ftl"))


def _is_language(folder: Traversable) -> bool:
    return folder.is_dir() and (folder / f"{_COMMON}.ftl").is_file()
