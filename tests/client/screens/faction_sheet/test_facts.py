import pytest
from msgspec.structs import replace

from game.client.screens.faction_sheet.facts import FactionFacts, decimal, facts_of, signed
from game.content import ruleset
from game.rules.basics import Place, Price
from game.rules.ids import FactionKey
from tests.support.saying import say


def facts(key: str) -> FactionFacts:
    return facts_of(ruleset(), FactionKey(key), say)


@pytest.mark.parametrize("key", ruleset().factions)
def test_every_faction_has_everything_a_sheet_tells(key: str) -> None:
    told = facts(key)
    rules = ruleset().factions[FactionKey(key)]
    assert len(told.facilities) == len(rules.facilities)
    assert len(told.leaders) == len(rules.leaders) + len(rules.late_leaders)
    assert [leader.late for leader in told.leaders].count(True) == len(rules.late_leaders)
    assert all((told.motto, told.character, told.weakness, told.agenda, told.verb_effects, told.affinity))
    assert told.purse == Price(rules.credits, rules.voice)


def test_the_agenda_is_read_from_the_rules() -> None:
    rule = ruleset().factions[FactionKey("sra")].agenda
    told = f"{decimal(rule.pay)} Legacy for each underserved district with need {rule.most_need} or less"
    assert facts("sra").agenda.startswith(told)
    assert "own support 20% or more" in facts("ca").agenda
    assert "next to it" in facts("occ").agenda


def test_new_numbers_make_new_sentences() -> None:
    rules = ruleset()
    sra = rules.factions[FactionKey("sra")]
    changed = replace(sra, agenda=replace(sra.agenda, pay=200, most_need=55))
    told = facts_of(
        replace(rules, factions={**rules.factions, FactionKey("sra"): changed}), FactionKey("sra"), say
    )
    assert told.agenda.startswith("2 Legacy for each underserved district with need 55 or less")


def test_who_listens_is_told_line_by_line() -> None:
    assert facts("sra").affinity == (
        f"{ruleset().factions[FactionKey('sra')].affinity.base}% to begin with",
        "+10% where people are underserved",
        "+1% for every 2 points of need",
    )


def test_the_verb_tells_what_it_earns_and_stirs() -> None:
    assert "unrest +1, never above 3" in facts("sra").verb_effects
    assert any("1 more for each step of wealth" in effect for effect in facts("occ").verb_effects)
    assert "unrest -1" in facts("ca").verb_effects


def test_prices_of_its_own_and_what_building_stirs_are_told() -> None:
    assert facts("occ").prices == (
        "Festival costs 2 credits and 2 voice",
        "unrest +1 where it builds among the underserved",
    )
    assert facts("sra").prices == ()


def test_a_facility_says_what_it_is_made_for() -> None:
    clinic = next(f for f in facts("sra").facilities if f.key == "community_clinic")
    assert (clinic.place, clinic.pressure, clinic.pressure_in_place) == (
        "made for a place where need is 40 or more",
        "3",
        "5",
    )
    lab = next(f for f in facts("occ").facilities if f.key == "nanobot_lab")
    assert lab.place.startswith("made for a place where a Sanctuary ")


def test_a_leader_is_told_with_the_trait() -> None:
    alok = facts("sra").leaders[0]
    assert (alok.trait, alok.skill) == ("Swift Hands", ("Care relieves 4 more",))


def test_the_speciality_says_what_a_pledge_gives() -> None:
    assert (facts("ca").part, facts("ca").speciality[:3]) == ("art", "Art")
    rule = ruleset().pledge
    assert f"gives {rule.parts_of_speciality} parts of it, {rule.parts} of another" in facts("occ").speciality


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("wealth", 2), "made for a place where people are affluent"),
        (Place("off_middle", most=20), "made for a place where lean is within 20 of the middle"),
        (Place("population", 6), "made for a place where population is 6 or more"),
        (None, "made for no kind of place"),
    ],
)
def test_every_kind_of_place_has_its_words(place: Place | None, words: str) -> None:
    rules = ruleset()
    sra = rules.factions[FactionKey("sra")]
    facility = replace(sra.facilities[0], place=place)
    changed = replace(
        rules, factions={**rules.factions, FactionKey("sra"): replace(sra, facilities=(facility,))}
    )
    assert facts_of(changed, FactionKey("sra"), say).facilities[0].place == words


@pytest.mark.parametrize(
    ("hundredths", "shown"), [(125, "1.25"), (1400, "14"), (170, "1.7"), (17, "0.17"), (-50, "-0.5")]
)
def test_hundredths_are_shown_without_needless_zeros(hundredths: int, shown: str) -> None:
    assert decimal(hundredths) == shown


def test_signs_are_always_shown() -> None:
    assert [signed(n) for n in (3, 0, -3)] == ["+3", "+0", "-3"]
