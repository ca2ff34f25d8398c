"""Ledger and state in the words of the case files."""

from typing import Any

from msgspec import Struct

from game.rules.ledger import Entry, Factor
from game.rules.orders import PRESSING
from game.rules.state import Bill, DistrictState, Outcome, Public, SeatState
from tests.conformance.case import Table
from tests.conformance.table import Names

BY_SEAT = {"pressure", "shield", "lost", "stakes"}
SEATS = {"seat", "to", "mover", "steward"}
DISTRICTS = {"district", "origin"}


def entry_table(entry: Entry, names: Names) -> Table:
    """An entry as a table: `entry` names what it is, then its fields."""
    told: Table = {"entry": str(entry.__struct_config__.tag)}
    for field in entry.__struct_fields__:
        told[field] = _value(field, getattr(entry, field), names)
    return told


def _value(field: str, value: Any, names: Names) -> Any:  # noqa: PLR0911 - one line for each kind of field
    if field in SEATS:
        return names.seat_name(value)
    if field in DISTRICTS:
        return names.district_name(value)
    if field == "leader":
        return names.leader_name(value)
    if field == "seats":
        return sorted(names.seat_name(seat) for seat in value)
    if field == "factors":
        return factor_table(value)
    if field == "outcome":
        return outcome_table(value, names)
    if field in BY_SEAT or (field in {"before", "after"} and isinstance(value, tuple)):
        return dict(zip(names.seats, value, strict=True))
    return list(value) if isinstance(value, tuple) else value


def factor_table(factors: tuple[Factor, ...], above: str = "") -> Table:
    """Factors by name; the lines a factor is the sum of go by `factor.line`."""
    told: Table = {}
    for factor in factors:
        name = above + factor.name
        told[name] = factor.value
        told.update(factor_table(factor.parts, f"{name}."))
    return told


def outcome_table(outcome: Outcome | None, names: Names) -> Table | str:
    """How a match ended, or `open`."""
    if outcome is None:
        return "open"
    return {
        "ending": str(outcome.ending),
        "places": dict(zip(names.seats, outcome.places, strict=False)),
        "mandates": {label: list(keys) for label, keys in zip(names.seats, outcome.mandates, strict=False)},
        "winners": sorted(names.seat_name(seat) for seat in outcome.winners),
    }


def public_table(public: Public, names: Names) -> Table:
    """What everybody sees, in the words of `position`."""
    return {
        "turn": public.turn,
        "fracture": public.fracture,
        "districts": {
            key: _district(district, names)
            for key, district in zip(names.districts, public.districts, strict=True)
        },
        "seats": {label: _seat(seat, names) for label, seat in zip(names.seats, public.seats, strict=True)},
        "leaders": {
            name: names.district_name(where)
            for name, where in zip(names.leaders, public.leaders, strict=True)
        },
        "priority": [names.seat_name(seat) for seat in public.priority],
        "spotlight": [list(lit) for lit in public.spotlight],
        "laws": [
            {"key": law.key, "until": law.until, "mover": names.seat_name(law.mover)} for law in public.laws
        ],
        "docket": [_bill(bill, names) for bill in public.docket],
        "docket_size": len(public.docket),
        "moved": [_bill(bill, names) for bill in public.moved],
        "events": [
            {
                "key": event.key,
                "district": names.district_name(event.district),
                "turn": event.turn,
                "answered": event.answered,
            }
            for event in public.events
        ],
        "events_size": len(public.events),
        "outcome": outcome_table(public.outcome, names),
    }


def _bill(bill: Bill, names: Names) -> Table:
    return {"law": bill.law, "mover": names.seat_name(bill.mover), "voice": bill.voice}


def _district(district: DistrictState, names: Names) -> Table:
    site: Table | str = "none"
    if district.site is not None:
        kinds = names.board.ruleset.part_kinds
        site = {
            "parts": dict(zip(kinds, district.site.parts, strict=True)),
            "stakes": dict(zip(names.seats, district.site.stakes, strict=True)),
            "finished": district.site.finished,
        }
    return {
        **_plain(district, ("need", "lean", "unrest")),
        "support": dict(zip(names.seats, district.support, strict=True)),
        "residents": 1000 - sum(district.support),
        "facilities": [
            {"kind": facility.kind, "seat": names.seat_name(facility.seat), "ready": facility.ready}
            for facility in district.facilities
        ],
        "site": site,
    }


def _seat(seat: SeatState, names: Names) -> Table:
    tired = {
        place: dict(zip(PRESSING, levels, strict=True))
        for place, levels in zip(names.districts, seat.tired, strict=True)
    }
    return {
        **_plain(seat, ("credits", "voice", "legacy", "works", "passed", "blame")),
        "hand": list(seat.hand),
        "hand_size": len(seat.hand),
        "tired": tired,
    }


def _plain(value: Struct, fields: tuple[str, ...]) -> Table:
    return {field: getattr(value, field) for field in fields}
