import pytest
from msgspec.structs import replace

from game.content import ruleset
from game.rules.errors import RulesError
from game.rules.ids import District, FactionKey, Wealth
from game.rules.setup import new_match
from game.rules.state import NOT_ARRIVED, Facility, Sitting
from tests.support.cities import line_city
from tests.support.matches import CA, OCC, SRA, THREE, line, match


def test_purses_and_first_turn():
    _, state = line()
    assert state.public.turn == 1
    assert [(seat.credits, seat.voice) for seat in state.public.seats] == [(10, 4), (12, 2), (11, 4)]
    assert all(seat.works and seat.legacy == 0 for seat in state.public.seats)
    # 10 times the mean unrest 8/5, and a quarter of the gap in need of 55 - 25.
    assert state.public.fracture == 23


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
    for length in ruleset().lengths:
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
        new_match(ruleset(), line_city(), seating, length, 1)


def test_the_city_given_is_not_changed():
    city = line_city()
    before = replace(city)
    match(city)
    assert city == before
