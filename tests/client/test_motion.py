from hypothesis import given
from hypothesis import strategies as st

from game.client.motion import Tween, ease_in_out, ease_out, pulse, resting

shares = st.floats(0, 1)


@given(shares, shares)
def test_easing_never_turns_back(a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert ease_out(low) <= ease_out(high)
    assert ease_in_out(low) <= ease_in_out(high)
    assert 0 <= pulse(a * 9) <= 1


def test_easing_is_held_at_its_ends() -> None:
    assert (ease_out(-1), ease_out(0), ease_out(1), ease_out(2)) == (0, 0, 1, 1)


def test_a_tween_goes_from_start_to_end() -> None:
    tween = Tween(10, 20, begun=5, seconds=2)
    assert tween.at(4) == 10
    assert 10 < tween.at(6) < 20
    assert tween.at(7) == 20
    assert not tween.is_done(6.9)
    assert tween.is_done(7)


def test_a_tween_turned_on_its_way_does_not_jump() -> None:
    tween = Tween(0, 100, 0, 1)
    turned = tween.towards(0, 0.5)
    assert turned.at(0.5) == tween.at(0.5)
    assert turned.at(1.5) == 0


def test_without_motion_everything_has_arrived() -> None:
    assert Tween(0, 9, 0, 0).at(0) == 9
    assert resting(4).is_done(0)
