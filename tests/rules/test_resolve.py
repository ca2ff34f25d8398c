import pytest

from game.rules.errors import RulesError
from game.rules.resolve import resolve
from game.rules.state import Ending, Outcome
from tests.support.matches import after, line, match, public, random_slates


def test_a_match_ends_after_its_turns():
    board, state = match(length="short", seed=3)
    final = after(board, state, 99, seed=1).public
    assert final.outcome is not None
    assert final.outcome.sundered or final.turn == 12


def test_nothing_is_resolved_after_the_end():
    board, state = line()
    over = public(state, outcome=Outcome(Ending.PLAYED, (1, 2, 3)))
    with pytest.raises(RulesError, match="nothing to resolve"):
        resolve(board, over, [()] * 3)


def test_every_seat_needs_a_slate():
    board, state = line()
    with pytest.raises(RulesError, match="2 slates for 3 seats"):
        resolve(board, state, [(), ()])


def test_keeping_no_ledger_changes_nothing():
    board, state = match()
    slates = random_slates(board, state.public, 5)
    assert resolve(board, state, slates) == resolve(board, state, slates, [])
