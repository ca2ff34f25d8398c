"""Laws, events, mandates and landmarks that do not hold together."""

from collections import Counter
from collections.abc import Iterator
from typing import Final, get_args

from game.content.change_faults import change_faults
from game.content.fault import Fault
from game.content.measure_faults import measure_faults
from game.content.place_faults import place_faults
from game.content.vocabulary import VERBS, Vocabulary
from game.rules.cards import Axis, EventCard, Harm, LawCard

LAWS_PER_AXIS: Final = 2
"""A docket holds two laws of different axes while others are in force and in hands; with one law it starves."""


def card_faults(words: Vocabulary) -> Iterator[Fault]:
    """The faults of every card of a ruleset."""
    ruleset = words.ruleset
    for law in ruleset.laws.values():
        yield from _law(words, law)
    yield from _axes(words)
    for event in ruleset.events.values():
        yield from _event(words, event)
    for mandate in ruleset.mandates.values():
        for index, measure in enumerate(mandate.measures):
            place = f"mandates.{mandate.key}.measures[{index}]"
            yield from measure_faults("mandates.toml", place, measure, "mandate")
    if len(ruleset.mandates) < ruleset.mandate.dealt:
        expected = f"at least the {ruleset.mandate.dealt} that each seat draws"
        yield Fault("mandates.toml", "mandates", str(len(ruleset.mandates)), expected, "add some")
    for mark in ruleset.landmarks.values():
        place = f"landmarks.{mark.key}"
        yield from change_faults(words, "landmarks.toml", place, mark.changes, "landmark")


def _law(words: Vocabulary, law: LawCard) -> Iterator[Fault]:
    file, place = "laws.toml", f"laws.{law.key}"
    yield from change_faults(words, file, place, law.changes, "law")
    yield from measure_faults(file, f"{place}.residents", law.residents, "residents")
    known = tuple(words.ruleset.factions)
    for side, named in (("helps", law.helps), ("hurts", law.hurts)):
        for key in named:
            if key not in known:
                expected = f"one of {', '.join(known)}"
                yield Fault(file, f"{place}.{side}", repr(key), expected, "name a faction by its key")
    for key in set(law.helps) & set(law.hurts):
        expected = "each faction on one side"
        yield Fault(file, f"{place}.hurts", f"{key!r}, which it helps too", expected, "take it from one")


def _axes(words: Vocabulary) -> Iterator[Fault]:
    counts = Counter(law.axis for law in words.ruleset.laws.values())
    for axis in get_args(Axis):
        if counts[axis] < LAWS_PER_AXIS:
            expected = f"at least {LAWS_PER_AXIS} on the axis {axis}"
            yield Fault("laws.toml", "laws", str(counts[axis]), expected, "add a law on that axis")


def _event(words: Vocabulary, event: EventCard) -> Iterator[Fault]:
    file, place = "events.toml", f"events.{event.key}"
    yield from change_faults(words, file, place, event.changes, "event")
    for index, ground in enumerate(event.places):
        yield from place_faults(file, f"{place}.places[{index}]", ground)
    for verb in event.answers:
        if verb not in VERBS:
            yield Fault(file, f"{place}.answers", repr(verb), f"one of {', '.join(VERBS)}", "name an order")
    if event.voice and not event.answers:
        yield Fault(file, f"{place}.voice", str(event.voice), "0 where nothing answers", "add answers")
    yield from _opportunity(event) if event.kind == "opportunity" else _crisis(event)


def _opportunity(event: EventCard) -> Iterator[Fault]:
    place = f"events.{event.key}"
    if event.harm != Harm() or event.switches_off:
        expected = "none in an opportunity"
        yield Fault(
            "events.toml", f"{place}.harm", "harm", expected, "call it a crisis, or take the harm away"
        )
    if not event.changes:
        expected = "what rewards those who come"
        yield Fault("events.toml", f"{place}.changes", "none", expected, "add a change")


def _crisis(event: EventCard) -> Iterator[Fault]:
    place = f"events.{event.key}"
    if not event.answers:
        yield Fault("events.toml", f"{place}.answers", "none", "an order that averts it", 'add "forum"')
    if event.harm == Harm() and not event.switches_off:
        yield Fault("events.toml", f"{place}.harm", "none", "what happens unanswered", "add harm")
