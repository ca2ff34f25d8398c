from hypothesis import given
from hypothesis import strategies as st

from game.client.theme import Style
from game.client.widgets.richtext import Span, flowed, line_width, shortened, wrapped
from tests.support.looks import look

texts = st.text(alphabet="abc ", max_size=60)


@given(texts, st.integers(30, 300))
def test_wrapping_keeps_every_letter_and_fits(text: str, width: int) -> None:
    lines = wrapped(look(), text, width, Style.STRONG)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(look().width(line, Style.STRONG) <= width for line in lines)


@given(texts, st.integers(20, 300))
def test_shortening_fits_and_keeps_the_beginning(text: str, width: int) -> None:
    short = shortened(look(), text, width, Style.STRONG)
    assert look().width(short, Style.STRONG) <= width
    assert text.startswith(short.rstrip("…").rstrip()) or short == "…"


def test_parts_break_between_words_only() -> None:
    lines = flowed(look(), [Span("one two"), Span("three", "go")], 60, Style.STRONG)
    assert [[p.text for p in line if isinstance(p, Span)] for line in lines] == [["one two"], ["three"]]
    assert all(line_width(look(), line, Style.STRONG) <= 60 for line in lines)
