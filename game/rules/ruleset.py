"""The numbers and content a match is pinned to; read from TOML by `game.content`, never changed in play.

Pressure and Legacy are in hundredths, support in permille, factors in percent (rule 15).
"""

import hashlib
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from game.rules.ids import FacilityKey, FactionKey

Amount = Annotated[int, Meta(ge=0, le=100_000)]
Signed = Annotated[int, Meta(ge=-100_000, le=100_000)]
Percent = Annotated[int, Meta(ge=0, le=1000)]
Key = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
ByWealth = tuple[Signed, Signed, Signed]
"""One number each for underserved, mixed and affluent districts."""

Trait = Literal["population", "wealth", "need", "lean", "off_middle", "unrest"]
"""What a condition on a district reads; `off_middle` is the distance of its lean from 0."""


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    """What every table of the ruleset has in common."""


class Price(Rule, frozen=True):
    """What an order costs."""

    credits: Amount = 0
    voice: Amount = 0


class Place(Rule, frozen=True):
    """The kind of district a facility is made for: `trait` lies within `least` and `most`."""

    trait: Trait
    least: Signed = -100_000
    most: Signed = 100_000


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


class Faction(Rule, frozen=True):
    """A faction: leaders, facilities, affinity, unique verb, agenda, purse, prices (rule 4).

    `first_facility` stands in its home at the start; `unrest_by_building` is added where it builds.
    `prices` replaces the common price of a verb.
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
    prices: dict[str, Price] = {}
    unrest_by_building: ByWealth = (0, 0, 0)


class CampaignRule(Rule, frozen=True):
    """Campaign: pressure, nothing else (rule 5)."""

    pressure: Amount
    price: Price = Price()


class CareRule(Rule, frozen=True):
    """Care: relieves need and is thanked per point really relieved (rule 5)."""

    need: Amount
    pressure_per_need: ByWealth
    price: Price = Price()


class FestivalRule(Rule, frozen=True):
    """Festival: loud, calming, heard next door; better together (rule 5)."""

    pressure: Amount
    unrest: Signed
    echo_divisor: Annotated[int, Meta(ge=1)]
    partner_percent: Percent
    partner_unrest: Signed
    price: Price = Price()


class ForumRule(Rule, frozen=True):
    """Forum: calms, brings to the middle, is thanked per point really calmed (rule 5)."""

    pressure: Amount
    pressure_per_unrest: Amount
    unrest: Amount
    to_middle: Amount
    earns_voice: Amount
    price: Price = Price()


class ContestRule(Rule, frozen=True):
    """How pressure moves people (rule 6)."""

    inertia: Annotated[int, Meta(ge=1, le=1_000_000)]
    decay_permille: Amount
    shield_percent: Percent
    shield_limit: Percent
    freshness: Annotated[tuple[Percent, ...], Meta(min_length=1, max_length=8)]
    limelight_percent: Percent


class ThanksRule(Rule, frozen=True):
    """Over `fracture`, the pressure of Care and Forum counts `times` (rule 5)."""

    fracture: Amount
    times: Amount


class DriftRule(Rule, frozen=True):
    """What a district does by itself each turn (rules 3, 10, 15)."""

    need_by_wealth: ByWealth
    need_by_act: ByWealth
    breeds_unrest_over_need: Amount
    calms_under_need: Amount


class EconomyRule(Rule, frozen=True):
    """Income, upkeep and purses (rules 11, 15)."""

    credits_a_turn: Amount
    voice_a_turn: Amount
    support_divisor: Annotated[int, Meta(ge=1)]
    upkeep_divisor: Annotated[int, Meta(ge=1)]
    most_credits: Amount
    most_voice: Amount


class FractureRule(Rule, frozen=True):
    """Tension, Contagion and the measure of a city's Fracture (rule 10)."""

    tension_by_act: ByWealth
    tension_times: Amount
    tension_divisor: Annotated[int, Meta(ge=1)]
    contagion_from: Amount
    contagion_gap: Amount
    contagion: Amount
    per_unrest: Amount
    gap_divisor: Annotated[int, Meta(ge=1)]
    sundered_at: Amount


class GalaRule(Rule, frozen=True):
    """What leading a district is worth (rule 11)."""

    leading: Amount
    leading_large: Amount
    large_from: Amount
    second_divisor: Annotated[int, Meta(ge=1)]
    least_to_lead: Amount
    least_to_follow: Amount
    turmoil_from: Amount
    turmoil_divisor: Annotated[int, Meta(ge=1)]
    spotlight_times: Amount


class StartRule(Rule, frozen=True):
    """Support at the start, in permille (rule 15)."""

    support_at_home: Amount
    support_in_links: Amount


class Length(Rule, frozen=True):
    """One length of match (rule 11). Act k lasts `seasons_by_act[k]` seasons.

    `gala_weights` and `spotlight` have one item per season; the numbers in `spotlight` stand for
    quarters until the match's draw says which. `limelight_from` and `late_leaders_from` are turns.
    """

    turns: Annotated[int, Meta(ge=3, le=60)]
    season_turns: Annotated[int, Meta(ge=1, le=6)]
    seasons_by_act: tuple[Amount, Amount, Amount]
    gala_weights: tuple[Amount, ...]
    spotlight: tuple[tuple[int, ...], ...]
    limelight_from: Amount
    late_leaders_from: Amount


class Ruleset(Rule, frozen=True):
    """Everything a match is pinned to besides its city; its hash travels with match and replay."""

    version: int
    campaign: CampaignRule
    care: CareRule
    festival: FestivalRule
    forum: ForumRule
    contest: ContestRule
    thanks: tuple[ThanksRule, ...]
    drift: DriftRule
    economy: EconomyRule
    fracture: FractureRule
    gala: GalaRule
    start: StartRule
    lengths: dict[str, Length]
    factions: dict[FactionKey, Faction]

    def facility(self, faction: FactionKey, kind: FacilityKey) -> FacilityRule | None:
        """The faction's facility of that kind, or None if it has none such."""
        return next((rule for rule in self.factions[faction].facilities if rule.key == kind), None)

    def price(self, faction: FactionKey, verb: str) -> Price:
        """What the verb costs this faction; Build is priced per facility, Travel is free."""
        own = self.factions[faction]
        if verb == "unique":
            return own.unique.price
        common = {
            "campaign": self.campaign.price,
            "care": self.care.price,
            "festival": self.festival.price,
            "forum": self.forum.price,
        }
        return own.prices.get(verb, common.get(verb, Price()))


def ruleset_hash(ruleset: Ruleset) -> str:
    """SHA-256 of the ruleset in canonical form, as 64 hexadecimal digits."""
    return hashlib.sha256(msgspec.msgpack.encode(ruleset, order="deterministic")).hexdigest()
