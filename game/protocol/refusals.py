"""Refusals: what the server answers when it does not do what it was asked.

The set of codes is closed: the rules' own (`game.rules.errors.Code`) and the ones below. Each has a
text under `refusal-CODE` and a mend under `refusal-CODE-mend` in `game.text`.
"""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from game.rules.errors import WHOLE_SLATE, Code, Fault

Parameters: TypeAlias = dict[str, str | int]


class Refused(StrEnum):
    """Why a message is refused, besides what the rules say about a slate."""

    MALFORMED = "malformed"
    TOO_DEEP = "too_deep"
    TOO_LONG = "too_long"
    NOT_BINARY = "not_binary"
    WRONG_FIELD = "wrong_field"
    HELLO_FIRST = "hello_first"
    HELLO_TWICE = "hello_twice"
    OTHER_VERSION = "other_version"
    TOO_FAST = "too_fast"
    ID_REUSED = "id_reused"
    STOPPING = "stopping"
    STORAGE = "storage"
    BUSY = "busy"
    UNKNOWN_ROOM = "unknown_room"
    TOO_MANY_ROOMS = "too_many_rooms"
    UNKNOWN_MAP = "unknown_map"
    UNKNOWN_FACTION = "unknown_faction"
    UNKNOWN_PLAYER = "unknown_player"
    UNKNOWN_LENGTH = "unknown_length"
    UNKNOWN_MODE = "unknown_mode"
    UNKNOWN_TEMPER = "unknown_temper"
    MODE_ELSEWHERE = "mode_elsewhere"
    WRONG_TEAMS = "wrong_teams"
    NO_TEAMS = "no_teams"
    WRONG_SEAT_COUNT = "wrong_seat_count"
    WRONG_TIMER = "wrong_timer"
    ONE_SEAT_IS_YOURS = "one_seat_is_yours"
    SETUP_IMPOSSIBLE = "setup_impossible"
    BAD_NAME = "bad_name"
    NAME_TAKEN = "name_taken"
    NO_SUCH_SEAT = "no_such_seat"
    SEAT_TAKEN = "seat_taken"
    SEAT_KEPT = "seat_kept"
    ROOM_FULL = "room_full"
    ALREADY_SEATED = "already_seated"
    NOT_SEATED = "not_seated"
    RESIGNED = "resigned"
    NOT_OWNER = "not_owner"
    NOT_ALL_READY = "not_all_ready"
    ALREADY_BEGUN = "already_begun"
    NOT_BEGUN = "not_begun"
    ENDED = "ended"
    LATE = "late"
    TOO_EARLY = "too_early"
    BAD_TOKEN = "bad_token"  # noqa: S105 - the name of a refusal
    UNKNOWN_PACKAGE = "unknown_package"
    WRONG_OFFSET = "wrong_offset"
    PART_UNDER_WAY = "part_under_way"
    MAP_UNFIT = "map_unfit"
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - the name of a refusal
    NOT_INVITED = "not_invited"
    BANNED = "banned"
    KICKED = "kicked"
    DRAINING = "draining"
    SHOWN_OUT = "shown_out"
    NO_IDENTITY = "no_identity"
    UNKNOWN_CODE = "unknown_code"
    WRONG_CALENDAR = "wrong_calendar"
    WRONG_WEBHOOK = "wrong_webhook"
    NOT_ABSENT = "not_absent"
    NO_SUBSTITUTES = "no_substitutes"
    SUBSTITUTE = "substitute"
    NO_SPECTATORS = "no_spectators"
    TOO_MANY_SPECTATORS = "too_many_spectators"
    NOT_A_PERSON = "not_a_person"
    MUTED = "muted"
    BAD_TEXT = "bad_text"
    TALKS_TOO_FAST = "talks_too_fast"
    NO_CLOCK = "no_clock"
    PAUSED = "paused"
    NOT_OVER = "not_over"
    NO_REPLAY = "no_replay"


ALL_CODES: frozenset[str] = frozenset(str(code) for code in (*Code, *Refused))
"""Every code a refusal may carry."""


class Refusal(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One thing that is wrong.

    `field` names the part of the message, as a path for a malformed one; `order` is the order's place
    in a slate or -1. `text` and `mend` are plain English for whoever has no translation of `code`.
    """

    code: str
    field: str = ""
    order: int = WHOLE_SLATE
    parameters: Parameters = {}
    text: str = ""
    mend: str = ""


def refusal(code: Refused, field: str = "", **parameters: str | int) -> Refusal:
    """A refusal by the protocol or the room, without its words yet."""
    return Refusal(code=code.value, field=field, parameters=parameters)


def of_fault(fault: Fault) -> Refusal:
    """A refusal of an order by the rules, without its words yet."""
    return Refusal(fault.code.value, fault.field, fault.order, dict(fault.parameters))
