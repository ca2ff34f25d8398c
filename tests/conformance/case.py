"""A conformance case as it stands in its file; the README says what each field means."""

import tomllib
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import Struct, field

HERE: Final = Path(__file__).parent
CASES: Final = HERE / "cases"

Table = dict[str, Any]
"""A table of a case: what differs from the opening, or what is expected. Its keys are the README's."""


class Expected(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What must come of it; an empty field asks for nothing."""

    faults: dict[str, list[str]] = field(default_factory=dict)
    prices: dict[str, Table] = field(default_factory=dict)
    ledger: list[Table] = field(default_factory=list)
    absent: list[Table] = field(default_factory=list)
    after: Table = field(default_factory=dict)
    views: dict[str, list[str]] = field(default_factory=dict)
    ranges: list[Table] = field(default_factory=list)
    draws: list[Table] = field(default_factory=list)
    refused: bool = False


class Case(Struct, frozen=True, forbid_unknown_fields=True):
    """One case: what it is about, the match, the position, the orders, and what must come of them."""

    id: str
    title: str
    rules: list[str]
    prose: str
    city: str = "row"
    plan: dict[str, Table] = field(default_factory=dict)
    seats: list[str] = field(default_factory=lambda: ["sra:1", "occ:1", "ca:1"])
    length: str = "standard"
    seed: int = 1
    mode: str | Table = "free"
    temper: str = "standard"
    teams: dict[str, int] = field(default_factory=dict)
    unranked: list[str] = field(default_factory=list)
    play: str = "turn"
    drawn: bool = False
    position: Table = field(default_factory=dict)
    earlier: list[dict[str, str]] = field(default_factory=list)
    orders: dict[str, str] = field(default_factory=dict)
    expect: Expected = field(default_factory=Expected)


class _Chapter(Struct, frozen=True, forbid_unknown_fields=True):
    case: list[Case]


def all_cases() -> list[Case]:
    """Every case of every file, in the order of the files."""
    return [case for path in sorted(CASES.glob("*.toml")) for case in cases_of(path)]


def cases_of(path: Path) -> list[Case]:
    """The cases of one file. Raises msgspec.ValidationError for a field the format does not have."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), type=_Chapter).case


def city_tables() -> dict[str, Table]:
    """The standard cities, by name."""
    return tomllib.loads((HERE / "cities.toml").read_text(encoding="utf-8"))
