"""The rule book: complete, numbered in order, filled from the ruleset, and in the page as in the source."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.content import ruleset
from game.text.catalog import Catalog
from game.text.rule_numbers import MarkerError, filled
from game.text.rule_tables import rule_table
from game.text.rulebook import (
    CORE,
    Block,
    RuleBook,
    Run,
    as_markdown,
    numbered_rules,
    page,
    plain,
    rule_book,
    runs,
)

ROOT = Path(__file__).resolve().parents[2]
MOST_WORDS_OF_CORE = 1000


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog(strict=True)


@pytest.fixture(scope="module")
def book(catalog: Catalog) -> RuleBook:
    return rule_book(catalog, ruleset())


def words_of(block: Block) -> str:
    cells = " ".join(" ".join(row) for row in (block.table.head, *block.table.rows)) if block.table else ""
    return f"{plain(block.text)} {cells}"


def whole_text(book: RuleBook) -> str:
    return "\n".join(words_of(block) for chapter in book.chapters for block in chapter.blocks)


def test_the_page_is_up_to_date() -> None:
    written = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert written == page(), "docs/rules.md is out of date. Mend: make rules"


def test_the_core_is_short_and_first(book: RuleBook) -> None:
    assert book.core.key == CORE
    words = sum(len(words_of(block).split()) for block in book.core.blocks)
    assert 500 < words <= MOST_WORDS_OF_CORE


def test_chapters_keep_their_numbers(book: RuleBook) -> None:
    keys = [chapter.key for chapter in book.chapters]
    assert keys == [CORE, *(str(number) for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16))]


def test_rules_are_numbered_without_a_gap_within_their_chapter(book: RuleBook) -> None:
    told = [block.number for chapter in book.chapters for block in chapter.blocks if block.kind == "rule"]
    assert tuple(told) == numbered_rules()
    for chapter in book.chapters[1:]:
        numbers = [block.number for block in chapter.blocks if block.kind == "rule"]
        assert numbers == [f"{chapter.key}.{place}" for place in range(1, len(numbers) + 1)]


def test_rules_that_are_referred_to_exist(book: RuleBook) -> None:
    known = set(numbered_rules())
    referred = set(re.findall(r"\((\d+\.\d+)\)", whole_text(book)))
    assert referred
    assert referred <= known


def test_no_marker_is_left_over(book: RuleBook) -> None:
    assert "{{" not in as_markdown(book)


def test_every_card_is_in_its_table(book: RuleBook) -> None:
    numbers = ruleset()
    tables = [block.table for chapter in book.chapters for block in chapter.blocks if block.table]
    keys = {key for table in tables for key in table.keys}
    cards = {*numbers.laws, *numbers.events, *numbers.mandates, *numbers.landmarks, *numbers.modes}
    facilities = {rule.key for faction in numbers.factions.values() for rule in faction.facilities}
    assert cards | facilities | set(numbers.factions) | set(numbers.tempers) | set(numbers.lengths) <= keys


def test_every_table_is_as_wide_as_its_head(book: RuleBook) -> None:
    for chapter in book.chapters:
        for block in chapter.blocks:
            if block.table is not None:
                assert {len(row) for row in block.table.rows} == {len(block.table.head)}, block.table.head
                assert len(block.table.keys) == len(block.table.rows)


def test_a_table_belongs_to_the_rule_before_it(book: RuleBook) -> None:
    laws = next(block for block in book.chapters[8].blocks if block.table is not None)
    assert laws.number == "8.1"


def test_prose_follows_the_ruleset(catalog: Catalog) -> None:
    numbers = ruleset()
    louder = replace(numbers, campaign=replace(numbers.campaign, pressure=12345))
    assert "123.45" not in whole_text(rule_book(catalog, numbers))
    assert "base pressure 123.45" in whole_text(rule_book(catalog, louder))


@pytest.mark.parametrize(
    ("marker", "said"),
    [
        ("{{ campaign.pressure | decimal }}", "14"),
        ("{{care.pressure_per_need|decimal}}", "1.5, 1.2 and 0.8"),
        ("{{ gala.least_to_lead | share }}%", "25%"),
        ("{{ festival.unrest }} {{ festival.unrest | size }}", "-2 2"),
        ("{{ factions.occ.prices.festival.voice }}", "2"),
        ("{{ thanks.1.times }}", "3"),
        ("{{ laws | count }}", "16"),
        ("no marker", "no marker"),
    ],
)
def test_markers_are_filled(catalog: Catalog, marker: str, said: str) -> None:
    assert filled(catalog, ruleset(), marker) == said


@pytest.mark.parametrize(
    ("marker", "told"),
    [
        ("{{ campaign.loudness }}", "'loudness'"),
        ("{{ factions.nobody.voice }}", "'nobody'"),
        ("{{ thanks.9.times }}", "'9'"),
        ("{{ campaign }}", "expected a number"),
        ("{{ campaign.pressure | feet }}", "'feet'"),
    ],
)
def test_a_marker_that_names_nothing_is_refused(catalog: Catalog, marker: str, told: str) -> None:
    with pytest.raises(MarkerError, match=re.escape(told)) as refused:
        filled(catalog, ruleset(), marker)
    assert "Mend:" in str(refused.value)


def test_an_unknown_table_is_refused(catalog: Catalog) -> None:
    with pytest.raises(MarkerError, match="nonsense"):
        rule_table(catalog, ruleset(), "nonsense")


def test_marks_become_runs() -> None:
    found = runs("**Pressure** is `a // b`, rounded.")
    assert found == (
        Run("Pressure", "strong"),
        Run(" is "),
        Run("a // b", "code"),
        Run(", rounded."),
    )
    assert plain("**Pressure** is `a`") == "Pressure is a"
