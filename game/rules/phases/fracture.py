"""Phase 12: Tension, Contagion, and how torn the city is (rules 10, 12.12)."""

from game.rules.ids import District
from game.rules.ledger import Fractured
from game.rules.phases.ending import end
from game.rules.phases.gauge import fracture, fracture_parts
from game.rules.state import NOT_ARRIVED, Ending
from game.rules.turn import NOBODY, NOWHERE, Turn


def play(turn: Turn) -> None:
    """Unrest rises with the acts and spreads; at the limit the city is sundered and all have lost."""
    if turn.board.season_turn(turn.number) == 1:
        _tension(turn)
    _contagion(turn)
    turn.settle()
    after = fracture(turn.board, turn.need, turn.unrest)
    if turn.ledger is not None:
        parts = fracture_parts(turn.board, turn.need, turn.unrest)
        turn.ledger.append(Fractured(turn.fracture, after, parts))
    turn.fracture = after
    _forget(turn)
    if after >= turn.board.ruleset.fracture.sundered_at:
        end(turn, Ending.SUNDERED)


def _forget(turn: Turn) -> None:
    """A part of the blame that stood when the turn began is forgotten."""
    divisor = turn.board.ruleset.fracture.blame_forgotten_divisor
    for seat in turn.board.all_seats:
        turn.accuse(seat, "forgotten", NOWHERE, -(turn.before.seats[seat].blame // divisor))


def _tension(turn: Turn) -> None:
    """In a season's first turn: so many points in all, shared equally, the rest to the neediest."""
    board = turn.board
    rule = board.ruleset.fracture
    on_map = sum(where != NOT_ARRIVED for where in turn.leaders)
    base = rule.tension_by_act[board.act(turn.number)]
    points = base * on_map * rule.tension_times
    divisor = rule.tension_divisor
    for _, percent in turn.lines("tension", NOWHERE):
        points *= percent
        divisor *= 100
    points //= divisor
    each, left = divmod(points, board.districts)
    neediest = sorted(range(board.districts), key=lambda district: (-turn.need[district], district))
    for rank, district in enumerate(neediest):
        turn.shift("unrest", District(district), "tension", NOBODY, each + (rank < left))


def _contagion(turn: Turn) -> None:
    rule = turn.board.ruleset.fracture
    if turn.number % rule.contagion_every:
        return
    for source, unrest in enumerate(turn.unrest):
        if unrest < rule.contagion_from:
            continue
        for linked in turn.board.links[source]:
            if unrest - turn.unrest[linked] >= rule.contagion_gap:
                turn.shift("unrest", linked, "contagion", NOBODY, rule.contagion)
