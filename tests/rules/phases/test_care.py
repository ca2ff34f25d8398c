from game.rules.ids import District
from game.rules.ledger import Factor, Pressed, Shifted
from game.rules.orders import Care
from tests.support.matches import CA, OCC, SRA, district, everyone_at, leader, line, of, played, public

D = District


def test_relief_is_thanked_by_wealth_and_affinity():
    board, state = line()
    juno = leader(board, "juno_armitage")
    _, ledger = played(board, state, Care(juno, D(0)))
    # 22 points at 1.5 each, heard at 97 + 55/2 + 10 = 134%.
    (entry,) = of(ledger, Pressed, cause="care")
    assert (entry.base, entry.amount) == (3300, 3300 * 134 // 100)
    assert entry.factors[0] == Factor(
        "affinity", 134, (Factor("start", 97), Factor("wealth", 10), Factor("need", 27))
    )


def test_only_need_really_relieved_is_thanked():
    board, state = line()
    calm = district(state, 0, need=10)
    after, ledger = played(board, calm, Care(leader(board, "alok_dsouza"), D(0)))
    (entry,) = of(ledger, Pressed, cause="care")
    assert entry.base == 1500
    # 10 - 22 stops at 0; the clinic relieves 4 of nothing; then drift adds 4.
    assert after.public.districts[0].need == 4


def test_several_who_care_share_what_there_is():
    board, state = line()
    there = everyone_at(board, district(state, 0, need=30), 0)
    carers = (leader(board, "juno_armitage"), leader(board, "zara_lin"))
    _, ledger = played(board, there, *(Care(who, D(0)) for who in carers))
    assert [entry.base for entry in of(ledger, Pressed, cause="care")] == [2250, 2250]
    assert sum(entry.amount for entry in of(ledger, Shifted, subject="need", district=D(0))[:2]) == -44


def test_over_fracture_50_thanks_double_and_over_75_triple():
    board, state = line()
    juno = leader(board, "juno_armitage")
    amounts = []
    for fracture in (50, 51, 75, 76):
        _, ledger = played(board, public(state, fracture=fracture), Care(juno, D(0)))
        amounts.append(of(ledger, Pressed, cause="care")[0].amount)
    plain = 3300 * 134 // 100
    assert amounts == [plain, 2 * plain, 2 * plain, 3 * plain]


def test_the_seats_of_the_carers_are_told():
    board, state = line()
    there = everyone_at(board, state, 1)
    carers = ("alok_dsouza", "zara_lin", "kai_torvyn")
    _, ledger = played(board, there, *(Care(leader(board, who), D(1)) for who in carers))
    assert [entry.seat for entry in of(ledger, Pressed, cause="care")] == [SRA, OCC, CA]
