"""Phase 12: Tension, Contagion, and how torn the city is (rules 10, 12.12)."""

from collections.abc import Sequence

from game.rules.board import Board
from game.rules.ids import District
from game.rules.ledger import Ended, Factor, Fractured
from game.rules.state import NOT_ARRIVED, Outcome
from game.rules.turn import NOBODY, Turn


def play(turn: Turn) -> None:
    """Unrest rises with the acts and spreads; at the limit the city is sundered and all have lost."""
    if turn.board.season_turn(turn.number) == 1:
        _tension(turn)
    _contagion(turn)
    turn.settle()
    after = fracture(turn.board, turn.need, turn.unrest)
    if turn.ledger is not None:
        parts = _parts(turn.board, turn.need, turn.unrest)
        turn.ledger.append(Fractured(turn.fracture, after, parts))
    turn.fracture = after
    if after >= turn.board.ruleset.fracture.sundered_at:
        turn.outcome = Outcome(sundered=True, places=())
        if turn.ledger is not None:
            turn.ledger.append(Ended(turn.outcome))


def _tension(turn: Turn) -> None:
    """In a season's first turn: so many points in all, shared equally, the rest to the neediest."""
    board = turn.board
    rule = board.ruleset.fracture
    on_map = sum(where != NOT_ARRIVED for where in turn.leaders)
    base = rule.tension_by_act[board.act(turn.number)]
    points = base * on_map * rule.tension_times // rule.tension_divisor
    each, left = divmod(points, board.districts)
    neediest = sorted(range(board.districts), key=lambda district: (-turn.need[district], district))
    for rank, district in enumerate(neediest):
        turn.shift("unrest", District(district), "tension", NOBODY, each + (rank < left))


def _contagion(turn: Turn) -> None:
    rule = turn.board.ruleset.fracture
    for source, unrest in enumerate(turn.unrest):
        if unrest < rule.contagion_from:
            continue
        for linked in turn.board.links[source]:
            if unrest - turn.unrest[linked] >= rule.contagion_gap:
                turn.shift("unrest", linked, "contagion", NOBODY, rule.contagion)


def fracture(board: Board, need: Sequence[int], unrest: Sequence[int]) -> int:
    """Fracture 0..100: weighted unrest and the gap in need, over one denominator, divided once."""
    anger, anger_scale, gap, gap_scale = _terms(board, need, unrest)
    measured = (anger * gap_scale + gap * anger_scale) // (anger_scale * gap_scale)
    return min(100, measured)


def _terms(board: Board, need: Sequence[int], unrest: Sequence[int]) -> tuple[int, int, int, int]:
    rule = board.ruleset.fracture
    weighted = sum(map(int.__mul__, board.population, unrest))
    poor, rich = board.underserved, board.affluent
    gap, scale = 0, 1
    if poor and rich:
        apart = sum(need[d] for d in poor) * len(rich) - sum(need[d] for d in rich) * len(poor)
        gap, scale = max(0, apart), len(poor) * len(rich) * rule.gap_divisor
    return rule.per_unrest * weighted, board.total_population, gap, scale


def _parts(board: Board, need: Sequence[int], unrest: Sequence[int]) -> tuple[Factor, ...]:
    anger, anger_scale, gap, gap_scale = _terms(board, need, unrest)
    return (Factor("unrest", anger // anger_scale), Factor("gap", gap // gap_scale))
