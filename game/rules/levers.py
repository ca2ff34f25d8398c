"""What laws, landmarks, events and traits change now, ready to be asked for by target (rules 3, 4, 8, 9).

Made once for each set of laws in force and events at work; `Board.levers` keeps some of them.
"""

from collections.abc import Iterable
from typing import TypeAlias

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
EVERYWHERE = -1


class Levers:
    """All changes at work, by target and where or through whom they count."""

    def __init__(self) -> None:
        self._city: dict[str, Found] = {}
        self._districts: _Scoped = {}
        self._leaders: _Scoped = {}
        self.targets: set[str] = set()
        """Whatever something changes; nothing else needs to be looked for."""
        self.priced: set[str] = set()
        """The verbs whose price something changes."""
        self.side_effects: set[str] = set()
        """The causes to whose doings something is added."""

    def add_for_city(self, source: str, changes: Iterable[Change]) -> None:
        """Changes that count everywhere: a law's."""
        for change in changes:
            self._note(change)
            self._city[change.target] = (*self._city.get(change.target, NONE), _lever(source, change))

    def add_for_district(self, source: str, district: District, changes: Iterable[Change]) -> None:
        """Changes that count in one district: a landmark's or an event's."""
        self._add(self._districts, source, district, changes)

    def add_for_leader(self, source: str, leader: Leader, changes: Iterable[Change]) -> None:
        """Changes that count for what one leader does: a trait's."""
        self._add(self._leaders, source, leader, changes)

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

    def _add(self, scoped: _Scoped, source: str, who: int, changes: Iterable[Change]) -> None:
        for change in changes:
            self._note(change)
            at = scoped.setdefault(change.target, {})
            at[who] = (*at.get(who, NONE), _lever(source, change))

    def _note(self, change: Change) -> None:
        self.targets.add(change.target)
        if change.constant in PRICES:
            self.priced.add(change.cause)
        elif change.constant in SIDE_EFFECTS:
            self.side_effects.add(change.cause)


def _lever(source: str, change: Change) -> Lever:
    return Lever(source, change.value, change.where)
