"""What the game ships, counted."""

from collections import Counter
from typing import get_args

import pytest

from game.content import ruleset
from game.rules.basics import Place
from game.rules.cards import Axis, EventCard, LandmarkRule, LawCard
from game.rules.change import PERCENT, Change
from game.rules.faction import Trait
from game.rules.ids import FactionKey
from game.rules.measure import Measure
from game.text.catalog import Catalog, keys_of

RULES = ruleset()
CATALOG = Catalog(strict=True)


def all_changes() -> list[Change]:
    traits = (trait for faction in RULES.factions.values() for trait in faction.traits.values())
    cards: list[LawCard | EventCard | LandmarkRule | Trait] = [
        *RULES.laws.values(),
        *RULES.events.values(),
        *RULES.landmarks.values(),
        *traits,
    ]
    return [change for card in cards for change in card.changes]


def test_three_factions_of_three_leaders_and_a_late_one() -> None:
    assert set(RULES.factions) == {"sra", "occ", "ca"}
    for faction in RULES.factions.values():
        assert (len(faction.leaders), len(faction.late_leaders), len(faction.facilities)) == (3, 1, 3)


def test_each_faction_is_best_at_another_kind_of_parts() -> None:
    assert [faction.speciality for faction in RULES.factions.values()] == ["art", "technique", "consent"]
    assert set(RULES.part_kinds) == {"art", "technique", "consent"}


def test_each_leader_has_a_trait_like_no_other() -> None:
    traits = [trait for faction in RULES.factions.values() for trait in faction.traits.values()]
    assert len({trait.key for trait in traits}) == len(traits) == 12
    targets = Counter(change.target for trait in traits for change in trait.changes)
    assert not [target for target, count in targets.items() if count > 1]


def test_sixteen_laws_four_on_each_axis() -> None:
    axes = Counter(law.axis for law in RULES.laws.values())
    assert axes == dict.fromkeys(get_args(Axis), 4)


@pytest.mark.parametrize("faction", RULES.factions)
def test_every_faction_gains_and_loses_by_several_laws(faction: str) -> None:
    assert sum(faction in law.helps for law in RULES.laws.values()) >= 5
    assert sum(faction in law.hurts for law in RULES.laws.values()) >= 4


@pytest.mark.parametrize("axis", get_args(Axis))
def test_no_axis_belongs_to_one_faction(axis: str) -> None:
    laws = [law for law in RULES.laws.values() if law.axis == axis]
    assert len({faction for law in laws for faction in law.helps}) >= 2
    assert len({faction for law in laws for faction in law.hurts}) >= 2


def test_laws_move_the_city_both_ways() -> None:
    moves = Counter(law.fracture for law in RULES.laws.values())
    assert moves[0] == 0
    assert moves[1] >= 5
    assert moves[-1] >= 5


def test_at_least_twenty_events_of_every_kind() -> None:
    kinds = Counter(event.kind for event in RULES.events.values())
    assert kinds.total() >= 22
    assert kinds["crisis"] >= 8
    assert kinds["opportunity"] >= 8
    assert kinds["intrusion"] >= 3


@pytest.mark.parametrize("event", [card for card in RULES.events.values() if card.kind != "opportunity"])
def test_a_crisis_raises_unrest_by_one_to_three_and_by_one_next_door(event: EventCard) -> None:
    assert 1 <= event.harm.unrest <= 3
    assert event.harm.linked_unrest == 1


def test_the_events_that_the_stories_tell_are_there() -> None:
    told = {
        "janus_intrusion",
        "mindscape_therapy",
        "smilescape_malfunction",
        "naturalist_hackers",
        "live_demonstration",
        "holographic_unveiling",
        "holo_cam_expose",
        "whistleblower",
        "monopoly_inquiry",
        "artist_ousted",
        "investor_ultimatum",
        "neural_landscape_premiere",
    }
    assert told <= set(RULES.events)


def test_the_malfunction_is_as_the_rules_have_it() -> None:
    event = RULES.events["smilescape_malfunction"]
    assert (event.harm.need, event.harm.linked_need) == (15, 5)
    assert Change("pressure:care", 200) in event.changes


