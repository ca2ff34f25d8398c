"""Phase 2: events begin, and are answered or not (rules 9, 12.2)."""

from msgspec.structs import replace

from game.rules.ids import Seat
from game.rules.ledger import Happened, SwitchedOff
from game.rules.state import Happening
from game.rules.turn import Turn


def play(turn: Turn) -> None:
    """Events whose turn has come begin; orders of this turn answer them; intrusions switch facilities off."""
    if not turn.events:
        return
    turn.events = tuple(
        [_begin(turn, event) if event.turn == turn.number else event for event in turn.events]
    )
    for event in turn.events:
        card = turn.board.ruleset.events[event.key]
        if card.switches_off and not event.answered and turn.board.at_work(event, turn.number):
            turn.switched_off.add(event.district)
            if turn.ledger is not None:
                turn.ledger.append(SwitchedOff(event.key, event.district))


def _begin(turn: Turn, event: Happening) -> Happening:
    card = turn.board.ruleset.events[event.key]
    seats = _answering(turn, event, card.answers)
    for seat in seats:
        turn.earn(seat, "voice", event.key, event.district, card.voice)
    turn.settle()
    if turn.ledger is not None:
        turn.ledger.append(Happened(event.key, event.district, bool(seats), seats))
    return replace(event, answered=bool(seats))


def _answering(turn: Turn, event: Happening, verbs: tuple[str, ...]) -> tuple[Seat, ...]:
    """The seats whose leaders answer in the event's district, each once, by number."""
    seats = {
        seat
        for verb in verbs
        for seat, _, district, _ in turn.acts.get(verb, ())
        if district == event.district
    }
    return tuple(sorted(seats))
