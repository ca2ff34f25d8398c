"""What the content's cards do, in plain sentences: laws, events, traits, landmarks, mandates and goals.

All of it is said from the data alone, so a new card needs no new sentence. Lines have no stop at their end.
"""

from collections.abc import Iterable

from msgspec import Struct

from game.rules.basics import Place
from game.rules.cards import EventCard, Goal, Harm, LandmarkRule, LawCard, MandateCard
from game.rules.change import Change
from game.rules.faction import Trait
from game.rules.measure import Measure
from game.rules.ruleset import Ruleset
from game.text.bounds import bounds_of_place, is_everywhere, place_words
from game.text.catalog import Catalog
from game.text.changing import Scope, change_words
from game.text.measuring import measure_words
from game.text.terms import Terms, sentence


class LawWords(Struct, frozen=True):
    """A law in words. `gains` and `loses` are factions' names; `mood` is empty where the city stays as it is."""

    name: str
    about: str
    axis: str
    effects: tuple[str, ...]
    residents: str
    gains: tuple[str, ...]
    loses: tuple[str, ...]
    mood: str


class EventWords(Struct, frozen=True):
    """An event in words. `places` says where it comes up; `answers` and `harm` are empty for an opportunity."""

    name: str
    about: str
    kind: str
    places: str
    lasts: str
    effects: tuple[str, ...]
    answers: str
    harm: tuple[str, ...]


class CardWords(Struct, frozen=True):
    """A trait or a landmark with what it does, or a mandate with what it asks for."""

    name: str
    about: str
    lines: tuple[str, ...]


class GoalWords(Struct, frozen=True):
    """A goal of a mode: its name, what is asked for, and when it counts."""

    name: str
    measure: str
    when: str


def describe_change(catalog: Catalog, ruleset: Ruleset, change: Change, scope: Scope = "city") -> str:
    """One change as a line, e.g. `Campaign presses 20% more where unrest is 5 or more`.

    `scope` says where it counts: in the whole city (a law), in one district (a landmark or event), or for
    what one leader does (a trait). Total over every target that `game.rules.change` knows.
    """
    return sentence(change_words(Terms(catalog, ruleset), change, scope))


def describe_place(catalog: Catalog, ruleset: Ruleset, place: Place | None) -> str:
    """A kind of district as a clause, e.g. `where need is 40 or more`; `everywhere` for None."""
    return place_words(Terms(catalog, ruleset), place)


def describe_measure(catalog: Catalog, ruleset: Ruleset, measure: Measure, seats: int | None = None) -> str:
    """A condition as a line, e.g. `The gap in need is 21 or more`, `You lead at least 5 districts`.

    With `seats` what is asked for each seat is worked out; without, it is said as a rule.
    """
    return sentence(measure_words(Terms(catalog, ruleset), measure, seats))


def describe_law(catalog: Catalog, ruleset: Ruleset, law: LawCard) -> LawWords:
    """A law: its axis, what it changes, when the residents want it, who gains and who loses."""
    terms = Terms(catalog, ruleset)
    wish = measure_words(terms, law.residents, None)
    moods = {-1: "effects-mood-calmer", 0: "", 1: "effects-mood-angrier"}
    mood = moods[law.fracture]
    return LawWords(
        name=terms.law(law.key),
        about=catalog.say(f"laws-{law.key}-about"),
        axis=terms.axis(law.axis),
        effects=_changes(terms, law.changes, "city"),
        residents=catalog.say("effects-residents", measure=wish),
        gains=tuple(terms.faction(key) for key in law.helps),
        loses=tuple(terms.faction(key) for key in law.hurts),
        mood=catalog.say(mood) if mood else "",
    )


def describe_event(catalog: Catalog, ruleset: Ruleset, event: EventCard) -> EventWords:
    """An event: its kind, where and how long, what it changes, what answers it, and the harm if nobody does."""
    terms = Terms(catalog, ruleset)
    effects = _changes(terms, event.changes, "district")
    if event.switches_off:
        effects = (*effects, catalog.say("effects-switches-off", turns=event.turns))
    return EventWords(
        name=terms.event(event.key),
        about=catalog.say(f"events-{event.key}-about"),
        kind=catalog.say(f"effects-kind-{event.kind}"),
        places=_places(terms, event.places),
        lasts=catalog.say("effects-lasts", turns=event.turns),
        effects=effects,
        answers=_answers(terms, event),
        harm=_harm(terms, event.harm),
    )


def describe_trait(catalog: Catalog, ruleset: Ruleset, trait: Trait) -> CardWords:
    """A leader's trait and what it changes in the leader's own orders."""
    terms = Terms(catalog, ruleset)
    about = catalog.say(f"traits-{trait.key}-about")
    return CardWords(terms.trait(trait.key), about, _changes(terms, trait.changes, "leader"))


def describe_landmark(catalog: Catalog, ruleset: Ruleset, landmark: LandmarkRule) -> CardWords:
    """A landmark and what it changes in its district."""
    terms = Terms(catalog, ruleset)
    about = catalog.say(f"names-landmark-{landmark.key}-about")
    return CardWords(terms.landmark(landmark.key), about, _changes(terms, landmark.changes, "district"))


def describe_mandate(
    catalog: Catalog, ruleset: Ruleset, mandate: MandateCard, seats: int | None = None
) -> CardWords:
    """A mandate and everything it asks for when the match ends."""
    terms = Terms(catalog, ruleset)
    asked = tuple(sentence(measure_words(terms, measure, seats)) for measure in mandate.measures)
    return CardWords(terms.mandate(mandate.key), catalog.say(f"mandates-{mandate.key}-about"), asked)


def describe_goal(catalog: Catalog, ruleset: Ruleset, goal: Goal, seats: int | None = None) -> GoalWords:
    """A goal of a mode: what is asked for, and whether it wins at once or counts when the match ends."""
    name = goal.text or catalog.say(f"modes-goal-{goal.key}")
    when = catalog.say("effects-goal", kind="wins" if goal.wins else "end")
    return GoalWords(name, describe_measure(catalog, ruleset, goal.measure, seats), when)


def _changes(terms: Terms, changes: Iterable[Change], scope: Scope) -> tuple[str, ...]:
    return tuple(sentence(change_words(terms, change, scope)) for change in changes)


def _places(terms: Terms, places: tuple[Place, ...]) -> str:
    kinds = [place_words(terms, place) for place in places if not is_everywhere(bounds_of_place(place))]
    return (
        sentence(terms.catalog.say("effects-and").join(kinds))
        if kinds
        else terms.catalog.say("effects-anywhere")
    )


def _answers(terms: Terms, event: EventCard) -> str:
    if not event.answers:
        return ""
    verbs = terms.either([terms.doer(verb) for verb in event.answers])
    if not event.voice:
        return terms.catalog.say("effects-answered", verbs=verbs)
    return terms.catalog.say("effects-answered-for-voice", verbs=verbs, voice=event.voice)


def _harm(terms: Terms, harm: Harm) -> tuple[str, ...]:
    here = {"unrest": harm.unrest, "need": harm.need, "lean": harm.lean}
    linked = {"unrest": harm.linked_unrest, "need": harm.linked_need}
    lines = []
    for where, amounts in (("here", here), ("linked", linked)):
        parts = [
            terms.catalog.say(f"effects-harm-{subject}", amount=f"{amount:+}")
            for subject, amount in amounts.items()
            if amount
        ]
        if parts:
            lines.append(terms.catalog.say(f"effects-harm-{where}", amounts=terms.listed(parts)))
    return tuple(lines)
