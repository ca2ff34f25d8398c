from game.client.events import TextTyped
from game.client.screens.password import ask_password
from game.client.widgets.layout import Column
from tests.support.stages import Holding, press, shown, stage, words


def test_nothing_is_done_without_a_word_and_nothing_of_it_is_shown() -> None:
    on = stage()
    said: list[str] = []
    shown(Holding(on, Column()))
    ask_password(on, said.append)
    press(on, "return")
    on.handle(TextTyped("sesame"))
    assert "sesame" not in words(on)
    press(on, "return")
    assert said == ["sesame"]
    ask_password(on, said.append, [("The password is not right.", "Ask.")])
    assert "The password is not right." in words(on)
    press(on, "escape")
    assert said == ["sesame"]
    assert "PASSWORD" not in words(on)
