"""Every number opens into the sum that made it: an entry's factors make its amount (rules 6, 8, 11, 12)."""

from collections.abc import Iterable
from math import prod

from hypothesis import given

from game.rules.ledger import Decided, Entry, Factor, Fractured, Pledged, Pressed, Scored, Voted
from game.rules.resolve import resolve
from tests.laws.positions import few, positions, reached


def told(position) -> list[Entry]:
    board, state, slates = reached(*position)
    ledger: list[Entry] = []
    resolve(board, state, slates, ledger)
    return ledger


def scaled(base: int, factors: Iterable[Factor]) -> int:
    """A base times every factor in percent, divided once."""
    values = [factor.value for factor in factors]
    product: int = base * prod(values)
    return product // int(100 ** len(values))


@few
@given(positions)
def test_pressure_is_its_base_times_its_factors(position):
    for entry in told(position):
        if isinstance(entry, Pressed) and entry.cause != "echo":
            # The base that is told is rounded down where several share it; the amount is not.
            assert scaled(entry.base, entry.factors) <= entry.amount <= scaled(entry.base + 1, entry.factors)
            affinity = entry.factors[0]
            assert affinity.name == "affinity"
            assert affinity.value == sum(part.value for part in affinity.parts)


@few
@given(positions)
def test_an_echo_is_an_eighth_of_a_festival(position):
    ledger = [entry for entry in told(position) if isinstance(entry, Pressed)]
    loud = {(entry.seat, entry.amount) for entry in ledger if entry.cause == "festival"}
    for entry in ledger:
        if entry.cause == "echo":
            assert (entry.seat, entry.base) in loud
            assert entry.amount == entry.base // 8


@few
@given(positions)
def test_legacy_is_its_base_times_its_factors(position):
    for entry in told(position):
        if isinstance(entry, Scored) and entry.cause in ("leading", "second", "agenda", "law"):
            # Turmoil is divided by on its own, so a hundredth may be lost before a percentage counts.
            assert scaled(entry.base, entry.factors) - 2 <= entry.amount <= scaled(entry.base, entry.factors)


@few
@given(positions)
def test_parts_votes_and_fracture_are_the_sums_of_their_lines(position):
    ledger = told(position)
    weights: dict[tuple[str, bool], int] = {}
    for entry in ledger:
        if isinstance(entry, Pledged):
            assert 0 < entry.amount <= sum(factor.value for factor in entry.factors)
        elif isinstance(entry, Voted):
            assert entry.weight == sum(factor.value for factor in entry.factors)
            side = entry.law, entry.aye
            weights[side] = weights.get(side, 0) + entry.weight
        elif isinstance(entry, Decided):
            assert (entry.ayes, entry.nays) == tuple(
                weights.get((entry.law, aye), 0) for aye in (True, False)
            )
        elif isinstance(entry, Fractured):
            parts = sum(factor.value for factor in entry.factors)
            assert parts <= entry.after <= parts + 1 or entry.after == 100
