"""Phase 11: income and upkeep (rules 6, 11, 12.11)."""

from game.rules.ids import Seat
from game.rules.ledger import Stopped
from game.rules.turn import NOWHERE, Turn


def play(turn: Turn) -> None:
    """Income first, then upkeep; who cannot pay in full works no facility next turn."""
    for seat in turn.board.all_seats:
        _account(turn, seat)
    turn.settle()


def earned_credits(turn: Turn, seat: Seat) -> int:
    """Credits a seat's support brings in a turn, before upkeep."""
    rule = turn.board.ruleset.economy
    people = 0
    for population, support in zip(turn.board.population, turn.support, strict=True):
        people += population * support[seat]
    return rule.credits_a_turn + people // rule.support_divisor


def upkeep(turn: Turn, seat: Seat) -> int:
    """The square of the facilities held, divided by the ruleset's divisor."""
    held = turn.held(seat)
    return held * held // turn.board.ruleset.economy.upkeep_divisor


def _account(turn: Turn, seat: Seat) -> None:
    income = earned_credits(turn, seat)
    owed = upkeep(turn, seat)
    missing = max(0, owed - turn.credits[seat] - income)
    turn.earn(seat, "credits", "income", NOWHERE, income)
    turn.earn(seat, "voice", "income", NOWHERE, turn.board.ruleset.economy.voice_a_turn)
    turn.earn(seat, "credits", "upkeep", NOWHERE, missing - owed)
    turn.works_next[seat] = not missing
    if missing and turn.ledger is not None:
        turn.ledger.append(Stopped(seat, missing))
