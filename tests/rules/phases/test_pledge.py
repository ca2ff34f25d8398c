import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.ids import District, Leader, Seat
from game.rules.ledger import Finished, Founded, Pledged, Refunded, Shifted
from game.rules.orders import Pledge
from game.rules.phases.pledge import Offer, greatest_fixed_point, steward_of
from game.rules.resolve import resolve
from game.rules.state import Site
from game.rules.turn import NOBODY
from tests.support.matches import SRA, district, everyone_at, leader, line, of, orders, played, public

D = District
asked = st.tuples(st.integers(0, 5), st.integers(0, 12), st.integers(1, 4))


def offer(who, wanted, parts):
    return Offer(Seat(who), Leader(who), Pledge(Leader(who), D(0), "art", wanted), 0, (), parts)


@given(st.lists(asked, max_size=6, unique_by=lambda row: row[0]))
def test_the_fixed_point_is_one_and_no_greater_exists(rows):
    offers = [offer(*row) for row in rows]
    kept = greatest_fixed_point(offers)
    total = sum(o.parts for o in kept)
    assert all(total - o.parts >= o.order.if_others for o in kept)
    for count in range(2 ** len(offers)):
        chosen = [o for n, o in enumerate(offers) if count >> n & 1]
        others = sum(o.parts for o in chosen)
        if all(others - o.parts >= o.order.if_others for o in chosen):
            assert all(o in kept for o in chosen)


@given(st.lists(asked, max_size=6, unique_by=lambda row: row[0]), st.randoms())
def test_the_order_of_the_offers_does_not_matter(rows, dice):
    offers = [offer(*row) for row in rows]
    mixed = dice.sample(offers, len(offers))
    assert sorted(o.seat for o in greatest_fixed_point(mixed)) == sorted(
        o.seat for o in greatest_fixed_point(offers)
    )


@pytest.mark.parametrize(
    ("stakes", "steward"), [((9, 6, 3), SRA), ((6, 6, 6), NOBODY), ((0, 9, 9), NOBODY), ((0, 0, 0), NOBODY)]
)
def test_the_steward_holds_most_alone(stakes, steward):
    assert steward_of(Site((6, 6, 6), stakes, 3)) == steward


def pledged(state, *given_orders):
    board, _ = line()
    return played(board, everyone_at(board, state, 1), *given_orders)


def test_parts_of_several_kinds_go_into_one_site():
    board, state = line()
    after, ledger = pledged(
        state,
        Pledge(leader(board, "alok_dsouza"), D(1), "consent"),
        Pledge(leader(board, "zara_lin"), D(1), "consent"),
        Pledge(leader(board, "lyra_valerian"), D(1), "art"),
    )
    assert after.public.districts[1].site == Site((5, 0, 3), (3, 2, 3), 0)
    assert of(ledger, Founded) == [Founded(D(1))]
    assert not of(ledger, Refunded)


def test_two_sites_are_begun_apart():
    board, state = line()
    there = public(state, leaders=tuple(D(1) for _ in board.leaders))
    after, _ = played(
        board,
        there,
        Pledge(leader(board, "alok_dsouza"), D(0), "consent"),
        Pledge(leader(board, "juno_armitage"), D(1), "consent"),
    )
    assert after.public.districts[0].site == after.public.districts[1].site == Site((3, 0, 0), (3, 0, 0), 0)


def test_two_finish_what_was_begun_and_it_calms_at_once():
    board, state = line()
    nearly = district(state, 1, unrest=4, site=Site((4, 4, 6), (6, 4, 4), 0))
    after, ledger = pledged(
        nearly,
        Pledge(leader(board, "alok_dsouza"), D(1), "consent"),
        Pledge(leader(board, "zara_lin"), D(1), "technique"),
    )
    assert of(ledger, Finished) == [Finished(D(1), SRA, (8, 6, 4))]
    assert of(ledger, Shifted, cause="sanctuary")[0] == Shifted("unrest", D(1), "sanctuary", NOBODY, -3)
    assert after.public.districts[1].site == Site((6, 6, 6), (8, 6, 4), 1)
    assert [entry.amount for entry in of(ledger, Pledged)] == [2, 2]


def test_a_sanctuary_is_finished_whether_anybody_keeps_a_ledger_or_not():
    board, state = line()
    nearly = everyone_at(board, district(state, 1, site=Site((3, 6, 6), (0, 9, 6), 0)), 1)
    slates = orders(board, Pledge(leader(board, "alok_dsouza"), D(1), "consent"))
    assert resolve(board, nearly, slates) == resolve(board, nearly, slates, [])
    assert resolve(board, nearly, slates).public.districts[1].site == Site((6, 6, 6), (3, 9, 6), 1)
