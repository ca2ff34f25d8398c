import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.protocol.messages import MOST_TEXT
from server.room.speech import tidy


@pytest.mark.parametrize(
    "text",
    [
        "Well played!",
        "<b>5 > 3 & 2</b> \\ 100% -- 'quoted' \"too\"",
        "Zażółć gęślą jaźń",
        "मैं ठीक हूँ, क्या तुम ठीक हो?",
        "می‌خواهم",
        "ကျွန်ုပ်",
        "👩‍👩‍👧 👍🏽 ❤️ 1️⃣",
        "שָׁלוֹם",
    ],
)
def test_what_people_write_is_said_as_they_write_it(text: str) -> None:
    assert tidy(text) == unicodedata.normalize("NFC", text)


def test_spaces_and_composed_letters_have_one_form() -> None:
    assert tidy("  two\n\n lines\tand   more ") == "two lines and more"
    assert tidy("e\u0301") == "é"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "a\x00b",
        "\x1b[2J",
        "abc \u202etxt.exe",
        "\u2066hidden\u2069",
        "zero\u200bwidth",
        "\ufeffmark",
        "private \ue000",
        "half \ud800",
        "none \uffff",
        "tag \U000e0041",
        "\u3164\u3164",
        "q" + "\u0301" * 5,
        "a\u200d\u200d\u200d\u200d\u200d\u200db",
        "\u0301begins",
        "a \u200d",
        "x" * 301,
    ],
)
def test_what_nobody_could_read_is_not_said(text: str) -> None:
    assert tidy(text) is None


def test_a_text_that_grows_in_its_normal_form_stays_within_the_limit() -> None:
    assert len(unicodedata.normalize("NFC", "\u0958" * 200)) == 400
    assert tidy("\u0958" * 200) is None


@given(st.text(max_size=320))
def test_what_is_said_is_clean_short_and_stays_as_it_is(text: str) -> None:
    said = tidy(text)
    if said is not None:
        assert 1 <= len(said) <= MOST_TEXT
        assert all(unicodedata.category(c)[0] != "C" or c in "\u200c\u200d" for c in said)
        assert tidy(said) == said
