"""A row of the rule book's table of facilities: what one costs, how it presses, where it belongs, what it does."""

from collections.abc import Iterator

from game.rules.basics import Price
from game.rules.faction import FacilityRule, Faction
from game.text.effects import describe_place
from game.text.rule_numbers import decimal
from game.text.terms import Terms, sentence


def facility_row(terms: Terms, faction: Faction, rule: FacilityRule) -> tuple[str, ...]:
    """Name with its faction, price, pressure, the place it is made for, and its work."""
    say = terms.catalog.say
    name = say("rulebook-of-kind", name=terms.facility(rule.key), kind=terms.faction(faction.key, short=True))
    pressure = say("rulebook-pressure", here=decimal(rule.pressure), more=decimal(rule.pressure_in_place))
    place = sentence(describe_place(terms.catalog, terms.ruleset, rule.place))
    work = say("ledger-semicolon").join(_work(terms, rule))
    return (name, terms.price(Price(credits=rule.credits)), pressure, place, work)


def _work(terms: Terms, rule: FacilityRule) -> Iterator[str]:
    say = terms.catalog.say
    if rule.need:
        yield say("sheet-need", need=f"{rule.need:+}")
    if rule.lean:
        yield say("sheet-lean", lean=abs(rule.lean), side="enhanced" if rule.lean > 0 else "organic")
    if rule.to_middle:
        yield say("sheet-to-middle", lean=rule.to_middle)
    if rule.earns_credits:
        yield say("sheet-earns-credits", credits=rule.earns_credits)
    if rule.earns_credits_by_wealth:
        yield say("sheet-earns-by-wealth", step=rule.earns_credits_by_wealth)
    if rule.earns_voice:
        yield say("sheet-earns-voice", voice=rule.earns_voice)
    if rule.unrest_a_season:
        yield say("sheet-unrest-a-season", unrest=f"{rule.unrest_a_season:+}")
