import pytest

from game.rules.ids import District
from game.rules.ledger import Earned, Pressed, Shifted
from game.rules.state import Facility
from tests.support.matches import CA, OCC, SRA, district, line, of, played, public, seat

D = District


def with_one(state, where, kind, who, **changes):
    bare = state
    for other in range(5):
        bare = district(bare, other, facilities=())
    return district(bare, where, facilities=(Facility(kind, who, 1),), **changes)


@pytest.mark.parametrize(
    ("where", "kind", "who", "changes", "base"),
    [
        (0, "community_clinic", SRA, {"need": 40}, 500),
        (0, "community_clinic", SRA, {"need": 39}, 300),
        (1, "free_school", SRA, {}, 500),
        (0, "free_school", SRA, {}, 300),
        (2, "command_center", OCC, {}, 400),
        (1, "command_center", OCC, {}, 200),
        (2, "smilescape_theatre", OCC, {"lean": 20}, 500),
        (2, "smilescape_theatre", OCC, {"lean": 19}, 300),
        (1, "smile_guild", CA, {"lean": -20}, 500),
        (1, "smile_guild", CA, {"lean": -21}, 300),
        (1, "mural", CA, {"unrest": 2}, 500),
        (1, "mural", CA, {"unrest": 3}, 300),
        (2, "nanobot_lab", OCC, {}, 200),
    ],
)
def test_a_facility_presses_more_where_it_is_made_for(where, kind, who, changes, base):
    board, state = line()
    _, ledger = played(board, with_one(state, where, kind, who, **changes))
    (entry,) = of(ledger, Pressed)
    assert (entry.cause, entry.base) == (kind, base)


def test_centers_earn_by_wealth_and_relieve():
    board, state = line()
    _, ledger = played(board, with_one(state, 2, "command_center", OCC))
    assert of(ledger, Earned, cause="command_center") == [Earned(OCC, "credits", "command_center", D(2), 2)]
    assert of(ledger, Shifted, cause="command_center") == [Shifted("need", D(2), "command_center", OCC, -3)]


def test_what_works_once_a_season_works_in_its_third_turn():
    board, state = line()
    for turn, calmed in ((1, []), (2, []), (3, [-1])):
        placed = with_one(public(state, turn=turn), 1, "mural", CA)
        _, ledger = played(board, placed)
        assert [entry.amount for entry in of(ledger, Shifted, cause="mural")] == calmed


def test_a_facility_under_construction_does_nothing_yet():
    board, state = line()
    site = district(with_one(state, 1, "mural", CA), 1, facilities=(Facility("mural", CA, 2),))
    _, ledger = played(board, site)
    assert not of(ledger, Pressed)


def test_unpaid_facilities_do_not_work():
    board, state = line()
    unpaid = seat(with_one(state, 1, "smile_guild", CA), CA, works=False)
    _, ledger = played(board, unpaid)
    assert not of(ledger, Pressed)
