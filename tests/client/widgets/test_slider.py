from hypothesis import given
from hypothesis import strategies as st

from game.client.events import KeyPressed, PointerPressed
from game.client.widgets.slider import Slider
from tests.support.looks import placed


@given(st.integers(-50, 50))
def test_a_slider_stays_on_its_steps(value: int) -> None:
    slider = Slider(-10, 20, 0, lambda _: None, step=5)
    slider.put(value)
    assert -10 <= slider.value <= 20
    assert slider.value % 5 == 0


def test_keys_and_pointer_move_it() -> None:
    heard: list[int] = []
    slider = placed(Slider(-5, 5, 0, heard.append), 228, 32)
    slider.on_event(KeyPressed("right"))
    slider.on_event(KeyPressed("home"))
    slider.on_event(PointerPressed(114, 10))
    slider.on_event(PointerPressed(227, 10))
    assert heard == [1, -5, 0, 5]
