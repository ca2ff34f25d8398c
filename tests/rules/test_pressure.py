import pytest

from game.rules.ids import District
from game.rules.ledger import Factor, Pressed
from game.rules.pressure import Push, press
from game.rules.resolve import begin
from game.rules.turn import NO_LEADER
from tests.support.matches import SRA, line, public, seat

D = District


def pushed(state=None, **changes):
    """What one push of the Alliance in district 1 (heard at 117%) comes to, with its entry."""
    board, fresh = line()
    turn = begin(board, state or fresh, [()] * 3, [])
    push = Push(SRA, NO_LEADER, D(1), "campaign")
    push.base = 1400
    for name, value in changes.items():
        setattr(push, name, value)
    amount = press(turn, push)
    assert turn.pressure[1][SRA] == amount
    assert turn.ledger is not None
    (entry,) = turn.ledger
    assert isinstance(entry, Pressed)
    assert entry.amount == amount
    return amount, entry


@pytest.mark.parametrize(
    ("changes", "amount"),
    [
        ({}, 1638),
        ({"shared_by": 2}, 819),
        ({"base": 1401, "shared_by": 2}, 819),
        ({"base": 1403, "shared_by": 2}, 820),
        ({"together": 140}, 2293),
        ({"thanked": 3}, 4914),
        ({"base": 0}, 0),
    ],
)
def test_factors_are_multiplied_first_and_divided_once(changes, amount):
    assert pushed(**changes)[0] == amount


def test_a_factor_of_a_hundred_percent_is_not_told():
    _, entry = pushed()
    lines = (Factor("start", 97), Factor("need", 20))
    assert entry.factors == (Factor("affinity", 117, lines),)
    _, entry = pushed(together=120, thanked=2)
    assert [factor.name for factor in entry.factors] == ["affinity", "together", "thanks"]


def test_a_verb_is_heard_and_tires():
    board, state = line()
    tired = [list(levels) for levels in state.public.seats[SRA].tired]
    tired[1][0] = 2
    worn = seat(state, SRA, tired=tuple(map(tuple, tired)))
    turn = begin(board, worn, [()] * 3)
    push = Push(SRA, NO_LEADER, D(1), "campaign")
    push.base, push.verb = 1400, "campaign"
    assert press(turn, push) == 1400 * 117 * 40 // 10_000
    assert turn.heard[SRA] == {(D(1), 0)}


def test_the_limelight_falls_on_who_leads_alone():
    _, state = line()
    ahead = seat(public(state, turn=7), SRA, legacy=1)
    amount, entry = pushed(ahead)
    assert amount == 1400 * 117 * 95 // 10_000
    assert entry.factors[-1] == Factor("limelight", 95)
