from msgspec.structs import replace

from game.rules.cards import LawCard
from game.rules.change import Change
from game.rules.ids import District, Seat
from game.rules.ledger import Ended, Fractured, Scored, Shifted
from game.rules.measure import Measure
from game.rules.state import Ending, Law, Outcome
from tests.conformance.pin import pinned
from tests.support.cities import line_city
from tests.support.matches import district, line, match, of, played, public

D = District


def calm(state, **changes):
    for where in range(len(state.public.districts)):
        state = district(state, where, need=40, unrest=0, facilities=(), **changes)
    return state


def tension(turn):
    board, state = line()
    _, ledger = played(board, public(calm(state), turn=turn))
    return [entry.amount for entry in of(ledger, Shifted, cause="tension")]


def test_tension_rises_by_acts_in_a_seasons_first_turn():
    # Nine leaders: 1 * 9 * 4 // 3 = 12 points over five districts; 3 * 9 * 4 // 3 = 36 later.
    assert sorted(tension(1), reverse=True) == [3, 3, 2, 2, 2]
    assert sorted(tension(10), reverse=True) == [8, 7, 7, 7, 7]
    assert tension(11) == []
    assert sorted(tension(19), reverse=True) == [8, 7, 7, 7, 7]


def test_the_remainder_of_tension_goes_to_the_neediest():
    board, state = line()
    needy = public(district(calm(state), 3, need=59), turn=10)
    _, ledger = played(board, needy)
    most = max(of(ledger, Shifted, cause="tension"), key=lambda entry: entry.amount)
    assert most.district == D(3)


def test_a_law_scales_tension_before_it_is_divided():
    # 1 * 9 * 4 * 150 // (3 * 100) = 18 points over five districts.
    card = LawCard("patrols", "care", (Change("tension", 150),), Measure("need"), ("sra",), ("occ",), 1)
    rules = replace(pinned(), laws={**pinned().laws, "patrols": card})
    board, state = match(line_city(), rules=rules)
    in_force = public(calm(state), docket=(), events=(), laws=(Law("patrols", 9, Seat(0)),))
    _, ledger = played(board, in_force)
    assert sorted(entry.amount for entry in of(ledger, Shifted, cause="tension")) == [3, 3, 4, 4, 4]


def test_contagion_spreads_to_calmer_neighbours():
    board, state = line()
    angry = district(district(calm(state), 2, unrest=8), 3, unrest=7)
    _, ledger = played(board, angry)
    assert of(ledger, Shifted, cause="contagion") == [Shifted("unrest", D(1), "contagion", Seat(-1), 1)]


def test_at_a_hundred_the_city_is_sundered_before_the_gala():
    board, state = line()
    broken = public(state, turn=3)
    for where in range(5):
        broken = district(broken, where, unrest=10)
    broken = district(broken, 0, need=100, unrest=10)
    after, ledger = played(board, broken)
    assert of(ledger, Fractured)[0].after == 100
    revealed = state.secret.mandates
    assert after.public.outcome == Outcome(Ending.SUNDERED, (1, 1, 1), revealed)
    assert of(ledger, Ended) == [Ended(after.public.outcome)]
    assert after.public.outcome.winners == ()
    assert not of(ledger, Scored)
    assert after.public.turn == 3
