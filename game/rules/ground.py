"""What a condition on a district reads, off a turn in work or off what everybody sees."""

from collections.abc import Sequence
from functools import cached_property
from typing import Protocol

from game.rules.basics import Place
from game.rules.board import Board
from game.rules.state import Facility, Public, Site


class Ground(Protocol):
    """The city's numbers, indexed by district."""

    @property
    def board(self) -> Board:
        """The match's tables."""
        ...

    @property
    def need(self) -> Sequence[int]:
        """Unmet need, 0..100."""
        ...

    @property
    def lean(self) -> Sequence[int]:
        """Lean, -100..100."""
        ...

    @property
    def unrest(self) -> Sequence[int]:
        """Unrest, 0..10."""
        ...

    @property
    def facilities(self) -> Sequence[tuple[Facility, ...]]:
        """What stands or is being built."""
        ...

    @property
    def sites(self) -> Sequence[Site | None]:
        """Sanctuaries begun or finished."""
        ...


class PublicGround:
    """The numbers everybody sees before a turn is played; each kind is gathered when it is first asked for."""

    def __init__(self, board: Board, public: Public) -> None:
        self.board = board
        self._districts = public.districts

    @cached_property
    def need(self) -> Sequence[int]:
        """See `Ground.need`."""
        return [district.need for district in self._districts]

    @cached_property
    def lean(self) -> Sequence[int]:
        """See `Ground.lean`."""
        return [district.lean for district in self._districts]

    @cached_property
    def unrest(self) -> Sequence[int]:
        """See `Ground.unrest`."""
        return [district.unrest for district in self._districts]

    @cached_property
    def facilities(self) -> Sequence[tuple[Facility, ...]]:
        """See `Ground.facilities`."""
        return [district.facilities for district in self._districts]

    @cached_property
    def sites(self) -> Sequence[Site | None]:
        """See `Ground.sites`."""
        return [district.site for district in self._districts]


def fits(ground: Ground, place: Place | None, district: int) -> bool:
    """Whether a district is of that kind; every district is of no kind in particular."""
    return place is None or place.least <= reading(ground, place.trait, district) <= place.most


def parts_given(site: Site | None) -> int:
    """How many parts a Sanctuary was given, of all kinds; 0 where none was begun."""
    return 0 if site is None else sum(site.parts)


def is_finished(site: Site | None) -> bool:
    """Whether a Sanctuary stands there, finished."""
    return site is not None and site.finished > 0


def is_stakeholder(site: Site | None, seat: int) -> bool:
    """Whether the seat gave parts to a finished Sanctuary there."""
    return site is not None and site.finished > 0 and site.stakes[seat] > 0


def reading(ground: Ground, trait: str, district: int) -> int:  # noqa: PLR0911 - one line for each trait
    """What a district reads for a trait that kinds of places are told by: one of `basics.PlaceTrait`."""
    if trait == "population":
        return ground.board.population[district]
    if trait == "wealth":
        return ground.board.wealth[district]
    if trait == "need":
        return ground.need[district]
    if trait == "lean":
        return ground.lean[district]
    if trait == "off_middle":
        return abs(ground.lean[district])
    if trait == "unrest":
        return ground.unrest[district]
    if trait == "facilities":
        return len(ground.facilities[district])
    if trait == "parts":
        return parts_given(ground.sites[district])
    return int(is_finished(ground.sites[district]))
