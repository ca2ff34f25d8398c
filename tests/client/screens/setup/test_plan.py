import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.client.screens.setup.plan import (
    CLOSED,
    HIGHEST_SEED,
    TIMERS,
    Choices,
    faults,
    first_seats,
    is_name,
    lengths_of,
    match_plan,
    minutes,
    players_for,
    room_of,
    seed_of,
)
from game.content import ruleset
from game.protocol.messages import OPEN, YOU
from tests.support.cards import card
from tests.support.cities import line_city

LEVELS = ("random", "greedy")


def choices(*, hosting: bool = False) -> Choices:
    return Choices(card(), first_seats(card(), LEVELS, hosting=hosting), "standard", hosting, player="Ada")


def test_a_map_brings_its_own_factions_and_you_sit_in_the_first_seat() -> None:
    assert [(s.faction, s.player) for s in choices().seats] == [
        ("sra", YOU),
        ("occ", "greedy"),
        ("ca", "greedy"),
    ]
    assert [s.player for s in choices(hosting=True).seats] == [YOU, OPEN, OPEN]


def test_taking_a_faction_gives_the_own_one_to_whoever_had_it() -> None:
    swapped = choices().with_faction(0, "ca")
    assert [s.faction for s in swapped.seats] == ["ca", "occ", "sra"]
    assert [s.player for s in swapped.seats] == [YOU, "greedy", "greedy"]


def test_any_faction_takes_nothing_from_anybody() -> None:
    assert [s.faction for s in choices().with_faction(0, "any").seats] == ["any", "occ", "ca"]


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from((YOU, "random", "greedy"))), max_size=8))
def test_you_are_never_in_two_seats(changes: list[tuple[int, str]]) -> None:
    made = choices()
    for seat, player in changes:
        made = made.with_player(seat, player)
        assert sum(s.player == YOU for s in made.seats) <= 1
        assert made.seats[seat].player == player


def test_moving_to_another_seat_leaves_the_old_one_to_who_was_there() -> None:
    assert [s.player for s in choices().with_player(2, YOU).seats] == ["greedy", "greedy", YOU]


def test_another_map_keeps_who_plays() -> None:
    moved = choices().with_player(1, "random").with_map(card("line", line_city()), LEVELS)
    assert [s.player for s in moved.seats] == [YOU, "random", "greedy"]
    assert [s.faction for s in moved.seats] == ["sra", "occ", "any"]
    assert moved.map.id == "line"


def test_two_seats_must_be_played() -> None:
    three = choices()
    assert CLOSED in players_for(three, LEVELS, 1)
    assert CLOSED not in players_for(three, LEVELS, 0), "the own seat cannot be closed"
    two = three.with_player(1, CLOSED)
    assert CLOSED not in players_for(two, LEVELS, 2)
    assert CLOSED in players_for(two, LEVELS, 1)


def test_open_seats_are_offered_only_when_hosting() -> None:
    assert OPEN in players_for(choices(hosting=True), LEVELS, 1)
    assert OPEN not in players_for(choices(), LEVELS, 1)
    assert players_for(choices(), LEVELS, 1)[1] == "greedy", "the strongest computer comes first"


def test_faults_say_what_is_missing() -> None:
    def keys(made: Choices) -> list[str]:
        return [fault.key for fault in faults(made)]

    assert keys(choices()) == []
    assert keys(choices().with_player(0, "greedy")) == ["setup-fault-no-you"]
    assert keys(replace(choices(), seed="12x")) == ["setup-fault-seed"]
    assert keys(replace(choices(hosting=True), player="!")) == ["setup-fault-name"]
    assert keys(replace(choices(), player="!")) == []
    alone = choices().with_player(1, CLOSED).with_player(2, CLOSED)
    assert keys(alone) == ["setup-fault-too-few"]


@pytest.mark.parametrize(
    ("text", "seed"),
    [
        ("", None),
        ("  ", None),
        ("7", 7),
        (" 12 ", 12),
        ("-1", None),
        ("1.5", None),
        ("²", None),
        (str(HIGHEST_SEED), HIGHEST_SEED),
        (str(HIGHEST_SEED + 1), None),
        ("9" * 30, None),
    ],
)
def test_a_seed_is_a_whole_number_or_nothing(text: str, seed: int | None) -> None:
    assert seed_of(text) == seed


@pytest.mark.parametrize(
    ("name", "good"),
    [
        ("Ada", True),
        ("Zoë 2", True),
        ("A", False),
        ("", False),
        ("a" * 21, False),
        ("a\nb", True),
        ("a-b", False),
    ],
)
def test_names_are_letters_digits_and_spaces(name: str, good: bool) -> None:
    assert is_name(name) is good


def test_the_plan_leaves_closed_seats_out() -> None:
    made = replace(choices(hosting=True).with_player(1, CLOSED), timer=2, seed="9")
    plan = match_plan(made, "Ada", "Room of Ada")
    assert [(seat.faction, seat.player) for seat in plan.seats] == [("sra", YOU), ("ca", OPEN)]
    assert (plan.timer, plan.seed, plan.public, plan.name) == (TIMERS[2], 9, True, "Room of Ada")


def test_a_match_alone_has_no_clock_and_is_not_listed() -> None:
    plan = match_plan(replace(choices(), timer=3), "Ada", "x")
    assert (plan.timer, plan.public) == (None, False)


def test_the_request_for_a_room_says_what_the_plan_says() -> None:
    plan = match_plan(replace(choices(hosting=True), seed="9"), "Ada", "Room of Ada")
    room = room_of(plan)
    assert (room.player, room.name, room.map, room.seats) == ("Ada", "Room of Ada", "grid", plan.seats)
    assert (room.length, room.timer, room.public, room.seed) == ("standard", None, True, 9)


def test_lengths_are_offered_from_short_to_long() -> None:
    assert lengths_of(ruleset()) == ("short", "standard", "epic")


def test_a_standard_match_takes_30_to_45_minutes() -> None:
    assert minutes(ruleset().lengths["standard"]) == (30, 45)
