from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from game.replays.course import course_of
from game.replays.errors import Broken, ReplayError
from game.replays.replay import Replay
from game.replays.soundness import check_entries, check_match, check_public, check_slates
from game.rules import ledger as say
from game.rules.board import Board
from game.rules.errors import RulesError
from game.rules.ids import District, Leader, Seat
from game.rules.orders import Ballot, Campaign, Close, Gift, Motion, Order
from game.rules.state import Bill, Facility, Happening, Law, Match, Public, Site
from tests.support.replays import replay

NOWHERE, NOBODY = District(99), Seat(9)


def board() -> Board:
    return Board(replay().opening.match)


def public() -> Public:
    return replay().opening.public


def first(changed: Public, **changes: Any) -> Public:
    return replace(changed, districts=(replace(changed.districts[0], **changes), *changed.districts[1:]))


SPOILT: dict[str, Callable[[Public], Public]] = {
    "no districts": lambda p: replace(p, districts=()),
    "a seat less": lambda p: replace(p, seats=p.seats[1:]),
    "a leader more": lambda p: replace(p, leaders=(*p.leaders, District(0))),
    "a leader nowhere": lambda p: replace(p, leaders=(NOWHERE, *p.leaders[1:])),
    "one seat twice": lambda p: replace(p, priority=(Seat(0), Seat(0), Seat(1))),
    "no spotlight": lambda p: replace(p, spotlight=()),
    "a turn too late": lambda p: replace(p, turn=99),
    "a turn too early": lambda p: replace(p, turn=0),
    "a torn city": lambda p: replace(p, fracture=101),
    "a rich seat": lambda p: replace(p, seats=(replace(p.seats[0], credits=10**9), *p.seats[1:])),
    "need": lambda p: first(p, need=101),
    "lean": lambda p: first(p, lean=-101),
    "unrest": lambda p: first(p, unrest=11),
    "more than all": lambda p: first(p, support=(900, 900, 0)),
    "less than nothing": lambda p: first(p, support=(-1, 0, 0)),
    "support of two": lambda p: first(p, support=(1, 1)),
    "stakes of two": lambda p: first(p, site=Site((0, 0, 0), (0, 0), 0)),
    "parts of two": lambda p: first(p, site=Site((0, 0), (0, 0, 0), 0)),
    "nobody's house": lambda p: first(p, facilities=(Facility("free_school", NOBODY, 1),)),
    "no such house": lambda p: first(p, facilities=(Facility("castle", Seat(0), 1),)),
    "no such law": lambda p: replace(p, laws=(Law("anarchy", 3, Seat(0)),)),
    "nobody's bill": lambda p: replace(p, docket=(Bill(next(iter(board().ruleset.laws)), NOBODY, 0),)),
    "no such bill": lambda p: replace(p, moved=(Bill("anarchy", Seat(0), 0),)),
    "no such event": lambda p: replace(p, events=(Happening("flood", District(0), 3, answered=False),)),
    "no such card": lambda p: replace(p, seats=(replace(p.seats[0], hand=("anarchy",)), *p.seats[1:])),
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_is_not_in_the_match_is_found(name: str) -> None:
    assert check_public(board(), public(), "opening") == public()
    with pytest.raises(ReplayError) as found:
        check_public(board(), SPOILT[name](public()), "opening")
    assert (found.value.code, found.value.where) == (Broken.UNSOUND, "opening")


def test_an_outcome_places_every_seat() -> None:
    last = course_of(replay()).publics[-1]
    assert last.outcome is not None
    for changes in ({"places": (1,)}, {"mandates": ((),)}, {"mandates": (("no_such_goal",), (), ())}):
        with pytest.raises(ReplayError):
            check_public(board(), replace(last, outcome=replace(last.outcome, **changes)), "turn 9")


MADE_UP: tuple[say.Entry, ...] = (
    say.Moved(Leader(99), District(0), District(1)),
    say.Moved(Leader(0), NOWHERE, District(1)),
    say.Founded(NOWHERE),
    say.Given(Seat(0), NOBODY, 1, 1),
    say.Given(Seat(0), Seat(-1), 1, 1),
    say.Lapsed("anarchy", "sunset"),
    say.SwitchedOff("flood", District(0)),
    say.Fulfilled(Seat(0), "no_such_goal", True, 1),
    say.Contested(District(0), (), (), (), ()),
    say.Decayed(District(0), (1,)),
    say.Finished(District(0), NOBODY, (0, 0, 0)),
    say.Pledged(Seat(0), Leader(0), District(0), "gold", (), 1),
)


@pytest.mark.parametrize("entry", MADE_UP, ids=lambda entry: repr(entry)[:40])
def test_an_entry_that_names_a_stranger_is_found(entry: say.Entry) -> None:
    with pytest.raises(ReplayError):
        check_entries(board(), (entry,), "turn 1")


@pytest.mark.parametrize(
    "order",
    [
        Campaign(Leader(99), District(0)),
        Campaign(Leader(0), NOWHERE),
        Motion(Leader(0), District(0), "anarchy"),
        Ballot("anarchy", aye=True),
        Gift(NOBODY, 1, 1),
        Close(NOWHERE, "free_school"),
    ],
    ids=lambda order: repr(order)[:40],
)
def test_an_order_that_names_a_stranger_is_found(order: Order) -> None:
    check_slates(board(), replay().turns[0].slates, "turn 1")
    with pytest.raises(ReplayError) as found:
        check_slates(board(), ((), (order,), ()), "turn 1")
    assert found.value.where == "turn 1"


def spoilt_match(**changes: Any) -> Match:
    return replace(replay().opening.match, **changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"homes": (District(0),)},
        {"homes": (NOWHERE, District(1), District(2))},
        {"teams": ()},
        {"unranked": (NOBODY,)},
        {"seating": (), "homes": (), "teams": ()},
    ],
)
def test_a_match_fits_together(changes: dict[str, Any]) -> None:
    with pytest.raises(RulesError):
        check_match(spoilt_match(**changes))


@pytest.mark.parametrize("changes", [{"length": "endless"}, {"homes": (District(0),)}])
def test_a_match_the_rules_cannot_take_is_the_files_fault(changes: dict[str, Any]) -> None:
    found: Replay = replay()
    with pytest.raises(ReplayError) as error:
        course_of(replace(found, opening=replace(found.opening, match=spoilt_match(**changes))))
    assert (error.value.code, error.value.where) == (Broken.UNSOUND, "opening")
