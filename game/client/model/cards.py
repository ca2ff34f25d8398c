"""Cards in words on the client: the texts of `game.text.effects` said by the screen's own words."""

from game.client.model.words import Saying
from game.rules.board import Board
from game.rules.ids import Seat
from game.rules.measure import Measure
from game.rules.standing import Standing
from game.text.amounts import percent, tenths
from game.text.catalog import Catalog, Value
from game.text.effects import CardWords, GoalWords, LawWords, describe_goal, describe_law, describe_mandate

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

    def law(self, key: str) -> LawWords:
        """A law of the ruleset."""
        if key not in self._laws:
            ruleset = self._board.ruleset
            self._laws[key] = describe_law(self._catalog, ruleset, ruleset.laws[key])
        return self._laws[key]

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
