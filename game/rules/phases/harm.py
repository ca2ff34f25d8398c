"""Phase 10: what a crisis does that nobody answered (rules 9, 12.10)."""

from game.rules.ids import District
from game.rules.state import Happening
from game.rules.turn import NOBODY, Turn


def strike(turn: Turn) -> None:
    """In a crisis's first turn, unanswered, its harm falls on its district and the linked ones. Drift settles it."""
    for event in turn.events:
        if event.turn == turn.number and not event.answered:
            _strike(turn, event)


def _strike(turn: Turn, event: Happening) -> None:
    harm = turn.board.ruleset.events[event.key].harm
    district = event.district
    _shift(turn, event, "unrest", district, harm.unrest)
    _shift(turn, event, "need", district, harm.need)
    _shift(turn, event, "lean", district, harm.lean)
    for linked in turn.board.links[district]:
        _shift(turn, event, "unrest", linked, harm.linked_unrest)
        _shift(turn, event, "need", linked, harm.linked_need)


def _shift(turn: Turn, event: Happening, subject: str, district: District, amount: int) -> None:
    """The harm as the card has it; what laws take off or add stands under their own names."""
    turn.shift(subject, district, event.key, NOBODY, amount)
    scaled = amount
    for source, percent in turn.lines("harm", district):
        after = scaled * percent // 100
        turn.shift(subject, district, source, NOBODY, after - scaled)
        scaled = after
