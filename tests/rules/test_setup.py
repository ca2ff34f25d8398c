import pytest
from msgspec.structs import replace

from game.rules.cards import Mode, NumberChange, Scripted
from game.rules.errors import RulesError
from game.rules.ids import District, FactionKey, Wealth
from game.rules.setup import Setting, new_match, opening
from game.rules.state import NOT_ARRIVED, Facility, Sitting
from tests.conformance.pin import pinned
from tests.support.cities import grid_city, line_city
from tests.support.matches import CA, OCC, SRA, THREE, line, match


def test_purses_and_first_turn():
    _, state = line()
    assert state.public.turn == 1
    assert [(seat.credits, seat.voice) for seat in state.public.seats] == [(10, 4), (12, 2), (11, 4)]
    assert all(seat.works and seat.legacy == 0 for seat in state.public.seats)
    # 10 times the mean unrest 8/5, and a quarter of the gap in need of 55 - 25.
    assert state.public.fracture == 23


def test_the_opening_follows_from_the_match_and_its_seed():
    board, state = match(seed=7)
    assert opening(board, 7) == state
    assert opening(board, 8) != state


def test_a_faction_starts_where_the_map_says():
    board, _ = line()
    assert board.homes[SRA] == District(0)
    assert board.homes[OCC] == District(2)
    assert board.homes[CA] == District(4)


def test_support_at_home_and_next_door():
    _, state = line()
    assert [d.support[SRA] for d in state.public.districts] == [400, 120, 0, 0, 0]
    assert [d.support[OCC] for d in state.public.districts] == [0, 120, 400, 120, 0]


def test_the_first_facility_stands_at_home():
    _, state = line()
    assert state.public.districts[2].facilities == (Facility("command_center", OCC, 1),)


def test_an_open_start_becomes_the_factions_kind_of_home():
    board, state = line()
    home = board.city.districts[4]
    assert (home.wealth, home.need, home.lean) == (Wealth.MIXED, 40, 0)
    assert (state.public.districts[4].need, state.public.districts[4].lean) == (40, 0)


def test_late_leaders_are_not_there_yet():
    board, state = line()
    late = [where for where, plan in zip(state.public.leaders, board.leaders, strict=True) if plan.joins > 1]
    assert late == [NOT_ARRIVED] * 3
    assert state.public.leaders.count(District(0)) == 3


def test_two_chapters_of_one_faction_may_play():
    seating = (Sitting(FactionKey("sra"), 1), Sitting(FactionKey("sra"), 2), Sitting(FactionKey("ca"), 1))
    board, _ = match(seating=seating)
    assert len(set(board.homes)) == 3
    assert board.city.districts[board.homes[1]].wealth == Wealth.UNDERSERVED


def test_every_quarter_has_the_same_weight_in_the_spotlight():
    for length in pinned().lengths:
        board, state = match(length=length)
        weights = dict.fromkeys(range(1, 5), 0)
        for weight, lit in zip(board.length.gala_weights, state.public.spotlight, strict=True):
            for quarter in lit:
                weights[quarter] += weight
        assert len(set(weights.values())) == 1


def test_seeds_differ_in_what_comes_up():
    drawn = {match(seed=seed)[1].public.spotlight for seed in range(20)}
    assert len(drawn) > 5


@pytest.mark.parametrize(
    ("seating", "length", "word"),
    [
        (THREE[:1], "standard", "seats"),
        ((THREE[0], THREE[0]), "standard", "chapter"),
        ((THREE[0], Sitting(FactionKey("bakers"), 1)), "standard", "bakers"),
        (THREE, "endless", "endless"),
        ((*THREE, Sitting(FactionKey("ca"), 2)), "standard", "4 seats"),
    ],
)
def test_an_impossible_match_is_refused(seating, length, word):
    with pytest.raises(RulesError, match=word):
        new_match(pinned(), line_city(), seating, length, 1)


def test_the_city_given_is_not_changed():
    city = line_city()
    before = replace(city)
    match(city)
    assert city == before


FOUR = (*THREE, Sitting(FactionKey("ca"), 2))


def four(setting):
    return match(grid_city(starts=4), FOUR, setting=setting)


def test_the_first_docket_and_every_hand_are_dealt_from_one_deck():
    board, state = match()
    docket = [bill.law for bill in state.public.docket]
    hands = [law for seat in state.public.seats for law in seat.hand]
    assert len(docket) == 2
    assert [len(seat.hand) for seat in state.public.seats] == [2, 2, 2]
    assert len({*docket, *hands}) == 8
    assert len({board.ruleset.laws[law].axis for law in docket}) == 2


