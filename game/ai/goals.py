"""How near a position is to mandates and to the goals of a mode (rule 11)."""

from collections.abc import Sequence

from game.ai.prices import Prices
from game.rules.ids import Seat
from game.rules.measure import Measure
from game.rules.phases.reading import read
from game.rules.turn import Turn


def of_mandates(turn: Turn, seat: Seat, mandates: Sequence[str], prices: Prices) -> int:
    """What the seat's secret goals promise, in hundredths of Legacy: more the nearer they and the end are."""
    left = turn.board.length.turns - turn.number
    if left >= prices.mandate_turns:
        return 0
    cards = turn.board.ruleset.mandates
    legacy = turn.board.ruleset.mandate.legacy
    met = sum(min(_progress(turn, measure, seat) for measure in cards[key].measures) for key in mandates)
    return legacy * met * (prices.mandate_turns - left) // (100 * prices.mandate_turns)


def of_mode(turn: Turn, seat: Seat) -> int:
    """How much of the mode's goals is reached, in percent of a goal; 0 where the mode has none."""
    return sum(_progress(turn, goal.measure, seat) for goal in turn.board.match.mode.goals)


def _progress(turn: Turn, measure: Measure, seat: Seat) -> int:
    """How much of a measure is met, 0..100; what is over a bound counts against it."""
    found = 12 * read(turn, measure, seat)
    if measure.reads in ("sanctuaries", "joint_sanctuaries"):
        found += _begun(turn)
    least = 12 * (measure.least + measure.per_seat * turn.board.seats)
    most = 12 * measure.most
    if found < least:
        return max(0, 100 * found // least) if least > 0 else 0
    if found > most:
        return max(0, 100 - 100 * (found - most) // max(12, most))
    return 100


def _begun(turn: Turn) -> int:
    """Unfinished Sanctuaries, each as so many twelfths of one as parts were given; the best one counts."""
    whole = turn.board.ruleset.sanctuary.parts * len(turn.board.ruleset.part_kinds)
    open_parts = (sum(site.parts) for site in turn.sites if site is not None and not site.finished)
    return max((11 * parts // whole for parts in open_parts), default=0)
