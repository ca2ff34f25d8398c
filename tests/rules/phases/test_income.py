from game.rules.ids import District
from game.rules.ledger import Earned, Stopped
from game.rules.orders import Campaign
from game.rules.state import Facility
from tests.support.matches import CA, SRA, district, leader, line, of, played, seat

D = District


def test_income_is_linear_in_support():
    board, state = line()
    everyone = state
    for where in range(5):
        everyone = district(everyone, where, support=(1000, 0, 0), facilities=())
    _, ledger = played(board, everyone)
    earned = {entry.seat: entry.amount for entry in of(ledger, Earned, currency="credits", cause="income")}
    # 25 people, less what decays: 25 * 988 // 7000 = 3.
    assert earned[SRA] == 3 + 3
    assert earned[CA] == 3


def test_upkeep_is_the_square_of_what_is_held_over_seven():
    board, state = line()
    facilities = tuple(Facility(f"kind{n}", SRA, 99) for n in range(6))
    held = district(district(state, 0, facilities=()), 3, facilities=facilities)
    _, ledger = played(board, held)
    assert [e.amount for e in of(ledger, Earned, seat=SRA, cause="upkeep")] == [-(36 // 7)]


def test_who_cannot_pay_in_full_pays_all_and_stops_working():
    board, state = line()
    facilities = tuple(Facility(f"kind{n}", SRA, 99) for n in range(12))
    poor = seat(district(district(state, 0, facilities=()), 3, facilities=facilities), SRA, credits=0)
    after, ledger = played(board, poor)
    income = of(ledger, Earned, seat=SRA, cause="income", currency="credits")[0].amount
    assert of(ledger, Stopped) == [Stopped(SRA, 144 // 7 - income)]
    assert after.public.seats[SRA].credits == 0
    assert not after.public.seats[SRA].works


def test_upkeep_is_paid_out_of_income_that_the_purse_could_not_hold():
    board, state = line()
    facilities = tuple(Facility(f"kind{n}", SRA, 99) for n in range(17))
    rich = seat(district(district(state, 0, facilities=()), 3, facilities=facilities), SRA, credits=40)
    after, ledger = played(board, rich)
    # 40 and an income of at least 3 pay the 289 // 7 = 41 that are due: changes are summed, then clamped.
    income = of(ledger, Earned, seat=SRA, cause="income", currency="credits")[0].amount
    assert after.public.seats[SRA].credits == 40 + income - 41
    assert not of(ledger, Stopped)


def test_works_start_again_when_upkeep_is_paid():
    board, state = line()
    after, _ = played(board, seat(state, SRA, works=False))
    assert after.public.seats[SRA].works


def test_a_purse_holds_no_more_than_its_limit():
    board, state = line()
    after, ledger = played(
        board, seat(state, SRA, credits=40, voice=20), Campaign(leader(board, "alok_dsouza"), D(0))
    )
    assert (after.public.seats[SRA].credits, after.public.seats[SRA].voice) == (40, 20)
    assert len(of(ledger, Earned, seat=SRA, cause="limit")) == 2
