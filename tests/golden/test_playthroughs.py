"""Whole matches go as they went: whoever changes rules, numbers or the computer players sees it here."""

import json

import pytest

from game.content import ruleset
from game.rules.ruleset import ruleset_hash
from tests.golden.playthroughs import KEPT, MATCHES, deviation

MEND = "Mend: if the change is meant, `make golden` keeps the matches as they go now; commit the file."


@pytest.mark.parametrize("name", MATCHES)
def test_the_match_goes_as_it_went(name: str) -> None:
    assert not (where := deviation(name)), f"{where}\n{MEND}"


def test_they_are_kept_for_the_numbers_that_ship() -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    assert kept["ruleset"] == ruleset_hash(ruleset()), MEND
    assert set(kept["matches"]) == set(MATCHES)
