import pytest

from game.rules.basics import Place
from game.rules.ground import PublicGround, fits, is_finished, is_stakeholder
from game.rules.state import Facility, Site
from tests.support.matches import CA, OCC, SRA, district, line

BEGUN = Site((6, 0, 1), (6, 0, 1), 0)
FINISHED = Site((6, 6, 6), (9, 0, 9), 4)


def ground(**changes):
    board, state = line()
    return PublicGround(board, district(state, 1, **changes).public)


@pytest.mark.parametrize(
    ("trait", "changes", "reading"),
    [
        ("population", {}, 5),
        ("wealth", {}, 1),
        ("need", {"need": 33}, 33),
        ("lean", {"lean": -17}, -17),
        ("off_middle", {"lean": -17}, 17),
        ("unrest", {"unrest": 6}, 6),
        ("facilities", {"facilities": (Facility("mural", CA, 99),)}, 1),
        ("parts", {"site": BEGUN}, 7),
        ("parts", {}, 0),
        ("finished", {"site": BEGUN}, 0),
        ("finished", {"site": FINISHED}, 1),
    ],
)
def test_what_a_condition_reads(trait, changes, reading):
    here = ground(**changes)
    assert fits(here, Place(trait, least=reading, most=reading), 1)
    assert not fits(here, Place(trait, least=reading + 1), 1)
    assert not fits(here, Place(trait, most=reading - 1), 1)


def test_every_district_is_of_no_kind_in_particular():
    assert fits(ground(), None, 1)


def test_a_sanctuary_is_finished_or_not():
    assert not is_finished(None)
    assert not is_finished(BEGUN)
    assert is_finished(FINISHED)


def test_only_who_gave_to_a_finished_one_is_heard_better():
    assert not is_stakeholder(None, SRA)
    assert not is_stakeholder(BEGUN, SRA)
    assert is_stakeholder(FINISHED, SRA)
    assert not is_stakeholder(FINISHED, OCC)
