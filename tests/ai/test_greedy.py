from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game.ai.greedy import Greedy
from game.ai.plan import Plan
from game.ai.prices import prices
from game.content import ruleset
from game.rules.board import Board
from game.rules.ids import Seat
from game.rules.legality import faults
from game.rules.notation import slate_text
from game.rules.orders import Build, Care, Forum, Motion, Pledge, Travel, led, verb_of
from game.rules.resolve import resolve
from game.rules.setup import Setting, new_match
from game.rules.state import Happening, Site, State
from game.rules.view import view_of
from tests.support import matches
from tests.support.cities import grid_city

SEEDS = st.integers(0, 2**63 - 1)


@settings(max_examples=25, deadline=None)
@given(turns=st.integers(0, 23), seat=st.integers(0, 2), seed=SEEDS)
def test_it_is_always_legal(turns: int, seat: int, seed: int) -> None:
    board, state = matches.match()
    state = matches.after(board, state, turns, seed=turns)
    slate = Greedy().decide(board, view_of(state, Seat(seat)), seed)
    if state.public.outcome is not None:
        assert slate == ()
    else:
        assert faults(board, state.public, Seat(seat), slate) == (), slate_text(board, slate)
        assert slate


def test_it_is_legal_with_an_empty_purse() -> None:
    board, state = matches.match()
    state = matches.seat(state, 0, credits=0, voice=0)
    slate = Greedy().decide(board, view_of(state, Seat(0)), 1)
    assert faults(board, state.public, Seat(0), slate) == ()


def test_the_same_view_and_seed_give_the_same_slate() -> None:
    board, state = matches.match()
    view = view_of(state, Seat(1))
    assert Greedy().decide(board, view, 5) == Greedy().decide(board, view, 5)


def test_it_reads_the_view_and_nothing_secret() -> None:
    board, state = matches.match(seed=7)
    other = replace(state, secret=replace(state.secret, seed=8))
    first, second = view_of(state, Seat(0)), view_of(other, Seat(0))
    assert Greedy().decide(board, first, 3) == Greedy().decide(board, second, 3)


def test_it_cares_for_the_needy_when_nothing_else_counts() -> None:
    board, state = matches.match()
    names = prices().__struct_fields__
    nothing = {name: 0 for name in names if name not in ("galas", "choices", "relieved", "travel")}
    only_need = replace(prices(), **{**nothing, "galas": (0,), "need": 100, "travel": 100_000})
    slate = Greedy(only_need).decide(board, view_of(state, Seat(0)), 1)
    assert {type(order) for order in slate} == {Care}


def test_it_calms_a_city_about_to_break() -> None:
    board, state = matches.match()
    for where in range(board.districts):
        state = matches.district(state, where, unrest=6, need=20)
    state = matches.public(state, turn=20, fracture=60)
    slates = [Greedy().decide(board, view_of(state, seat), 1) for seat in board.all_seats]
    calming = [order for slate in slates for order in slate if verb_of(order) in ("forum", "festival")]
    assert len(calming) >= 6


def test_a_leader_with_nothing_to_do_goes_where_there_is_something() -> None:
    board, state = matches.match()
    eager = replace(prices(), travel=1)
    slate = Greedy(eager).decide(board, view_of(state, Seat(0)), 1)
    travelling = [order for order in slate if isinstance(order, Travel)]
    assert travelling
    assert len({order.district for order in travelling}) == len(travelling)


def test_it_builds_in_the_course_of_a_match() -> None:
    board, state = matches.match()
    built = 0
    for _ in range(6):
        slates = [Greedy().decide(board, view_of(state, seat), 1) for seat in board.all_seats]
        built += sum(isinstance(order, Build) for slate in slates for order in slate)
        state = resolve(board, state, slates)
    assert built > 0


def pledges_of(state: State, seat: int) -> list[Pledge]:
    board, _ = matches.match()
    slate = Greedy().decide(board, view_of(state, Seat(seat)), 1)
    return [order for order in slate if isinstance(order, Pledge)]


