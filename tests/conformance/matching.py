"""Whether what came is what was expected: tables as subsets, the ledger in order."""

from typing import Any

from tests.conformance.case import Table


def fits(expected: Any, found: Any) -> bool:
    """Whether everything the expected table names is found so; lists and plain values are equal.

    A list of tables fits if it is as long and each table fits.
    """
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(
            key in found and fits(value, found[key]) for key, value in expected.items()
        )
    if isinstance(expected, list):
        same_length = isinstance(found, list) and len(expected) == len(found)
        return same_length and all(fits(one, other) for one, other in zip(expected, found, strict=True))
    return type(expected) is type(found) and bool(expected == found)


def missing_entry(expected: list[Table], told: list[Table], *, in_order: bool) -> Table | None:
    """The first expected entry that does not come, each once, and after the one before if `in_order`."""
    at = 0
    left = list(told)
    for wanted in expected:
        found = next((n for n in range(at, len(left)) if fits(wanted, left[n])), None)
        if found is None:
            return wanted
        del left[found]
        at = found if in_order else 0
    return None


def differences(expected: Any, found: Any, where: str = "") -> list[str]:
    """Where a state is not as expected, one line each."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return [
            line
            for key, value in expected.items()
            for line in (
                differences(value, found[key], f"{where}/{key}")
                if key in found
                else [f"{where}/{key}: no such value, there are {', '.join(map(str, found))}"]
            )
        ]
    return [] if fits(expected, found) else [f"{where}: found {found!r}, expected {expected!r}"]
