"""A map's own scenario: goals, planned events and numbers played differently, as a mode of the rules."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from game.content import ruleset
from game.maps.faults import Faults, quoted
from game.maps.ground import Ground
from game.maps.objects import Thing
from game.rules.cards import Goal, Mode, NumberChange, Scripted
from game.rules.city import City
from game.rules.errors import RulesError
from game.rules.measure import SEAT_READINGS, Measure
from game.rules.tuning import with_numbers

SCENARIO = "scenario"
"""The key of a mode that is a map's own."""

_LENGTHS = {12: "short", 24: "standard", 36: "epic"}
_FIRST_EVENT = 4
"""No event comes up in the first season (rule 9)."""


class Sites(Struct, frozen=True):
    """Where things of a map lie: the ground, and how a thing's district is found on it."""

    ground: Ground
    faults: Faults
    district_of: Callable[[Thing, Ground, Faults], int | None]


def read_scenario(
    things: Mapping[str, Sequence[Thing]], settings: Mapping[str, int | str], city: City, sites: Sites
) -> Mode | None:
    """The mode a map asks for by its scenario objects, or None if it has none. Notes M310, M318..M320."""
    if not (things["goal"] or things["event"] or things["rule"]):
        return None
    together = settings["mode"] == "common-cause"
    goals = [
        _goal(number, thing, together=together, sites=sites) for number, thing in enumerate(things["goal"], 1)
    ]
    script = [_event(thing, city, sites) for thing in things["event"]]
    numbers = [_number(thing, sites.faults) for thing in things["rule"]]
    _check_together([change for change in numbers if change], things["rule"], sites.faults)
    if together and not things["goal"]:
        thing = (things["event"] or things["rule"])[0]
        sites.faults.add("M318", thing.place, "no goal in a map of mode common-cause", "one goal or more")
    return Mode(
        key=SCENARIO,
        together=together,
        goals=tuple(goal for goal in goals if goal),
        numbers=tuple(change for change in numbers if change),
        script=tuple(event for event in script if event),
        map=city.map_id,
        length=_LENGTHS[city.turns],
    )


def _goal(number: int, thing: Thing, *, together: bool, sites: Sites) -> Goal | None:
    reads, wins = str(thing.properties["target"]), thing.properties["when"] == "wins"
    if wins != (reads in SEAT_READINGS) or wins == together:
        found = f"{reads}, which counts {'at once' if wins else 'at the end'}"
        expected = (
            "a reading of the whole city, at the end" if together else "a reading of one seat that wins"
        )
        sites.faults.add("M318", thing.place, found, expected)
        return None
    amount = int(thing.properties["amount"])
    bounds = {"least": amount} if thing.properties["effect"] == "at_least" else {"most": amount}
    measure = Measure(reads=reads, **bounds)  # type: ignore[arg-type] # the schema checked the reading
    return Goal(key=f"goal_{number}", measure=measure, wins=wins, text=str(thing.properties["text"]))


def _event(thing: Thing, city: City, sites: Sites) -> Scripted | None:
    district = sites.district_of(thing, sites.ground, sites.faults)
    turn = int(thing.properties["turn"])
    if not _FIRST_EVENT <= turn <= city.turns:
        sites.faults.add("M319", thing.place, f"turn {turn}", f"{_FIRST_EVENT}..{city.turns}")
        return None
    if district is None:
        return None
    return Scripted(event=str(thing.properties["target"]), turn=turn, district=city.districts[district].key)


def _number(thing: Thing, faults: Faults) -> NumberChange | None:
    path, amount = str(thing.properties["target"]), int(thing.properties["amount"])
    effect = str(thing.properties["effect"])
    change = NumberChange(path=path, **{effect: amount})
    try:
        with_numbers(ruleset(), [change])
    except RulesError as error:
        faults.add(
            "M320", thing.place, quoted(f"{path} {effect} {amount}"), str(error).rpartition(". Mend")[0]
        )
        return None
    return change


def _check_together(changes: Sequence[NumberChange], things: Sequence[Thing], faults: Faults) -> None:
    """Numbers that are right one by one can still be wrong together."""
    try:
        with_numbers(ruleset(), changes)
    except RulesError as error:
        faults.add(
            "M320", things[0].place, "numbers that do not go together", str(error).rpartition(". Mend")[0]
        )
