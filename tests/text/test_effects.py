from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.content import ruleset
from game.content.vocabulary import Scope as CardScope
from game.content.vocabulary import Vocabulary
from game.rules.basics import Place, PlaceTrait
from game.rules.cards import EventCard, Goal, Harm, LandmarkRule, LawCard, MandateCard
from game.rules.change import ALONE, WITH_CAUSE, Change
from game.rules.faction import Trait
from game.rules.measure import CITY_READINGS, SEAT_READINGS, Measure
from game.text.catalog import Catalog
from game.text.changing import Scope
from game.text.effects import (
    describe_change,
    describe_event,
    describe_goal,
    describe_landmark,
    describe_law,
    describe_mandate,
    describe_measure,
    describe_place,
    describe_trait,
)

CATALOG = Catalog(strict=True)
RULES = ruleset()


def targets() -> list[str]:
    """Every target a card of any kind may have."""
    words = Vocabulary(RULES)
    caused = {
        f"{constant}:{cause}"
        for constant in WITH_CAUSE
        for scope in get_args(CardScope)
        for cause in words.causes(constant, scope)
    }
    return [*ALONE, *sorted(caused)]


SAID: list[tuple[Change, Scope, str]] = [
    (Change("need:care", -4), "leader", "Care relieves 4 more"),
    (Change("unrest:forum", -1), "district", "Forum calms 1 more"),
    (Change("unrest:festival", 1), "city", "Festival calms 1 less"),
    (Change("price_voice:forum", -1), "city", "Forum costs 1 voice less"),
    (Change("price_credits:care", 2), "city", "Care costs 2 credits more"),
    (Change("price_voice:unique", 1), "city", "Every faction's own verb costs 1 voice more"),
    (
        Change("pressure:campaign", 120, Place("unrest", least=5)),
        "city",
        "Campaign presses 20% more where unrest is 5 or more",
    ),
    (Change("pressure:festival", 200), "city", "Festival presses twice as much"),
    (Change("pressure:facility", 85), "city", "Every facility presses 15% less"),
    (Change("pressure:order", 0), "city", "Every order presses not at all"),
    (Change("unrest:district", -1), "city", "Unrest falls by 1 a turn in every district"),
    (Change("unrest:district", 2), "district", "Unrest rises by 2 a turn here"),
    (Change("lean:district", -3), "district", "Lean moves 3 to Organic a turn here"),
    (Change("middle:district", 3), "district", "Lean comes 3 nearer to the middle a turn here"),
    (Change("unrest:showcase", 1), "city", "Showcase also moves unrest by +1"),
    (Change("need:mural", -2), "city", "Mural also moves need by -2 a turn"),
    (Change("credits:campaign", 1), "leader", "Campaign earns 1 credit more"),
    (Change("credits:income", -2), "city", "Every faction earns 2 credits less a turn"),
    (Change("parts:technique", 1), "city", "A pledge of Technique gives 1 part more"),
    (Change("parts:any", 2), "city", "A pledge of every kind gives 2 parts more"),
    (
        Change("affinity", 8, Place("lean", least=20)),
        "leader",
        "Is heard 8 points better where lean is +20 or more",
    ),
    (Change("shield", -5), "district", "Each facility here shields 5 points less"),
    (Change("decay", -6), "district", "Support here fades by 0.6% less a turn"),
    (Change("reach", 1), "district", "Leaders who begin their turn here reach 1 link farther"),
    (Change("council", 40), "district", "Whoever leads here alone weighs 40 more in the Council"),
    (
        Change("linked_need", -2, Place("wealth", least=2)),
        "city",
        "Where people are affluent, each facility at work moves need of the neediest linked district by -2",
    ),
    (Change("leading", 150), "district", "Leading or coming second here scores 50% more"),
    (Change("stakes", 120), "district", "Stakes in a Sanctuary here pay 20% more"),
    (Change("agenda", 50), "city", "Every agenda scores half as much"),
    (Change("harm", 130), "city", "Unanswered events harm 30% more"),
    (Change("tension", 75), "city", "Tension raises unrest 25% less"),
    (Change("upkeep", 300), "city", "Upkeep costs three times as much"),
]


@pytest.mark.parametrize(("change", "scope", "said"), SAID)
def test_a_change_is_said(change: Change, scope: Scope, said: str) -> None:
    assert describe_change(CATALOG, RULES, change, scope) == said


def test_every_constant_is_said_above() -> None:
    assert {change.constant for change, _, _ in SAID} == {*ALONE, *WITH_CAUSE} - {"voice"}


PLACES = st.none() | st.builds(
    Place,
    trait=st.sampled_from(get_args(PlaceTrait)),
    least=st.integers(-110, 110),
    most=st.integers(-110, 110),
)


