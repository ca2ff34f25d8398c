"""Scenario objects of a map become a mode of the rules, which a match can be played in."""

import pytest

from game.content import ruleset
from game.maps import check
from game.rules.board import Board
from game.rules.cards import Goal, NumberChange, Scripted
from game.rules.ids import FactionKey
from game.rules.measure import Measure
from game.rules.setup import Setting, new_match
from game.rules.state import Sitting
from tests.maps.workshop import TINY

WINS = ("goal", {"target": "stewards", "amount": 2, "when": "wins", "text": "Two houses"})
CALM = ("goal", {"target": "fracture", "effect": "at_most", "amount": 40, "text": "A calm city"})
JANUS = ("event", {"target": "janus_intrusion", "turn": 5})
FORUM = ("rule", {"target": "forum.unrest", "effect": "add", "amount": 1})


def test_a_map_without_a_scenario_is_played_freely():
    assert (check(TINY).mode, check(TINY).scenario) == ("free", None)


def test_a_map_may_ask_for_common_cause(tiny):
    tiny.edit('<property name="turns"', '<property name="mode" value="common-cause"/><property name="turns"')
    assert check(tiny.folder).mode == "common_cause"


def test_objects_become_goals_events_and_numbers(tiny):
    checked = check(tiny.plan(WINS, JANUS, FORUM).folder)
    mode = checked.scenario
    assert checked.mode == "scenario"
    assert mode is not None
    assert mode.goals == (Goal("goal_1", Measure("stewards", least=2), wins=True, text="Two houses"),)
    assert mode.script == (Scripted("janus_intrusion", 5, "north_row"),)
    assert mode.numbers == (NumberChange("forum.unrest", add=1),)
    assert (mode.together, mode.length, mode.map) == (False, "short", "tiny")


def test_a_common_cause_has_goals_of_the_whole_city(tiny):
    mode = check(tiny.plan(CALM, mode="common-cause").folder).scenario
    assert mode is not None
    assert mode.together
    assert mode.goals[0].measure == Measure("fracture", most=40)


def test_a_match_can_be_played_in_it(tiny):
    checked = check(tiny.plan(WINS, JANUS, FORUM).folder)
    assert checked.scenario is not None
    seating = (Sitting(FactionKey("sra"), 1), Sitting(FactionKey("occ"), 1))
    match, state = new_match(ruleset(), checked.city, seating, "short", 1, Setting(mode=checked.scenario))
    assert match.ruleset.forum.unrest == ruleset().forum.unrest + 1
    assert [(event.key, event.turn) for event in state.public.events] == [("janus_intrusion", 5)]
    assert Board(match).district_of_key["north_row"] == state.public.events[0].district


def test_a_scenario_is_part_of_what_the_rules_see_and_its_words_are_not(tiny):
    before = check(tiny.folder).rules_hash
    with_goal = check(tiny.plan(WINS).folder).rules_hash
    assert with_goal != before
    tiny.edit("Two houses", "Three words here")
    assert check(tiny.folder).rules_hash == with_goal


@pytest.mark.parametrize(
    ("objects", "mode", "code"),
    [
        ((CALM,), "free", "M318"),
        ((WINS,), "common-cause", "M318"),
        ((FORUM,), "common-cause", "M318"),
        ((("event", {"target": "janus_intrusion", "turn": 13}),), "free", "M319"),
        ((("event", {"target": "no_such_event", "turn": 5}),), "free", "M203"),
        ((("rule", {"target": "forum", "amount": 1}),), "free", "M209"),
        ((("rule", {"target": "lengths.short.turns", "amount": -4}),), "free", "M320"),
        ((("goal", {"target": "stewards", "amount": 2, "when": "wins"}),), "free", "M205"),
    ],
)
def test_what_cannot_be_is_named(objects, mode, code, tiny):
    assert code in {fault.code for fault in tiny.plan(*objects, mode=mode).refused()}


def test_an_event_outside_every_district_is_named(tiny):
    tiny.plan(JANUS).edit('type="event" x="64" y="64"', 'type="event" x="370" y="270"')
    assert tiny.only().code == "M310"
