from game.ai.greedy import Greedy
from game.ai.papers import MOST_CLOSURES
from game.content import ruleset
from game.rules.board import Board
from game.rules.ids import FactionKey, Seat
from game.rules.legality import faults
from game.rules.orders import Ballot, Close, Gift, papers
from game.rules.setup import Setting, new_match
from game.rules.state import Bill, Facility, Sitting, State
from game.rules.turn import NOBODY
from game.rules.view import view_of
from tests.support import matches
from tests.support.cities import grid_city

SRA, OCC = Seat(0), Seat(1)


def test_every_law_on_the_docket_gets_a_ballot_in_the_councils_turn_only() -> None:
    board, state = matches.match()
    laws = {bill.law for bill in state.public.docket}
    assert laws
    early = Greedy().decide(board, view_of(state, OCC), 1)
    assert not any(isinstance(order, Ballot) for order in early)
    council = matches.public(state, turn=3)
    slate = Greedy().decide(board, view_of(council, OCC), 1)
    assert {order.law for order in slate if isinstance(order, Ballot)} == laws
    assert faults(board, council.public, OCC, slate) == ()


def overbuilt() -> tuple[Board, State]:
    """The Alliance holds seven schools, without people or credits to keep them."""
    board, state = matches.match()
    for where in range(board.districts):
        standing = (Facility("free_school", SRA, 1),) if where in (0, 3, 6, 9, 12, 13, 15) else ()
        state = matches.district(state, where, facilities=standing, support=(0, 0, 0))
    return board, matches.seat(state, SRA, credits=0, voice=0)


def test_what_cannot_be_kept_up_is_closed() -> None:
    board, state = overbuilt()
    slate = Greedy().decide(board, view_of(state, SRA), 1)
    assert 1 <= sum(isinstance(order, Close) for order in slate) <= MOST_CLOSURES
    assert faults(board, state.public, SRA, slate) == ()


def test_a_seat_that_can_pay_closes_nothing() -> None:
    board, state = overbuilt()
    rich = matches.seat(state, SRA, credits=40)
    slate = Greedy().decide(board, view_of(rich, SRA), 1)
    assert not any(isinstance(order, Close) for order in slate)


def gifts(mode: str) -> list[Gift]:
    seating = [Sitting(FactionKey(faction), 1) for faction in ("sra", "occ", "ca")]
    match, state = new_match(ruleset(), grid_city(), seating, "standard", 1, Setting(mode=mode))
    state = matches.seat(matches.seat(state, OCC, credits=40), 2, credits=0)
    slate = Greedy().decide(Board(match), view_of(state, OCC), 1)
    return [order for order in papers(slate) if isinstance(order, Gift)]


def test_the_poorest_mate_is_helped_and_a_rival_never() -> None:
    (gift,) = gifts("common_cause")
    assert gift.to == 2
    assert gift.credits > 0
    assert gifts("free") == []


def test_a_ballot_spends_what_the_turn_left() -> None:
    board, state = matches.match()
    bills = tuple(Bill(law, NOBODY, 0) for law in ("community_smiles", "premium_licence"))
    state = matches.seat(matches.public(state, turn=3, docket=bills), OCC, voice=3)
    slate = Greedy().decide(board, view_of(state, OCC), 1)
    assert faults(board, state.public, OCC, slate) == ()
    assert len([order for order in slate if isinstance(order, Ballot)]) == 2
