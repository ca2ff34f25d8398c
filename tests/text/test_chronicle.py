import pytest

from game.rules.board import Board
from game.rules.ids import District
from game.rules.ledger import Contested, Entry, Fractured
from game.rules.orders import Build, Campaign, Travel
from game.rules.resolve import resolve
from game.rules.state import State
from game.text.catalog import Catalog
from game.text.chronicle import chronicle
from tests.support import matches
from tests.support.matches import leader

CATALOG = Catalog(strict=True)


def story(entries: list[Entry], board: Board, state: State, turn: int) -> tuple[str, ...]:
    legacy = [seat.legacy for seat in state.public.seats]
    return chronicle(CATALOG, board, turn, entries, legacy)


def test_a_turn_tells_who_did_what_where() -> None:
    board, state = matches.match()
    after, ledger = matches.played(
        board,
        state,
        Campaign(leader(board, "alok_dsouza"), District(4)),
        Travel(leader(board, "juno_armitage"), District(11)),
        Build(leader(board, "zara_lin"), District(2), "nanobot_lab"),
    )
    lines = story(ledger, board, after, 1)
    assert lines[0].startswith("Turn 1. Fracture ")
    assert lines[1].startswith("Smile Rights Alliance: Alok D'Souza, Campaign in District 4 / pressure ")
    assert lines[1].endswith("; Juno Armitage, Travel to District 11.")
    assert lines[2] == "Oral Command Centers: Zara Lin, Build: Nanobot Lab in District 2."
    assert lines[3] == "Cultural Alliance gave no orders."


def test_the_biggest_step_is_told_where_no_district_changes_hands() -> None:
    board, state = matches.match()
    after, ledger = matches.played(board, state, Campaign(leader(board, "alok_dsouza"), District(4)))
    assert "The biggest step: Smile Rights Alliance in District 4" in "\n".join(
        story(ledger, board, after, 1)
    )


def test_a_district_that_changes_hands_is_told() -> None:
    board, state = matches.match()
    state = matches.district(state, 4, support=(250, 260, 0), facilities=())
    order = Campaign(leader(board, "alok_dsouza"), District(4))
    after, ledger = matches.played(board, state, order)
    told = "\n".join(story(ledger, board, after, 1))
    assert "District 4 turns to Smile Rights Alliance (" in told


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ((400, 300, 0), (350, 350, 0), "Oral Command Centers draws level in District 4 (35%)."),
        ((350, 350, 0), (360, 340, 0), "District 4 turns to Smile Rights Alliance (36%)."),
        ((240, 0, 0), (260, 0, 0), "District 4 turns to Smile Rights Alliance (26%)."),
        ((260, 0, 0), (249, 0, 0), "Nobody leads District 4 any more."),
    ],
)
def test_who_leads_is_told_as_it_changed(before, after, told) -> None:
    board, state = matches.match()
    contest = Contested(District(4), (0, 0, 0), (0, 0, 0), before, after)
    lines = story([Fractured(20, 20, ()), contest], board, state, 1)
    assert [line for line in lines if "District 4" in line] == [told]


def test_a_whole_match_is_told_with_its_galas_and_its_end() -> None:
    board, state = matches.match(length="short")
    told: list[str] = []
    while state.public.outcome is None:
        turn, ledger = state.public.turn, list[Entry]()
        state = resolve(board, state, matches.random_slates(board, state.public, 5), ledger)
        told.extend(story(ledger, board, state, turn))
    galas = [line for line in told if line.startswith("Gala ")]
    assert len(galas) == sum(len(seat.galas) for seat in state.public.seats) // 3
    assert any("joins in" in line for line in told)
    assert told[-1].startswith(("The match ends.", "The city is sundered."))
