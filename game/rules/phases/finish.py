"""Phase 15: the end, or the next turn (rules 5, 11, 12.15)."""

from functools import lru_cache

from game.rules.ids import Leader, Seat
from game.rules.ledger import Joined, Lapsed
from game.rules.phases.ending import end_by_goals, end_of_time
from game.rules.phases.reveal import new_season
from game.rules.turn import Turn


def play(turn: Turn) -> None:
    """End the match after its last turn; otherwise rest the audiences and open the next turn."""
    if turn.outcome is not None:
        return
    if turn.number >= turn.board.length.turns:
        end_of_time(turn)
        return
    if end_by_goals(turn):
        return
    turn.next_number = turn.number + 1
    turn.priority = (*turn.priority[1:], turn.priority[0])
    for seat in turn.board.all_seats:
        _rest(turn, seat)
    _join(turn)
    _let_pass(turn)
    if turn.board.ends_season(turn.number):
        new_season(turn)


def _let_pass(turn: Turn) -> None:
    """Laws whose time is up end, and events that are over are taken off the map."""
    for law in turn.laws:
        if law.until < turn.next_number and turn.ledger is not None:
            turn.ledger.append(Lapsed(law.key, "sunset"))
    turn.laws = tuple([law for law in turn.laws if law.until >= turn.next_number])
    turn.events = tuple(
        [
            event
            for event in turn.events
            if event.turn >= turn.next_number or turn.board.at_work(event, turn.next_number)
        ]
    )


def _rest(turn: Turn, seat: Seat) -> None:
    """An audience that heard a verb this turn is more tired of it, every other one step less."""
    most = len(turn.board.ruleset.contest.freshness) - 1
    before = turn.tired[seat]
    after = [_rested(levels) if any(levels) else levels for levels in before]
    for district, place in turn.heard[seat]:
        levels = list(after[district])
        levels[place] = min(most, before[district][place] + 1)
        after[district] = tuple(levels)
    turn.tired[seat] = tuple(after)


@lru_cache(maxsize=4096)
def _rested(levels: tuple[int, ...]) -> tuple[int, ...]:
    """An audience of a district that heard nothing; few kinds are many people's, so each is made once."""
    return tuple([max(0, level - 1) for level in levels])


def _join(turn: Turn) -> None:
    """Leaders whose turn has come appear at home."""
    if turn.next_number != turn.board.length.late_leaders_from:
        return
    for index, plan in enumerate(turn.board.leaders):
        if plan.joins != turn.next_number:
            continue
        home = turn.board.homes[plan.seat]
        turn.leaders[index] = home
        if turn.ledger is not None:
            turn.ledger.append(Joined(Leader(index), home))
