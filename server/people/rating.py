"""How well people play, by mode: an estimate and its uncertainty, moved by each match (Plackett-Luce)."""

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from game.protocol.messages import Rating
from server.room.result import Result, SeatResult

if TYPE_CHECKING:
    from openskill.models import PlackettLuce, PlackettLuceRating

_MU, _SIGMA = 25.0, 25.0 / 3.0
"""What the model takes of somebody it does not know."""

_SCALE: Final = 60
"""Points of what is shown in one of the model's: everybody begins at 1500, right within 500."""


class Rated(Struct, frozen=True):
    """Somebody's rating in a mode, in the model's units: right within `sigma` two times in three."""

    mode: str
    mu: float
    sigma: float
    matches: int

    @property
    def value(self) -> int:
        """The estimate as it is shown."""
        return round(self.mu * _SCALE)

    @property
    def spread(self) -> int:
        """The uncertainty as it is shown."""
        return round(self.sigma * _SCALE)

    def of(self, mode: str) -> "Rated":
        """The same in another mode."""
        return replace(self, mode=mode)

    def shown(self) -> Rating:
        """The rating as others see it."""
        return Rating(self.mode, self.value, self.spread, self.matches)


UNRATED: Final = Rated("", _MU, _SIGMA, 0)
"""What everybody begins with."""

Ratings = Mapping[int, Rated]
"""By the person's id."""


def counts(result: Result) -> bool:
    """Whether a match moves ratings: two persons or more are ranked, and the match told them apart.

    It does not where its maker chose the seed, where all won or lost together, or where somebody sat twice.
    """
    teams = _teams(result)
    persons = [seat.person for team in teams for seat in team]
    places = [_place(team, result) for team in teams]
    return (
        not result.seeded
        and min(places, default=0) > 0
        and len(set(places)) > 1
        and len(set(persons)) == len(persons)
    )


def moved(result: Result, before: Ratings) -> dict[int, Rated]:
    """The ratings after a match that counts, of each person in it; `before` has one for each of them."""
    teams = _teams(result)
    after = _model().rate(
        [[_as_known(before[seat.person]) for seat in team] for team in teams],
        ranks=[float(_place(team, result)) for team in teams],
    )
    return {
        seat.person: _with(before[seat.person], now)
        for team, ratings in zip(teams, after, strict=True)
        for seat, now in zip(team, ratings, strict=True)
    }


@functools.cache
def _model() -> "PlackettLuce":
    from openskill.models import PlackettLuce  # noqa: PLC0415 - a server needs it when first a ranked match is over

    return PlackettLuce(mu=_MU, sigma=_SIGMA)


def _teams(result: Result) -> list[list[SeatResult]]:
    """The ranked persons by team; alone each is a team of one."""
    teams: dict[int, list[SeatResult]] = {}
    for seat in result.seats:
        if seat.person and seat.ranked:
            teams.setdefault(seat.team, []).append(seat)
    return list(teams.values())


def _place(team: list[SeatResult], result: Result) -> int:
    """The team's place; who gave up comes after everybody who did not, however the seat fared without them."""
    return min(len(result.seats) + 1 if seat.resigned else seat.place for seat in team)


def _as_known(rated: Rated) -> "PlackettLuceRating":
    return _model().create_rating([rated.mu, rated.sigma])


def _with(before: Rated, now: "PlackettLuceRating") -> Rated:
    return replace(before, mu=float(now.mu), sigma=float(now.sigma), matches=before.matches + 1)
