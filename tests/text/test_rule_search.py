"""Finding in the rule book: by number, card, chapter, term and word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import ruleset
from game.text.catalog import Catalog
from game.text.rule_search import Found, find_topic, mentions, suggestions, topics
from game.text.rulebook import RuleBook, numbered_rules, rule_book

BOOK = rule_book(Catalog(strict=True), ruleset())


@pytest.fixture
def book() -> RuleBook:
    return BOOK


def cards(found: tuple[Found, ...]) -> set[str]:
    tables = [block.table for part in found for block in part.blocks if block.table is not None]
    return {key for table in tables for key in table.keys}


def numbers(found: tuple[Found, ...]) -> list[str]:
    return [block.number for part in found for block in part.blocks if block.kind == "rule"]


def test_a_chapter_by_its_number(book: RuleBook) -> None:
    (found,) = find_topic(book, "7.")
    assert found.is_whole
    assert found.chapter.heading == "7. Technique Sanctuaries"


@pytest.mark.parametrize("number", numbered_rules())
def test_every_rule_by_its_number(book: RuleBook, number: str) -> None:
    (found,) = find_topic(book, number)
    assert numbers((found,)) == [number]
    assert not found.is_whole


def test_a_rule_brings_its_table(book: RuleBook) -> None:
    assert set(ruleset().laws) <= cards(find_topic(book, "8.1"))


@pytest.mark.parametrize(
    "key", [*ruleset().laws, *ruleset().events, *ruleset().mandates, *ruleset().landmarks]
)
def test_every_card_by_its_key(book: RuleBook, key: str) -> None:
    assert cards(find_topic(book, key)) == {key}


@pytest.mark.parametrize(
    ("topic", "chapter"),
    [("core", "core"), ("law", "8"), ("Laws", "8"), ("sanctuary", "7"), ("fracture", "10"), ("events", "9")],
)
def test_a_chapter_by_a_word_of_its_title(book: RuleBook, topic: str, chapter: str) -> None:
    (found,) = find_topic(book, topic)
    assert (found.chapter.key, found.is_whole) == (chapter, True)


def test_a_term_in_bold_finds_its_rule(book: RuleBook) -> None:
    assert numbers(find_topic(book, "tension")) == ["10.3"]


def test_any_words_find_the_rules_that_hold_them(book: RuleBook) -> None:
    found = find_topic(book, "population 6 or more")
    assert "11.3" in numbers(found)
    assert "full_houses" in cards(found)


def test_a_faction_is_in_several_tables(book: RuleBook) -> None:
    found = find_topic(book, "sra")
    assert cards(found) == {"sra"}
    assert len(found) > 2


@pytest.mark.parametrize("topic", ["", "  ", "99", "7.99", "xyzzy"])
def test_nothing_is_found_of_what_is_not_there(book: RuleBook, topic: str) -> None:
    assert find_topic(book, topic) == ()


def test_suggestions_are_spelt_nearly_like_it(book: RuleBook) -> None:
    assert suggestions(book, "quite streets")[0] == "Quiet Streets"
    assert "7.9" in suggestions(book, "7.99")
    assert suggestions(book, "xyzzyqwk") == ()


def test_mentions_are_in_the_order_of_the_book(book: RuleBook) -> None:
    told = mentions(book, "limelight")
    order = {number: place for place, number in enumerate(numbered_rules())}
    assert {"6.1", "6.5"} <= set(told)
    assert list(told) == sorted(told, key=order.__getitem__)


def test_every_topic_leads_somewhere(book: RuleBook) -> None:
    assert [topic for topic in topics(book) if not find_topic(book, topic)] == []


@given(st.text(max_size=30))
def test_no_words_break_the_search(words: str) -> None:
    find_topic(BOOK, words)
    suggestions(BOOK, words)
