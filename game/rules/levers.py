"""What laws, landmarks, events and traits change now, ready to be asked for by target (rules 3, 4, 8, 9).

Made once for each set of laws in force and events at work; `Board.levers` keeps some of them.
"""

import copy
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final, TypeAlias

from msgspec import Struct

from game.rules.basics import Place
from game.rules.change import PRESSURE, PRICES, SIDE_EFFECTS, Change
from game.rules.ids import District, Leader


class Lever(Struct, frozen=True):
    """One change at work: who makes it, by how much, and in what kind of district only."""

    source: str
    value: int
    where: Place | None


Found: TypeAlias = tuple[Lever, ...]

Effects: TypeAlias = tuple[tuple[str, str], ...]
"""What a cause is added to, each with the target that says by how much."""

_Scope: TypeAlias = tuple[Found, Mapping[int, Found], Mapping[int, Found]]
"""What changes one target: everywhere, by district, by leader."""

NONE: Found = ()
_NOBODY: Final[Mapping[int, Found]] = {}
_NOTHING: Final[_Scope] = (NONE, _NOBODY, _NOBODY)
EVERYWHERE = -1


class Levers:
    """All changes at work, by target and where or through whom they count."""

    def __init__(self) -> None:
        self._scopes: dict[str, _Scope] = {}
        self.targets: AbstractSet[str] = self._scopes.keys()
        """Whatever something changes; nothing else needs to be looked for."""
        self.priced: frozenset[str] = frozenset()
        """The verbs whose price something changes."""
        self.pressed: frozenset[str] = frozenset()
        """The causes whose pressure something changes."""
        self.side_effects: Mapping[str, Effects] = {}
        """The causes to whose doings something is added, and in what, in the order of `change.SIDE_EFFECTS`."""

    def more(self) -> "Levers":
        """The same changes, for others to be added: this one stays as it is, and what both have is in memory once."""
        return copy.copy(self)  # whatever is added replaces what it changes

    def add_for_city(self, source: str, changes: Sequence[Change]) -> None:
        """Changes that count everywhere: a law's."""
        scopes = dict(self._scopes)
        for change in changes:
            city, districts, leaders = scopes.get(change.target, _NOTHING)
            scopes[change.target] = ((*city, _lever(source, change)), districts, leaders)
        self._note(scopes, changes)

    def add_for_district(self, source: str, district: District, changes: Sequence[Change]) -> None:
        """Changes that count in one district: a landmark's or an event's."""
        scopes = dict(self._scopes)
        for change in changes:
            city, districts, leaders = scopes.get(change.target, _NOTHING)
            scopes[change.target] = (city, _with(districts, district, _lever(source, change)), leaders)
        self._note(scopes, changes)

    def add_for_leader(self, source: str, leader: Leader, changes: Sequence[Change]) -> None:
        """Changes that count for what one leader does: a trait's."""
        scopes = dict(self._scopes)
        for change in changes:
            city, districts, leaders = scopes.get(change.target, _NOTHING)
            scopes[change.target] = (city, districts, _with(leaders, leader, _lever(source, change)))
        self._note(scopes, changes)

    def find(self, target: str, district: int, leader: int = EVERYWHERE) -> Found:
        """The changes of a target that count here and through this leader; kinds of district not yet looked at."""
        scope = self._scopes.get(target)
        if scope is None:
            return NONE
        found, districts, leaders = scope
        if districts:
            found += districts.get(district, NONE)
        if leaders:
            found += leaders.get(leader, NONE)
        return found

    def _note(self, scopes: dict[str, _Scope], changes: Sequence[Change]) -> None:
        self._scopes = scopes
        self.targets = scopes.keys()
        for change in changes:
            constant, _, cause = change.target.partition(":")
            if constant in PRICES:
                self.priced |= {cause}
            elif constant == PRESSURE:
                self.pressed |= {cause}
            elif cause and constant in SIDE_EFFECTS:
                self.side_effects = {**self.side_effects, cause: _effects(scopes, cause)}


def _effects(scopes: Mapping[str, _Scope], cause: str) -> Effects:
    return tuple([named for named in _every_effect(cause) if named[1] in scopes])


@lru_cache(maxsize=256)
def _every_effect(cause: str) -> Effects:
    """Whatever can be added to a cause; the words are in memory once for all levers."""
    return tuple((constant, f"{constant}:{cause}") for constant in SIDE_EFFECTS)


def _with(scoped: Mapping[int, Found], who: int, lever: Lever) -> Mapping[int, Found]:
    return {**scoped, who: (*scoped.get(who, NONE), lever)}


def _lever(source: str, change: Change) -> Lever:
    return Lever(source, change.value, change.where)
