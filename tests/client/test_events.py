from game.client.events import KeyPressed


def test_a_chord_names_what_was_held_in_one_order() -> None:
    assert KeyPressed("z", shift=True, ctrl=True).chord == "ctrl+shift+z"
    assert KeyPressed("tab").chord == "tab"
