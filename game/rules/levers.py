"""What laws, landmarks, events and traits change now, ready to be asked for by target (rules 3, 4, 8, 9).

Made once for each set of laws in force and events at work; `Board.levers` keeps some of them.
"""

import copy
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from msgspec import Struct

from game.rules.basics import Place
from game.rules.change import PRICES, SIDE_EFFECTS, Change
from game.rules.ids import District, Leader


class Lever(Struct, frozen=True):
    """One change at work: who makes it, by how much, and in what kind of district only."""

    source: str
    value: int
    where: Place | None


Found: TypeAlias = tuple[Lever, ...]

_Scoped: TypeAlias = dict[str, dict[int, Found]]

NONE: Found = ()
_NOBODY: Final[Mapping[int, Found]] = {}
EVERYWHERE = -1


class Levers:
    """All changes at work, by target and where or through whom they count."""

    def __init__(self) -> None:
        self._city: dict[str, Found] = {}
        self._districts: _Scoped = {}
        self._leaders: _Scoped = {}
        self.targets: frozenset[str] = frozenset()
        """Whatever something changes; nothing else needs to be looked for."""
        self.priced: frozenset[str] = frozenset()
        """The verbs whose price something changes."""
        self.side_effects: frozenset[str] = frozenset()
        """The causes to whose doings something is added."""

    def more(self) -> "Levers":
        """The same changes, for others to be added: this one stays as it is, and what both have is in memory once."""
        return copy.copy(self)  # whatever is added replaces what it changes

    def add_for_city(self, source: str, changes: Sequence[Change]) -> None:
        """Changes that count everywhere: a law's."""
        self._note(changes)
        self._city = dict(self._city)
        for change in changes:
            self._city[change.target] = (*self._city.get(change.target, NONE), _lever(source, change))

    def add_for_district(self, source: str, district: District, changes: Sequence[Change]) -> None:
        """Changes that count in one district: a landmark's or an event's."""
        self._note(changes)
        self._districts = _with(self._districts, source, district, changes)

    def add_for_leader(self, source: str, leader: Leader, changes: Sequence[Change]) -> None:
        """Changes that count for what one leader does: a trait's."""
        self._note(changes)
        self._leaders = _with(self._leaders, source, leader, changes)

    def find(self, target: str, district: int, leader: int = EVERYWHERE) -> Found:
        """The changes of a target that count here and through this leader; kinds of district not yet looked at."""
        if target not in self.targets:
            return NONE
        found = self._city.get(target, NONE)
        there = self._districts.get(target)
        if there is not None:
            found += there.get(district, NONE)
        theirs = self._leaders.get(target)
        if theirs is not None:
            found += theirs.get(leader, NONE)
        return found

    def _note(self, changes: Sequence[Change]) -> None:
        self.targets |= {change.target for change in changes}
        self.priced |= {change.cause for change in changes if change.constant in PRICES}
        self.side_effects |= {change.cause for change in changes if change.constant in SIDE_EFFECTS}


def _with(scoped: _Scoped, source: str, who: int, changes: Sequence[Change]) -> _Scoped:
    more = dict(scoped)
    for change in changes:
        at = more.get(change.target, _NOBODY)
        more[change.target] = {**at, who: (*at.get(who, NONE), _lever(source, change))}
    return more


def _lever(source: str, change: Change) -> Lever:
    return Lever(source, change.value, change.where)
