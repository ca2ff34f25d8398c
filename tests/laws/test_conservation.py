"""What is never made or lost: people, parts, and what is given away (rules 3, 5, 7)."""

from hypothesis import given
from hypothesis import strategies as st

from game.rules.orders import Gift, Slate
from game.rules.phases import pay
from game.rules.prices import slate_price
from game.rules.resolve import begin, resolve
from tests.laws.positions import few, positions, reached
from tests.support.matches import line, seat


@few
@given(positions)
def test_supporters_and_residents_are_all_the_people(position):
    board, state, slates = reached(*position)
    for district in resolve(board, state, slates).public.districts:
        assert min(district.support) >= 0
        assert sum(district.support) <= 1000


@few
@given(positions)
def test_every_part_of_a_site_is_somebodys_stake(position):
    board, state, slates = reached(*position)
    rule = board.ruleset.sanctuary
    for district in resolve(board, state, slates).public.districts:
        if district.site is not None:
            assert sum(district.site.parts) == sum(district.site.stakes) > 0
            assert max(district.site.parts) <= rule.parts
            assert bool(district.site.finished) == all(given == rule.parts for given in district.site.parts)


@few
@given(positions)
def test_paying_takes_the_slates_price_and_no_more_and_gifts_only_move(position):
    board, state, slates = reached(*position)
    turn = begin(board, state, slates)
    pay.play(turn)
    public = state.public
    spent = [slate_price(board, public, who, _without_gifts(slates[who])) for who in board.all_seats]
    assert sum(turn.credits) == sum(s.credits for s in public.seats) - sum(price.credits for price in spent)
    assert sum(turn.voice) == sum(s.voice for s in public.seats) - sum(price.voice for price in spent)


def _without_gifts(slate: Slate) -> Slate:
    return tuple(order for order in slate if not isinstance(order, Gift))


purses = st.lists(st.integers(0, 40), min_size=3, max_size=3)
shares = st.lists(st.integers(0, 40), min_size=3, max_size=3)


@few
@given(purses, shares)
def test_gifts_in_a_ring_are_neither_made_nor_lost_and_no_receiver_is_overfilled(held, given_away):
    board, state = line()
    for who, credits_ in enumerate(held):
        state = seat(state, who, credits=credits_)
    slates: list[Slate] = [
        (Gift(board.all_seats[(who + 1) % 3], min(held[who], given_away[who]), 0),) for who in range(3)
    ]
    turn = begin(board, state, slates, [])
    pay.play(turn)
    assert sum(turn.credits) == sum(held)
    assert min(turn.credits) >= 0
    assert max(turn.credits) <= board.ruleset.economy.most_credits
