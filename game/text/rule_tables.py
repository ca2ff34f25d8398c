"""The rule book's tables, made from the ruleset: a new card or facility is in the book without a word written."""

from collections.abc import Callable, Iterable
from typing import Final

from msgspec import Struct

from game.rules.cards import EventCard, LawCard, Mode, NumberChange
from game.rules.faction import Agenda, Faction, UniqueVerb
from game.rules.ids import Wealth
from game.rules.ruleset import Ruleset
from game.text.catalog import Catalog
from game.text.effects import (
    describe_event,
    describe_goal,
    describe_landmark,
    describe_law,
    describe_mandate,
    describe_measure,
    describe_trait,
)
from game.text.rule_facilities import facility_row
from game.text.rule_numbers import MarkerError, decimal, enumerated
from game.text.terms import Terms

Row = tuple[str, ...]


class RuleTable(Struct, frozen=True):
    """A table: heads of the columns, rows of as many cells, and the key of the card in each row or nothing."""

    head: Row
    rows: tuple[Row, ...]
    keys: tuple[str, ...]


def rule_table(catalog: Catalog, ruleset: Ruleset, name: str) -> RuleTable:
    """The table of that name. Raises MarkerError if there is none such."""
    if name not in _TABLES:
        raise MarkerError(
            f"rules.md: table {name!r} is unknown. Mend: use one of {', '.join(sorted(_TABLES))}."
        )
    keyed = list(_TABLES[name](Terms(catalog, ruleset)))
    head = tuple(part.strip() for part in catalog.say(f"rulebook-head-{name}").split("|"))
    return RuleTable(head, tuple(row for _, row in keyed), tuple(key for key, _ in keyed))


Keyed = Iterable[tuple[str, Row]]
"""Rows with the keys of what they are about."""


def _lines(terms: Terms, lines: Iterable[str]) -> str:
    return terms.catalog.say("ledger-semicolon").join(lines)


def _factions(terms: Terms) -> list[Faction]:
    return list(terms.ruleset.factions.values())


def _sentences(terms: Terms, lines: Iterable[str]) -> str:
    return terms.catalog.say("rulebook-stop").join(lines)


def _signed(number: int) -> str:
    return f"{number:+}" if number else "0"


# --- factions ---------------------------------------------------------------------------------------


def _homes(terms: Terms) -> Keyed:
    for faction in _factions(terms):
        home = faction.home
        row = (terms.faction(faction.key), terms.wealth(home.wealth), str(home.need), _signed(home.lean))
        yield faction.key, row


def _affinity(terms: Terms) -> Keyed:
    for faction in _factions(terms):
        yield faction.key, (terms.faction(faction.key), _affinity_sum(terms, faction))


def _affinity_sum(terms: Terms, faction: Faction) -> str:
    say, rule = terms.catalog.say, faction.affinity
    parts = [str(rule.base)]
    for name, divisor in (
        ("need", rule.need_divisor),
        ("lean", rule.lean_divisor),
        ("middle", rule.off_middle_divisor),
    ):
        if divisor:
            parts.append(say(f"rulebook-affinity-{name}", divisor=divisor))
    for wealth, points in zip(Wealth, rule.by_wealth, strict=True):
        if points:
            parts.append(say("rulebook-affinity-wealth", points=f"{points:+}", wealth=terms.wealth(wealth)))
    return say("ledger-comma").join(parts)


def _own_verbs(terms: Terms) -> Keyed:
    for faction in _factions(terms):
        verb = faction.unique
        effects = _lines(terms, _verb_effects(terms, verb))
        cells = (terms.verb(verb.key), terms.faction(faction.key), terms.price(verb.price))
        yield verb.key, (*cells, decimal(verb.pressure), effects)


def _verb_effects(terms: Terms, verb: UniqueVerb) -> Iterable[str]:
    say = terms.catalog.say
    if verb.earns_credits or verb.earns_credits_by_wealth:
        step = verb.earns_credits_by_wealth
        yield say("sheet-earns-credits-by-wealth", credits=verb.earns_credits, step=step)
    if verb.earns_voice:
        yield say("sheet-earns-voice", voice=verb.earns_voice)
    if verb.lean:
        side = "enhanced" if verb.lean > 0 else "organic"
        yield say("sheet-lean", lean=abs(verb.lean), side=side)
    if verb.to_middle:
        yield say("sheet-to-middle", lean=verb.to_middle)
    if verb.unrest > 0:
        yield say("sheet-unrest-ceiling", unrest=f"{verb.unrest:+}", most=verb.unrest_ceiling)
    elif verb.unrest:
        yield say("sheet-unrest", unrest=str(verb.unrest))


