import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.room.names import LEAST, MOST, skeleton, tidy


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Ann", "Ann"),
        ("  Ann   Lee ", "Ann Lee"),
        ("José", "José"),
        ("李小龙", "李小龙"),
        ("Ａｎｎ", "Ann"),
        ("R2 D2", "R2 D2"),
    ],
)
def test_a_good_name_is_kept_in_its_normal_form(name: str, kept: str) -> None:
    assert tidy(name) == kept


@pytest.mark.parametrize(
    "name",
    [
        "",
        "A",
        " A ",
        "x" * 21,
        "a\nb",
        "a\u202eb",
        "a\u200bb",
        "<b>",
        "a@b",
        "e" + "\u0301" * 9,
        "\u0301\u0301",
        "\u3164\u3164",
    ],
)
def test_a_name_that_cannot_be_read_is_refused(name: str) -> None:
    assert tidy(name) is None


@given(st.text(max_size=30))
def test_what_is_kept_is_short_clean_and_stays_as_it_is(name: str) -> None:
    kept = tidy(name)
    if kept is not None:
        assert LEAST <= len(kept) <= MOST
        assert all(unicodedata.category(c)[0] in "LNM" or c == " " for c in kept)
        assert tidy(kept) == kept


def test_names_that_look_alike_share_a_skeleton() -> None:
    assert skeleton("Änn Lee") == skeleton("annlee") == skeleton("ANN LEE")
    assert skeleton("Ann") != skeleton("Bob")


@given(st.text(st.characters(max_codepoint=127), max_size=MOST + 1))
def test_names_in_ascii_are_judged_as_those_that_are_looked_at_letter_by_letter(rest: str) -> None:
    plain, accented = tidy("e" + rest), tidy("é" + rest)
    assert (plain is None) == (accented is None)
    assert plain is None or accented is None or plain[1:] == accented[1:]
    assert skeleton("e" + rest) == skeleton("é" + rest)
