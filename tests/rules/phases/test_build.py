from game.rules.ids import District
from game.rules.ledger import Built, Earned, Refunded, Shifted
from game.rules.orders import Build
from game.rules.state import Facility
from tests.support.matches import CA, OCC, SRA, district, leader, line, of, played, public

D = District


def test_a_facility_works_from_next_turn():
    board, state = line()
    alok = leader(board, "alok_dsouza")
    after, ledger = played(board, state, Build(alok, D(1), "free_school"))
    assert after.public.districts[1].facilities == (Facility("free_school", SRA, 2),)
    assert of(ledger, Built) == [Built(SRA, alok, D(1), "free_school", 2)]


def contested(board, state, *, sra, occ):
    """District 1 with one free slot, wanted by SRA and OCC."""
    filled = district(state, 1, support=(sra, occ, 0), facilities=(Facility("mural", CA, 1),))
    wants = (
        Build(leader(board, "alok_dsouza"), D(1), "free_school"),
        Build(leader(board, "zara_lin"), D(1), "command_center"),
    )
    return played(board, filled, *wants)


def test_higher_support_takes_the_last_slot():
    board, state = line()
    after, _ = contested(board, state, sra=100, occ=101)
    assert after.public.districts[1].facilities[-1].kind == "command_center"


def test_civic_priority_decides_between_equals():
    board, state = line()
    for first in (SRA, OCC):
        order = (first, *(who for who in (CA, OCC, SRA) if who != first))
        after, _ = contested(board, public(state, priority=order), sra=100, occ=100)
        assert after.public.districts[1].facilities[-1].seat == first


def test_who_finds_no_slot_gets_the_price_back():
    board, state = line()
    _, ledger = contested(board, state, sra=100, occ=101)
    alok = leader(board, "alok_dsouza")
    assert of(ledger, Refunded) == [Refunded(SRA, alok, D(1), "build", "slot_taken", 5, 0)]
    assert of(ledger, Earned, cause="refund") == [Earned(SRA, "credits", "refund", D(1), 5)]


def test_occ_angers_the_underserved_it_builds_among():
    board, state = line()
    near = public(state, leaders=tuple(D(0) for _ in board.leaders))
    _, ledger = played(board, near, Build(leader(board, "zara_lin"), D(0), "nanobot_lab"))
    assert of(ledger, Shifted, cause="building") == [Shifted("unrest", D(0), "building", OCC, 1)]


def test_others_anger_nobody_by_building():
    board, state = line()
    _, ledger = played(board, state, Build(leader(board, "alok_dsouza"), D(0), "organising_hub"))
    assert not of(ledger, Shifted, cause="building")
