"""Tempers, modes and scenarios that cannot be played."""

from collections.abc import Iterator, Sequence
from typing import Final

from game.content.fault import Fault
from game.content.measure_faults import measure_faults
from game.content.table_faults import table_faults
from game.rules.cards import Goal, Mode, NumberChange, Scripted
from game.rules.errors import RulesError
from game.rules.ruleset import Ruleset
from game.rules.tuning import with_numbers

FREE: Final = "free"
STANDARD: Final = "standard"
"""What is played where nobody asks for something else."""


def way_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """The faults of every temper and every mode of a ruleset, and of both together."""
    if STANDARD not in ruleset.tempers:
        yield Fault("tempers.toml", "tempers", "no standard", "one called standard", "add it")
    if FREE not in ruleset.modes:
        yield Fault("modes/", "", f"no {FREE}.toml", "one", "add it")
    sound = True
    for temper in ruleset.tempers.values():
        for fault in number_faults(ruleset, "tempers.toml", f"tempers.{temper.key}.numbers", temper.numbers):
            sound = False
            yield fault
    for mode in ruleset.modes.values():
        for fault in (*_stage(mode), *mode_faults(ruleset, mode)):
            sound = False
            yield fault
    if sound:
        yield from _both(ruleset)


def mode_faults(ruleset: Ruleset, mode: Mode) -> Iterator[Fault]:
    """The faults of one mode as far as the ruleset can tell; whether its map exists is for the maps to say."""
    file = f"modes/{mode.key}.toml"
    yield from number_faults(ruleset, file, "numbers", mode.numbers)
    yield from _shape(mode, file)
    for index, goal in enumerate(mode.goals):
        yield from _goal(mode, goal, file, f"goals[{index}]")
    if mode.length is not None and mode.length not in ruleset.lengths:
        expected = f"one of {', '.join(ruleset.lengths)}"
        yield Fault(file, "length", repr(mode.length), expected, "name a length")
    for index, item in enumerate(mode.script):
        yield from _scripted(ruleset, mode, item, (file, f"script[{index}]"))


def _stage(mode: Mode) -> Iterator[Fault]:
    """A mode that no map brings along says where its script is played."""
    if mode.script and (mode.map is None or mode.length is None):
        file = f"modes/{mode.key}.toml"
        yield Fault(file, "script", "no map or no length", "both", "say which map and length it is for")


def number_faults(
    ruleset: Ruleset, file: str, place: str, changes: Sequence[NumberChange]
) -> Iterator[Fault]:
    """Changes of numbers that lead nowhere, or to a ruleset that could not be played."""
    before = set(table_faults(ruleset))
    sound = True
    for index, change in enumerate(changes):
        for fault in _number(ruleset, file, f"{place}[{index}]", change):
            sound = False
            yield fault
    if sound and changes:
        for fault in table_faults(with_numbers(ruleset, changes)):
            if fault not in before:
                found = f"{fault.place} {fault.found}"
                yield Fault(file, place, found, fault.expected, "change other numbers too, or these less")


def _number(ruleset: Ruleset, file: str, place: str, change: NumberChange) -> Iterator[Fault]:
    ways = [way for way in ("set", "add", "percent") if getattr(change, way) is not None]
    if len(ways) != 1:
        found = " and ".join(ways) or "none of them"
        yield Fault(file, place, found, "one of set, add and percent", "keep one")
        return
    try:
        with_numbers(ruleset, [change])
    except RulesError as error:
        yield Fault(
            file, f"{place}.path", repr(change.path), f"a number that can be so: {error}", "correct it"
        )


def _shape(mode: Mode, file: str) -> Iterator[Fault]:
    if mode.team_size == 1:
        yield Fault(file, "team_size", "1", "0 for everyone alone, or 2 and more", "correct it")
    if mode.team_size and mode.together:
        yield Fault(file, "team_size", "teams where all play together", "one of both", "remove one")
    if mode.together and not mode.goals:
        yield Fault(file, "goals", "none", "at least one where all play together", "add what must be reached")


def _goal(mode: Mode, goal: Goal, file: str, place: str) -> Iterator[Fault]:
    if mode.together and goal.wins:
        yield Fault(file, f"{place}.wins", "true", "false where all play together", "remove it")
    if not mode.together and not goal.wins:
        yield Fault(file, f"{place}.wins", "false", "true where they compete", "set it, or play together")
    yield from measure_faults(file, f"{place}.measure", goal.measure, "seat" if goal.wins else "city")


def _scripted(ruleset: Ruleset, mode: Mode, item: Scripted, where: tuple[str, str]) -> Iterator[Fault]:
    """An event is announced a season ahead, so none can come up in the first."""
    file, place = where
    if item.event not in ruleset.events:
        yield Fault(file, f"{place}.event", repr(item.event), "an event of events.toml", "correct the key")
    length = ruleset.lengths.get(mode.length or "")
    if length is not None and not length.season_turns < item.turn <= length.turns:
        expected = f"{length.season_turns + 1} to {length.turns}"
        yield Fault(file, f"{place}.turn", str(item.turn), expected, "move it into a season after the first")


def _both(ruleset: Ruleset) -> Iterator[Fault]:
    """Numbers that fit alone and not together."""
    for mode in ruleset.modes.values():
        if not mode.numbers:
            continue
        for temper in ruleset.tempers.values():
            try:
                with_numbers(ruleset, (*temper.numbers, *mode.numbers))
            except RulesError as error:
                expected = f"a ruleset with the temper {temper.key}: {error}"
                yield Fault(f"modes/{mode.key}.toml", "numbers", "none", expected, "change them less")
