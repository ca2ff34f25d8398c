from game.client.events import KeyPressed, PointerPressed
from game.client.widgets.tabs import Tabs
from tests.support.looks import placed


def test_a_tab_is_chosen_by_click_and_keys() -> None:
    heard: list[int] = []
    tabs = placed(Tabs(["Sound", "Display", "Keys"], heard.append), 400, 32)
    tabs.on_event(PointerPressed(tabs._places[2].centre_x, 10))
    tabs.on_event(KeyPressed("right"))
    tabs.on_event(KeyPressed("left"))
    assert heard == [2, 1]
