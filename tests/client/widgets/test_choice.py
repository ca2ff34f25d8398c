from game.client.events import KeyPressed, PointerPressed
from game.client.widgets.choice import Checkbox, Choice
from tests.support.looks import placed


def test_a_box_is_ticked_and_cleared() -> None:
    heard: list[bool] = []
    box = placed(Checkbox("Reduced motion", heard.append))
    box.on_event(PointerPressed(5, 5))
    box.on_event(KeyPressed("space"))
    assert heard == [True, False]


def test_a_choice_goes_round() -> None:
    heard: list[int] = []
    choice = placed(Choice(["a", "b", "c"], heard.append), 90, 30)
    choice.on_event(KeyPressed("left"))
    choice.on_event(KeyPressed("right"))
    choice.on_event(PointerPressed(80, 10))
    choice.on_event(PointerPressed(5, 10))
    assert heard == [2, 0, 1, 0]


def test_the_same_value_again_is_not_told() -> None:
    heard: list[int] = []
    Choice(["only"], heard.append).choose(5)
    assert heard == []


def test_enter_is_left_to_the_call_of_the_screen() -> None:
    heard: list[object] = []
    assert not placed(Choice(["a", "b"], heard.append)).on_event(KeyPressed("return"))
    assert not placed(Checkbox("Public", heard.append)).on_event(KeyPressed("return"))
    assert heard == []