def test_it_gives_the_last_part_of_a_sanctuary_it_holds_stakes_in() -> None:
    board, state = matches.match()
    home = board.homes[0]
    state = matches.district(state, home, site=Site((4, 6, 6), (4, 6, 6), 0))
    (pledge,) = pledges_of(matches.seat(state, 0, credits=1), 0)
    assert (pledge.district, pledge.kind, pledge.if_others) == (home, board.ruleset.part_kinds[0], 0)


def test_it_pledges_together_with_others_and_asks_for_it_when_alone_is_too_little() -> None:
    board, state = matches.match(seed=1)
    asked, given = 0, 0
    for _ in range(9):
        slates = [Greedy().decide(board, view_of(state, seat), 1) for seat in board.all_seats]
        pledges = [order for slate in slates for order in slate if isinstance(order, Pledge)]
        asked += sum(pledge.if_others > 0 for pledge in pledges)
        given += len(pledges)
        state = resolve(board, state, slates)
    assert 0 < asked < given
    sites = [district.site for district in state.public.districts if district.site is not None]
    assert any(sum(stake > 0 for stake in site.stakes) > 1 for site in sites)


def test_it_pledges_nothing_in_the_last_turn_to_a_site_that_stays_unfinished() -> None:
    board, state = matches.match()
    state = matches.district(state, board.homes[0], site=Site((3, 0, 0), (0, 3, 0), 0))
    assert pledges_of(matches.public(state, turn=24), 0) == []


def test_it_moves_a_law_that_everybody_wants() -> None:
    board, state = matches.match()
    state = matches.seat(state, 2, hand=("community_smiles",), voice=10)
    for where in range(board.districts):
        state = matches.district(state, where, support=(0, 0, 700), lean=0)
    wanting = replace(prices(), passes=100)
    slate = Greedy(wanting).decide(board, view_of(state, Seat(2)), 1)
    assert [order.law for order in slate if isinstance(order, Motion)] == ["community_smiles"]


def test_it_moves_nothing_that_has_no_chance() -> None:
    board, state = matches.match()
    state = matches.seat(state, 1, hand=("premium_licence",), voice=10)
    for where in range(board.districts):
        state = matches.district(state, where, support=(900, 0, 0), need=80)
    slate = Greedy().decide(board, view_of(state, Seat(1)), 1)
    assert not any(isinstance(order, Motion) for order in slate)


def test_it_answers_a_crisis_where_its_leaders_are() -> None:
    board, state = matches.match()
    home = board.homes[0]
    state = matches.public(state, turn=5)
    for where in range(board.districts):
        state = matches.district(state, where, unrest=3)
    crisis = Happening("whistleblower", home, 5, answered=False)
    struck = matches.seat(matches.public(state, events=(crisis,)), 0, credits=0)
    slate = Greedy().decide(board, view_of(struck, Seat(0)), 1)
    assert [order.district for order in slate if isinstance(order, Forum)].count(home) == 1


def test_in_common_cause_it_finishes_what_the_others_began() -> None:
    seating = matches.THREE
    match, state = new_match(ruleset(), grid_city(), seating, "standard", 1, Setting(mode="common_cause"))
    board = Board(match)
    home = board.homes[0]
    state = matches.district(state, home, site=Site((4, 6, 6), (0, 8, 8), 0))
    slate = Greedy().decide(board, view_of(state, Seat(0)), 1)
    assert home in [order.district for order in slate if isinstance(order, Pledge)]


@settings(max_examples=10, deadline=None)
@given(turns=st.integers(0, 14), seat=st.integers(0, 2), seed=st.integers(0, 500))
def test_no_order_is_worse_than_none(turns: int, seat: int, seed: int) -> None:
    board, state = matches.match(seed=seed)
    state = matches.after(board, state, turns, seed=seed)
    if state.public.outcome is not None:
        return
    view = view_of(state, Seat(seat))
    plan = Plan(board, view, prices(), 1)
    slate = plan.slate()
    whole = plan.worth(slate)
    for order in led(slate):
        if not isinstance(order, Travel):
            rest = tuple(other for other in slate if other != order)
            assert plan.worth(rest) <= whole, slate_text(board, slate)
