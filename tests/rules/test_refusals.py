"""What the rules refuse or leave empty at their edges: teams, numbers, and views of what nobody knows."""

import pytest

from game.rules.cards import NumberChange
from game.rules.errors import RulesError
from game.rules.ids import FactionKey, Seat
from game.rules.setup import Setting
from game.rules.state import Sitting
from game.rules.tuning import with_numbers
from game.rules.view import state_of, view_of
from tests.conformance.pin import pinned
from tests.support.cities import grid_city
from tests.support.matches import THREE, line, match

FOUR = (*THREE, Sitting(FactionKey("sra"), 2))


@pytest.mark.parametrize(
    ("seating", "teams"),
    [(FOUR, (0, 0, 1, 1, 2, 2)), (FOUR, (0, 0)), (FOUR[:2], (0, 0)), (FOUR, (0, 0, 0, 1))],
)
def test_teams_are_two_at_least_of_that_size_and_seat_everybody(seating, teams):
    with pytest.raises(RulesError, match="expected at least two teams of 2"):
        match(grid_city(6), seating, setting=Setting("teams", teams=teams))


@pytest.mark.parametrize(
    "path",
    [
        "modes.free.neutral",
        "modes.free.goals",
        "factions.sra.leaders",
        "lengths.short.spotlight",
        "forum.unrest.deeper.still",
    ],
)
def test_what_is_no_number_is_refused_by_name(path):
    with pytest.raises(RulesError, match=path.replace(".", r"\.")):
        with_numbers(pinned(), (NumberChange(path, add=1),))


def test_numbers_out_of_bounds_are_all_named():
    changes = NumberChange("sanctuary.parts", set=0), NumberChange("forum.unrest", add=1)
    with pytest.raises(RulesError, match=r"^numbers sanctuary\.parts, forum\.unrest: "):
        with_numbers(pinned(), changes)


def test_a_view_rebuilt_from_a_view_has_no_mandates():
    _, state = line()
    assert view_of(state_of(state.public), Seat(0)).mandates == ()
    assert view_of(state, Seat(3)).mandates == ()
