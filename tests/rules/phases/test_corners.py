"""What no card of the game does, but a card could: changes the phases must bear."""

import pytest

from game.rules.basics import Place
from game.rules.cards import Mode
from game.rules.change import Change
from game.rules.faction import FacilityRule
from game.rules.forecast import forecast
from game.rules.ground import PublicGround, fits
from game.rules.ids import District
from game.rules.ledger import (
    Earned,
    Entry,
    Finished,
    Paid,
    Pledged,
    Pressed,
    Refunded,
    Shifted,
)
from game.rules.orders import Build, Campaign, Care, Forum, Led, Pledge
from game.rules.phases import event
from game.rules.phases.facilities import in_place
from game.rules.phases.reveal import announced
from game.rules.prices import price_of
from game.rules.reach import linked
from game.rules.resolve import PLAYED, begin, resolve
from game.rules.setup import Setting
from game.rules.state import Facility, Happening, Site, State
from tests.conformance.pin import pinned
from tests.support.laws import under
from tests.support.matches import (
    CA,
    OCC,
    SRA,
    after,
    district,
    leader,
    match,
    of,
    orders,
    played,
    public,
    random_slates,
)

D = District


@pytest.mark.parametrize("seed", [1, 2])
def test_every_phase_settles_what_it_reports(seed: int) -> None:
    everything = Change("voice:order", 1), Change("credits:facility", 1), Change("voice:income", 1)
    board, state = under(everything)
    for _ in range(7):
        ledger: list[Entry] = []
        slates = random_slates(board, state.public, seed)
        turn = begin(board, state, slates, ledger)
        for phase in PLAYED:
            phase(turn)
            before, told = turn.state(), len(ledger)
            turn.settle()
            assert (turn.state(), len(ledger)) == (before, told), phase.__module__
        state = resolve(board, state, slates)


def slot_taken(board, state: State) -> tuple[State, tuple[Led, ...]]:
    """District 1 has one slot for the Centers, whom it supports more, and the Alliance."""
    here = district(state, 1, support=(0, 100, 0), facilities=(Facility("mural", CA, 1),))
    return here, (
        Build(leader(board, "alok_dsouza"), D(1), "free_school"),
        Build(leader(board, "zara_lin"), D(1), "command_center"),
    )


def test_voice_paid_for_building_comes_back_too():
    board, state = under((Change("price_voice:build", 2),))
    here, given = slot_taken(board, state)
    _, ledger = played(board, here, *given)
    assert of(ledger, Earned, seat=SRA, cause="refund") == [
        Earned(SRA, "credits", "refund", D(1), 5),
        Earned(SRA, "voice", "refund", D(1), 2),
    ]


def test_refunds_need_no_ledger():
    board, state = under(())
    here, given = slot_taken(board, state)
    assert resolve(board, here, orders(board, *given)) == played(board, here, *given)[0]


def test_voice_paid_for_a_pledge_comes_back_too():
    board, state = under((Change("price_voice:pledge", 2),))
    alok = leader(board, "alok_dsouza")
    _, ledger = played(board, state, Pledge(alok, D(1), "consent", 9))
    assert of(ledger, Earned, seat=SRA, cause="refund") == [
        Earned(SRA, "credits", "refund", D(1), 1),
        Earned(SRA, "voice", "refund", D(1), 2),
    ]
    assert of(ledger, Refunded) == [Refunded(SRA, alok, D(1), "pledge", "condition_unmet", 1, 2)]


@pytest.mark.parametrize("less", [-3, -9])
def test_a_pledge_never_gives_less_than_nothing(less: int) -> None:
    board, state = under((Change("parts:any", less),))
    ended, ledger = played(board, state, Pledge(leader(board, "alok_dsouza"), D(1), "consent"))
    assert not of(ledger, Pledged)
    assert not of(ledger, Pressed, cause="pledge")
    assert [back.reason for back in of(ledger, Refunded)] == ["no_part_missing"]
    assert ended.public.districts[1].site == Site((0, 0, 0), (0, 0, 0), 0)


@pytest.mark.parametrize("cause", ["care", "forum"])
def test_who_only_stirs_up_is_thanked_for_nothing(cause: str) -> None:
    changed = Change("need:care", 40), Change("unrest:forum", 9)
    board, state = under(changed)
    alok = leader(board, "alok_dsouza")
    order = Care(alok, D(0)) if cause == "care" else Forum(alok, D(0))
    _, ledger = played(board, state, order)
    (heard,) = of(ledger, Pressed, cause=cause)
    assert heard.base == (0 if cause == "care" else pinned().forum.pressure)


def test_a_district_that_needs_little_is_relieved_of_no_more():
    board, state = under(())
    _, ledger = played(board, district(state, 1, need=1), Care(leader(board, "alok_dsouza"), D(1)))
    assert [heard.base for heard in of(ledger, Pressed, cause="care")] == [120]


