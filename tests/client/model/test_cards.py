import pytest

from game.client.model.cards import Cards, asks_for_less, number_words, progress
from game.rules.measure import Measure
from game.rules.standing import Standing
from tests.support.matches import SRA, match, seat
from tests.support.saying import say


def test_a_law_is_told_from_its_card() -> None:
    board, _ = match()
    law = Cards(board, say).law("open_clinics")
    assert law.name == "Open Clinics"
    assert law.gains == ("Smile Rights Alliance",)
    assert Cards(board, say).law("open_clinics") == law


def test_a_mandate_asks_for_what_this_match_has_seats_for() -> None:
    board, _ = match()
    measure = board.ruleset.mandates["known_everywhere"].measures[0]
    asked = measure.least + measure.per_seat * board.seats
    assert f"at least {asked} " in Cards(board, say).mandate("known_everywhere").lines[0]


def test_progress_is_what_was_reached_and_what_is_asked() -> None:
    board, state = match()
    standing = Standing(board, seat(state, 0, credits=9, blame=250).public)
    assert progress(standing, Measure("credits", least=15), SRA) == ("9", "15")
    assert progress(standing, Measure("blame", most=50), SRA) == ("2.5", "0.5")


def test_a_limit_from_above_asks_for_less() -> None:
    assert asks_for_less(Measure("fracture", most=45))
    assert not asks_for_less(Measure("fracture", least=5, most=45))


@pytest.mark.parametrize(
    ("reads", "value", "words"),
    [
        ("legacy", 2150, "21.5"),
        ("unrest", 34, "3.4"),
        ("support", 407, "40.7%"),
        ("lean", 5, "+5"),
        ("leads", 3, "3"),
    ],
)
def test_readings_have_their_unit(reads: str, value: int, words: str) -> None:
    assert number_words(reads, value) == words
