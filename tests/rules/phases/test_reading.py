import pytest

from game.rules.basics import Place
from game.rules.measure import CITY_READINGS, SEAT_READINGS, Measure
from game.rules.phases.reading import is_met, people, read, support_in_city
from game.rules.resolve import begin
from game.rules.state import Facility, Site
from tests.support.matches import CA, OCC, SRA, district, line, public, seat

POOR, LARGE = Place("wealth", most=0), Place("population", least=6)


def position():
    """Five districts of five people: something of everything."""
    board, state = line()
    rows = (
        {"need": 60, "lean": -40, "unrest": 8, "support": (500, 100, 0)},
        {"need": 40, "lean": 0, "unrest": 1, "support": (300, 300, 99)},
        {"need": 20, "lean": 45, "unrest": 0, "support": (0, 400, 100)},
        {"need": 40, "lean": 10, "unrest": 7, "support": (0, 0, 0)},
        {"need": 41, "lean": -3, "unrest": 0, "support": (0, 0, 700)},
    )
    for where, row in enumerate(rows):
        state = district(state, where, facilities=(), **row)
    state = district(
        state, 0, facilities=(Facility("community_clinic", SRA, 1), Facility("free_school", SRA, 9))
    )
    state = district(state, 1, facilities=(Facility("free_school", SRA, 1), Facility("mural", CA, 1)))
    state = district(state, 2, site=Site((6, 6, 6), (1, 17, 0), 4))
    state = district(state, 3, site=Site((6, 6, 6), (18, 0, 0), 4))
    state = district(state, 4, site=Site((3, 0, 0), (0, 0, 3), 0))
    state = seat(state, SRA, credits=17, voice=8, legacy=1234, passed=2, blame=77)
    return board, begin(board, public(state, fracture=33), [()] * 3)


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        (Measure("fracture"), 33),
        (Measure("need_gap"), 40),
        (Measure("need"), 40),
        (Measure("unrest"), 32),
        (Measure("lean"), 2),
        (Measure("sanctuaries"), 2),
        (Measure("sanctuaries", where=POOR), 0),
        (Measure("joint_sanctuaries"), 1),
        (Measure("turmoil"), 2),
        (Measure("turmoil", where=POOR), 1),
        (Measure("all_facilities"), 4),
    ],
    ids=lambda what: getattr(what, "reads", None),
)
def test_readings_of_the_city(measure, value):
    _, turn = position()
    assert read(turn, measure, SRA) == value


@pytest.mark.parametrize(
    ("reads", "values"),
    [
        ("leads", (2, 2, 1)),
        ("presence", (2, 3, 2)),
        ("stewards", (1, 1, 0)),
        ("stakes", (19, 17, 3)),
        ("facilities", (3, 0, 1)),
        ("kinds", (2, 0, 1)),
        ("support", (160, 160, 179)),
        ("credits", (17, 12, 11)),
        ("voice", (8, 2, 4)),
        ("laws", (2, 0, 0)),
        ("quarters", (2, 2, 1)),
        ("legacy", (1234, 0, 0)),
        ("blame", (77, 0, 0)),
    ],
)
def test_readings_of_a_seat(reads, values):
    _, turn = position()
    assert tuple(read(turn, Measure(reads), who) for who in (SRA, OCC, CA)) == values


def test_every_reading_there_is_can_be_read():
    _, turn = position()
    for reads in (*CITY_READINGS, *SEAT_READINGS):
        assert isinstance(read(turn, Measure(reads), SRA), int)


def test_a_condition_counts_only_districts_of_its_kind():
    _, turn = position()
    assert read(turn, Measure("leads", where=POOR), SRA) == 1
    assert read(turn, Measure("facilities", where=POOR), SRA) == 2
    assert read(turn, Measure("presence", where=LARGE), SRA) == 0


def test_support_is_weighted_with_people():
    _, turn = position()
    assert people(turn, CA) == 5 * (99 + 100 + 700)
    assert support_in_city(turn, CA) == 899 // 5


def test_bounds_grow_with_the_seats():
    _, turn = position()
    assert is_met(turn, Measure("leads", least=2), SRA)
    assert not is_met(turn, Measure("leads", least=3), SRA)
    assert not is_met(turn, Measure("credits", least=15, per_seat=1), SRA)
    assert is_met(turn, Measure("credits", least=14, per_seat=1), SRA)
    assert is_met(turn, Measure("blame", most=77), SRA)
    assert not is_met(turn, Measure("blame", most=76), SRA)
