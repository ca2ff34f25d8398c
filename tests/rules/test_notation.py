import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.ids import District, FactionKey, Leader, Seat
from game.rules.notation import NotationError, order_text, read_order, read_slate, slate_text
from game.rules.orders import (
    MOST_ORDERS,
    SPOKEN,
    Ballot,
    Build,
    Campaign,
    Care,
    Close,
    Gift,
    Motion,
    Pledge,
    Travel,
    Unique,
)
from game.rules.state import Sitting
from tests.support.matches import OCC, SRA, THREE, leader, match

D = District
BOARD = match()[0]
CHAPTERS = match(seating=[*THREE[:1], Sitting(FactionKey("sra"), 2), *THREE[2:]])[0]

number = st.integers(0, 255)
spoken = st.builds(
    lambda kind, by, where: kind(by, where), st.sampled_from((*SPOKEN, Travel)), number, number
)
facilities = st.one_of(
    st.sampled_from(["mural", "free_school"]),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=32),
)
small = st.integers(0, 99)
orders = st.one_of(
    spoken,
    st.builds(Build, number, number, facilities),
    st.builds(Pledge, number, number, facilities, small),
    st.builds(Motion, number, number, facilities),
    st.builds(Ballot, facilities, st.booleans(), small),
    st.builds(Gift, st.integers(0, 15), st.integers(0, 999), st.integers(0, 999)),
    st.builds(Close, number, facilities),
)
boards = st.sampled_from((BOARD, CHAPTERS))


@given(boards, st.lists(orders, max_size=MOST_ORDERS).map(tuple))
def test_every_slate_that_can_be_sent_reads_back(board, slate):
    text = slate_text(board, slate)
    assert text.isprintable()
    assert read_slate(board, text) == slate


@pytest.mark.parametrize(
    ("order", "text"),
    [
        (Care(leader(BOARD, "alok_dsouza"), D(4)), "alok_dsouza care d04"),
        (Build(leader(BOARD, "juno_armitage"), D(5), "free_school"), "juno_armitage build d05 free_school"),
        (Travel(leader(BOARD, "carmen_reyes"), D(15)), "carmen_reyes travel d15"),
        (Unique(leader(BOARD, "zara_lin"), D(2)), "zara_lin showcase d02"),
        (Unique(Leader(0), D(0)), "alok_dsouza rally d00"),
        (Unique(Leader(99), D(16)), "#99 unique #16"),
        (Campaign(Leader(12), D(0)), "#12 campaign d00"),
        (Pledge(leader(BOARD, "zara_lin"), D(2), "technique"), "zara_lin pledge d02 technique"),
        (Pledge(leader(BOARD, "zara_lin"), D(2), "art", 3), "zara_lin pledge d02 art 3"),
        (Motion(leader(BOARD, "zara_lin"), D(2), "mural_fund"), "zara_lin motion d02 mural_fund"),
        (Ballot("mural_fund", True, 2), "ballot mural_fund aye 2"),
        (Ballot("mural_fund", False), "ballot mural_fund nay 0"),
        (Gift(OCC, 3, 1), "gift occ:1 3 1"),
        (Gift(SRA, 0, 1), "gift sra:1 0 1"),
        (Gift(Seat(3), 0, 1), "gift #3 0 1"),
        (Gift(Seat(9), 0, 1), "gift #9 0 1"),
        (Close(D(2), "command_center"), "close d02 command_center"),
        (Build(Leader(0), D(0), "a; b"), "alok_dsouza build d00 a%3B%20b"),
    ],
)
def test_an_order_is_one_line(order, text):
    assert order_text(BOARD, order) == text
    assert read_order(BOARD, text) == order


def test_a_leader_of_two_chapters_says_which():
    first, second = CHAPTERS.leaders_of(SRA)[0], CHAPTERS.leaders_of(OCC)[0]
    slate = (Campaign(first, D(0)), Campaign(second, D(0)))
    text = "alok_dsouza@sra:1 campaign d00; alok_dsouza@sra:2 campaign d00"
    assert slate_text(CHAPTERS, slate) == text
    assert read_slate(CHAPTERS, text) == slate
    assert read_order(BOARD, "alok_dsouza@sra:1 care d04") == read_order(BOARD, "alok_dsouza care d04")


def test_no_orders_are_said_too():
    assert slate_text(BOARD, ()) == "no orders"
    assert read_slate(BOARD, "no orders") == ()


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("", "found 0 words", "LEADER VERB DISTRICT"),
        ("alok_dsouza care", "found 2 words", "LEADER VERB DISTRICT"),
        ("alok_dsouza build d04", "found 3 words", "FACILITY"),
        ("alok_dsouza care d04 now", "found 4 words", "LEADER VERB DISTRICT"),
        ("alok care d04", "found 'alok'", "alok_dsouza, juno_armitage"),
        ("alok_dsouza care d99", "found 'd99'", "d00, d01"),
        (
            "alok_dsouza showcase d04",
            "found 'showcase'",
            "campaign, care, festival, forum, travel, rally, build, pledge, motion",
        ),
        ("ballot mural_fund", "found 2 words", "ballot LAW aye|nay VOICE"),
        ("ballot mural_fund perhaps 2", "found 'perhaps'", "aye, nay"),
        ("ballot mural_fund aye many", "found 'many'", "0 to 999"),
        ("ballot mural_fund aye 1000", "found '1000'", "0 to 999"),
        ("gift nobody:1 1 1", "found 'nobody:1'", "sra:1, occ:1, ca:1"),
        ("gift occ:1 1", "found 3 words", "gift FACTION:CHAPTER CREDITS VOICE"),
        ("close d99 mural", "found 'd99'", "d00, d01"),
        ("alok_dsouza pledge d04", "found 3 words", "KIND"),
        ("alok_dsouza pledge d04 art -1", "found '-1'", "0 to 999"),
        ("alok_dsouza motion d04", "found 3 words", "LAW"),
        ("alok_dsouza motion d04 mural_fund now", "found 5 words", "LAW"),
        ("alok_dsouza build d04 free_school now", "found 5 words", "FACILITY"),
        ("alok_dsouza pledge d04 art 2 now", "found 6 words", "KIND"),
        ("#99 rally d04", "found 'rally'", "campaign, care, festival, forum, travel, build"),
        ("#12 rally d04", "found 'rally'", "campaign, care, festival, forum, travel, build"),
        ("#256 care d04", "found '#256'", "alok_dsouza"),
    ],
)
def test_what_is_no_order_says_what_was_found_and_expected(text, found, expected):
    with pytest.raises(NotationError) as refused:
        read_order(BOARD, text)
    assert found in str(refused.value)
    assert expected in str(refused.value)
    assert "Mend: " in str(refused.value)


def test_a_name_of_two_people_is_no_name():
    with pytest.raises(NotationError, match="expected one of alok_dsouza@sra:1, alok_dsouza@sra:2"):
        read_order(CHAPTERS, "alok_dsouza care d04")


def test_a_slate_has_an_end():
    with pytest.raises(NotationError, match="found 33 orders, expected 32 at most"):
        read_slate(BOARD, "; ".join(["alok_dsouza care d04"] * 33))
