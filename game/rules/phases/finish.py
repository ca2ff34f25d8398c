"""Phase 15: the end, or the next turn (rules 5, 11, 12.15)."""

from game.rules.ids import Leader, Seat
from game.rules.ledger import Ended, Joined
from game.rules.state import Outcome
from game.rules.turn import Turn


def play(turn: Turn) -> None:
    """End the match after its last turn; otherwise rest the audiences and open the next turn."""
    if turn.outcome is not None:
        return
    if turn.number >= turn.board.length.turns:
        turn.outcome = Outcome(sundered=False, places=places(turn))
        if turn.ledger is not None:
            turn.ledger.append(Ended(turn.outcome))
        return
    turn.next_number = turn.number + 1
    turn.priority = (*turn.priority[1:], turn.priority[0])
    for seat in turn.board.all_seats:
        _rest(turn, seat)
    _join(turn)


def places(turn: Turn) -> tuple[int, ...]:
    """Each seat's place from 1: by Legacy, then by support weighted with population; equals share."""
    standing = [(turn.legacy[seat], _people(turn, seat)) for seat in turn.board.all_seats]
    return tuple(1 + sum(other > own for other in standing) for own in standing)


def _people(turn: Turn, seat: Seat) -> int:
    return sum(
        population * support[seat]
        for population, support in zip(turn.board.population, turn.support, strict=True)
    )


def _rest(turn: Turn, seat: Seat) -> None:
    """An audience that heard a verb this turn is more tired of it, every other one step less."""
    most = len(turn.board.ruleset.contest.freshness) - 1
    heard = turn.heard[seat]
    turn.tired[seat] = tuple(
        tuple(
            min(most, level + 1) if (district, verb) in heard else max(0, level - 1)
            for verb, level in enumerate(levels)
        )
        if any(levels) or any((district, verb) in heard for verb in range(len(levels)))
        else levels
        for district, levels in enumerate(turn.tired[seat])
    )


def _join(turn: Turn) -> None:
    """Leaders whose turn has come appear at home."""
    for index, plan in enumerate(turn.board.leaders):
        if plan.joins != turn.next_number:
            continue
        home = turn.board.homes[plan.seat]
        turn.leaders[index] = home
        if turn.ledger is not None:
            turn.ledger.append(Joined(Leader(index), home))
