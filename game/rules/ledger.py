"""The ledger: every change of a turn with its cause and the factors of its sum (rule 12).

Forecasts, tooltips, reports and playback read the ledger; nothing recomputes a number for display.
Where a seat or a leader is asked for and none acted, the field is -1.
"""

from typing import TypeAlias

from msgspec import Struct

from game.rules.ids import District, Leader, Seat
from game.rules.state import Outcome


class Factor(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One line of a sum: what it is called, its value, and the lines it is itself the sum of."""

    name: str
    value: int
    parts: tuple["Factor", ...] = ()


class _Entry(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One change."""


class Paid(_Entry, frozen=True, tag="paid"):
    """A seat paid for an order."""

    seat: Seat
    leader: Leader
    district: District
    verb: str
    credits: int
    voice: int


class Moved(_Entry, frozen=True, tag="moved"):
    """A leader went from one district to another."""

    leader: Leader
    origin: District
    district: District


class Built(_Entry, frozen=True, tag="built"):
    """A seat began a facility; it works from turn `ready`."""

    seat: Seat
    leader: Leader
    district: District
    facility: str
    ready: int


class Refunded(_Entry, frozen=True, tag="refunded"):
    """An order could not happen any more; its price came back. `reason` is a text key."""

    seat: Seat
    leader: Leader
    district: District
    verb: str
    reason: str
    credits: int
    voice: int


class Pressed(_Entry, frozen=True, tag="pressed"):
    """Pressure in a district, in hundredths: `base` times every factor in percent.

    `cause` is the verb, the unique verb's key, a facility's key, or `echo` of a festival next door.
    """

    seat: Seat
    leader: Leader
    district: District
    cause: str
    base: int
    factors: tuple[Factor, ...]
    amount: int


class Shifted(_Entry, frozen=True, tag="shifted"):
    """Need, lean or unrest of a district changed by `amount`; `limit` is what the scale cut off."""

    subject: str
    district: District
    cause: str
    seat: Seat
    amount: int


class Earned(_Entry, frozen=True, tag="earned"):
    """A purse changed by `amount` of `currency` (credits or voice); the purse's limit is a cause too."""

    seat: Seat
    currency: str
    cause: str
    district: District
    amount: int


class Contested(_Entry, frozen=True, tag="contested"):
    """People of a district reconsidered: pressure per seat in hundredths, support before and after."""

    district: District
    pressure: tuple[int, ...]
    shield: tuple[int, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]


class Decayed(_Entry, frozen=True, tag="decayed"):
    """Support that faded to the residents, permille per seat."""

    district: District
    lost: tuple[int, ...]


class Stopped(_Entry, frozen=True, tag="stopped"):
    """A seat could not pay its upkeep; its facilities do not work next turn."""

    seat: Seat
    missing: int


class Fractured(_Entry, frozen=True, tag="fractured"):
    """The city's Fracture was measured; the parts are whole points rounded down."""

    before: int
    after: int
    factors: tuple[Factor, ...]


class GalaHeld(_Entry, frozen=True, tag="gala"):
    """A season's Gala: which (from 1), its weight, the quarters in the Spotlight."""

    gala: int
    weight: int
    quarters: tuple[int, ...]


class Scored(_Entry, frozen=True, tag="scored"):
    """A seat gained Legacy, in hundredths; `cause` is leading, second or agenda."""

    seat: Seat
    cause: str
    district: District
    base: int
    factors: tuple[Factor, ...]
    amount: int


class Joined(_Entry, frozen=True, tag="joined"):
    """A leader joined the match."""

    leader: Leader
    district: District


class Ended(_Entry, frozen=True, tag="ended"):
    """The match is over."""

    outcome: Outcome


Entry: TypeAlias = (
    Paid
    | Moved
    | Built
    | Refunded
    | Pressed
    | Shifted
    | Earned
    | Contested
    | Decayed
    | Stopped
    | Fractured
    | GalaHeld
    | Scored
    | Joined
    | Ended
)

Ledger: TypeAlias = tuple[Entry, ...]
