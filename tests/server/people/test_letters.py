import itertools

from server.people.letters import LETTERS, code, typed


def test_letters_that_look_alike_are_left_out() -> None:
    assert not set("IO01") & set(LETTERS)
    assert len(set(LETTERS)) == 32


def test_a_code_is_drawn_letter_by_letter() -> None:
    counter = itertools.count()
    assert code(lambda most: next(counter) % most, 4) == LETTERS[:4]


def test_a_code_is_meant_however_it_is_typed() -> None:
    assert typed(" abcd-efgh ") == "ABCDEFGH"
