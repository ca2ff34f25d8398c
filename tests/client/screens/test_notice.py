import pytest

from game.client.screens.base import Screen
from game.client.screens.notice import confirm, fault_list, notify, refusal_words
from game.client.widgets.button import Button
from game.client.widgets.widget import Widget
from game.protocol.refusals import Refusal, Refused, refusal
from tests.support.saying import say
from tests.support.stages import SIZES, check_layout, press, shown, stage, words


class Plain(Screen):
    def root(self) -> Widget:
        return Button("below", lambda: None)


def test_a_known_code_is_told_in_the_players_language() -> None:
    told = refusal_words(refusal(Refused.SEAT_TAKEN, "seat", found=2), say)
    assert told == ("Seat 2 is taken.", "Choose an open seat.")


def test_a_code_of_a_newer_server_is_told_as_it_came() -> None:
    assert refusal_words(Refusal("newer", text="It is closed.", mend="Come later."), say) == (
        "It is closed.",
        "Come later.",
    )
    assert refusal_words(Refusal("newer"), say) == ("newer", "")


@pytest.mark.parametrize("window", SIZES)
def test_it_fits_every_window(window: tuple[int, int, float | None]) -> None:
    made = shown(Plain(stage(*window)))
    notify(
        made.stage, "It did not work", fault_list([("What is wrong, at some length.", "How to mend it.")] * 4)
    )
    made.stage.items()
    check_layout(made)


@pytest.mark.parametrize("key", ["return", "escape", "space"])
def test_a_notice_is_closed_by_any_key_for_it(key: str) -> None:
    said: list[str] = []
    on = shown(Plain(stage())).stage
    notify(on, "Gone", "The room is gone.", lambda: said.append("closed"))
    on.items()
    assert "The room is gone." in words(on)
    press(on, key)
    assert said == ["closed"]
    assert "The room is gone." not in words(on)


def test_a_question_does_it_on_enter_and_nothing_on_escape() -> None:
    said: list[str] = []
    on = shown(Plain(stage())).stage
    for key in ("escape", "return"):
        confirm(on, "Leave?", "The match goes on without you.", ("Leave", lambda: said.append("left")))
        on.items()
        press(on, key)
    assert said == ["left"]