def _traits(terms: Terms) -> Keyed:
    for faction in _factions(terms):
        for leader in (*faction.leaders, *faction.late_leaders):
            words = describe_trait(terms.catalog, terms.ruleset, faction.traits[leader])
            short = terms.faction(faction.key, short=True)
            yield leader, (f"{terms.leader(leader)} ({short})", words.name, _sentences(terms, words.lines))


def _facilities(terms: Terms) -> Keyed:
    for faction in _factions(terms):
        for rule in faction.facilities:
            yield rule.key, facility_row(terms, faction, rule)


def _agendas(terms: Terms) -> Keyed:
    for faction in _factions(terms):
        agenda = _agenda(terms, faction.agenda)
        yield faction.key, (terms.faction(faction.key), terms.part(faction.speciality), agenda)


def _agenda(terms: Terms, agenda: Agenda) -> str:
    say = terms.catalog.say
    conditions = []
    if agenda.wealth is not None:
        conditions.append(say("sheet-agenda-wealth", wealth=terms.wealth(agenda.wealth)))
    if agenda.most_need is not None:
        conditions.append(say("sheet-agenda-need", need=agenda.most_need))
    if agenda.most_off_middle is not None:
        conditions.append(say("sheet-agenda-middle", lean=agenda.most_off_middle))
    if agenda.least_support is not None:
        conditions.append(say("sheet-agenda-support", percent=agenda.least_support // 10))
    if agenda.served:
        conditions.append(say("sheet-agenda-served", reach=agenda.served_reach))
    joined = say("sheet-and").join(conditions)
    return say("rulebook-agenda", pay=decimal(agenda.pay), conditions=joined)


def _starts(terms: Terms) -> Keyed:
    for faction in _factions(terms):
        purse = (str(faction.credits), str(faction.voice))
        leaders = enumerated(terms.catalog, [terms.leader(key) for key in faction.leaders])
        late = enumerated(terms.catalog, [terms.leader(key) for key in faction.late_leaders])
        first = terms.facility(faction.first_facility)
        yield faction.key, (terms.faction(faction.key), *purse, first, leaders, late)


# --- what comes up ----------------------------------------------------------------------------------


def _landmarks(terms: Terms) -> Keyed:
    for card in terms.ruleset.landmarks.values():
        words = describe_landmark(terms.catalog, terms.ruleset, card)
        yield card.key, (words.name, _sentences(terms, words.lines))


def _laws(terms: Terms) -> Keyed:
    for law in terms.ruleset.laws.values():
        yield law.key, _law(terms, law)


def _law(terms: Terms, law: LawCard) -> Row:
    words = describe_law(terms.catalog, terms.ruleset, law)
    helps = enumerated(terms.catalog, [terms.faction(key, short=True) for key in law.helps])
    hurts = enumerated(terms.catalog, [terms.faction(key, short=True) for key in law.hurts])
    sides = terms.catalog.say("rulebook-sides", helps=helps, hurts=hurts)
    wish = describe_measure(terms.catalog, terms.ruleset, law.residents)
    title = terms.catalog.say("rulebook-of-kind", name=words.name, kind=words.axis)
    mood = [words.mood] if words.mood else []
    return (title, _sentences(terms, words.effects), wish, _sentences(terms, [sides, *mood]))


def _events(terms: Terms) -> Keyed:
    for event in terms.ruleset.events.values():
        yield event.key, _event(terms, event)


def _event(terms: Terms, event: EventCard) -> Row:
    words = describe_event(terms.catalog, terms.ruleset, event)
    title = terms.catalog.say("rulebook-of-kind", name=words.name, kind=words.kind)
    does = [*words.effects, *([words.answers] if words.answers else []), *words.harm]
    return (title, words.places, words.lasts, _sentences(terms, does))


def _mandates(terms: Terms) -> Keyed:
    for card in terms.ruleset.mandates.values():
        words = describe_mandate(terms.catalog, terms.ruleset, card)
        yield card.key, (words.name, _sentences(terms, words.lines))


# --- the match --------------------------------------------------------------------------------------


def _fracture(terms: Terms) -> Keyed:
    say, rule = terms.catalog.say, terms.ruleset.fracture
    calms = say("rulebook-step-wary", less=rule.wary_festival)
    income = say("rulebook-step-strained", percent=rule.strained_percent, unrest=rule.strained_unrest)
    barred = say("rulebook-step-barred", unrest=rule.barred_unrest)
    steps = [(rule.wary_at, 0, calms), (rule.strained_at, 0, income), (rule.barred_at, 0, barred)]
    steps.append((rule.sundered_at, 0, say("rulebook-step-sundered")))
    steps.extend(
        (thanks.fracture, 1, say("rulebook-step-thanks", times=thanks.times))
        for thanks in terms.ruleset.thanks
    )
    for at, over, words in sorted(steps):
        yield "", (say("rulebook-over" if over else "rulebook-from", fracture=at), words)


def _lengths(terms: Terms) -> Keyed:
    for key, length in terms.ruleset.lengths.items():
        weights = terms.listed([str(weight) for weight in length.gala_weights])
        acts = terms.listed([str(seasons) for seasons in length.seasons_by_act])
        lit = terms.listed(["+".join(str(quarter) for quarter in lit) for lit in length.spotlight])
        name = terms.catalog.say(f"rulebook-length-{key}")
        dates = (str(length.late_leaders_from), str(length.limelight_from))
        yield key, (name, str(length.turns), acts, weights, lit, *dates)


def _modes(terms: Terms) -> Keyed:
    for mode in terms.ruleset.modes.values():
        yield mode.key, (terms.catalog.say(f"modes-{mode.key}"), _sentences(terms, _mode(terms, mode)))


def _mode(terms: Terms, mode: Mode) -> Iterable[str]:
    say = terms.catalog.say
    kind = "together" if mode.together else "teams" if mode.team_size else "free"
    yield say(f"rulebook-mode-{kind}", size=mode.team_size)
    for goal in mode.goals:
        words = describe_goal(terms.catalog, terms.ruleset, goal)
        yield say("rulebook-goal", name=say(f"modes-goal-{goal.key}"), goal=words.measure, when=words.when)
    if mode.events_a_season != 1:
        yield say("rulebook-mode-events", events=mode.events_a_season)
    yield from (_number(terms, change) for change in mode.numbers)
    if mode.length is not None:
        yield say("rulebook-mode-length", length=say(f"rulebook-length-{mode.length}"), map=mode.map or "")
    for plan in mode.script:
        yield say("rulebook-mode-script", turn=plan.turn, event=terms.event(plan.event))


def _tempers(terms: Terms) -> Keyed:
    for temper in terms.ruleset.tempers.values():
        numbers = [_number(terms, change) for change in temper.numbers]
        said = _sentences(terms, numbers) or terms.catalog.say("rulebook-as-standard")
        yield temper.key, (terms.catalog.say(f"modes-temper-{temper.key}"), said)


def _number(terms: Terms, change: NumberChange) -> str:
    """A changed number in words where there are some, and else by its path."""
    if change.set is not None:
        value = str(change.set)
    elif change.percent is not None:
        value = f"{change.percent}%"
    else:
        value = f"{change.add or 0:+}"
    key = f"rulebook-number-{change.path.replace('.', '-')}"
    if terms.catalog.has(key):
        return terms.catalog.say(key, value=value)
    return terms.catalog.say("rulebook-number", path=change.path, value=value)


_TABLES: Final[dict[str, Callable[[Terms], Keyed]]] = {
    "affinity": _affinity,
    "agendas": _agendas,
    "events": _events,
    "facilities": _facilities,
    "fracture": _fracture,
    "homes": _homes,
    "landmarks": _landmarks,
    "laws": _laws,
    "lengths": _lengths,
    "mandates": _mandates,
    "modes": _modes,
    "own_verbs": _own_verbs,
    "starts": _starts,
    "tempers": _tempers,
    "traits": _traits,
}
