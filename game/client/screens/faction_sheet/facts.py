"""What a faction is, in short sentences made from its numbers (rule 4).

Nothing here is written by hand per faction but its motto, its character, its weakness and its people.
"""

from typing import Final

import msgspec

from game.client.model.cards import Spoken
from game.client.screens.base import Say
from game.rules.basics import Price
from game.rules.faction import FacilityRule, Faction
from game.rules.ids import FactionKey
from game.rules.ruleset import Ruleset
from game.text.effects import describe_place, describe_trait

_WEALTH: Final = ("underserved", "mixed", "affluent")


class FacilityFacts(msgspec.Struct, frozen=True):
    """A facility: key, name, price in credits, pressure (in its own kind of place too), what it is made for, its work."""

    key: str
    name: str
    credits: int
    pressure: str
    pressure_in_place: str
    place: str
    work: tuple[str, ...]


class LeaderFacts(msgspec.Struct, frozen=True):
    """A leader: key, name, a line about them, the trait with what it does, and whether they join later."""

    key: str
    name: str
    about: str
    trait: str
    skill: tuple[str, ...]
    late: bool


class FactionFacts(msgspec.Struct, frozen=True):
    """Everything the sheet says about a faction. Leaders who join later come last."""

    key: FactionKey
    name: str
    motto: str
    character: str
    weakness: str
    affinity: tuple[str, ...]
    verb_key: str
    verb: str
    verb_price: Price
    verb_effects: tuple[str, ...]
    agenda: str
    speciality: str
    part: str
    purse: Price
    prices: tuple[str, ...]
    facilities: tuple[FacilityFacts, ...]
    leaders: tuple[LeaderFacts, ...]


def facts_of(ruleset: Ruleset, key: FactionKey, say: Say) -> FactionFacts:
    """The facts of a faction of the ruleset. Raises KeyError for a faction it does not have."""
    faction = ruleset.factions[key]
    return FactionFacts(
        key=key,
        name=say(f"names-faction-{key}"),
        motto=say(f"sheet-motto-{key}"),
        character=say(f"names-faction-{key}-about"),
        weakness=say(f"sheet-weakness-{key}"),
        affinity=_affinity(faction, say),
        verb_key=faction.unique.key,
        verb=say(f"names-verb-{faction.unique.key}"),
        verb_price=faction.unique.price,
        verb_effects=_verb(faction, say),
        agenda=_agenda(faction, say),
        speciality=_speciality(ruleset, faction, say),
        part=faction.speciality,
        purse=Price(faction.credits, faction.voice),
        prices=_prices(ruleset, faction, say),
        facilities=tuple(_facility(ruleset, rule, say) for rule in faction.facilities),
        leaders=_leaders(ruleset, faction, say),
    )


def _leaders(ruleset: Ruleset, faction: Faction, say: Say) -> tuple[LeaderFacts, ...]:
    late, catalog = len(faction.leaders), Spoken(say)
    found = []
    for place, key in enumerate((*faction.leaders, *faction.late_leaders)):
        trait = describe_trait(catalog, ruleset, faction.traits[key])
        name, about = say(f"names-leader-{key}"), say(f"names-leader-{key}-about")
        found.append(LeaderFacts(key, name, about, trait.name, trait.lines, place >= late))
    return tuple(found)


def _speciality(ruleset: Ruleset, faction: Faction, say: Say) -> str:
    """What a pledge of its own kind of parts gives, and of another."""
    rule = ruleset.pledge
    part = say(f"names-part-{faction.speciality}")
    return say("sheet-speciality", part=part, own=rule.parts_of_speciality, other=rule.parts)


def decimal(hundredths: int) -> str:
    """A number of hundredths without needless zeros: 125 is `1.25`, 1400 is `14`."""
    whole, rest = divmod(abs(hundredths), 100)
    sign = "-" if hundredths < 0 else ""
    return f"{sign}{whole}" + (f".{rest:02}".rstrip("0") if rest else "")


def signed(number: int) -> str:
    """A number with its sign."""
    return f"{number:+d}"


def _affinity(faction: Faction, say: Say) -> tuple[str, ...]:
    """Who listens, line by line, in the order of the sum."""
    rule = faction.affinity
    lines = [say("sheet-affinity-base", percent=rule.base)]
    for wealth, percent in zip(_WEALTH, rule.by_wealth, strict=True):
        if percent:
            lines.append(say("sheet-affinity-wealth", percent=signed(percent), wealth=wealth))
    if rule.need_divisor:
        lines.append(say("sheet-affinity-need", divisor=rule.need_divisor))
    if rule.lean_divisor:
        lines.append(say("sheet-affinity-lean", divisor=rule.lean_divisor))
    if rule.off_middle_divisor:
        lines.append(say("sheet-affinity-middle", divisor=rule.off_middle_divisor))
    return tuple(lines)


