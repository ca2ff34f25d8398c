"""The runner itself: what it takes for a match, and what it must not."""

import pytest

from tests.conformance.case import Case, Expected
from tests.conformance.matching import differences, fits, missing_entry
from tests.conformance.test_cases import test_case as run_case

ONE, TWO = {"entry": "paid", "credits": 2}, {"entry": "paid", "credits": 3}


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        ({}, {"a": 1}),
        ({"a": 1}, {"a": 1, "b": 2}),
        ({"a": {"b": 1}}, {"a": {"b": 1, "c": 2}}),
        ([{"a": 1}], [{"a": 1, "b": 2}]),
    ],
)
def test_what_is_named_must_be_there(expected, found):
    assert fits(expected, found)


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        ({"a": 1}, {"b": 1}),
        ({"a": 1}, {"a": True}),
        ({"a": 1}, "a"),
        ([], [{"a": 1}]),
        ([{"a": 1}], []),
        (1, 2),
    ],
)
def test_what_is_named_and_not_there_is_no_match(expected, found):
    assert not fits(expected, found)


def test_entries_come_in_order_and_each_once():
    assert missing_entry([ONE, TWO], [ONE, TWO], in_order=True) is None
    assert missing_entry([TWO, ONE], [ONE, TWO], in_order=True) == ONE
    assert missing_entry([TWO, ONE], [ONE, TWO], in_order=False) is None
    assert missing_entry([ONE, ONE], [ONE, TWO], in_order=False) == ONE
    assert missing_entry([ONE, ONE], [ONE, TWO, ONE], in_order=True) is None


def test_differences_say_where():
    assert differences({"a": {"b": 1}}, {"a": {"b": 2}}) == ["/a/b: found 2, expected 1"]
    assert differences({"a": {"c": 1}}, {"a": {"b": 2}}) == ["/a/c: no such value, there are b"]
    assert differences({"a": {"b": 2}}, {"a": {"b": 2}}) == []


@pytest.mark.parametrize(
    "expect",
    [
        Expected(ledger=[{"entry": "pressed", "amount": 1639}]),
        Expected(absent=[{"entry": "pressed", "cause": "campaign"}]),
        Expected(after={"turn": 2}),
        Expected(faults={"sra:1": ["barred"]}),
        Expected(prices={"sra:1": {"credits": 1, "voice": 0}}),
        Expected(views={"sra:1": ["rainy_day"]}),
        Expected(draws=[{"seed": 1, "turn": 1, "label": "x", "value": "0"}]),
        Expected(ranges=[{"seat": "sra:1", "district": "b", "ceiling": 1}]),
    ],
    ids=lambda expect: next(name for name in expect.__struct_fields__ if getattr(expect, name)),
)
@pytest.mark.parametrize("turned", [False, True])
def test_a_case_that_expects_what_does_not_come_fails(expect, turned):
    case = Case("0.0-a", "wrong", ["0.0"], "-", orders={"sra:1": "alok_dsouza campaign b"}, expect=expect)
    with pytest.raises(AssertionError):
        run_case(case, turned)


def test_a_match_that_there_is_is_not_refused():
    with pytest.raises(pytest.fail.Exception):
        run_case(Case("0.0-a", "wrong", ["0.0"], "-", expect=Expected(refused=True)), turned=False)