def test_only_the_rules_own_examples_double_anything() -> None:
    doubled = [
        change.target for change in all_changes() if change.operation == PERCENT and change.value > 150
    ]
    assert sorted(doubled) == ["pressure:care", "pressure:festival"]


def test_no_effect_is_large() -> None:
    for change in all_changes():
        if change.operation == PERCENT:
            assert 50 <= change.value <= 200
        elif change.constant in (
            "unrest",
            "credits",
            "voice",
            "price_credits",
            "price_voice",
            "parts",
            "reach",
        ):
            assert abs(change.value) <= 2


def test_something_touches_each_own_verb_and_a_facility_of_each_faction() -> None:
    causes = {change.cause for change in all_changes()}
    for faction in RULES.factions.values():
        assert faction.unique.key in causes
        assert causes & {rule.key for rule in faction.facilities}


def test_mandates_are_enough_for_six_seats_and_all_different() -> None:
    assert 12 <= len(RULES.mandates) <= 16
    asked = [mandate.measures for mandate in RULES.mandates.values()]
    assert len(set(asked)) == len(asked)


def test_the_council_dome_and_the_other_landmarks_have_their_rule() -> None:
    rules = {mark.key: mark.changes for mark in RULES.landmarks.values()}
    assert rules["council_dome"] == (Change("council", 40),)
    assert rules["gala_hall"] == (Change("leading", 150),)
    assert rules["transit_hub"] == (Change("reach", 1),)
    assert sum(change.constant == "reach" for change in all_changes()) == 1


def test_tempers_and_modes() -> None:
    assert list(RULES.tempers) == ["gentle", "standard", "harsh"]
    assert RULES.tempers["standard"].numbers == ()
    assert set(RULES.modes) == {"free", "teams", "common_cause", "great_mural", "gala_night"}
    assert RULES.modes["teams"].team_size == 2
    assert RULES.modes["common_cause"].events_a_season == 2
    assert RULES.modes["common_cause"].goals[1].measure == Measure("sanctuaries", least=1, per_seat=1)
    assert RULES.modes["great_mural"].goals[0].wins


def texts_of_content() -> list[str]:
    keys = [
        *(f"laws-{key}" for key in RULES.laws),
        *(f"events-{key}" for key in RULES.events),
        *(f"mandates-{key}" for key in RULES.mandates),
        *(f"traits-{trait.key}" for faction in RULES.factions.values() for trait in faction.traits.values()),
        *(f"modes-{key}" for key in RULES.modes),
        *(f"modes-temper-{key}" for key in RULES.tempers),
        *(f"names-landmark-{key}" for key in RULES.landmarks),
    ]
    goals = [f"modes-goal-{goal.key}" for mode in RULES.modes.values() for goal in mode.goals]
    return [*keys, *(f"{key}-about" for key in keys), *goals]


@pytest.mark.parametrize("key", texts_of_content())
def test_everything_has_a_name_and_a_line_about_it(key: str) -> None:
    said = CATALOG.say(key)
    assert 3 <= len(said) <= (200 if key.endswith("-about") else 45)


def test_lines_about_cards_name_no_numbers() -> None:
    """The effects are told from the numbers, which may be tuned or modded."""
    lines = [CATALOG.say(key) for key in texts_of_content() if key.endswith("-about")]
    assert not [line for line in lines if any(letter.isdigit() for letter in line)]


def test_nothing_is_told_that_is_not_there() -> None:
    files = ("laws", "events", "mandates", "traits", "modes")
    told = {key for key, file in keys_of("en").items() if file in files}
    of_maps = {"modes-scenario", "modes-scenario-about"}
    assert told - of_maps == {key for key in texts_of_content() if not key.startswith("names-")}


def test_the_lab_is_made_for_districts_with_sanctuary_parts() -> None:
    lab = next(rule for rule in RULES.factions[FactionKey("occ")].facilities if rule.key == "nanobot_lab")
    assert lab.place == Place("parts", least=1)
