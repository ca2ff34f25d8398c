import pytest

from game.client.events import KeyPressed
from game.client.intents import Intent
from game.client.screens.settings.keys import (
    INTENTS,
    KeyList,
    chord_taken,
    chord_words,
    intent_words,
    is_chord,
)
from tests.support.looks import desk_with
from tests.support.saying import say


def test_every_intent_has_its_words() -> None:
    said = [intent_words(intent, say) for intent in INTENTS]
    assert len(set(said)) == len(INTENTS)


@pytest.mark.parametrize(
    ("chord", "cap"),
    [
        ("m", "M"),
        ("ctrl+z", "Ctrl+Z"),
        ("return", "Enter"),
        ("escape", "Esc"),
        ("+", "+"),
        ("page up", "Page up"),
    ],
)
def test_caps_say_what_stands_on_the_key(chord: str, cap: str) -> None:
    assert chord_words(chord) == cap


def test_a_chord_of_another_intent_is_taken() -> None:
    assert chord_taken("m", Intent.LOG, {}) is Intent.MAP_MODE
    assert chord_taken("m", Intent.MAP_MODE, {}) is None
    assert chord_taken("m", Intent.LOG, {"map_mode": "n"}) is None
    assert chord_taken("n", Intent.LOG, {"map_mode": "n"}) is Intent.MAP_MODE
    assert chord_taken("q", Intent.LOG, {}) is None


def test_a_key_that_is_only_held_is_no_chord() -> None:
    assert not is_chord(KeyPressed("left shift"))
    assert is_chord(KeyPressed("q", shift=True))


def test_enter_asks_for_the_key_of_the_chosen_line() -> None:
    asked: list[Intent] = []
    keys = KeyList({}, say, asked.append)
    desk = desk_with(keys, 400, 300)
    desk.focus_on(keys)
    desk.handle(KeyPressed("down"))
    desk.handle(KeyPressed("return"))
    assert asked == [INTENTS[1]]
    assert keys.intent is INTENTS[1]
