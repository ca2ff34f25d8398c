import pytest
from msgspec.structs import replace

from game.rules.cards import LawCard
from game.rules.change import Change
from game.rules.ids import District
from game.rules.ledger import GalaHeld, Scored
from game.rules.measure import Measure
from game.rules.state import Facility, Law, Site
from tests.conformance.pin import pinned
from tests.support.cities import line_city
from tests.support.matches import CA, OCC, SRA, district, line, match, of, played, public, seat

D = District


def gala(state, turn=3, **changes):
    """The Gala of that turn with only district 1 (population 5, quarter 2) in anybody's hands."""
    board, _ = line()
    quiet = public(state, turn=turn, spotlight=changes.pop("spotlight", ((1,),) * 8))
    for where in range(5):
        quiet = district(quiet, where, support=(0, 0, 0), facilities=(), need=50, lean=60)
    return played(board, district(quiet, 1, **{"support": (0, 0, 0), **changes}))


def scores(ledger, cause):
    return {entry.seat: entry.amount for entry in of(ledger, Scored, cause=cause)}


def test_leading_scores_one_and_second_a_half_times_the_weight():
    _, state = line()
    after, ledger = gala(state, support=(500, 200, 0))
    assert scores(ledger, "leading") == {SRA: 200}
    assert scores(ledger, "second") == {OCC: 100}
    assert after.public.seats[SRA].legacy == 200
    assert after.public.seats[SRA].galas[0].leading == 200


def test_late_galas_weigh_more():
    _, state = line()
    _, ledger = gala(state, turn=24, support=(500, 0, 0))
    assert scores(ledger, "leading") == {SRA: 500}
    assert of(ledger, GalaHeld) == [GalaHeld(8, 5, (1,))]


def test_the_spotlight_doubles_its_quarter():
    _, state = line()
    _, ledger = gala(state, support=(500, 0, 0), spotlight=((2,),) * 8)
    assert scores(ledger, "leading") == {SRA: 400}


def test_turmoil_halves():
    _, state = line()
    _, ledger = gala(state, support=(500, 0, 0), unrest=7)
    assert scores(ledger, "leading") == {SRA: 100}


def test_equals_share_the_first_place_and_the_second():
    _, state = line()
    _, ledger = gala(state, support=(400, 400, 0))
    assert scores(ledger, "leading") == {SRA: 150, OCC: 150}
    assert scores(ledger, "second") == {}


def test_there_is_no_gala_inside_a_season():
    _, state = line()
    _, ledger = gala(state, turn=2, support=(500, 0, 0))
    assert not of(ledger, GalaHeld)


def agenda(ledger, who):
    return [
        (entry.factors[0].value // 100, entry.amount)
        for entry in of(ledger, Scored, cause="agenda", seat=who)
    ]


def test_sra_scores_for_underserved_districts_that_are_cared_for():
    board, state = line()
    cared = public(state, turn=3)
    cared = district(cared, 0, need=36, facilities=())
    _, ledger = played(board, cared)
    assert agenda(ledger, SRA) == [(1, 180)]
    _, ledger = played(board, district(cared, 0, need=37, facilities=()))
    assert agenda(ledger, SRA) == []


def test_occ_scores_for_districts_its_working_facilities_serve():
    board, state = line()
    placed = district(
        district(public(state, turn=3), 2, facilities=()), 0, facilities=(Facility("nanobot_lab", OCC, 1),)
    )
    _, ledger = played(board, placed)
    assert agenda(ledger, OCC) == [(2, 2 * 17 * 2)]


def test_ca_scores_where_people_near_the_middle_support_it():
    board, state = line()
    liked = public(state, turn=3)
    for where, (lean, own) in enumerate(((0, 250), (20, 250), (21, 250), (-20, 250), (0, 150))):
        liked = district(liked, where, lean=lean, support=(0, 0, own), facilities=())
    _, ledger = played(board, liked)
    assert agenda(ledger, CA) == [(3, 3 * 19 * 2)]


@pytest.mark.parametrize(("works", "scored"), [(True, True), (False, False)])
def test_upkeep_missed_this_turn_stops_the_service_only_from_the_next(works, scored):
    board, state = line()
    facilities = (Facility("command_center", OCC, 1), *(Facility(f"kind{n}", OCC, 99) for n in range(12)))
    last = seat(district(public(state, turn=3), 2, facilities=facilities), OCC, credits=0, works=works)
    after, ledger = played(board, last)
    assert not after.public.seats[OCC].works
    assert bool(scores(ledger, "agenda").get(OCC)) == scored


def test_facilities_paid_again_serve_from_next_turn():
    board, state = line()
    paid = seat(public(state, turn=3), OCC, works=False)
    after, ledger = played(board, paid)
    assert after.public.seats[OCC].works
    assert OCC not in scores(ledger, "agenda")


def test_a_stake_too_small_to_pay_is_not_told():
    board, state = line()
    # 250 x 1 x 1 x weight 2 // 324 = 1.
    few = public(district(state, 1, site=Site((1, 0, 0), (1, 0, 0), 0)), turn=3)
    _, ledger = played(board, few)
    assert scores(ledger, "stakes") == {SRA: 1}
    nobody = public(district(state, 1, site=Site((0, 0, 0), (0, 0, 0), 0)), turn=3)
    _, ledger = played(board, nobody)
    assert scores(ledger, "stakes") == {}


def test_a_law_scales_the_agenda_and_what_is_led_or_staked():
    changes = (Change("agenda", 150), Change("leading", 50), Change("stakes", 200))
    card = LawCard("test_law", "care", changes, Measure("need"), ("sra",), ("occ",), 0)
    rules = replace(pinned(), laws={**pinned().laws, "test_law": card})
    board, state = match(line_city(), rules=rules)
    state = public(state, turn=3, docket=(), events=(), spotlight=((),) * 8, laws=(Law("test_law", 9, SRA),))
    _, ledger = played(board, district(state, 1, site=Site((6, 0, 0), (6, 0, 0), 0)))
    # The Center at 2 serves three districts: 17 x 3 x 2, half as much again.
    assert scores(ledger, "agenda")[OCC] == 17 * 3 * 2 * 150 // 100
    assert {entry.amount for entry in of(ledger, Scored, cause="leading")} == {100}
    assert scores(ledger, "stakes") == {SRA: 250 * 6 * 6 * 2 * 200 // (324 * 100)}
