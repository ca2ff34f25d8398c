"""The state of a match: what everyone may see, and what nobody may until it is revealed.

`Public` is the allow-list: a view is made of it and of nothing else. What is secret lives in `Secret`.
"""

from enum import StrEnum

from msgspec import Struct

from game.rules.cards import Mode
from game.rules.city import City
from game.rules.ids import District, FactionKey, Seat
from game.rules.ruleset import Ruleset

NOT_ARRIVED = District(-1)
"""Where a leader is who has not joined yet."""


class Sitting(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """Who plays in a seat: a faction, and which chapter of it (from 1) if several do (rule 2)."""

    faction: FactionKey
    chapter: int

    @property
    def label(self) -> str:
        """Faction and chapter: what draws are labelled by, never the number of a seat (rule 16)."""
        return f"{self.faction}:{self.chapter}"


class Match(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What never changes during a match and everybody knows.

    `city` has the home profiles of its factions laid over (rule 16); `homes` is each seat's start;
    `length` is a key of `ruleset.lengths`. `ruleset` has the numbers of temper and mode laid over.
    `teams` gives each seat's team: seats of equal number share their Legacy. `unranked` seats play and
    cannot win (rule 16).
    """

    ruleset: Ruleset
    city: City
    seating: tuple[Sitting, ...]
    homes: tuple[District, ...]
    length: str
    mode: Mode
    temper: str
    teams: tuple[int, ...]
    unranked: tuple[Seat, ...]


class Facility(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A facility that stands or is being built; it works from turn `ready` on."""

    kind: str
    seat: Seat
    ready: int


class Site(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A Technique Sanctuary begun or finished (rule 7).

    `parts` counts what was given of each kind, in the order of `ruleset.part_kinds`; `stakes` what each seat
    gave in all. `finished` is the turn in which the last part came, 0 before.
    """

    parts: tuple[int, ...]
    stakes: tuple[int, ...]
    finished: int


class DistrictState(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A district now (rule 3). `support` is permille per seat; the rest are residents."""

    need: int
    lean: int
    unrest: int
    support: tuple[int, ...]
    facilities: tuple[Facility, ...]
    site: Site | None


class GalaScore(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What a seat gained at one Gala, in hundredths of Legacy, weight counted in."""

    leading: int
    second: int
    agenda: int
    stakes: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.leading + self.second + self.agenda + self.stakes


class SeatState(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A seat now: purse, Legacy in hundredths, whether its facilities work this turn, tired audiences, Galas.

    `tired[district][verb]` counts how tired the audience is of the verb, in the order campaign, care, festival,
    forum, unique, pledge; 0 is fresh (rule 5). `hand` holds the laws it can move, `passed` counts its laws that
    passed (rule 8); `blame` is in hundredths of a point of unrest (rule 10).
    """

    credits: int
    voice: int
    legacy: int
    works: bool
    tired: tuple[tuple[int, ...], ...]
    galas: tuple[GalaScore, ...]
    hand: tuple[str, ...]
    passed: int
    blame: int


class Law(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A law in force, up to and with turn `until`; `mover` is a seat, or -1 where the deck brought it."""

    key: str
    until: int
    mover: Seat


class Bill(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A law on the docket, or moved for the next one; `mover` is a seat, or -1 where the deck brought it.

    `voice` is what the mover paid, to be refunded if the docket has no room.
    """

    law: str
    mover: Seat
    voice: int


class Happening(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """An event announced or at work: it begins in `turn`, in `district`; `answered` once it has begun."""

    key: str
    district: District
    turn: int
    answered: bool


class Ending(StrEnum):
    """How a match can end (rules 10, 11)."""

    PLAYED = "played"
    AGREED = "agreed"
    SUNDERED = "sundered"
    GOAL = "goal"
    ACHIEVED = "achieved"
    FAILED = "failed"


class Outcome(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """How a match ended. `places[seat]` counts from 1, equals share; 0 for a seat that is not ranked.

    In a sundered city nobody wins and `places` follows the blame record, the least blamed first. Where all
    play together every place is 1 if the goals were met, and none is given if they were not.
    `mandates[seat]` reveals each seat's secret goals.
    """

    ending: Ending
    places: tuple[int, ...]
    mandates: tuple[tuple[str, ...], ...] = ()

    @property
    def sundered(self) -> bool:
        """Whether the city was torn apart: everybody has lost."""
        return self.ending is Ending.SUNDERED

    @property
    def winners(self) -> tuple[Seat, ...]:
        """The seats that have won; none where everybody has lost."""
        if self.ending in (Ending.SUNDERED, Ending.FAILED):
            return ()
        return tuple(Seat(seat) for seat, place in enumerate(self.places) if place == 1)


class Public(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What every player sees.

    `turn` counts from 1 and is the one being planned (the last one played, once `outcome` is set).
    `leaders` says where each is, seat by seat, in each the faction's `leaders` and then its `late_leaders`, -1
    before one joins; `priority` is the Civic Priority of this turn; `spotlight` names the quarters each Gala shines on. `laws` are in force; `docket` is voted
    on at the end of this season, `moved` waits for the next. `events` are announced or at work, in the order
    of their turns.
    """

    turn: int
    districts: tuple[DistrictState, ...]
    seats: tuple[SeatState, ...]
    leaders: tuple[District, ...]
    fracture: int
    priority: tuple[Seat, ...]
    spotlight: tuple[tuple[int, ...], ...]
    laws: tuple[Law, ...]
    docket: tuple[Bill, ...]
    moved: tuple[Bill, ...]
    events: tuple[Happening, ...]
    outcome: Outcome | None


class Secret(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What is not for everybody: the seed that future draws come from, and each seat's mandates.

    A view holds its own seat's mandates and nothing else of this.
    """

    seed: int
    mandates: tuple[tuple[str, ...], ...]


class State(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """All of it; only the server and the laboratory hold one with a real secret."""

    public: Public
    secret: Secret


UNKNOWN = Secret(seed=0, mandates=())
"""The secret of a state rebuilt from a view: a forecast never needs more."""