def test_each_seat_has_two_mandates_of_its_own():
    _, state = match()
    assert [len(set(goals)) for goals in state.secret.mandates] == [2, 2, 2]


def test_the_event_of_the_second_season_is_announced():
    _, state = match()
    (event,) = state.public.events
    assert 4 <= event.turn <= 6


def test_everybody_plays_alone_or_all_together_or_in_teams_of_two():
    assert match()[0].match.teams == (0, 1, 2)
    assert match(setting=Setting("common_cause"))[0].match.teams == (0, 0, 0)
    assert four(Setting("teams"))[0].match.teams == (0, 0, 1, 1)
    assert four(Setting("teams", teams=(0, 1, 0, 1)))[0].match.teams == (0, 1, 0, 1)


@pytest.mark.parametrize("teams", [(0, 0, 0, 1), (0, 0, 0, 0), (0, 0, 1), (0, 1, 2, 3)])
def test_teams_that_do_not_fit_are_refused(teams):
    with pytest.raises(RulesError, match="expected at least two teams of 2"):
        four(Setting("teams", teams=teams))


def test_three_cannot_play_in_teams_of_two():
    with pytest.raises(RulesError, match="teams"):
        match(setting=Setting("teams"))


def test_a_temper_and_then_a_mode_play_with_the_numbers():
    base = pinned().fracture.tension_by_act
    mode = Mode("tense", numbers=(NumberChange("fracture.tension_by_act", percent=200),))
    board, _ = match(setting=Setting(mode, "harsh"))
    assert board.ruleset.fracture.tension_by_act == tuple(2 * (base_ + 1) for base_ in base)
    assert board.match.temper == "harsh"
    assert match(setting=Setting(temper="gentle"))[0].ruleset.forum.unrest == 3


@pytest.mark.parametrize(
    ("setting", "word"),
    [
        (Setting("war"), "no mode 'war'; there are"),
        (Setting(temper="jolly"), "no temper 'jolly'; there are"),
        (Setting(Mode("x", script=(Scripted("dry_taps", 4, "z99"),))), "no district 'z99'"),
        (
            Setting(Mode("x", script=(Scripted("no_such_event", 4, "d00"),))),
            "event 'no_such_event' in turn 4",
        ),
        (Setting(Mode("x", script=(Scripted("dry_taps", 25, "d00"),))), "event 'dry_taps' in turn 25"),
        (Setting(Mode("x", numbers=(NumberChange("forum.loudness", set=1),))), "forum.loudness"),
    ],
)
def test_a_setting_that_cannot_be_played_is_refused_by_name(setting, word):
    with pytest.raises(RulesError, match=word):
        match(setting=setting)


def test_a_script_comes_up_as_it_was_written():
    script = (Scripted("dry_taps", 5, "d01"), Scripted("protest_march", 8, "d00"))
    _, state = match(setting=Setting(Mode("x", script=script)))
    assert [(event.key, event.district, event.turn) for event in state.public.events] == [
        ("dry_taps", District(1), 5)
    ]


def test_the_last_turn_can_be_scripted():
    script = (Scripted("dry_taps", 24, "d01"),)
    board, _ = match(setting=Setting(Mode("x", script=script)))
    assert board.match.mode.script == script


def test_a_match_of_one_season_has_no_council():
    short = replace(
        pinned().lengths["short"],
        turns=3,
        seasons_by_act=(1, 0, 0),
        gala_weights=(2,),
        spotlight=((1, 2, 3, 4),),
    )
    rules = replace(pinned(), lengths={"one": short})
    _, state = match(length="one", rules=rules)
    assert state.public.docket == ()
    assert all(not seat.hand for seat in state.public.seats)
    assert state.public.events == ()


def test_a_match_of_two_seasons_has_one_council_and_no_motions():
    two = replace(
        pinned().lengths["short"],
        turns=6,
        seasons_by_act=(2, 0, 0),
        gala_weights=(2, 3),
        spotlight=((1, 2), (3, 4)),
    )
    _, state = match(length="two", rules=replace(pinned(), lengths={"two": two}))
    assert len(state.public.docket) == 2
    assert all(not seat.hand for seat in state.public.seats)
    assert len(state.public.events) == 1
