"""The numbers and content a match is pinned to; read from TOML by `game.content`, never changed in play.

Pressure and Legacy are in hundredths, support in permille, factors in percent (rule 15).
"""

import hashlib
from functools import cached_property
from typing import Annotated

import msgspec
from msgspec import Meta

from game.rules.basics import Key, Price, Rule
from game.rules.cards import EventCard, LandmarkRule, LawCard, MandateCard, Mode, NumberChange, Temper
from game.rules.faction import FacilityRule, Faction
from game.rules.ids import FacilityKey, FactionKey
from game.rules.tables import (
    CampaignRule,
    CareRule,
    ContestRule,
    CouncilRule,
    DriftRule,
    EconomyRule,
    FestivalRule,
    ForumRule,
    FractureRule,
    GalaRule,
    Length,
    MandateRule,
    MotionRule,
    PledgeRule,
    SanctuaryRule,
    StartRule,
    ThanksRule,
)


class Ruleset(Rule, frozen=True, dict=True):
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
    pledge: PledgeRule
    motion: MotionRule
    sanctuary: SanctuaryRule
    council: CouncilRule
    mandate: MandateRule
    part_kinds: Annotated[tuple[Key, ...], Meta(min_length=1, max_length=6)]
    lengths: dict[str, Length]
    factions: dict[FactionKey, Faction]
    laws: dict[str, LawCard]
    events: dict[str, EventCard]
    mandates: dict[str, MandateCard]
    landmarks: dict[str, LandmarkRule]
    tempers: dict[str, Temper]
    modes: dict[str, Mode]

    # Many matches are played by the same one: what is asked of it as a whole is made once.

    @cached_property
    def packed(self) -> bytes:
        """In MessagePack, with its tables in the order they have."""
        return msgspec.msgpack.encode(self)

    @cached_property
    def canonical(self) -> bytes:
        """In MessagePack, in the one order that says nothing about how the tables were written."""
        return msgspec.msgpack.encode(self, order="deterministic")

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the canonical form, as 64 hexadecimal digits."""
        return hashlib.sha256(self.canonical).hexdigest()

    @cached_property
    def variants(self) -> dict[tuple[NumberChange, ...], "Ruleset"]:
        """What came of it by these changes, for `tuning.variant` to fill and to empty."""
        return {}

    def facility(self, faction: FactionKey, kind: FacilityKey) -> FacilityRule | None:
        """The faction's facility of that kind, or None if it has none such."""
        return next((rule for rule in self.factions[faction].facilities if rule.key == kind), None)

    def price(self, faction: FactionKey, verb: str) -> Price:
        """What the verb costs this faction before laws, traits and landmarks; Build is priced per facility."""
        own = self.factions[faction]
        if verb == "unique":
            return own.unique.price
        common = {
            "campaign": self.campaign.price,
            "care": self.care.price,
            "festival": self.festival.price,
            "forum": self.forum.price,
            "pledge": self.pledge.price,
            "motion": self.motion.price,
        }
        return own.prices.get(verb, common.get(verb, Price()))


def ruleset_hash(ruleset: Ruleset) -> str:
    """SHA-256 of the ruleset in canonical form, as 64 hexadecimal digits."""
    return ruleset.fingerprint
