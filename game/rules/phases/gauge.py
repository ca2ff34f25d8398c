"""How torn a city is: Fracture and the gap in need (rule 10)."""

from collections.abc import Sequence
from operator import mul

from game.rules.board import Board
from game.rules.ledger import Factor


def need_gap(board: Board, need: Sequence[int]) -> int:
    """The mean need of the underserved less that of the affluent; 0 at least, and where either is missing."""
    gap, scale = _gap(board, need)
    return gap // scale


def fracture(board: Board, need: Sequence[int], unrest: Sequence[int]) -> int:
    """Fracture 0..100: weighted unrest and the gap in need, over one denominator, divided once."""
    anger, anger_scale, gap, gap_scale = _terms(board, need, unrest)
    measured = (anger * gap_scale + gap * anger_scale) // (anger_scale * gap_scale)
    return min(100, measured)


def _terms(board: Board, need: Sequence[int], unrest: Sequence[int]) -> tuple[int, int, int, int]:
    rule = board.ruleset.fracture
    weighted = sum(map(mul, board.population, unrest))
    gap, scale = _gap(board, need)
    return rule.per_unrest * weighted, board.total_population, gap, scale * rule.gap_divisor


def _gap(board: Board, need: Sequence[int]) -> tuple[int, int]:
    """The gap in need as a fraction, not yet divided."""
    poor, rich = board.underserved, board.affluent
    if not poor or not rich:
        return 0, 1
    apart = sum([need[d] for d in poor]) * len(rich) - sum([need[d] for d in rich]) * len(poor)
    return max(0, apart), len(poor) * len(rich)


def fracture_parts(board: Board, need: Sequence[int], unrest: Sequence[int]) -> tuple[Factor, ...]:
    """The two lines of Fracture, each rounded down."""
    anger, anger_scale, gap, gap_scale = _terms(board, need, unrest)
    return (Factor("unrest", anger // anger_scale), Factor("gap", gap // gap_scale))
