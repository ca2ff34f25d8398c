"""The state of a match: what everyone may see, and what nobody may until it is revealed.

`Public` is the allow-list: a view is made of it and of nothing else. What is secret lives in `Secret`.
"""

from msgspec import Struct

from game.rules.city import City
from game.rules.ids import District, FactionKey, Seat
from game.rules.ruleset import Ruleset

NOT_ARRIVED = District(-1)
"""Where a leader is who has not joined yet."""


class Sitting(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """Who plays in a seat: a faction, and which chapter of it (from 1) if several do (rule 2)."""

    faction: FactionKey
    chapter: int


class Match(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What never changes during a match and everybody knows.

    `city` has the home profiles of its factions laid over (rule 16); `homes` is each seat's start;
    `length` is a key of `ruleset.lengths`.
    """

    ruleset: Ruleset
    city: City
    seating: tuple[Sitting, ...]
    homes: tuple[District, ...]
    length: str


class Facility(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A facility that stands or is being built; it works from turn `ready` on."""

    kind: str
    seat: Seat
    ready: int


class DistrictState(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A district now (rule 3). `support` is permille per seat; the rest are residents."""

    need: int
    lean: int
    unrest: int
    support: tuple[int, ...]
    facilities: tuple[Facility, ...]


class GalaScore(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What a seat gained at one Gala, in hundredths of Legacy, weight counted in."""

    leading: int
    second: int
    agenda: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.leading + self.second + self.agenda


class SeatState(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A seat now: purse, Legacy in hundredths, whether its facilities work this turn, tired audiences, Galas.

    `tired[district][verb]` counts how tired the audience is of the verb, in the order of
    `orders.PRESSING`; 0 is fresh (rule 5).
    """

    credits: int
    voice: int
    legacy: int
    works: bool
    tired: tuple[tuple[int, ...], ...]
    galas: tuple[GalaScore, ...]


class Outcome(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """How a match ended. `places[seat]` counts from 1, equals share; a sundered city has no places."""

    sundered: bool
    places: tuple[int, ...]


class Public(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What every player sees.

    `turn` counts from 1 and is the one being planned (the last one played, once `outcome` is set).
    `leaders` says where each is, in the order of `Board.leaders`; `priority` is the Civic Priority
    of this turn; `spotlight` names the quarters each Gala shines on.
    """

    turn: int
    districts: tuple[DistrictState, ...]
    seats: tuple[SeatState, ...]
    leaders: tuple[District, ...]
    fracture: int
    priority: tuple[Seat, ...]
    spotlight: tuple[tuple[int, ...], ...]
    outcome: Outcome | None


class Secret(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What no view ever holds: the seed that future draws come from."""

    seed: int


class State(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """All of it; only the server and the laboratory hold one with a real secret."""

    public: Public
    secret: Secret


UNKNOWN = Secret(seed=0)
"""The secret of a state rebuilt from a view: a forecast never needs more."""
