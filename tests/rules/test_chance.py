import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules import chance


def test_a_draw_is_the_same_on_every_machine():
    # Written down once: a change of this number would change every recorded match.
    assert chance.draw(7, 3, "event") == 15020088317552540136


@pytest.mark.parametrize("other", [(8, 3, "event"), (7, 4, "event"), (7, 3, "law")])
def test_seed_turn_and_label_each_matter(other):
    assert chance.draw(*other) != chance.draw(7, 3, "event")


@given(st.sets(st.text(max_size=5), max_size=8), st.randoms())
def test_the_given_order_does_not_matter(items, dice):
    shuffled = list(items)
    dice.shuffle(shuffled)
    assert chance.shuffled(1, 2, "deck", shuffled) == chance.shuffled(1, 2, "deck", sorted(items))


@given(st.sets(st.text(max_size=5), min_size=1, max_size=8), st.text(max_size=5))
def test_one_more_item_moves_none_past_another(items, extra):
    with_extra = chance.shuffled(1, 2, "deck", items | {extra})
    without = chance.shuffled(1, 2, "deck", items - {extra})
    assert [item for item in with_extra if item != extra] == without


@given(st.sets(st.text(max_size=5), max_size=8))
def test_items_stand_in_the_order_of_their_draws(items):
    draws = [chance.draw(1, 2, f"deck:{item}") for item in chance.shuffled(1, 2, "deck", items)]
    assert draws == sorted(draws)