def _verb(faction: Faction, say: Say) -> tuple[str, ...]:
    rule = faction.unique
    effects = [say("sheet-pressure", pressure=decimal(rule.pressure))]
    if rule.earns_credits_by_wealth:
        step = rule.earns_credits_by_wealth
        effects.append(say("sheet-earns-credits-by-wealth", credits=rule.earns_credits, step=step))
    elif rule.earns_credits:
        effects.append(say("sheet-earns-credits", credits=rule.earns_credits))
    if rule.earns_voice:
        effects.append(say("sheet-earns-voice", voice=rule.earns_voice))
    effects += _lean(rule.lean, rule.to_middle, say)
    if rule.unrest > 0:
        most = rule.unrest_ceiling
        effects.append(say("sheet-unrest-ceiling", unrest=signed(rule.unrest), most=most))
    elif rule.unrest:
        effects.append(say("sheet-unrest", unrest=signed(rule.unrest)))
    return tuple(effects)


def _lean(lean: int, to_middle: int, say: Say) -> list[str]:
    said = []
    if lean:
        said.append(say("sheet-lean", lean=signed(lean), side="enhanced" if lean > 0 else "organic"))
    if to_middle:
        said.append(say("sheet-to-middle", lean=to_middle))
    return said


def _agenda(faction: Faction, say: Say) -> str:
    """What it scores for, as one sentence: so much for each district that meets every condition."""
    rule = faction.agenda
    conditions = []
    if rule.wealth is not None:
        conditions.append(say("sheet-agenda-wealth", wealth=_WEALTH[rule.wealth]))
    if rule.most_need is not None:
        conditions.append(say("sheet-agenda-need", need=rule.most_need))
    if rule.most_off_middle is not None:
        conditions.append(say("sheet-agenda-middle", lean=rule.most_off_middle))
    if rule.least_support is not None:
        conditions.append(say("sheet-agenda-support", percent=rule.least_support // 10))
    if rule.served:
        conditions.append(say("sheet-agenda-served", reach=rule.served_reach))
    joined = say("sheet-and").join(conditions)
    return say("sheet-agenda", pay=decimal(rule.pay), conditions=joined)


def _prices(ruleset: Ruleset, faction: Faction, say: Say) -> tuple[str, ...]:
    """Where its prices and strengths differ from the common ones."""
    said = []
    for verb in sorted(faction.prices):
        own = ruleset.price(FactionKey(faction.key), verb)
        name = say(f"names-verb-{verb}")
        said.append(say("sheet-price", verb=name, credits=own.credits, voice=own.voice))
    for wealth, unrest in zip(_WEALTH, faction.unrest_by_building, strict=True):
        if unrest:
            said.append(say("sheet-unrest-by-building", unrest=signed(unrest), wealth=wealth))
    return tuple(said)


def _facility(ruleset: Ruleset, rule: FacilityRule, say: Say) -> FacilityFacts:
    where = describe_place(Spoken(say), ruleset, rule.place)
    place = say("sheet-made-for", place=where) if rule.place else say("sheet-place-none")
    return FacilityFacts(
        key=rule.key,
        name=say(f"names-facility-{rule.key}"),
        credits=rule.credits,
        pressure=decimal(rule.pressure),
        pressure_in_place=decimal(rule.pressure + rule.pressure_in_place) if rule.place is not None else "",
        place=place,
        work=_work(rule, say),
    )


def _work(rule: FacilityRule, say: Say) -> tuple[str, ...]:
    """What it does each turn besides pressing."""
    said = [say("sheet-need", need=signed(rule.need))] if rule.need else []
    said += _lean(rule.lean, rule.to_middle, say)
    if rule.unrest_a_season:
        said.append(say("sheet-unrest-a-season", unrest=signed(rule.unrest_a_season)))
    if rule.earns_credits:
        said.append(say("sheet-earns-credits", credits=rule.earns_credits))
    if rule.earns_credits_by_wealth:
        said.append(say("sheet-earns-by-wealth", step=rule.earns_credits_by_wealth))
    if rule.earns_voice:
        said.append(say("sheet-earns-voice", voice=rule.earns_voice))
    return tuple(said)
