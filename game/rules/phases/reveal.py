"""Phase 15: what a new season brings: docket, hands and the event after next (rules 8, 9, 12.15)."""

from collections.abc import Iterator

from game.rules import chance
from game.rules.board import Board
from game.rules.ground import Ground, fits
from game.rules.ids import District, Seat
from game.rules.ledger import Announced, Dealt, Docketed, Refunded
from game.rules.state import Bill, Happening
from game.rules.turn import NO_LEADER, NOBODY, NOWHERE, Turn


def new_season(turn: Turn) -> None:
    """Make the docket from the motions, deal new laws, announce an event a season ahead."""
    season = turn.board.season(turn.next_number)
    if season < turn.board.seasons - 1:
        _fill_docket(turn)
    if turn.board.takes_motions(turn.next_number):
        _fill_hands(turn)
    for event in announced(turn.board, turn, turn.secret.seed, season + 1):
        turn.events = (*turn.events, event)
        if turn.ledger is not None:
            turn.ledger.append(Announced(event.key, event.district, event.turn))
    turn.settle()


def free_laws(board: Board, taken: set[str]) -> list[str]:
    """The laws nobody has and that are neither in force nor on a docket."""
    return [key for key in board.ruleset.laws if key not in taken]


def dealt_docket(board: Board, seed: int, turn: int, docket: list[Bill], taken: set[str]) -> Iterator[Bill]:
    """Laws from the deck for the places a docket has left; never two of one axis."""
    laws = board.ruleset.laws
    axes = {laws[bill.law].axis for bill in docket}
    left = board.ruleset.council.docket - len(docket)
    for law in chance.shuffled(seed, turn, "docket", free_laws(board, taken)):
        if left and laws[law].axis not in axes:
            axes.add(laws[law].axis)
            left -= 1
            yield Bill(law, NOBODY, 0)


def dealt_hand(board: Board, seed: int, turn: int, seat: Seat, taken: set[str], missing: int) -> list[str]:
    """Laws from the deck for a seat's hand; the draw is labelled by faction and chapter."""
    if not missing:
        return []
    return chance.shuffled(seed, turn, f"hand:{board.label(seat)}", free_laws(board, taken))[:missing]


def announced(board: Board, ground: Ground, seed: int, season: int) -> Iterator[Happening]:
    """The events of a season (from 0): the mode's script, or as many as it wants from the deck.

    None in the first season and none after the last. Every card comes up before one comes up again.
    """
    mode = board.match.mode
    if not 1 <= season < board.seasons:
        return
    scripted = [item for item in mode.script if board.season(item.turn) == season]
    if scripted:
        for item in scripted:
            yield Happening(item.event, board.district_of_key[item.district], item.turn, answered=False)
        return
    deck = chance.shuffled(seed, 0, "events", board.ruleset.events)
    first = (season - 1) * mode.events_a_season
    taken: set[District] = set()
    drawn = []
    for place in range(first, first + mode.events_a_season):
        key = deck[place % len(deck)]
        district = _place(board, ground, seed, season, key, taken)
        taken.add(district)
        turn = board.first_turn(season) + chance.draw(seed, season, f"turn:{key}") % board.length.season_turns
        drawn.append(Happening(key, district, turn, answered=False))
    yield from sorted(drawn, key=lambda event: (event.turn, event.key))


def _place(board: Board, ground: Ground, seed: int, season: int, key: str, taken: set[District]) -> District:
    """A district that fits the card, or any if none does; drawn by the districts' keys."""
    open_to_all = [District(d) for d in range(board.districts) if District(d) not in taken]
    places = board.ruleset.events[key].places
    fitting = [d for d in open_to_all if all(fits(ground, place, d) for place in places)]
    keys = [board.city.districts[d].key for d in fitting or open_to_all]
    return board.district_of_key[chance.shuffled(seed, season, f"place:{key}", keys)[0]]


def _taken(turn: Turn) -> set[str]:
    return {
        *(law.key for law in turn.laws),
        *(bill.law for bill in turn.docket),
        *(bill.law for bill in turn.moved),
        *(law for hand in turn.hands for law in hand),
    }


def _fill_docket(turn: Turn) -> None:
    """The season's motions in the Civic Priority of the turn just played, then the deck; no room: all comes back."""
    board = turn.board
    docket: list[Bill] = []
    for bill in sorted(turn.moved, key=lambda bill: (turn.before.priority.index(bill.mover), bill.law)):
        reason = _no_room(turn, docket, bill)
        if reason:
            _return(turn, bill, reason)
        else:
            docket.append(bill)
    taken = _taken(turn)
    turn.moved = ()
    docket.extend(dealt_docket(board, turn.secret.seed, turn.number, docket, taken))
    turn.docket = tuple(docket)
    if turn.ledger is not None:
        turn.ledger.extend(Docketed(bill.law, bill.mover) for bill in docket)


def _no_room(turn: Turn, docket: list[Bill], bill: Bill) -> str:
    laws = turn.board.ruleset.laws
    if len(docket) >= turn.board.ruleset.council.docket:
        return "docket_full"
    return "same_axis" if laws[bill.law].axis in {laws[other.law].axis for other in docket} else ""


def _return(turn: Turn, bill: Bill, reason: str) -> None:
    turn.hands[bill.mover] = tuple(sorted((*turn.hands[bill.mover], bill.law)))
    turn.earn(bill.mover, "voice", "refund", NOWHERE, bill.voice)
    if turn.ledger is not None:
        turn.ledger.append(Refunded(bill.mover, NO_LEADER, NOWHERE, "motion", reason, 0, bill.voice))


def _fill_hands(turn: Turn) -> None:
    """Each seat's hand in Civic Priority order, as long as there are laws."""
    size = turn.board.ruleset.council.hand
    for seat in turn.before.priority:
        missing = max(0, size - len(turn.hands[seat]))
        dealt = dealt_hand(turn.board, turn.secret.seed, turn.number, seat, _taken(turn), missing)
        turn.hands[seat] = tuple(sorted((*turn.hands[seat], *dealt)))
        if turn.ledger is not None:
            turn.ledger.extend(Dealt(seat, law) for law in dealt)
