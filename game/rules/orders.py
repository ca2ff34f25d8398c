"""Orders: verb, place, amount. All orders of a seat's turn form one slate (rule 5)."""

from typing import Annotated, Final, TypeAlias, TypeGuard, get_args

from msgspec import Meta, Struct

from game.rules.ids import District, Leader, Seat

Name = Annotated[str, Meta(min_length=1, max_length=32)]


class _Order(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One leader acts in one district. Whether it may is for `legality` to say."""

    leader: Annotated[Leader, Meta(ge=0, le=255)]
    district: Annotated[District, Meta(ge=0, le=255)]


class Campaign(_Order, frozen=True, tag="campaign"):
    """Speak to the people: pressure."""


class Care(_Order, frozen=True, tag="care"):
    """Open a pop-up clinic: relieve need."""


class Festival(_Order, frozen=True, tag="festival"):
    """Hold a festival; with others in the same district it is a joint Authenticity Festival."""


class Forum(_Order, frozen=True, tag="forum"):
    """Hold an open forum: calm unrest, bring lean to the middle."""


class Unique(_Order, frozen=True, tag="unique"):
    """The faction's own verb: Rally, Showcase or Story Circle."""


class Travel(_Order, frozen=True, tag="travel"):
    """Go any distance and only arrive."""


class Build(_Order, frozen=True, tag="build"):
    """Build a facility of the faction; it works from next turn."""

    facility: Name


class Pledge(_Order, frozen=True, tag="pledge"):
    """Give parts of a kind to the Sanctuary of the district, or begin it (rule 7).

    It counts only if the others pledge at least `if_others` parts there this turn; 0 asks for nothing.
    """

    kind: Name
    if_others: Annotated[int, Meta(ge=0, le=99)] = 0


class Motion(_Order, frozen=True, tag="motion"):
    """Put a law of the own hand on next season's docket; the place does not matter (rule 8)."""

    law: Name


class _Paper(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What a seat orders without a leader."""


class Ballot(_Paper, frozen=True, tag="ballot"):
    """For or against a law on the docket, with so much voice behind it (rule 8)."""

    law: Name
    aye: bool
    voice: Annotated[int, Meta(ge=0, le=99)] = 0


class Gift(_Paper, frozen=True, tag="gift"):
    """Credits and voice for another seat (rule 5)."""

    to: Annotated[Seat, Meta(ge=0, le=15)]
    credits: Annotated[int, Meta(ge=0, le=999)] = 0
    voice: Annotated[int, Meta(ge=0, le=999)] = 0


class Close(_Paper, frozen=True, tag="close"):
    """Close an own facility; its slot is free at once (rule 5)."""

    district: Annotated[District, Meta(ge=0, le=255)]
    facility: Name


Led: TypeAlias = Campaign | Care | Festival | Forum | Unique | Travel | Build | Pledge | Motion
"""An order that a leader carries out."""

Paper: TypeAlias = Ballot | Gift | Close
"""An order that needs no leader."""

Order: TypeAlias = Led | Paper

Spoken: TypeAlias = Campaign | Care | Festival | Forum | Unique

SPOKEN: tuple[type[Spoken], ...] = (Campaign, Care, Festival, Forum, Unique)
"""The verbs that need nothing but a leader and a place."""

MOST_ORDERS = 32
"""Longest slate that is read at all; legality asks for far fewer."""

Slate: TypeAlias = Annotated[tuple[Order, ...], Meta(max_length=MOST_ORDERS)]

NO_ORDERS: Slate = ()


_VERBS: Final = {kind: str(kind.__struct_config__.tag) for kind in get_args(Order)}


def is_led(order: Order) -> TypeGuard[Led]:
    """Whether a leader carries the order out."""
    return isinstance(order, _Order)


def verb_of(order: Order | type[Order]) -> str:
    """The verb's key: campaign, care, festival, forum, unique, travel, build, pledge, motion, ballot, gift, close."""
    return _VERBS[order if isinstance(order, type) else type(order)]


PRESSING = (*(verb_of(kind) for kind in SPOKEN), verb_of(Pledge))
"""The verbs an audience hears and tires of, in the order the state counts how tired it is."""


def led(slate: Slate) -> tuple[Led, ...]:
    """The orders of a slate that leaders carry out, in their order."""
    return tuple(order for order in slate if is_led(order))


def papers(slate: Slate) -> tuple[Paper, ...]:
    """The orders of a slate that need no leader, in their order."""
    return tuple(order for order in slate if isinstance(order, _Paper))
