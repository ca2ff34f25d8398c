"""Marked text in lines: nothing lost, nothing glued or torn apart, nothing wider than its room."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from game.client.screens.rules.flow import Fragment, flow, flow_items, flow_width, longest_word
from game.client.theme import Style
from game.text.rulebook import plain
from tests.support.looks import look

WORDS = st.lists(
    st.sampled_from(["a", "unrest", "**Gala**", "(**Fracture**", "100),", "`P / R`", "end."]), max_size=25
)


def told(text: str, width: int) -> list[str]:
    return ["|".join(part.text for part in line) for line in flow(look(), text, width, Style.PLAIN)]


def test_marks_are_glued_where_the_text_glues_them() -> None:
    (line,) = flow(look(), "(**Fracture** 100)", 1000, Style.PLAIN)
    assert [part.text for part in line] == ["(", "Fracture", "100)"]
    opening, fracture, closing = line
    assert fracture.x == opening.width
    assert closing.x > fracture.x + fracture.width


def test_words_of_one_mark_are_one_fragment() -> None:
    assert told("three words here", 1000) == ["three words here"]


def test_lines_are_broken_at_spaces() -> None:
    assert told("aaaa bbbb cccc", 80) == ["aaaa bbbb", "cccc"]


def test_nothing_to_say_is_one_empty_line() -> None:
    assert flow(look(), "", 100, Style.PLAIN) == ((),)
    assert flow_width(flow(look(), "", 100, Style.PLAIN)) == 0


@given(WORDS, st.integers(20, 600))
def test_no_letter_is_lost_and_no_line_too_wide(words: list[str], width: int) -> None:
    text = " ".join(words)
    lines = flow(look(), text, width, Style.PLAIN)
    letters = "".join(part.text for line in lines for part in line)
    assert letters.replace(" ", "") == plain(text).replace(" ", "")
    assert flow_width(lines) <= max(width, longest_word(look(), text, Style.PLAIN))


@given(WORDS, st.integers(20, 600))
def test_fragments_stand_after_each_other(words: list[str], width: int) -> None:
    for line in flow(look(), " ".join(words), width, Style.PLAIN):
        for one, other in pairwise(line):
            assert one.x + one.width <= other.x


def test_items_stand_where_the_fragments_say() -> None:
    line = (Fragment(0, 10, "a", "plain"), Fragment(18, 20, "b", "strong"))
    first, second = flow_items(look(), (line,), (100, 50), Style.PLAIN, "soft")
    assert (first.x, second.x) == (100, 118)  # type: ignore[attr-defined]
    assert second.colour == look().palette.text  # type: ignore[attr-defined]