@given(
    target=st.sampled_from(targets()),
    value=st.integers(-1000, 1000),
    where=PLACES,
    scope=st.sampled_from(get_args(Scope)),
)
def test_every_change_can_be_said(target: str, value: int, where: Place | None, scope: Scope) -> None:
    said = describe_change(CATALOG, RULES, Change(target, value, where), scope)
    assert said[0] == said[0].upper()
    assert "  " not in said
    assert not said.endswith((".", " "))


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (None, "everywhere"),
        (Place("unrest", least=0), "everywhere"),
        (Place("need", least=40), "where need is 40 or more"),
        (Place("need", most=40), "where need is 40 or less"),
        (Place("unrest", least=2, most=4), "where unrest is 2 to 4"),
        (Place("population", least=6, most=6), "where population is 6"),
        (Place("wealth", most=0), "where people are underserved"),
        (Place("wealth", least=1), "where people are mixed or affluent"),
        (Place("lean", most=-20), "where lean is -20 or less"),
        (Place("lean", least=0), "where lean is 0 or more"),
        (Place("off_middle", most=20), "where lean is within 20 of the middle"),
        (Place("off_middle", least=15), "where lean is 15 or more off the middle"),
        (Place("facilities", least=1), "where facilities number 1 or more"),
        (Place("finished", least=1), "where a Sanctuary is finished"),
        (Place("finished", most=0), "where no Sanctuary is finished"),
        (Place("need", least=60, most=40), "nowhere"),
    ],
)
def test_a_kind_of_district_is_said(place: Place | None, said: str) -> None:
    assert describe_place(CATALOG, RULES, place) == said


MEASURED: list[tuple[Measure, int | None, str]] = [
    (Measure("need_gap", least=21), None, "The gap in need is 21 or more"),
    (Measure("fracture", most=40), None, "Fracture is 40 or less"),
    (Measure("need", least=20, most=40), None, "The city's mean need is 20 to 40"),
    (Measure("unrest", least=25), None, "The city's mean unrest is 2.5 or more"),
    (Measure("lean", least=3), None, "The city's mean lean is +3 or more"),
    (Measure("sanctuaries", most=2), None, "The city has at most 2 finished Sanctuaries"),
    (Measure("sanctuaries", most=0), None, "The city has no finished Sanctuaries"),
    (
        Measure("sanctuaries", least=1, where=Place("wealth", most=0)),
        None,
        "The city has at least 1 finished Sanctuary, counting only underserved districts",
    ),
    (Measure("turmoil", most=1), None, "Turmoil is in at most 1 district of the city"),
    (Measure("all_facilities", least=12), None, "The city has at least 12 facilities"),
    (
        Measure("joint_sanctuaries", least=1, per_seat=1),
        3,
        "The city has at least 4 finished Sanctuaries that several factions gave to",
    ),
    (
        Measure("leads", least=5, where=Place("unrest", most=2)),
        None,
        "You lead at least 5 districts with unrest 2 or less",
    ),
    (
        Measure("leads", least=1, where=Place("finished", least=1)),
        None,
        "You lead at least 1 district with a finished Sanctuary",
    ),
    (
        Measure("presence", least=2, per_seat=3),
        None,
        "You have 10% of support or more in at least 2 districts, and 3 more for each seat",
    ),
    (
        Measure("presence", least=0, per_seat=3),
        None,
        "You have 10% of support or more in at least 3 districts for each seat",
    ),
    (Measure("stewards", least=1), None, "You are steward of at least 1 finished Sanctuary"),
    (Measure("stakes", least=15), None, "You have given at least 15 parts to Sanctuaries"),
    (Measure("facilities", least=3, most=5), None, "You hold 3 to 5 facilities"),
    (Measure("kinds", least=3), None, "You hold at least 3 kinds of facility"),
    (Measure("support", least=200), None, "Your support in the city is 20% or more"),
    (Measure("credits", least=15), None, "You have 15 or more credits"),
    (Measure("voice", least=12), None, "You have 12 or more voice"),
    (Measure("laws", least=2, most=2), None, "You have passed exactly 2 laws"),
    (Measure("quarters", least=4), None, "You lead in at least 4 quarters of the city"),
    (Measure("legacy", least=10_000), None, "Your Legacy is 100 or more"),
    (Measure("blame", most=50), None, "Your blame is 0.5 or less"),
]


@pytest.mark.parametrize(("measure", "seats", "said"), MEASURED)
def test_a_measure_is_said(measure: Measure, seats: int | None, said: str) -> None:
    assert describe_measure(CATALOG, RULES, measure, seats) == said


def test_every_reading_is_said_above() -> None:
    assert {measure.reads for measure, _, _ in MEASURED} == {*CITY_READINGS, *SEAT_READINGS}


@given(
    reads=st.sampled_from((*CITY_READINGS, *SEAT_READINGS)),
    least=st.integers(-200, 2000),
    most=st.integers(-200, 2000),
    per_seat=st.integers(0, 5),
    where=PLACES,
    seats=st.none() | st.integers(2, 6),
)
def test_every_measure_can_be_said(
    reads: Any, least: int, most: int, per_seat: int, where: Place | None, seats: int | None
) -> None:
    measure = Measure(reads, least, most, per_seat, where)
    assert describe_measure(CATALOG, RULES, measure, seats)


