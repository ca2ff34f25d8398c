"""Every case of the rule book, played twice: with the seats as they are named, and the other way round."""

from itertools import pairwise

import pytest

from game.rules import chance
from game.rules.errors import RulesError
from game.rules.ids import Seat
from game.rules.ledger import Entry
from game.rules.legality import faults
from game.rules.notation import read_slate
from game.rules.orders import Slate
from game.rules.prices import slate_price
from game.rules.resolve import agree, resolve
from game.rules.state import State
from game.rules.view import view_of
from tests.conformance.case import Case, Table, all_cases
from tests.conformance.matching import differences, fits, missing_entry
from tests.conformance.setting_up import opened, placed
from tests.conformance.table import Names
from tests.conformance.telling import entry_table, public_table
from tests.support.ranges import whole_range

ALL = all_cases()


@pytest.mark.parametrize("turned", [False, True], ids=["as_named", "turned"])
@pytest.mark.parametrize("case", ALL, ids=[case.id for case in ALL])
def test_case(case: Case, turned: bool) -> None:
    labels = case.seats[::-1] if turned else case.seats
    if case.expect.refused:
        with pytest.raises(RulesError):
            opened(case, labels)
        return
    board, state = opened(case, labels)
    names = Names(board)
    state = placed(case, names, state)
    for given in case.earlier:
        state, _ = _turn(names, state, given)
    check_slates(case, names, state)
    if not case.expect.faults:
        check_outcome(case, *played(case, names, state), names)
    check_draws(case)


def slates_of(names: Names, given: dict[str, str]) -> list[Slate]:
    return [read_slate(names.board, given.get(label, "no orders")) for label in names.seats]


def _turn(names: Names, state: State, given: dict[str, str]) -> tuple[State, list[Table]]:
    slates = slates_of(names, given)
    for seat, slate in enumerate(slates):
        assert not faults(names.board, state.public, Seat(seat), slate)
    ledger: list[Entry] = []
    after = resolve(names.board, state, slates, ledger)
    return after, [entry_table(entry, names) for entry in ledger]


def played(case: Case, names: Names, state: State) -> tuple[State, list[Table]]:
    """What stands after the case is played, and its ledger: a turn, an agreed end, or nothing."""
    if case.play == "turn":
        return _turn(names, state, case.orders)
    ledger: list[Entry] = []
    if case.play == "agree":
        state = agree(names.board, state, ledger)
    return state, [entry_table(entry, names) for entry in ledger]


def check_slates(case: Case, names: Names, state: State) -> None:
    """Prices, faults, ranges and views before the turn is played."""
    board, public = names.board, state.public
    slates = slates_of(names, case.orders)
    for label, wanted in case.expect.faults.items():
        seat = names.seat(label)
        assert sorted(str(f.code) for f in faults(board, public, seat, slates[seat])) == sorted(wanted)
    for label, price in case.expect.prices.items():
        asked = slate_price(board, public, names.seat(label), slates[names.seat(label)])
        assert {"credits": asked.credits, "voice": asked.voice} == price
    for label, goals in case.expect.views.items():
        viewer = names.seat(label)
        assert sorted(view_of(state, viewer).mandates) == sorted(goals)
    for row in case.expect.ranges:
        seat = names.seat(row["seat"])
        rivals = {Seat(n): slate for n, slate in enumerate(slates) if n != seat}
        place = names.district(row["district"])
        seen = whole_range(board, public, seat, slates[seat], place, rivals)
        told = {"floor": seen.floor, "expected": seen.expected, "ceiling": seen.ceiling}
        assert fits({key: row[key] for key in row.keys() & told.keys()}, told), told


def check_outcome(case: Case, after: State, told: list[Table], names: Names) -> None:
    """The ledger has what is expected, in order, and nothing of what is absent; the values stand after."""
    missing = missing_entry(case.expect.ledger, told, in_order=names.seats == case.seats)
    lines = "\n".join(map(str, told))
    assert missing is None, f"{case.prose}\nNo entry {missing} in its place. The ledger:\n{lines}"
    for unwanted in case.expect.absent:
        assert not [entry for entry in told if fits(unwanted, entry)], f"{unwanted} came:\n{lines}"
    wrong = differences(case.expect.after, public_table(after.public, names))
    assert not wrong, f"{case.prose}\n" + "\n".join(wrong) + f"\nThe ledger:\n{lines}"


def check_draws(case: Case) -> None:
    for row in case.expect.draws:
        assert str(chance.draw(row["seed"], row["turn"], row["label"])) == row["value"]


def test_the_cases_are_numbered_once_and_in_order() -> None:
    numbers = [tuple(int(part) for part in case.id.split("-")[0].split(".")) for case in ALL]
    assert all(one <= other for one, other in pairwise(numbers))
    assert len({case.id for case in ALL}) == len(ALL)


def test_every_case_expects_something() -> None:
    idle = [case.id for case in ALL if case.expect == type(case.expect)()]
    assert not idle
