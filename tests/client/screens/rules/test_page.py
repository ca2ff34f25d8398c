"""What stands on the page: pieces of chapters as widgets, and as lines for the narration."""

from game.client.screens.rules.page import chapter_widgets, found_widgets, told
from game.client.screens.rules.passage import Passage
from game.client.screens.rules.table import BookTable
from game.client.widgets.label import Label
from game.text.rule_search import Found
from game.text.rule_tables import RuleTable
from game.text.rulebook import Block, Chapter
from tests.support.looks import look

TABLE = RuleTable(("Law", "It changes"), (("Quiet Streets", "**less** unrest"),), ("quiet_streets",))
BLOCKS = (
    Block("heading", "At the table"),
    Block("rule", "A **law** counts.", "8.1"),
    Block("table", "", "8.1", TABLE),
    Block("words", "More words.", "8.1"),
)
CHAPTER = Chapter("8", "Laws", BLOCKS)


def test_each_piece_is_a_widget_of_its_kind() -> None:
    kinds = [type(widget) for widget in chapter_widgets(CHAPTER)]
    assert kinds == [Label, Passage, BookTable, Passage]


def test_only_rules_show_their_number() -> None:
    numbers = [widget.number for widget in chapter_widgets(CHAPTER) if isinstance(widget, Passage)]
    assert numbers == ["8.1", ""]


def test_what_was_found_stands_under_the_heading_of_its_chapter() -> None:
    first, *_ = found_widgets([Found(CHAPTER, BLOCKS[1:3])])
    assert isinstance(first, Label)
    assert first.text == "8. Laws"


def test_the_narration_has_no_marks() -> None:
    assert list(told(BLOCKS)) == [
        "At the table",
        "8.1 A law counts.",
        "Quiet Streets; It changes: less unrest",
        "8.1 More words.",
    ]


def test_a_passage_is_as_high_as_its_lines() -> None:
    short, long = Passage("One."), Passage("One word after the other. " * 20)
    assert long.wanted(look(), 300).h > 3 * short.wanted(look(), 300).h
    assert long.wanted(look(), 300).h > long.wanted(look(), 600).h
