"""A person as the server knows them."""

from msgspec import Struct

from game.protocol.messages import Profile, Standing
from server.people.rating import UNRATED, Rated

FEWEST_TURNS = 10
"""Below so many turns nothing is said about how reliable somebody is."""


class Person(Struct, frozen=True):
    """`id` is never given to another. `name` is empty where it was let go after a long absence.

    `turns_missed` of the `turns_due` closed without anything from them; `ratings` are by mode.
    """

    id: int
    name: str
    matches: int = 0
    turns_due: int = 0
    turns_missed: int = 0
    ratings: tuple[Rated, ...] = ()

    @property
    def reliability(self) -> int | None:
        """The percentage of turns not missed, rounded down; None while there are few."""
        if self.turns_due < FEWEST_TURNS:
            return None
        return 100 * (self.turns_due - self.turns_missed) // self.turns_due

    def rated(self, mode: str) -> Rated:
        """The rating in a mode, the one everybody begins with where there is none."""
        return next((rated for rated in self.ratings if rated.mode == mode), UNRATED.of(mode))

    def standing(self, mode: str) -> Standing:
        """What others see when this person sits down in a room of the mode."""
        rated = self.rated(mode)
        if not rated.matches:
            return Standing(None, 0, self.reliability)
        return Standing(rated.value, rated.spread, self.reliability)

    def profile(self) -> Profile:
        """Everything others may know."""
        ratings = tuple(rated.shown() for rated in self.ratings)
        return Profile(self.id, self.name, self.matches, self.reliability, ratings)
