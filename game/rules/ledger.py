"""The ledger: every change of a turn with its cause and the factors of its sum (rule 12).

Forecasts, tooltips, reports and playback read the ledger; nothing recomputes a number for display.
Where a seat or a leader is asked for and none acted, the field is -1.
"""

from typing import TypeAlias

from msgspec import Struct

from game.rules.ids import District, Leader, Seat
from game.rules.state import Outcome


class Factor(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, gc=False):
    """One line of a sum: what it is called, its value, and the lines it is itself the sum of."""

    name: str
    value: int
    parts: tuple["Factor", ...] = ()


class _Entry(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, gc=False):
    """One change."""


class Paid(_Entry, frozen=True, tag="paid"):
    """A seat paid for an order; `leader` and `district` are -1 for a ballot. `factors` are what changed the price."""

    seat: Seat
    leader: Leader
    district: District
    verb: str
    credits: int
    voice: int
    factors: tuple[Factor, ...] = ()


class Moved(_Entry, frozen=True, tag="moved"):
    """A leader went from one district to another."""

    leader: Leader
    origin: District
    district: District


class Given(_Entry, frozen=True, tag="given"):
    """A seat gave to another; what the other's purse could not hold came back and is not counted here."""

    seat: Seat
    to: Seat
    credits: int
    voice: int


class Closed(_Entry, frozen=True, tag="closed"):
    """A seat closed a facility of its own."""

    seat: Seat
    district: District
    facility: str


class Happened(_Entry, frozen=True, tag="happened"):
    """An event began; `answered` says whether orders of this turn met it, `seats` whose."""

    event: str
    district: District
    answered: bool
    seats: tuple[Seat, ...]


class SwitchedOff(_Entry, frozen=True, tag="switched_off"):
    """An event keeps all facilities of a district from working this turn."""

    event: str
    district: District


class Pledged(_Entry, frozen=True, tag="pledged"):
    """A seat gave parts of a kind to a Sanctuary; `factors` are the lines that make up what was offered.

    `amount` is what went in: less than offered where more came than was missing.
    """

    seat: Seat
    leader: Leader
    district: District
    kind: str
    factors: tuple[Factor, ...]
    amount: int


class Founded(_Entry, frozen=True, tag="founded"):
    """A Sanctuary was begun in a district."""

    district: District


class Finished(_Entry, frozen=True, tag="finished"):
    """A Sanctuary was finished; `steward` holds most stakes alone, or is -1."""

    district: District
    steward: Seat
    stakes: tuple[int, ...]


class Proposed(_Entry, frozen=True, tag="proposed"):
    """A seat moved a law for next season's docket."""

    seat: Seat
    leader: Leader
    law: str


class Voted(_Entry, frozen=True, tag="voted"):
    """A seat's ballot, or with seat -1 the residents' bloc; the weight in permille of the city.

    `factors` are its lines: support, voice, landmarks.
    """

    law: str
    seat: Seat
    aye: bool
    factors: tuple[Factor, ...]
    weight: int


class Decided(_Entry, frozen=True, tag="decided"):
    """The Council decided on a law; `until` is its last turn in force if it passed."""

    law: str
    mover: Seat
    ayes: int
    nays: int
    passed: bool
    until: int


class Lapsed(_Entry, frozen=True, tag="lapsed"):
    """A law is no longer in force. `reason` is a text key: sunset or replaced."""

    law: str
    reason: str


class Docketed(_Entry, frozen=True, tag="docketed"):
    """A law stands on the docket of the season that begins."""

    law: str
    mover: Seat


class Dealt(_Entry, frozen=True, tag="dealt"):
    """A seat drew a law into its hand."""

    seat: Seat
    law: str


class Announced(_Entry, frozen=True, tag="announced"):
    """An event will begin in `turn`."""

    event: str
    district: District
    turn: int


class Blamed(_Entry, frozen=True, tag="blamed"):
    """A seat's entry in the blame record changed by `amount`, in hundredths; `cause` may be forgotten."""

    seat: Seat
    cause: str
    district: District
    amount: int


class Fulfilled(_Entry, frozen=True, tag="fulfilled"):
    """A mandate was revealed: met or not, and what it scored, in hundredths."""

    seat: Seat
    mandate: str
    met: bool
    amount: int


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
    """Support that faded to the residents, permille per seat; `factors` make up the rate in permille."""

    district: District
    lost: tuple[int, ...]
    factors: tuple[Factor, ...] = ()


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
    """A seat gained Legacy, in hundredths; `cause` is leading, second, agenda, stakes or law."""

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
    | Given
    | Closed
    | Moved
    | Happened
    | SwitchedOff
    | Pledged
    | Founded
    | Finished
    | Proposed
    | Voted
    | Decided
    | Lapsed
    | Docketed
    | Dealt
    | Announced
    | Blamed
    | Fulfilled
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
