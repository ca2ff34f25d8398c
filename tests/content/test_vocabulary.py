import pytest

from game.content import ruleset
from game.content.vocabulary import CITY_ONLY, LEADERS_ALONE, RESERVED, VERBS, Vocabulary
from game.rules.board import PRICED
from game.rules.change import ALONE, WITH_CAUSE

WORDS = Vocabulary(ruleset())


def test_the_verbs_are_those_of_the_rules() -> None:
    assert set(VERBS) == {*PRICED, "build"}


@pytest.mark.parametrize("constant", WITH_CAUSE)
def test_a_law_reaches_all_that_others_reach(constant: str) -> None:
    widest = set(WORDS.causes(constant, "law"))
    assert widest
    assert widest > set(WORDS.causes(constant, "trait")) or constant in (
        "price_credits",
        "price_voice",
        "parts",
    )
    assert widest >= set(WORDS.causes(constant, "event")) == set(WORDS.causes(constant, "landmark"))


@pytest.mark.parametrize("constant", ALONE)
def test_what_stands_alone_has_no_cause(constant: str) -> None:
    assert WORDS.causes(constant, "law") == ()


def test_the_lists_name_constants() -> None:
    assert {target.partition(":")[0] for target in CITY_ONLY} <= {*ALONE, *WITH_CAUSE}
    assert set(LEADERS_ALONE) <= set(ALONE)


def test_every_own_verb_and_facility_is_a_cause() -> None:
    causes = WORDS.causes("pressure", "law")
    assert set(WORDS.own_verbs) == {"rally", "showcase", "story_circle"}
    assert {*WORDS.own_verbs, *WORDS.facilities} <= set(causes)


def test_no_verb_is_a_reserved_word() -> None:
    assert not RESERVED & set(VERBS)
