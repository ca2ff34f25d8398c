"""Orders: verb, place, amount. All orders of a seat's turn form one slate (rule 5)."""

from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

from game.rules.ids import District, Leader


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

    facility: Annotated[str, Meta(min_length=1, max_length=32)]


Order: TypeAlias = Campaign | Care | Festival | Forum | Unique | Travel | Build

Spoken: TypeAlias = Campaign | Care | Festival | Forum | Unique

SPOKEN: tuple[type[Spoken], ...] = (Campaign, Care, Festival, Forum, Unique)
"""The orders that press: what an audience hears, and tires of."""

MOST_ORDERS = 16
"""Longest slate that is read at all; legality asks for far fewer."""

Slate: TypeAlias = Annotated[tuple[Order, ...], Meta(max_length=MOST_ORDERS)]

NO_ORDERS: Slate = ()


def verb_of(order: Order | type[Order]) -> str:
    """The verb's key: campaign, care, festival, forum, unique, travel or build."""
    return str(order.__struct_config__.tag)


PRESSING = tuple(verb_of(kind) for kind in SPOKEN)
"""The keys of those verbs, in the order the state counts how tired an audience is."""
