"""Cards in words on the client: the texts of `game.text.effects` said by the screen's own words."""

from game.client.model.words import Saying
from game.rules.board import Board
from game.rules.ids import Leader, Seat
from game.rules.measure import Measure
from game.rules.standing import Standing
from game.text.amounts import percent, tenths
from game.text.catalog import Catalog, Value
from game.text.effects import (
    CardWords,
    EventWords,
    GoalWords,
    LawWords,
    describe_event,
    describe_goal,
    describe_landmark,
    describe_law,
    describe_mandate,
    describe_trait,
)

UNBOUNDED = 100_000
"""A bound this far away asks for nothing."""


class Spoken(Catalog):
    """A catalog whose sentences come from a screen's `say`, so that all of a screen speaks alike."""

    def __init__(self, say: Saying) -> None:
        super().__init__()
        self._saying = say

    def say(self, key: str, **parameters: Value) -> str:
        """The sentence of a key with its parameters filled in."""
        return self._saying(key, **parameters)


class Cards:
    """The cards of one match in words, each described once."""

    def __init__(self, board: Board, say: Saying) -> None:
        self._board, self._catalog = board, Spoken(say)
        self._laws: dict[str, LawWords] = {}
        self._events: dict[str, EventWords] = {}
        self._landmarks: dict[str, CardWords] = {}
        self._traits: dict[Leader, CardWords] = {}

    def law(self, key: str) -> LawWords:
        """A law of the ruleset."""
        if key not in self._laws:
            ruleset = self._board.ruleset
            self._laws[key] = describe_law(self._catalog, ruleset, ruleset.laws[key])
        return self._laws[key]

    def event(self, key: str) -> EventWords:
        """An event of the ruleset."""
        if key not in self._events:
            ruleset = self._board.ruleset
            self._events[key] = describe_event(self._catalog, ruleset, ruleset.events[key])
        return self._events[key]

    def landmark(self, key: str) -> CardWords | None:
        """A landmark with its rule; None for one that has no rule."""
        ruleset = self._board.ruleset
        if key not in ruleset.landmarks:
            return None
        if key not in self._landmarks:
            self._landmarks[key] = describe_landmark(self._catalog, ruleset, ruleset.landmarks[key])
        return self._landmarks[key]

    def trait(self, leader: Leader) -> CardWords:
        """What a leader is good at."""
        if leader not in self._traits:
            plan = self._board.leaders[leader]
            trait = self._board.factions[plan.seat].traits[plan.key]
            self._traits[leader] = describe_trait(self._catalog, self._board.ruleset, trait)
        return self._traits[leader]

    def mandate(self, key: str) -> CardWords:
        """A secret goal, with what it asks of a match of so many seats."""
        ruleset = self._board.ruleset
        return describe_mandate(self._catalog, ruleset, ruleset.mandates[key], self._board.seats)

    def goal(self, place: int) -> GoalWords:
        """A goal of the mode, by its place there."""
        goal = self._board.match.mode.goals[place]
        return describe_goal(self._catalog, self._board.ruleset, goal, self._board.seats)


def progress(standing: Standing, measure: Measure, seat: Seat) -> tuple[str, str]:
    """How far a measure is, and what it asks for, as people read them: `2` and `3`; `31` and `max 45` by its sign."""
    least, most = standing.bounds(measure)
    bound = least if least > -UNBOUNDED else most
    return number_words(measure.reads, standing.read(measure, seat)), number_words(measure.reads, bound)


def asks_for_less(measure: Measure) -> bool:
    """Whether a measure only has a limit from above."""
    return measure.least <= -UNBOUNDED


def number_words(reads: str, value: int) -> str:
    """A reading in its own unit."""
    if reads in ("legacy", "blame"):
        return tenths(value)
    if reads == "unrest":
        return tenths(10 * value)
    if reads == "support":
        return f"{percent(value)}%"
    return f"{value:+}" if reads == "lean" and value else str(value)
