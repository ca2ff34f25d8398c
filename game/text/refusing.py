"""Why a slate is refused, in words: what is wrong, and the mend."""

from collections.abc import Callable

from msgspec import Struct

from game.rules.board import Board
from game.rules.errors import Code, Fault
from game.rules.ids import Seat
from game.text.catalog import Catalog
from game.text.naming import Names

Value = str | int


class Refusing(Struct, frozen=True):
    """A fault in words, a sentence or two each."""

    text: str
    mend: str


def refuse(catalog: Catalog, board: Board, seat: Seat, fault: Fault) -> Refusing:
    """A fault of this seat's slate and its mend, with the names of what they speak of."""
    parameters = named_parameters(Names(catalog, board), seat, fault)
    key = f"refusal-{fault.code.value}"
    return Refusing(catalog.say(key, **parameters), catalog.say(f"{key}-mend", **parameters))


def named_parameters(names: Names, seat: Seat, fault: Fault) -> dict[str, Value]:
    """The fault's parameters with names in place of keys; a key that names nothing stays as it is."""
    parameters = dict(fault.parameters)
    for field, value in fault.parameters.items():
        namer = _NAMERS.get(field)
        if namer is not None:
            parameters[field] = namer(names, seat, value)
    lister = _LISTS.get(fault.code)
    if lister is not None:
        parameters["found"] = lister(names, str(parameters["found"]))
        keys = [key for key in str(parameters["known"]).split(", ") if key]
        known = names.listed([lister(names, key) for key in keys])
        parameters["known"] = known or names.catalog.say("ledger-none")
    return parameters


def _place(names: Names, _: Seat, value: Value) -> Value:
    found = names.board.district_of_key.get(str(value))
    return value if found is None else names.place(found)


def _leader(names: Names, _: Seat, value: Value) -> Value:
    known = any(plan.key == value for plan in names.board.leaders)
    return names.terms.leader(str(value)) if known else value


def _facility(names: Names, key: str) -> str:
    return names.facility(key) if names.terms.is_facility(key) else key


def _law(names: Names, key: str) -> str:
    return names.terms.law(key) if key in names.board.ruleset.laws else key


def _part(names: Names, key: str) -> str:
    return names.terms.part(key) if key in names.board.ruleset.part_kinds else key


_NAMERS: dict[str, Callable[[Names, Seat, Value], Value]] = {
    "district": _place,
    "here": _place,
    "leader": _leader,
    "facility": lambda names, _, value: _facility(names, str(value)),
    "law": lambda names, _, value: _law(names, str(value)),
    "kind": lambda names, _, value: _part(names, str(value)),
    "verb": lambda names, seat, value: names.verb(seat, str(value)),
    "seat": lambda names, _, value: names.faction(Seat(int(value))),
}

_LISTS: dict[Code, Callable[[Names, str], str]] = {
    Code.UNKNOWN_FACILITY: _facility,
    Code.UNKNOWN_PART: _part,
    Code.NOT_IN_HAND: _law,
    Code.NOT_ON_DOCKET: _law,
}
"""Faults that say what was found and what is known: how either is named."""
