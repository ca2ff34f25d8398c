from fractions import Fraction
from math import floor

from hypothesis import given
from hypothesis import strategies as st

from game.rules.ids import District
from game.rules.ledger import Contested
from game.rules.orders import Campaign
from game.rules.phases.contest import shares
from game.rules.state import Facility
from tests.support.matches import SRA, district, leader, line, of, played, seat

D = District

supports = st.lists(st.integers(0, 333), min_size=3, max_size=3)
pressures = st.lists(st.integers(0, 20_000), min_size=3, max_size=3)
shield_lists = st.lists(st.integers(0, 50), min_size=3, max_size=3)


def test_people_reconsider_by_pressure_over_pressure_and_inertia():
    # 7000 against inertia 7000: half reconsider, all for the one who spoke.
    assert shares((0, 0, 0), [7000, 0, 0], [0, 0, 0], 7000) == (500, 0, 0)
    assert shares((400, 0, 600), [0, 7000, 0], [0, 0, 0], 7000) == (200, 500, 300)


def test_a_shield_spares_its_holder():
    assert shares((400, 0, 0), [0, 7000, 0], [50, 0, 0], 7000) == (300, 400, 0)


def test_a_facility_shields_five_percent_also_unpaid():
    board, state = line()
    held = district(state, 0, facilities=tuple(Facility(kind, SRA, 1) for kind in ("a", "b")))
    unpaid = seat(held, SRA, works=False)
    there = Campaign(leader(board, "alok_dsouza"), D(0))
    _, ledger = played(board, unpaid, there)
    assert of(ledger, Contested, district=D(0))[0].shield == (10, 0, 0)


@given(supports, pressures, shield_lists)
def test_nobody_falls_below_nothing_and_together_they_fit(before, pressure, shield):
    after = shares(tuple(before), pressure, shield, 7000)
    assert all(held >= 0 for held in after)
    assert sum(after) <= 1000


@given(supports, pressures, shield_lists, st.integers(1, 5000))
def test_more_pressure_never_lowers_ones_own_share(before, pressure, shield, more):
    louder = [pressure[0] + more, *pressure[1:]]
    assert shares(tuple(before), louder, shield, 7000)[0] >= shares(tuple(before), pressure, shield, 7000)[0]


@given(supports, pressures, shield_lists)
def test_the_order_of_the_seats_does_not_matter(before, pressure, shield):
    after = shares(tuple(before), pressure, shield, 7000)
    turned = shares(tuple(before[::-1]), pressure[::-1], shield[::-1], 7000)
    assert turned == after[::-1]


@given(supports, shield_lists)
def test_without_pressure_nobody_moves(before, shield):
    assert shares(tuple(before), [0, 0, 0], shield, 7000) == tuple(before)


@given(supports, pressures, st.just([0, 0, 0]) | shield_lists)
def test_it_is_the_exact_split_rounded_down_once(before, pressure, shield):
    total, inertia = sum(pressure), 7000
    reconsidering = Fraction(total, total + inertia)
    loss = [held * reconsidering * (100 - spared) / 100 for held, spared in zip(before, shield, strict=True)]
    open_to_all = (1000 - sum(before)) * reconsidering + sum(loss)
    exact = [
        held - gone + (open_to_all * own / total if total else 0)
        for held, gone, own in zip(before, loss, pressure, strict=True)
    ]
    assert shares(tuple(before), pressure, shield, inertia) == tuple(floor(share) for share in exact)
