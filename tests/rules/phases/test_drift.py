from game.rules.ids import District
from game.rules.ledger import Decayed, Shifted
from tests.support.matches import district, line, of, played, public

D = District


def drifted(state, board, where):
    _, ledger = played(board, state)
    return {(e.subject, e.cause): e.amount for e in of(ledger, Shifted, district=D(where), seat=-1)}


def test_need_grows_by_wealth():
    board, state = line()
    grown = [drifted(state, board, where)["need", "drift"] for where in range(3)]
    assert grown == [4, 3, 2]


def test_need_grows_faster_in_later_acts():
    board, state = line()
    for turn, more in ((9, None), (10, 1), (18, 1), (19, 2), (24, 2)):
        assert drifted(public(state, turn=turn), board, 0).get(("need", "hard_times")) == more


def test_need_over_sixty_breeds_unrest():
    board, state = line()
    assert ("unrest", "need") not in drifted(district(state, 1, need=60), board, 1)
    assert drifted(district(state, 1, need=61), board, 1)["unrest", "need"] == 1


def test_the_well_cared_for_calm_down_every_other_turn():
    board, state = line()
    calm = district(state, 1, need=24, unrest=4)
    assert ("unrest", "well_cared") not in drifted(calm, board, 1)
    assert drifted(public(calm, turn=2), board, 1)["unrest", "well_cared"] == -1
    assert ("unrest", "well_cared") not in drifted(public(district(calm, 1, need=25), turn=2), board, 1)


def test_support_fades_to_the_residents():
    board, state = line()
    alone = district(state, 1, support=(500, 0, 83), facilities=())
    _, ledger = played(board, alone)
    assert of(ledger, Decayed, district=D(1)) == [Decayed(D(1), (6, 0, 0))]
