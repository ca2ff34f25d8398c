"""What no card of the game does, but a card could: changes the phases must bear, and how they are told."""

from typing import Any

import pytest
from msgspec.structs import replace

from game.rules.basics import Place
from game.rules.cards import LawCard, Mode
from game.rules.change import Change
from game.rules.faction import FacilityRule
from game.rules.forecast import forecast
from game.rules.ground import PublicGround, fits
from game.rules.ids import District
from game.rules.ledger import (
    Earned,
    Entry,
    Factor,
    Finished,
    Paid,
    Pledged,
    Pressed,
    Refunded,
    Scored,
    Shifted,
    Voted,
)
from game.rules.measure import Measure
from game.rules.orders import Ballot, Build, Campaign, Care, Forum, Led, Pledge
from game.rules.phases import event
from game.rules.phases.facilities import in_place
from game.rules.phases.reading import read
from game.rules.phases.reveal import announced
from game.rules.prices import price_of
from game.rules.reach import linked
from game.rules.resolve import PLAYED, begin, resolve
from game.rules.setup import Setting
from game.rules.state import Bill, Facility, Happening, Law, Site, State
from tests.conformance.pin import pinned
from tests.support.cities import line_city
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
    played_slates,
    public,
    random_slates,
    seat,
)

D = District
NEVER = 99


def under(*laws: tuple[Change, ...]):
    """A match in a row of five in which such laws are in force, `law0` first; full purses, nothing comes up."""
    cards = {
        f"law{n}": LawCard(f"law{n}", "care", changes, Measure("need"), ("sra",), ("occ",), 0)
        for n, changes in enumerate(laws)
    }
    board, state = match(line_city(), rules=replace(pinned(), laws={**pinned().laws, **cards}))
    for who in board.all_seats:
        state = seat(state, who, credits=20, voice=10)
    in_force = tuple(Law(key, NEVER, SRA) for key in cards)
    return board, public(state, events=(), docket=(), laws=in_force)


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


def at_the_gala(board, state: State) -> State:
    """The first Gala, weight 2: nobody holds anything, nothing is lit."""
    for where in range(5):
        state = district(state, where, support=(0, 0, 0), facilities=(), need=60, lean=60, unrest=0)
    return public(state, turn=3, spotlight=((4,),) * 8)


def test_two_laws_scale_a_place_one_after_the_other():
    board, state = under((Change("leading", 150),), (Change("leading", 150),))
    _, ledger = played(board, district(at_the_gala(board, state), 1, support=(500, 0, 0)))
    lines = Factor("weight", 200), Factor("law0", 150), Factor("law1", 150)
    assert of(ledger, Scored, cause="leading") == [Scored(SRA, "leading", D(1), 100, lines, 450)]


def test_a_law_may_scale_an_agenda():
    board, state = under((Change("agenda", 150),))
    liked = district(at_the_gala(board, state), 1, lean=0, support=(0, 0, 300))
    _, ledger = played(board, liked)
    lines = Factor("districts", 100), Factor("weight", 200), Factor("law0", 150)
    assert of(ledger, Scored, cause="agenda") == [Scored(CA, "agenda", D(-1), 19, lines, 57)]


@pytest.mark.parametrize(
    ("changes", "factors", "amount"),
    [
        ({}, (("weight", 200),), 200),
        ({"unrest": 7}, (("weight", 200), ("turmoil", 50)), 100),
        ({"lit": True}, (("weight", 200), ("spotlight", 200)), 400),
        ({"lit": True, "unrest": 9}, (("weight", 200), ("spotlight", 200), ("turmoil", 50)), 200),
    ],
)
def test_a_place_is_told_with_what_counted(changes, factors, amount):
    board, state = under(())
    lit = changes.pop("lit", False)
    held = district(at_the_gala(board, state), 1, support=(500, 0, 0), **changes)
    if lit:
        held = public(held, spotlight=((2,),) * 8)
    _, ledger = played(board, held)
    told = tuple(Factor(*factor) for factor in factors)
    assert of(ledger, Scored, cause="leading") == [Scored(SRA, "leading", D(1), 100, told, amount)]


def test_stakes_are_told_with_what_counted():
    board, state = under((Change("stakes", 150),))
    quiet = at_the_gala(board, state)
    own = district(quiet, 1, site=Site((6, 3, 0), (9, 0, 0), 0))
    _, ledger = played(board, own)
    lines = Factor("stake", 50), Factor("completion", 50), Factor("weight", 200), Factor("law0", 150)
    # 250 x 9/18 x 9/18 x 2 x 150%
    assert of(ledger, Scored, cause="stakes") == [Scored(SRA, "stakes", D(1), 250, lines, 187)]
    shared = district(quiet, 1, site=Site((6, 3, 0), (8, 1, 0), 0))
    _, ledger = played(board, shared)
    (most, least) = of(ledger, Scored, cause="stakes")
    assert most.factors == (
        Factor("stake", 44),
        Factor("completion", 50),
        Factor("joint", 130),
        Factor("weight", 200),
        Factor("law0", 150),
    )
    assert (most.amount, least.amount) == (216, 27)


def test_a_ballot_is_told_by_what_it_weighs_and_no_more():
    board, state = under(())
    at = public(state, turn=3, docket=(Bill("open_clinics", SRA, 2),))
    for where in range(5):
        at = district(at, where, support=(500, 0, 0), facilities=())
    _, ledger = played_slates(board, at, [(Ballot("open_clinics", True, 0),), (), ()])
    (cast,) = of(ledger, Voted, seat=SRA)
    assert cast.factors == (Factor("support", 494),)


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


def test_a_whole_sanctuary_of_ones_own_is_told_as_such():
    board, state = under(())
    own = district(at_the_gala(board, state), 1, site=Site((6, 6, 6), (18, 0, 0), 1))
    _, ledger = played(board, own)
    lines = Factor("stake", 100), Factor("completion", 100), Factor("weight", 200)
    assert of(ledger, Scored, cause="stakes") == [Scored(SRA, "stakes", D(1), 250, lines, 500)]


@pytest.mark.parametrize(
    ("reads", "found"),
    [
        ("sanctuaries", 2),
        ("joint_sanctuaries", 2),
        ("stewards", 2),
        ("stakes", 34),
        ("turmoil", 2),
        ("all_facilities", 2),
        ("facilities", 2),
        ("kinds", 2),
        ("leads", 2),
        ("presence", 2),
        ("quarters", 2),
    ],
)
def test_measures_read_the_first_district_and_the_last(reads: Any, found: int) -> None:
    board, state = under(())
    state = at_the_gala(board, state)
    for where, kind in ((0, "free_school"), (4, "organising_hub")):
        state = district(
            state,
            where,
            support=(400, 0, 0),
            unrest=7,
            facilities=(Facility(kind, SRA, 1),),
            site=Site((6, 6, 6), (17, 1, 0), 1),
        )
    turn = begin(board, state, [()] * 3, None)
    assert read(turn, Measure(reads), SRA) == found


def test_forecasts_keep_a_ledger_only_if_asked_to():
    board, state = under(())
    assert forecast(board, state.public, {}).ledger
    assert forecast(board, state.public, {}, with_ledger=False).ledger == ()
