import pytest

from game.client.events import KeyPressed
from game.client.intents import DIRECTIONS, KEYS, VERB_INTENTS, Intent, intent_of, key_of
from game.client.model.planning import VERBS


def test_every_intent_has_a_key_and_no_key_means_two_things() -> None:
    assert set(KEYS) == set(Intent)
    chords = [chord for chords in KEYS.values() for chord in chords]
    assert len(chords) == len(set(chords))


@pytest.mark.parametrize("intent", list(Intent))
def test_each_intent_is_found_by_its_keys(intent: Intent) -> None:
    for chord in KEYS[intent]:
        *held, key = chord.split("+") if chord != "+" else ["+"]
        event = KeyPressed(key, shift="shift" in held, ctrl="ctrl" in held)
        assert intent_of(event, {}) is intent


def test_a_key_of_ones_own_replaces_the_usual_one() -> None:
    own = {"end_turn": "ctrl+return"}
    assert intent_of(KeyPressed("return"), own) is None
    assert intent_of(KeyPressed("return", ctrl=True), own) is Intent.END_TURN
    assert key_of(Intent.END_TURN, own) == "ctrl+return"
    assert key_of(Intent.UNDO, own) == "ctrl+z"


def test_a_name_nobody_knows_means_nothing() -> None:
    assert intent_of(KeyPressed("x"), {"fly": "x"}) is None


def test_there_is_a_key_for_every_verb() -> None:
    assert len(VERB_INTENTS) == len(VERBS)


def test_directions_point_four_ways_twice() -> None:
    assert sorted(DIRECTIONS.values()) == sorted([(-1, 0), (0, -1), (0, 1), (1, 0)] * 2)
