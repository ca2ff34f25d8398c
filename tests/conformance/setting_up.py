"""From a case to a match and the position it speaks of."""

from collections.abc import Callable
from typing import Any

import msgspec
from msgspec.structs import replace

from game.rules.board import Board
from game.rules.cards import Mode
from game.rules.city import City, DistrictPlan, Start
from game.rules.ids import District, FactionKey, Seat, Wealth
from game.rules.orders import PRESSING
from game.rules.setup import Setting, new_match
from game.rules.state import (
    Bill,
    DistrictState,
    Facility,
    Happening,
    Law,
    Public,
    SeatState,
    Secret,
    Site,
    Sitting,
    State,
)
from tests.conformance.case import Case, Table, city_tables
from tests.conformance.pin import pinned
from tests.conformance.table import Names


def city_of(case: Case) -> City:
    """The case's city with what its `plan` changes."""
    table = city_tables()[case.city]
    keys = [row["key"] for row in table["districts"]]
    links: dict[str, set[str]] = {key: set() for key in keys}
    for pair in table["links"]:
        one, other = pair.split()
        links[one].add(other)
        links[other].add(one)
    districts = tuple(
        _plan({**row, **case.plan.get(row["key"], {})}, keys, links) for row in table["districts"]
    )
    starts = tuple(
        Start(number, District(keys.index(row["district"])), row["faction"])
        for number, row in enumerate(table["starts"], 1)
    )
    return City(case.city, case.city.title(), districts, starts, 24)


def _plan(row: Table, keys: list[str], links: dict[str, set[str]]) -> DistrictPlan:
    return DistrictPlan(
        key=row["key"],
        title=row["key"].upper(),
        population=row["population"],
        wealth=Wealth[row["wealth"].upper()],
        need=row["need"],
        lean=row["lean"],
        unrest=row["unrest"],
        slots=row["slots"],
        quarter=row["quarter"],
        landmark=row.get("landmark"),
        links=tuple(sorted(District(keys.index(other)) for other in links[row["key"]])),
    )


def opened(case: Case, labels: list[str]) -> tuple[Board, State]:
    """The case's match with its seats in the order of `labels`, before anything is overridden."""
    mode = case.mode if isinstance(case.mode, str) else msgspec.convert(case.mode, type=Mode)
    teams = tuple(case.teams[label] for label in labels) if case.teams else ()
    unranked = tuple(Seat(labels.index(label)) for label in case.unranked)
    setting = Setting(mode, case.temper, teams, unranked)
    match, state = new_match(pinned(), city_of(case), _sittings(labels), case.length, case.seed, setting)
    return Board(match), state


def _sittings(labels: list[str]) -> list[Sitting]:
    parts = [label.split(":") for label in labels]
    return [Sitting(FactionKey(faction), int(chapter)) for faction, chapter in parts]


def placed(case: Case, names: Names, state: State) -> State:
    """The position of a case: the opening made quiet, unless it is wanted as drawn, then what differs."""
    if not case.drawn:
        state = _quiet(case, names, state)
    return State(_public(case.position, names, state.public), _secret(case.position, names, state.secret))


def _quiet(case: Case, names: Names, state: State) -> State:
    """Turn 2, nothing drawn: no docket, event, hand or mandate; priority as the seats are named."""
    public = replace(
        state.public,
        turn=2,
        docket=(),
        events=(),
        seats=tuple(replace(seat, hand=()) for seat in state.public.seats),
        priority=tuple(names.seat(label) for label in case.seats),
        spotlight=((),) * len(state.public.spotlight),
    )
    return State(public, Secret(case.seed, ((),) * len(names.seats)))


def _secret(given: Table, names: Names, secret: Secret) -> Secret:
    goals = {label: tuple(keys) for label, keys in given.get("mandates", {}).items()}
    return replace(secret, mandates=names.by_seat(goals, secret.mandates))


def _public(given: Table, names: Names, public: Public) -> Public:
    changes: dict[str, Any] = {key: given[key] for key in ("turn", "fracture") if key in given}
    changes["districts"] = _districts(given, names, public)
    changes["seats"] = tuple(
        _seat(given.get("seats", {}).get(label, {}), names, seat)
        for label, seat in zip(names.seats, public.seats, strict=True)
    )
    where = given.get("leaders", {})
    changes["leaders"] = tuple(
        names.district(where[name]) if name in where else old
        for name, old in zip(names.leaders, public.leaders, strict=True)
    )
    changes.update(_lists(given, names))
    return replace(public, **changes)


def _lists(given: Table, names: Names) -> dict[str, Any]:
    read: dict[str, Callable[[Any], Any]] = {
        "priority": names.seat,
        "spotlight": tuple,
        "laws": lambda row: Law(row["key"], row["until"], names.seat(row.get("mover", "nobody"))),
        "docket": lambda row: _bill(row, names),
        "moved": lambda row: _bill(row, names),
        "events": lambda row: Happening(
            row["key"], names.district(row["district"]), row["turn"], row.get("answered", False)
        ),
    }
    return {key: tuple(map(make, given[key])) for key, make in read.items() if key in given}


def _bill(row: Table, names: Names) -> Bill:
    return Bill(row["law"], names.seat(row.get("mover", "nobody")), row.get("voice", 0))


def _districts(given: Table, names: Names, public: Public) -> tuple[DistrictState, ...]:
    everywhere = given.get("everywhere", {})
    own = given.get("districts", {})
    return tuple(
        _district({**everywhere, **own.get(key, {})}, names, old)
        for key, old in zip(names.districts, public.districts, strict=True)
    )


def _district(given: Table, names: Names, old: DistrictState) -> DistrictState:
    changes: dict[str, Any] = {key: given[key] for key in ("need", "lean", "unrest") if key in given}
    if "support" in given:
        changes["support"] = names.by_seat(given["support"], (0,) * len(names.seats))
    if "facilities" in given:
        changes["facilities"] = tuple(
            Facility(row["kind"], names.seat(row["seat"]), row.get("ready", 1)) for row in given["facilities"]
        )
    if "site" in given:
        site = given["site"]
        kinds = names.board.ruleset.part_kinds
        parts = tuple(site["parts"].get(kind, 0) for kind in kinds)
        stakes = names.by_seat(site["stakes"], (0,) * len(names.seats))
        changes["site"] = Site(parts, stakes, site.get("finished", 0))
    return replace(old, **changes)


def _seat(given: Table, names: Names, old: SeatState) -> SeatState:
    plain = {"credits", "voice", "legacy", "works", "passed", "blame"}
    changes: dict[str, Any] = {key: value for key, value in given.items() if key in plain}
    if "hand" in given:
        changes["hand"] = tuple(sorted(given["hand"]))
    if "tired" in given:
        tired = [list(levels) for levels in old.tired]
        for place, verbs in given["tired"].items():
            for verb, level in verbs.items():
                tired[names.district(place)][PRESSING.index(verb)] = level
        changes["tired"] = tuple(map(tuple, tired))
    return replace(old, **changes)
