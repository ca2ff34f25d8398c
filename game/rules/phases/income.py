"""Phase 11: income and upkeep (rules 6, 11, 12.11)."""

from game.rules.change import INCOME
from game.rules.ids import Seat
from game.rules.ledger import Stopped
from game.rules.phases.reading import people
from game.rules.turn import NOWHERE, Turn

CURRENCIES = ("credits", "voice")
"""What laws can add to an income."""


def play(turn: Turn) -> None:
    """Income first, then upkeep; who cannot pay in full works no facility next turn."""
    for seat in turn.board.all_seats:
        _account(turn, seat)
    turn.settle()


def earned_credits(turn: Turn, seat: Seat) -> int:
    """Credits a seat's support brings in a turn, before upkeep."""
    rule = turn.board.ruleset.economy
    return rule.credits_a_turn + (people(turn, seat) * 100 - _withheld(turn, seat)) // (
        rule.support_divisor * 100
    )


def _withheld(turn: Turn, seat: Seat) -> int:
    """What angry districts do not pay in a strained city, in hundredths of people-permille (rule 10)."""
    rule = turn.board.ruleset.fracture
    if turn.fracture < rule.strained_at:
        return 0
    angry = (index for index, unrest in enumerate(turn.unrest) if unrest >= rule.strained_unrest)
    unpaid = sum(turn.board.population[index] * turn.support[index][seat] for index in angry)
    return unpaid * (100 - rule.strained_percent)


def upkeep(turn: Turn, seat: Seat) -> int:
    """The square of the facilities held, divided by the ruleset's divisor."""
    held = turn.held(seat)
    owed = held * held
    divisor = turn.board.ruleset.economy.upkeep_divisor
    for _, percent in turn.lines("upkeep", NOWHERE):
        owed *= percent
        divisor *= 100
    return owed // divisor


def _account(turn: Turn, seat: Seat) -> None:
    income = earned_credits(turn, seat)
    owed = upkeep(turn, seat)
    missing = max(0, owed - turn.credits[seat] - income)
    turn.earn(seat, "credits", "income", NOWHERE, income)
    turn.earn(seat, "voice", "income", NOWHERE, turn.board.ruleset.economy.voice_a_turn)
    turn.earn(seat, "credits", "upkeep", NOWHERE, missing - owed)
    for currency, target in turn.levers.side_effects.get(INCOME, ()):
        if currency in CURRENCIES:
            for source, value in turn.lines(target, NOWHERE):
                turn.earn(seat, currency, source, NOWHERE, value)
    turn.works_next[seat] = not missing
    if missing and turn.ledger is not None:
        turn.ledger.append(Stopped(seat, missing))
