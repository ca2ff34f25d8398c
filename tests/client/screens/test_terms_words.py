from datetime import datetime, timedelta, timezone

import pytest

from game.client.launcher import Terms
from game.client.screens.terms_words import (
    absence_words,
    clock_words,
    delay_words,
    language_words,
    span_words,
)
from game.protocol.messages import Absence, Calendar
from tests.support.saying import say

NOON = datetime(2145, 3, 1, 12, tzinfo=timezone(timedelta(hours=2)))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "1 second"),
        (30, "30 seconds"),
        (60, "1 minute"),
        (90, "1 minute 30"),
        (300, "5 minutes"),
        (3600, "1 hour"),
        (86400, "24 hours"),
        (7 * 86400, "7 days"),
    ],
)
def test_a_span_is_told_in_its_largest_whole_unit(seconds: int, words: str) -> None:
    assert span_words(seconds, say) == words


def test_a_live_clock_tells_its_bank() -> None:
    assert clock_words(Terms(), say, NOON) == "no time limit"
    assert clock_words(Terms(timer=90), say, NOON) == "1 minute 30 a turn"
    assert clock_words(Terms(timer=90, bank=300), say, NOON) == "1 minute 30 a turn, 5 minutes in the bank"


def test_deadlines_are_told_by_the_readers_clock() -> None:
    plain = Terms(calendar=Calendar(24))
    assert clock_words(plain, say, NOON) == "a turn every 24 hours"
    evening = Terms(calendar=Calendar(8, -330, 8, 22, weekends_off=True))
    assert clock_words(evening, say, NOON) == "a turn every 8 hours, 15:30 to 5:30, not on weekends"


def test_absence_is_one_sentence() -> None:
    assert absence_words(Terms(absence=Absence(60, "substitute")), say) == (
        "Who is gone for 1 minute can be replaced by a guest until they return."
    )
    assert absence_words(Terms(calendar=Calendar(24), absence=Absence(60, "pass")), say) == (
        "Nobody waits for who misses a deadline; the seat passes until they return."
    )


def test_spectators_and_language() -> None:
    assert [delay_words(delay, say) for delay in (None, 0, 1, 3)] == [
        "No spectators.",
        "Spectators see what the players see.",
        "Spectators see it one turn later.",
        "Spectators see it 3 turns later.",
    ]
    assert (language_words("", say), language_words("de", say)) == ("any language", "German")
