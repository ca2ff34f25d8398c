"""Refusals are values with a closed set of codes; exceptions are for our own bugs."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct


class Code(StrEnum):
    """Why a slate is refused. Each has a text and a mend under `refusal-CODE` in `game.text`."""

    UNKNOWN_LEADER = "unknown_leader"
    NOT_YOUR_LEADER = "not_your_leader"
    LEADER_NOT_HERE = "leader_not_here"
    LEADER_TWICE = "leader_twice"
    UNKNOWN_DISTRICT = "unknown_district"
    OUT_OF_REACH = "out_of_reach"
    ALREADY_THERE = "already_there"
    VERB_TWICE = "verb_twice"
    UNKNOWN_FACILITY = "unknown_facility"
    FACILITY_STANDS = "facility_stands"
    NO_FREE_SLOT = "no_free_slot"
    BARRED = "barred"
    UNKNOWN_PART = "unknown_part"
    SANCTUARY_FINISHED = "sanctuary_finished"
    NO_PART_MISSING = "no_part_missing"
    TOO_ANGRY = "too_angry"
    NOT_IN_HAND = "not_in_hand"
    LAW_TWICE = "law_twice"
    NO_MOTIONS_NOW = "no_motions_now"
    NO_COUNCIL_NOW = "no_council_now"
    NOT_ON_DOCKET = "not_on_docket"
    BALLOT_TWICE = "ballot_twice"
    TOO_MUCH_VOICE_BEHIND = "too_much_voice_behind"
    UNKNOWN_SEAT = "unknown_seat"
    GIFT_TO_SELF = "gift_to_self"
    GIFT_TWICE = "gift_twice"
    EMPTY_GIFT = "empty_gift"
    NOT_YOUR_FACILITY = "not_your_facility"
    TOO_FEW_CREDITS = "too_few_credits"
    TOO_LITTLE_VOICE = "too_little_voice"
    MATCH_OVER = "match_over"


WHOLE_SLATE = -1

Parameters: TypeAlias = Mapping[str, str | int]
"""What fills the words of a refusal: found, expected and the names it speaks of."""


class Fault(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One thing wrong with a slate.

    `order` is the order's place in the slate, or -1 for the whole; `field` names the part of it.
    `parameters` fill the text: found, expected and what else the words need.
    """

    code: Code
    order: int
    field: str
    parameters: Parameters


class RulesError(Exception):
    """A caller broke a promise of the rules' interface; never caused by a player's input alone."""
