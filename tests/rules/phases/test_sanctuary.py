import pytest

from game.rules.ids import District
from game.rules.ledger import Shifted
from game.rules.state import Site
from tests.support.matches import district, line, of, played, public

D = District
FINISHED = Site((6, 6, 6), (9, 0, 9), 1)


def worked(turn, site=FINISHED):
    board, state = line()
    _, ledger = played(board, public(district(state, 1, site=site, unrest=5), turn=turn))
    here = [(e.subject, e.amount) for e in of(ledger, Shifted, cause="sanctuary", district=D(1))]
    next_door = [e.district for e in of(ledger, Shifted, cause="sanctuary_next_door")]
    return here, next_door


@pytest.mark.parametrize(
    ("turn", "here", "next_door"),
    [
        (2, [("need", -3), ("unrest", -1)], []),
        (3, [("need", -3)], [D(0), D(2)]),
        (5, [("need", -3)], []),
        (6, [("need", -3), ("unrest", -1)], [D(0), D(2)]),
    ],
)
def test_it_works_each_turn_every_other_turn_and_each_season(turn, here, next_door):
    assert worked(turn) == (here, next_door)


@pytest.mark.parametrize("site", [None, Site((6, 6, 5), (17, 0, 0), 0)])
def test_one_that_is_not_finished_does_nothing(site):
    assert worked(6, site) == ([], [])
