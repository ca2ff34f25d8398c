"""Plain English sentences of one file: text, parameters, one of something or several. For a server.

A server says refusals and hardly anything else. Fluent's runtime would fill 8 MB of it with every language's numbers,
plurals and currencies; its parser alone does not.
"""

import functools
import logging
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any, Final, TypeAlias

from fluent.syntax import FluentParser, ast
from msgspec import Struct

from game.text.catalog import SOURCE_LANGUAGE

_LOG = logging.getLogger(__name__)
_ONE: Final = "one"

Value = str | int


class NotPlainError(ValueError):
    """A sentence with more in it than these can have; the message names its key."""


class _Parameter(Struct, frozen=True):
    """A place for a parameter."""

    name: str


class _Number(Struct, frozen=True):
    """What is said where a parameter is 1, and where it is not."""

    name: str
    one: "_Parts"
    other: "_Parts"


_Parts: TypeAlias = tuple[str | _Parameter | _Number, ...]


@functools.cache
def _sentences(name: str) -> dict[str, _Parts]:
    text = (files("game.text") / SOURCE_LANGUAGE / f"{name}.ftl").read_text(encoding="utf-8")
    found = FluentParser(with_spans=False).parse(text).body
    messages = [entry for entry in found if isinstance(entry, ast.Message)]
    return {message.id.name: _parts(message.id.name, message.value) for message in messages}


class PlainTexts:
    """The sentences of `NAME.ftl`, read when one is first said."""

    def __init__(self, name: str) -> None:
        self._name = name

    def say(self, key: str, parameters: Mapping[str, Value]) -> str:
        """The sentence of a key as `Catalog` says it. What is missing is logged, and its name shown instead.

        Raises NotPlainError where a sentence of the file needs Fluent's runtime.
        """
        parts = _sentences(self._name).get(key)
        if parts is None:
            _LOG.warning("no text for %s", key)
            return key
        return _formed(parts, parameters)


def _parts(key: str, pattern: Any) -> _Parts:
    return tuple(_part(key, element) for element in pattern.elements)


def _part(key: str, element: Any) -> str | _Parameter | _Number:
    match element:
        case ast.TextElement(value=text):
            return str(text)
        case ast.Placeable(expression=ast.VariableReference(id=name)):
            return _Parameter(name.name)
        case ast.Placeable(
            expression=ast.SelectExpression(selector=ast.VariableReference(id=name), variants=variants)
        ):
            return _number(key, name.name, variants)
        case _:
            raise NotPlainError(
                f"{key}: found {type(element).__name__}, expected text, parameters, [one] and [other]"
            )


def _number(key: str, name: str, variants: Sequence[Any]) -> _Number:
    by_name = {variant.key.name: _parts(key, variant.value) for variant in variants}
    if by_name.keys() != {_ONE, "other"}:
        raise NotPlainError(f"{key}: found {', '.join(by_name)}, expected [one] and [other]")
    return _Number(name, by_name[_ONE], by_name["other"])


def _formed(parts: _Parts, parameters: Mapping[str, Value]) -> str:
    return "".join([part if isinstance(part, str) else _filled(part, parameters) for part in parts])


def _filled(part: _Parameter | _Number, parameters: Mapping[str, Value]) -> str:
    value = parameters.get(part.name)
    if isinstance(part, _Number):
        return _formed(part.one if value == 1 else part.other, parameters)
    if value is None:
        _LOG.warning("a text lacks its %s", part.name)
        return f"{{{part.name}}}"
    return f"{value:,}" if isinstance(value, int) else value
