import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.client.launcher import room_of
from game.client.screens.setup.pace import DAYS, LIVE, Pace
from game.client.screens.setup.plan import (
    CLOSED,
    HIGHEST_SEED,
    Choices,
    faults,
    first_seats,
    is_name,
    lengths_of,
    match_plan,
    may_be_neutral,
    minutes,
    modes_of,
    pairings,
    players_for,
    seed_of,
    teams_of,
    tempers_of,
)
from game.content import ruleset
from game.protocol.messages import OPEN, YOU
from game.rules.cards import Mode
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
    assert keys(replace(choices(hosting=True), player=" ")) == ["setup-fault-nameless"]
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
    made = replace(choices(hosting=True).with_player(1, CLOSED), pace=Pace(LIVE, timer=120), seed="9")
    plan = match_plan(made, "Ada", "Room of Ada")
    assert [(seat.faction, seat.player) for seat in plan.seats] == [("sra", YOU), ("ca", OPEN)]
    assert (plan.terms.timer, plan.seed, plan.terms.public, plan.name) == (120, 9, True, "Room of Ada")


def test_a_match_alone_has_no_clock_and_is_not_listed() -> None:
    plan = match_plan(replace(choices(), pace=Pace(LIVE)), "Ada", "x")
    assert (plan.terms.timer, plan.terms.public) == (None, False)


def test_hours_that_leave_no_deadline_must_be_mended() -> None:
    made = replace(choices(hosting=True), pace=Pace(DAYS, active_from=22, active_to=8))
    assert [fault.key for fault in faults(made)] == ["setup-fault-hours"]
    assert faults(replace(made, hosting=False)) == ()


def test_the_request_for_a_room_says_what_the_plan_says() -> None:
    plan = match_plan(replace(choices(hosting=True), seed="9"), "Ada", "Room of Ada")
    room = room_of(plan)
    assert (room.player, room.name, room.map, room.seats) == ("Ada", "Room of Ada", "grid", plan.seats)
    assert (room.length, room.timer, room.public, room.seed) == ("standard", None, True, 9)


def test_lengths_are_offered_from_short_to_long() -> None:
    assert lengths_of(ruleset()) == ("short", "standard", "epic")


def test_a_standard_match_takes_30_to_45_minutes() -> None:
    assert minutes(ruleset().lengths["standard"]) == (30, 45)


def in_mode(key: str, *, maps: int = 1) -> Choices:
    return choices().with_mode(ruleset().modes[key], (card(), card("core"))[:maps], LEVELS)


def four(**changes: object) -> Choices:
    """Four seats that are played."""
    seats = tuple(replace(seat, player="greedy") for seat in (*choices().seats, choices().seats[0]))
    seats = (replace(seats[0], player=YOU), *seats[1:])
    return replace(in_mode("teams"), seats=seats, **changes)


def test_modes_come_in_order_and_scenarios_only_with_their_map() -> None:
    here = [mode.key for mode in modes_of(ruleset(), (card(),))]
    assert here == ["free", "teams", "common_cause"]
    core = [mode.key for mode in modes_of(ruleset(), (card(), card("core")))]
    assert core == [*here, "gala_night", "great_mural"]
    assert [mode.key for mode in modes_of(ruleset(), (card(),), ("free",))] == ["free"]


def test_tempers_come_from_the_mildest_on() -> None:
    assert tempers_of(ruleset()) == ("gentle", "standard", "harsh")
    assert tempers_of(ruleset(), ("harsh", "gentle")) == ("gentle", "harsh")


def test_a_scenario_brings_its_map_and_length() -> None:
    made = in_mode("gala_night", maps=2)
    assert (made.map.id, made.length) == ("core", "short")
    assert made.with_map(card(), LEVELS).mode.key == "free"


def test_four_seats_make_three_pairs_of_teams() -> None:
    assert pairings(four()) == ((0, 0, 1, 1), (0, 1, 0, 1), (0, 1, 1, 0))
    assert teams_of(four(pairing=1)) == (0, 1, 0, 1)
    assert match_plan(four(pairing=2), "Ada", "").teams == (0, 1, 1, 0)


def test_three_seats_cannot_play_in_teams() -> None:
    made = in_mode("teams")
    assert teams_of(made) == ()
    assert [fault.key for fault in faults(made)] == ["setup-fault-teams"]
    assert faults(four()) == ()


def test_a_third_faction_is_offered_where_two_play() -> None:
    assert not may_be_neutral(choices())
    two = choices().with_player(2, CLOSED)
    assert may_be_neutral(two)
    assert match_plan(replace(two, neutral=False), "Ada", "").neutral is False


def test_mode_and_temper_reach_the_server() -> None:
    room = room_of(match_plan(replace(in_mode("common_cause"), temper="harsh"), "Ada", "room"))
    assert (room.mode, room.temper, room.teams, room.neutral) == ("common_cause", "harsh", (), True)


def test_a_maps_own_scenario_is_offered_with_it() -> None:
    own = Mode("scenario", map="grid", length="short")
    maps = (replace(card(), scenario=own), card("core"))
    assert modes_of(ruleset(), maps)[-1] is own
    assert own not in modes_of(ruleset(), maps, ("free", "teams"))
    assert choices().with_mode(own, maps, LEVELS).length == "short"
