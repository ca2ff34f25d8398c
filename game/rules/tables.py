"""The tables of numbers the phases read (rules 5 to 11)."""

from typing import Annotated

from msgspec import Meta

from game.rules.basics import Amount, ByWealth, Divisor, Percent, Price, Rule, Signed


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


class PledgeRule(Rule, frozen=True):
    """Pledge: parts for a Sanctuary, more of the faction's own speciality (rules 5, 7)."""

    pressure_per_part: Amount
    parts: Amount
    parts_of_speciality: Amount
    price: Price = Price()


class MotionRule(Rule, frozen=True):
    """Motion: puts a law of the hand on next season's docket (rules 5, 8)."""

    price: Price = Price()


class SanctuaryRule(Rule, frozen=True):
    """Technique Sanctuaries (rule 7).

    `parts` of each kind finish one; a site begins at unrest up to `most_unrest_to_begin`. Finished, it calms
    at once, then each turn and every `unrest_every` turns, and its links in a season's last turn. `affinity`
    is for its stakeholders there. A Gala pays `pay` hundredths x share of the parts held x share of the
    parts given, `joint_percent` of it from `joint_from` stakeholders on; leading there scores `leading`.
    """

    parts: Annotated[int, Meta(ge=1, le=100)]
    most_unrest_to_begin: Amount
    unrest_at_once: Signed
    need: Signed
    unrest: Signed
    unrest_every: Annotated[int, Meta(ge=1, le=6)]
    linked_unrest_a_season: Signed
    affinity: Amount
    pay: Amount
    joint_percent: Percent
    joint_from: Annotated[int, Meta(ge=2, le=8)]
    leading: Amount


class CouncilRule(Rule, frozen=True):
    """The Council, its laws and hands (rule 8); `legacy` in hundredths for the mover of a law that passes."""

    hand: Annotated[int, Meta(ge=0, le=6)]
    docket: Annotated[int, Meta(ge=1, le=4)]
    seasons_in_force: Annotated[int, Meta(ge=1, le=12)]
    seasons_without_motions: Amount
    weight_per_voice: Amount
    most_voice: Amount
    legacy: Amount


class MandateRule(Rule, frozen=True):
    """Secret mandates (rule 11): how many each seat draws and what one scores, in hundredths."""

    dealt: Annotated[int, Meta(ge=0, le=4)]
    legacy: Amount


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
    """Tension, Contagion, the measure of a city's Fracture, its steps, and the blame record (rule 10).

    Contagion works in turns that `contagion_every` divides. At `wary_at` a festival calms `wary_festival`
    less; at `strained_at` districts with unrest from `strained_unrest` bring `strained_percent` of their
    income; at `barred_at` no leader enters a district with unrest from `barred_unrest`.
    """

    tension_by_act: ByWealth
    tension_times: Amount
    tension_divisor: Annotated[int, Meta(ge=1)]
    contagion_from: Amount
    contagion_gap: Amount
    contagion: Amount
    contagion_every: Annotated[int, Meta(ge=1, le=6)]
    per_unrest: Amount
    gap_divisor: Annotated[int, Meta(ge=1)]
    sundered_at: Amount
    wary_at: Amount
    wary_festival: Amount
    strained_at: Amount
    strained_unrest: Amount
    strained_percent: Percent
    barred_at: Amount
    barred_unrest: Amount
    blame_per_unrest: Amount
    blame_forgotten_divisor: Divisor


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
