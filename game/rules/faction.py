"""What a faction is: people, facilities, who listens to it, what it scores for (rule 4)."""

from typing import Annotated

from msgspec import Meta, field

from game.rules.basics import Amount, ByWealth, Key, Percent, Place, Price, Rule, Signed
from game.rules.change import Change


class FacilityRule(Rule, frozen=True):
    """A kind of facility: price, steady pressure, and what its work does each turn (rule 4).

    `credits_by_wealth` is paid per wealth step; `unrest_a_season` works in a season's third turn;
    `to_middle` moves lean towards 0. `place` is the kind of district it is made for, if there is one.
    """

    key: Key
    credits: Amount
    pressure: Amount
    pressure_in_place: Amount
    place: Place | None = None
    need: Signed = 0
    lean: Signed = 0
    to_middle: Amount = 0
    unrest_a_season: Signed = 0
    earns_credits: Amount = 0
    earns_credits_by_wealth: Amount = 0
    earns_voice: Amount = 0


class Affinity(Rule, frozen=True):
    """Who listens to a faction, in percent: the base and what a district's traits add (rule 15).

    A divisor of 0 means that the trait does not matter.
    """

    base: Percent
    need_divisor: Amount = 0
    lean_divisor: Amount = 0
    off_middle_divisor: Amount = 0
    by_wealth: ByWealth = (0, 0, 0)


class UniqueVerb(Rule, frozen=True):
    """The one verb only this faction has; all its effects are data (rule 4).

    `unrest` is added, but a rise stops at `unrest_ceiling`.
    """

    key: Key
    pressure: Amount
    price: Price = Price()
    earns_credits: Amount = 0
    earns_credits_by_wealth: Amount = 0
    earns_voice: Amount = 0
    lean: Signed = 0
    to_middle: Amount = 0
    unrest: Signed = 0
    unrest_ceiling: Amount = 10


class Agenda(Rule, frozen=True):
    """What a faction scores for at a Gala besides leading districts (rule 4).

    `pay` hundredths for each district that meets every condition given: `wealth`, `most_need`,
    `most_off_middle`, `least_support` (permille of its own), `served` (a working own facility
    stands there or, with `served_reach` 1, in a linked district).
    """

    pay: Amount
    wealth: Annotated[int, Meta(ge=0, le=2)] | None = None
    most_need: Amount | None = None
    most_off_middle: Amount | None = None
    least_support: Amount | None = None
    served: bool = False
    served_reach: Annotated[int, Meta(ge=0, le=1)] = 0


class HomeProfile(Rule, frozen=True):
    """What a start open to any faction becomes for the one that sits down there (rule 16)."""

    wealth: Annotated[int, Meta(ge=0, le=2)]
    need: Amount
    lean: Signed


class Trait(Rule, frozen=True):
    """What a leader is good at: changes that count for its own orders and where it begins its turn (rule 4)."""

    key: Key
    changes: Annotated[tuple[Change, ...], Meta(min_length=1, max_length=4)]


class Faction(Rule, frozen=True):
    """A faction: leaders, facilities, affinity, unique verb, agenda, purse, prices (rule 4).

    `first_facility` stands in its home at the start; `unrest_by_building` is added where it builds.
    `prices` replaces the common price of a verb; `speciality` is the kind of Sanctuary parts it gives best;
    `traits` has one for each leader, by the leader's key.
    """

    key: Key
    leaders: Annotated[tuple[Key, ...], Meta(min_length=1, max_length=6)]
    late_leaders: tuple[Key, ...]
    credits: Amount
    voice: Amount
    affinity: Affinity
    unique: UniqueVerb
    facilities: Annotated[tuple[FacilityRule, ...], Meta(min_length=1, max_length=8)]
    first_facility: Key
    agenda: Agenda
    home: HomeProfile
    speciality: Key
    traits: dict[Key, Trait]
    prices: dict[str, Price] = field(default_factory=dict)
    unrest_by_building: ByWealth = (0, 0, 0)
