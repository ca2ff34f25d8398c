"""A ruleset with some numbers played differently: by a temper of the city, a mode, a scenario (rules 10, 11)."""

from collections.abc import Iterable
from typing import Any, Final

import msgspec

from game.rules.cards import NumberChange
from game.rules.errors import RulesError
from game.rules.ruleset import Ruleset

_KEPT: Final = 64
"""Rulesets that come of one: more than there are tempers times modes."""


def variant(ruleset: Ruleset, changes: Iterable[NumberChange]) -> Ruleset:
    """The ruleset `with_numbers`, made once for all matches that are played with these. Raises as that does."""
    listed, known = tuple(changes), ruleset.variants
    if listed and listed not in known:
        if len(known) >= _KEPT:
            known.clear()
        known[listed] = with_numbers(ruleset, listed)
    return known[listed] if listed else ruleset


def with_numbers(ruleset: Ruleset, changes: Iterable[NumberChange]) -> Ruleset:
    """The ruleset after every change in its order.

    A path goes by the names of the tables (`fracture.tension_by_act`); a list is changed item by item.
    Raises RulesError naming the path if it leads to no number, or if the ruleset would not be one any more.
    """
    listed = list(changes)
    if not listed:
        return ruleset
    tables: dict[str, Any] = msgspec.to_builtins(ruleset)
    for change in listed:
        _change(tables, change)
    try:
        return msgspec.convert(tables, type=Ruleset)
    except msgspec.ValidationError as error:
        paths = ", ".join(change.path for change in listed)
        raise RulesError(f"numbers {paths}: {error}. Mend: keep them in bounds") from error


def _change(tables: dict[str, Any], change: NumberChange) -> None:
    *way, last = change.path.split(".")
    table: Any = tables
    for name in way:
        table = table.get(name) if isinstance(table, dict) else None
    if not isinstance(table, dict) or not _is_number(table.get(last)):
        raise RulesError(
            f"number {change.path!r}: there is no such number. Mend: name table and key as in rules.toml"
        )
    table[last] = _changed(table[last], change)


def _is_number(found: Any) -> bool:
    if isinstance(found, list | tuple):
        return bool(found) and all(isinstance(item, int) for item in found)
    return isinstance(found, int) and not isinstance(found, bool)


def _changed(found: Any, change: NumberChange) -> Any:
    if isinstance(found, list | tuple):
        return [_changed(item, change) for item in found]
    if change.set is not None:
        return change.set
    if change.percent is not None:
        return found * change.percent // 100
    return found + (change.add or 0)