def test_a_law_is_described() -> None:
    card = LawCard(
        key="transparent_health_data",
        axis="care",
        changes=(Change("harm", 50), Change("pressure:showcase", 85)),
        residents=Measure("unrest", least=20),
        helps=("sra", "ca"),
        hurts=("occ",),
        fracture=-1,
    )
    words = describe_law(CATALOG, RULES, card)
    assert (words.name, words.axis) == ("Transparent Health Data", "Care")
    assert words.effects == ("Unanswered events harm half as much", "Showcase presses 15% less")
    assert words.residents == "The residents vote for it if the city's mean unrest is 2 or more"
    assert words.gains == ("Smile Rights Alliance", "Cultural Alliance")
    assert words.loses == ("Oral Command Centers",)
    assert words.mood == "Calms the city"


@pytest.mark.parametrize(("fracture", "mood"), [(-1, "Calms the city"), (0, ""), (1, "Stirs the city up")])
def test_a_law_says_which_way_it_moves_the_city(fracture: int, mood: str) -> None:
    card = replace(RULES.laws["open_clinics"], fracture=fracture)
    assert describe_law(CATALOG, RULES, card).mood == mood


def test_a_crisis_is_described_with_its_answer_and_its_harm() -> None:
    card = EventCard(
        key="waiting_list_leak",
        kind="crisis",
        turns=2,
        places=(Place("wealth", most=0), Place("unrest", least=2)),
        changes=(Change("pressure:care", 200),),
        answers=("care", "forum"),
        voice=1,
        switches_off=True,
        harm=Harm(unrest=2, linked_unrest=1, need=6, linked_need=3, lean=-4),
    )
    words = describe_event(CATALOG, RULES, card)
    assert (words.kind, words.lasts) == ("Crisis", "2 turns")
    assert words.places == "Where people are underserved and where unrest is 2 or more"
    assert words.effects == (
        "Care presses twice as much",
        "No facility works here for 2 turns, unless somebody answers",
    )
    assert words.answers == "Care or Forum here in its first turn answers it and earns 1 voice"
    assert words.harm == (
        "Unanswered, here: unrest +2, need +6, lean -4",
        "Unanswered, in linked districts: unrest +1, need +3",
    )


def test_an_opportunity_harms_nobody() -> None:
    words = describe_event(CATALOG, RULES, EventCard("rooftop_choir", "opportunity"))
    assert (words.kind, words.places, words.answers, words.harm) == ("Opportunity", "Anywhere", "", ())


def test_an_answer_need_not_earn_voice() -> None:
    card = EventCard("dry_taps", "crisis", answers=("care",), harm=Harm(unrest=1))
    assert describe_event(CATALOG, RULES, card).answers == "Care here in its first turn answers it"


def test_a_trait_a_landmark_and_a_mandate_are_described() -> None:
    trait = describe_trait(CATALOG, RULES, Trait("swift_hands", (Change("reach", 2),)))
    assert (trait.name, trait.lines) == ("Swift Hands", ("Reaches 2 links farther",))
    landmark = describe_landmark(CATALOG, RULES, LandmarkRule("smile_commons", (Change("reach", -1),)))
    lines = ("Leaders who begin their turn here reach 1 link less far",)
    assert (landmark.name, landmark.lines) == ("Smile Commons", lines)
    card = MandateCard("stewardship", (Measure("leads", least=0, per_seat=1), Measure("laws", least=1)))
    mandate = describe_mandate(CATALOG, RULES, card, seats=3)
    assert mandate.lines == ("You lead at least 3 districts", "You have passed at least 1 law")
    assert all(words.about for words in (trait, landmark, mandate))


@pytest.mark.parametrize(
    ("goal", "name", "when"),
    [
        (
            Goal("held_together", Measure("fracture", most=45)),
            "The city holds together",
            "When the match ends",
        ),
        (
            Goal("three_walls", Measure("stewards", least=3), wins=True),
            "Three walls for one mural",
            "Whoever meets it has won",
        ),
        (
            Goal("quiet", Measure("fracture", most=45), text="A quiet year"),
            "A quiet year",
            "When the match ends",
        ),
    ],
)
def test_a_goal_says_what_it_is_called_and_when_it_counts(goal: Goal, name: str, when: str) -> None:
    words = describe_goal(CATALOG, RULES, goal)
    assert (words.name, words.when) == (name, when)
    assert words.measure == describe_measure(CATALOG, RULES, goal.measure)


def test_all_the_content_can_be_described() -> None:
    assert all(describe_law(CATALOG, RULES, card).effects for card in RULES.laws.values())
    assert all(describe_event(CATALOG, RULES, card).places for card in RULES.events.values())
    assert all(describe_landmark(CATALOG, RULES, card).lines for card in RULES.landmarks.values())
    assert all(describe_mandate(CATALOG, RULES, card).lines for card in RULES.mandates.values())
    traits = (trait for faction in RULES.factions.values() for trait in faction.traits.values())
    assert all(describe_trait(CATALOG, RULES, trait).lines for trait in traits)
    goals = (goal for mode in RULES.modes.values() for goal in mode.goals)
    assert all(describe_goal(CATALOG, RULES, goal).measure for goal in goals)
