"""What a replay holds: who played what where, the match, every turn, and how it ended."""

from typing import Annotated, Any, Final

from msgspec import Meta, Struct

from game.protocol.messages import PERSON
from game.rules.ids import FactionKey, Seat
from game.rules.ledger import Ledger
from game.rules.orders import Slate
from game.rules.state import Match, Outcome, Public
from game.rules.view import View

FORMAT: Final = 1
SUFFIX: Final = ".nsreplay"
MOST_TURNS: Final = 999
NOBODY: Final = Seat(-1)

Hash = Annotated[bytes, Meta(min_length=32, max_length=32)]
HashText = Annotated[str, Meta(pattern=r"^([0-9a-f]{64})?\Z")]
_Turn = Annotated[int, Meta(ge=1, le=MOST_TURNS)]
_Name = Annotated[str, Meta(max_length=64)]


class _Part(Struct, frozen=True, forbid_unknown_fields=True):
    """The body of one record: a map whose keys are the names of its fields."""


class Sitter(_Part, frozen=True):
    """Who sat in a seat: faction and chapter, a person's name, and who gave the orders at the end.

    `player` is `person` or a computer's level; a seat with a name and a level was resigned.
    """

    faction: Annotated[FactionKey, Meta(max_length=64)]
    chapter: Annotated[int, Meta(ge=1, le=99)]
    name: _Name
    player: _Name = PERSON


class Header(_Part, frozen=True):
    """What a list of replays shows, and which rules and which map the match was played by.

    `format` is this layout's. `rules` is the version of the ruleset, `ruleset_hash` its hash; `map_hash` is the
    rules hash of the map, empty where it is not known. `ended_at` is in seconds since 1970, 0 where not known.
    """

    format: int
    program: _Name
    rules: int
    ruleset_hash: HashText
    map: _Name
    map_hash: HashText
    title: _Name
    mode: _Name
    length: _Name
    ended_at: Annotated[int, Meta(ge=0, le=2**40)]
    seats: Annotated[tuple[Sitter, ...], Meta(min_length=1, max_length=16)]


class Opening(_Part, frozen=True):
    """All a match starts from: `public` is what everybody sees before the first turn, `state_hash` of all of it."""

    match: Match
    seed: Annotated[int, Meta(ge=0, le=2**63 - 1)]
    public: Public
    state_hash: Hash


class TurnPlayed(_Part, frozen=True):
    """A turn: what was ordered, what came of it, and the proofs of what stands after it.

    `patch` is of a spectator's view. `agreed`: the match ended here by agreement, no slate was played.
    """

    turn: _Turn
    slates: Annotated[tuple[Slate, ...], Meta(max_length=16)]
    entries: Ledger
    patch: dict[int, Any]
    public_hash: Hash
    state_hash: Hash
    agreed: bool = False


class End(_Part, frozen=True):
    """How it ended, after so many turns."""

    turns: _Turn
    outcome: Outcome


class Replay(Struct, frozen=True):
    """A whole replay. `chain` is the last value of the hash chain: two files with the same one hold the same."""

    header: Header
    opening: Opening
    turns: tuple[TurnPlayed, ...]
    end: End
    chain: bytes


class Brief(Struct, frozen=True):
    """As much of a replay as a list shows."""

    header: Header
    end: End


def as_spectator(public: Public) -> View:
    """What one who only watches sees."""
    return View(NOBODY, public)
