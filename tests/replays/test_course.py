from typing import Any

import pytest
from msgspec.structs import replace

from game.replays.course import course_of, is_provable
from game.replays.errors import Broken, ReplayError
from game.replays.replay import Replay
from game.rules.view import public_hash
from tests.support.replays import replay


def refused(changed: Replay) -> ReplayError:
    with pytest.raises(ReplayError) as found:
        course_of(changed)
    return found.value


def with_turn(number: int, **changes: Any) -> Replay:
    found = replay()
    turns = list(found.turns)
    turns[number] = replace(turns[number], **changes)
    return replace(found, turns=tuple(turns))


def test_everybodys_view_is_there_for_every_turn() -> None:
    course = course_of(replay())
    assert [public.turn for public in course.publics[:-1]] == [turn.turn for turn in replay().turns]
    assert course.publics[-1].outcome == replay().end.outcome
    assert [public_hash(public) for public in course.publics[1:]] == [t.public_hash for t in replay().turns]


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_patch_that_leads_elsewhere_is_found(number: int) -> None:
    error = refused(with_turn(number, patch={}))
    assert error.code in (Broken.OTHER_HASH, Broken.UNSOUND)
    assert error.where.startswith("turn")


@pytest.mark.parametrize(
    "patch", [{99: 1}, {1: {0: "x"}}, {1: 7}, {1: {1: {0: {0: 1000}, 99: 1}}}, {0: {0: 1}}]
)
def test_a_patch_that_is_none_is_found(patch: dict[int, Any]) -> None:
    assert refused(with_turn(0, patch=patch)).code is Broken.WRONG_FIELD


def test_a_public_hash_is_of_the_city() -> None:
    assert refused(with_turn(2, public_hash=b"h" * 32)).code is Broken.OTHER_HASH


def test_turns_follow_each_other() -> None:
    assert refused(with_turn(1, turn=7)).code is Broken.UNSOUND
    found = replay()
    assert refused(replace(found, turns=(*found.turns, found.turns[-1]))).code is Broken.WRONG_ORDER
    assert refused(replace(found, turns=found.turns[:-1])).code is Broken.UNSOUND


def test_every_seat_has_a_slate() -> None:
    assert refused(with_turn(1, slates=())).code is Broken.UNSOUND


def test_the_end_tells_the_same_outcome() -> None:
    found = replay()
    other = replace(found.end.outcome, places=(0, 0, 0), mandates=())
    assert refused(replace(found, end=replace(found.end, outcome=other))).where == "end"
    assert refused(replace(found, end=replace(found.end, turns=found.end.turns - 1))).where == "end"


def test_the_header_names_the_ruleset_and_the_seats_of_the_match() -> None:
    header = replay().header
    assert refused(replace(replay(), header=replace(header, ruleset_hash="0" * 64))).code is Broken.OTHER_HASH
    assert refused(replace(replay(), header=replace(header, seats=header.seats[1:]))).code is Broken.UNSOUND


def test_other_rules_may_lay_out_a_state_otherwise() -> None:
    found = replay()
    old = replace(found, header=replace(found.header, rules=found.header.rules + 1, ruleset_hash="0" * 64))
    assert (is_provable(found), is_provable(old)) == (True, False)
    assert course_of(old).publics == course_of(found).publics
