import pytest
from msgspec.structs import replace

from game.content import ruleset
from game.replays.errors import Broken, ReplayError
from game.replays.proof import Difference, Proof, prove
from game.replays.replay import Brief
from game.replays.telling import brief_words, fault_words, player_words, printable, proof_words, when
from game.rules.state import Ending, Outcome
from game.text.catalog import Catalog
from tests.support.replays import replay

CATALOG = Catalog(strict=True)


def brief(**changes: object) -> Brief:
    return Brief(replace(replay().header, **changes), replay().end)


@pytest.mark.parametrize("code", list(Broken))
@pytest.mark.parametrize("where", ["record 3", "turn 2", "header", "opening", "end", "a file.nsreplay"])
@pytest.mark.parametrize("expected", ["", "something"])
def test_every_fault_has_its_words_and_its_mend(code: Broken, where: str, expected: str) -> None:
    what, mend = fault_words(CATALOG, ReplayError(code, where, "found", expected))
    assert where in what.casefold()
    assert what.endswith(".")
    assert mend.endswith(".")


def test_a_fault_cannot_move_the_cursor() -> None:
    error = ReplayError(Broken.UNSOUND, "\x1b[2J.nsreplay", "\x1b[31m", 1)
    assert "\x1b" not in "".join(fault_words(CATALOG, error))


def test_a_proof_says_what_came_of_it() -> None:
    found = replay()
    assert proof_words(CATALOG, found, prove(found)).startswith("Proved: ")
    for what in ("opening", "slates", "ledger", "public", "state"):
        proof = Proof(9, found.chain, provable=True, difference=Difference(4, what))
        words = proof_words(CATALOG, found, proof)
        assert words.startswith("Not proved: ")
        assert ("turn 4" in words) is (what != "opening")
    old = replace(found, header=replace(found.header, rules=1))
    words = proof_words(CATALOG, old, Proof(9, found.chain, provable=False))
    assert words.startswith(f"Played by rules of version 1; these are {ruleset().version}.")


def test_a_line_of_a_list_says_where_who_and_how_it_ended() -> None:
    words = brief_words(CATALOG, brief())
    assert words.startswith("Grid, Free for All, ")
    assert "Smile Rights Alliance (Ada), Oral Command Centers (computer, at random)" in words


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome(Ending.PLAYED, (2, 1, 3)), "won by Oral Command Centers"),
        (Outcome(Ending.AGREED, (1, 2, 1)), "won by Smile Rights Alliance, Cultural Alliance"),
        (Outcome(Ending.FAILED, (0, 0, 0)), "nobody won"),
        (Outcome(Ending.SUNDERED, (1, 2, 3)), "the city was sundered"),
        (Outcome(Ending.PLAYED, (2, 3, 4, 5, 1)), "nobody won"),
    ],
)
def test_an_outcome_is_half_a_sentence(outcome: Outcome, words: str) -> None:
    found = replace(brief(), end=replace(replay().end, outcome=outcome))
    assert brief_words(CATALOG, found).endswith(f"; {words}")


def test_two_chapters_are_told_apart() -> None:
    seats = replay().header.seats
    found = brief(seats=(seats[0], replace(seats[0], chapter=2, name="Bo"), seats[2]))
    assert "Smile Rights Alliance 1 (Ada), Smile Rights Alliance 2 (Bo)" in brief_words(CATALOG, found)


def test_what_this_game_does_not_know_goes_by_its_key() -> None:
    seats = (replace(replay().header.seats[0], faction="new\x07faction", player="gen\x1bius"),)
    found = brief(seats=seats, mode="a_scenario", title="Ci\x1bty")
    words = brief_words(CATALOG, found)
    assert words.startswith("Ci?ty, a_scenario, ")
    assert "new?faction" in words
    assert player_words(CATALOG, found.header, 0) == "computer, gen?ius"


def test_a_match_of_no_date_says_so() -> None:
    assert when(CATALOG, brief().header).startswith("2026-09-2")
    for ended_at in (0, 2**40):
        assert when(CATALOG, brief(ended_at=ended_at).header) == "date unknown"


def test_names_are_printable() -> None:
    assert printable("Zoë \u202e\x1b[2J") == "Zoë ??[2J"
