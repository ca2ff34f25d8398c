import itertools
import sys

from msgspec.structs import replace

from game.rules.basics import Place
from game.rules.board import MOST_LEVERS
from game.rules.change import Change
from game.rules.ids import District, Leader
from game.rules.levers import Lever, Levers
from game.rules.state import Happening, Law
from tests.support.matches import SRA, line, public

D = District


def test_changes_are_found_where_and_through_whom_they_count():
    levers = Levers()
    levers.add_for_city("law", (Change("pressure:care", 90),))
    levers.add_for_district("plaza", D(3), (Change("pressure:care", 120),))
    levers.add_for_leader("trait", Leader(2), (Change("pressure:care", 110),))
    sources = [lever.source for lever in levers.find("pressure:care", 3, 2)]
    assert sources == ["law", "plaza", "trait"]
    assert [lever.source for lever in levers.find("pressure:care", 4)] == ["law"]
    assert levers.find("pressure:forum", 3, 2) == ()


def test_two_changes_of_one_source_both_count():
    levers = Levers()
    wealthy = Place("wealth", least=2)
    levers.add_for_city("law", (Change("harm", 50), Change("harm", 20, wealthy)))
    levers.add_for_district("plaza", D(0), (Change("reach", 1), Change("reach", 2)))
    assert levers.find("harm", 0) == (Lever("law", 50, None), Lever("law", 20, wealthy))
    assert [lever.value for lever in levers.find("reach", 0)] == [1, 2]


def test_what_is_added_changes_nothing_that_was_there_before():
    before = Levers()
    before.add_for_city("law", (Change("harm", 50),))
    before.add_for_district("plaza", D(3), (Change("reach", 1),))
    now = before.more()
    now.add_for_city("new_law", (Change("harm", 20),))
    now.add_for_district("event", D(3), (Change("reach", 2), Change("price_voice:festival", -1)))
    now.add_for_leader("trait", Leader(0), (Change("unrest:build", 1),))
    assert [lever.value for lever in now.find("harm", 0)] == [50, 20]
    assert [lever.source for lever in now.find("reach", 3)] == ["plaza", "event"]
    assert now.priced == {"festival"}
    assert set(now.side_effects) == {"build"}
    assert [lever.value for lever in before.find("harm", 0)] == [50]
    assert [lever.source for lever in before.find("reach", 3)] == ["plaza"]
    assert before.targets == {"harm", "reach"}
    assert not before.priced
    assert not before.side_effects


def test_it_knows_whose_price_and_whose_doings_anything_changes():
    levers = Levers()
    levers.add_for_city(
        "law", (Change("price_voice:festival", -1), Change("unrest:build", 1), Change("decay", 1))
    )
    assert levers.priced == {"festival"}
    assert levers.side_effects == {"build": (("unrest", "unrest:build"),)}
    assert not levers.pressed
    levers.add_for_leader("trait", Leader(0), (Change("pressure:care", 120), Change("need:build", 1)))
    assert levers.pressed == {"care"}
    assert levers.side_effects == {"build": (("need", "need:build"), ("unrest", "unrest:build"))}


def test_a_board_makes_levers_of_what_is_in_force_and_at_work_now():
    board, state = line()
    law = Law("open_clinics", 9, SRA)
    events = (Happening("open_toolkit", D(0), 2, answered=False),)
    before = public(state, laws=(law,), events=events, turn=1).public
    during = public(state, laws=(law,), events=events, turn=3).public
    after = public(state, laws=(law,), events=events, turn=4).public
    target = "price_credits:care"
    counts = [len(board.levers(view).find(target, 0)) for view in (before, during, after)]
    assert counts == [1, 2, 1]
    assert board.levers(before) is board.levers(after)


def test_a_board_does_not_keep_the_levers_of_every_match_it_serves():
    """A computer player's board serves every match of its kind, each with laws and events of its own."""
    board, state = line()
    pairs = tuple(itertools.combinations(board.ruleset.laws, 2))
    for pair in pairs:
        view = public(state, laws=tuple(Law(law, 9, SRA) for law in pair)).public
        assert board.levers(view) is board.levers(replace(view, turn=2))
    assert len(board._levers) <= MOST_LEVERS


def test_a_board_holds_no_state_for_the_sake_of_its_levers():
    board, state = line()
    view = replace(state.public)
    before = sys.getrefcount(view)
    levers = board.levers(view)
    assert sys.getrefcount(view) == before
    assert board.levers(replace(view)) is levers


def test_traits_count_for_their_leader():
    board, state = line()
    alok, juno = board.leaders_of(SRA)[:2]
    levers = board.levers(state.public)
    assert [lever.source for lever in levers.find("need:care", 0, alok)] == ["swift_hands"]
    assert levers.find("need:care", 0, juno) == ()