def test_a_law_may_add_to_the_income_of_voice():
    board, state = under((Change("voice:income", 2),))
    _, ledger = played(board, state)
    assert [entry.seat for entry in of(ledger, Earned, currency="voice", cause="law0")] == [SRA, OCC, CA]


def test_a_facility_made_for_no_place_is_in_place_nowhere():
    board, state = under(())
    turn = begin(board, state, [()] * 3, None)
    nowhere = FacilityRule(key="kiosk", credits=1, pressure=1, pressure_in_place=1, place=None)
    assert not any(in_place(turn, nowhere, D(where)) for where in range(5))


def test_a_card_comes_up_where_all_it_asks_for_is_true():
    board, state = match()
    ground = PublicGround(board, after(board, state, 6, seed=1).public)
    choosy = 0
    for seed in range(120):
        for coming in announced(board, ground, seed, 3):
            places = board.ruleset.events[coming.key].places
            fitting = [d for d in range(16) if all(fits(ground, place, d) for place in places)]
            choosy += len(places) > 1 and bool(fitting)
            assert coming.district in (fitting or range(16))
    assert choosy > 1


def test_events_of_one_turn_stand_by_their_keys():
    several = Setting(Mode("several", events_a_season=3))
    together = 0
    for seed in range(20):
        _, state = match(seed=seed, setting=several)
        stand = [(coming.turn, coming.key) for coming in state.public.events]
        together += len({turn for turn, _ in stand}) < 3
        assert stand == sorted(stand)
    assert together > 1


def test_a_price_may_change_in_one_kind_of_district_only():
    board, state = under((Change("price_credits:care", 3, Place("wealth", most=0)),))
    alok = leader(board, "alok_dsouza")
    care = pinned().care.price.credits
    for where, price in ((0, care + 3), (1, care)):
        _, ledger = played(board, state, Care(alok, D(where)))
        assert [entry.credits for entry in of(ledger, Paid)] == [price]


def test_in_a_district_nobody_knows_no_price_changes():
    board, state = under((Change("price_credits:care", 3, Place("wealth", most=0)),))
    nowhere = Care(leader(board, "alok_dsouza"), D(5))
    assert price_of(board, state.public, SRA, nowhere) == pinned().care.price


def test_reach_may_lengthen_from_one_kind_of_district_only():
    board, state = under((Change("reach", 1, Place("unrest", least=5)),))
    alok = leader(board, "alok_dsouza")
    assert linked(board, district(state, 0, unrest=4).public, alok) == (D(0), D(1))
    assert linked(board, district(state, 0, unrest=5).public, alok) == (D(0), D(1), D(2))


def test_who_answers_has_the_voice_before_the_next_phase():
    board, state = under(())
    alok = leader(board, "alok_dsouza")
    march = public(state, events=(Happening("protest_march", D(0), 1, answered=False),))
    turn = begin(board, march, [(Forum(alok, D(0)),), (), ()], None)
    event.play(turn)
    assert turn.voice == [11, 10, 10]


def test_a_law_scales_tension_before_the_one_division():
    board, state = under((Change("tension", 99),))
    _, ledger = played(board, state)
    # Nine leaders: 9 x 4 x 99 // 300 = 11 (11.88).
    assert sum(entry.amount for entry in of(ledger, Shifted, cause="tension")) == 11


@pytest.mark.parametrize(("lean", "percent"), [(19, 117), (20, 125)])
def test_a_seat_may_be_heard_better_in_one_kind_of_district_only(lean: int, percent: int) -> None:
    board, state = under((Change("affinity", 8, Place("lean", least=20)),))
    here = district(state, 1, lean=lean)
    _, ledger = played(board, here, Campaign(leader(board, "alok_dsouza"), D(1)))
    assert [heard.amount for heard in of(ledger, Pressed, cause="campaign")] == [14 * percent]


def test_the_last_part_finishes_a_sanctuary_with_or_without_a_ledger():
    board, state = under(())
    begun = district(state, 1, unrest=0, site=Site((3, 6, 6), (15, 0, 0), 0))
    last = Pledge(leader(board, "alok_dsouza"), D(1), "consent")
    told, ledger = played(board, begun, last)
    assert told.public.districts[1].site == Site((6, 6, 6), (18, 0, 0), 1)
    assert [entry.steward for entry in of(ledger, Finished)] == [SRA]
    assert resolve(board, begun, orders(board, last)) == told


def test_forecasts_keep_a_ledger_only_if_asked_to():
    board, state = under(())
    assert forecast(board, state.public, {}).ledger
    assert forecast(board, state.public, {}, with_ledger=False).ledger == ()
