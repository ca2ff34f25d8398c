"""What a condition on a district reads, off a turn in work or off what everybody sees."""

from collections.abc import Sequence
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
    """The numbers everybody sees before a turn is played."""

    def __init__(self, board: Board, public: Public) -> None:
        self.board = board
        self.need = [district.need for district in public.districts]
        self.lean = [district.lean for district in public.districts]
        self.unrest = [district.unrest for district in public.districts]
        self.facilities = [district.facilities for district in public.districts]
        self.sites = [district.site for district in public.districts]


def fits(ground: Ground, place: Place | None, district: int) -> bool:
    """Whether a district is of that kind; every district is of no kind in particular."""
    return place is None or place.least <= _reading(ground, place.trait, district) <= place.most


def is_finished(site: Site | None) -> bool:
    """Whether a Sanctuary stands there, finished."""
    return site is not None and site.finished > 0


def is_stakeholder(site: Site | None, seat: int) -> bool:
    """Whether the seat gave parts to a finished Sanctuary there."""
    return site is not None and site.finished > 0 and site.stakes[seat] > 0


def _reading(ground: Ground, trait: str, district: int) -> int:  # noqa: PLR0911 - one line for each trait
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
    return int(is_finished(ground.sites[district]))
