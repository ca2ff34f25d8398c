"""What laws are worth, to everybody: one turn as it might be, with the law in force and without (rule 8)."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from game.ai import sides
from game.ai.prices import Prices
from game.ai.rivals import typical
from game.ai.worth import Worth
from game.ai.yields import Yields
from game.rules.board import Board
from game.rules.ids import Seat
from game.rules.orders import Ballot
from game.rules.phases.council import residents, weight_lines
from game.rules.resolve import BEFORE_COUNCIL, begin
from game.rules.state import Law, Public
from game.rules.turn import NOBODY, Turn
from game.rules.view import state_of


class Weights(Struct, frozen=True):
    """What ballots would weigh today: each seat's without voice, in permille, and the residents'."""

    seats: tuple[int, ...]
    residents: int


class Laws:
    """The laws of one position, each looked at once."""

    def __init__(self, board: Board, public: Public, prices: Prices) -> None:
        self._board = board
        self._prices = prices
        # Purses that nothing can empty or overflow, so that what a law makes dearer or pays is not cut off.
        economy = board.ruleset.economy
        half = {"credits": economy.most_credits // 2, "voice": economy.most_voice // 2}
        seats = tuple(replace(seat, **half) for seat in public.seats)
        self._public = replace(public, seats=seats)
        self._slates = [typical(board, public, seat) for seat in board.all_seats]
        self._yields = Yields(board, self._public, prices)
        self._without = self._worths(self._public)
        self._turn = self._played(self._public)

    def worth_to_all(self, law: str, turns: int) -> list[int]:
        """What so many turns with the law are worth to each seat; it takes the place of the one on its axis."""
        cards = self._board.ruleset.laws
        staying = [known for known in self._public.laws if cards[known.key].axis != cards[law].axis]
        laws = tuple(sorted([*staying, Law(law, self._public.turn, NOBODY)], key=lambda known: known.key))
        within = self._worths(replace(self._public, laws=laws))
        gained = [after - before for after, before in zip(within, self._without, strict=True)]
        return [gain * turns * self._prices.law // 100 for gain in gained]

    def weights(self) -> Weights:
        """What ballots would weigh."""
        own = tuple(
            sum(value for _, value in weight_lines(self._turn, seat, 0)) for seat in self._board.all_seats
        )
        law = next(iter(self._board.ruleset.laws))
        return Weights(own, residents(self._turn, law).weight)

    def residents_want(self, law: str) -> bool:
        """Whether the residents would vote for it today."""
        return residents(self._turn, law).aye

    def _worths(self, public: Public) -> list[int]:
        found = Worth(self._played(public), self._prices, self._yields)
        return [found.to(seat) for seat in self._board.all_seats]

    def _played(self, public: Public) -> Turn:
        turn = begin(self._board, state_of(public), self._slates)
        for phase in BEFORE_COUNCIL:
            phase(turn)
        return turn


def turns_in_force(board: Board, decided: int) -> int:
    """How many turns a law will count that is passed in that turn."""
    longest = board.ruleset.council.seasons_in_force * board.length.season_turns
    return max(0, min(longest, board.length.turns - decided))


def legacy_of_mover(board: Board, seat: Seat, mover: Seat) -> int:
    """What the mover's Legacy is worth to a seat if the law passes."""
    if mover == NOBODY:
        return 0
    legacy = [100 * board.ruleset.council.legacy * (other == mover) for other in board.all_seats]
    return sides.standing(legacy, sides.mates(board, seat), sides.rivals(board, seat))


def motion_worths(board: Board, public: Public, seat: Seat, prices: Prices) -> dict[str, int]:
    """What moving each law of the hand is worth: what it does and its Legacy, by the chance that it passes."""
    hand = public.seats[seat].hand
    if not hand or not board.takes_motions(public.turn):
        return {}
    laws = Laws(board, public, prices)
    weights = laws.weights()
    decided = board.first_turn(board.season(public.turn) + 2) - 1
    worths = {}
    for law in hand:
        gains = laws.worth_to_all(law, turns_in_force(board, decided))
        gains = [gain + legacy_of_mover(board, Seat(who), seat) for who, gain in enumerate(gains)]
        gain = gains[seat]
        ahead = _ayes_ahead(weights, gains, want=laws.residents_want(law))
        worths[law] = gain * prices.passes * _chance(ahead) * _room(board, public, seat, law) // 1_000_000
    return worths


def ballots(board: Board, public: Public, seat: Seat, voice: int, prices: Prices) -> list[Ballot]:
    """A ballot for every law on the docket, with voice behind it where that decides and pays.

    `voice` is what the purse holds after the turn's other orders.
    """
    laws = Laws(board, public, prices)
    weights = laws.weights()
    stakes = []
    for bill in public.docket:
        gains = laws.worth_to_all(bill.law, turns_in_force(board, public.turn))
        gains = [gain + legacy_of_mover(board, Seat(who), bill.mover) for who, gain in enumerate(gains)]
        ahead = _ayes_ahead(weights, gains, want=laws.residents_want(bill.law))
        stakes.append((gains[seat], ahead, bill))
    given = []
    for gain, ahead, bill in sorted(stakes, key=lambda stake: (-abs(stake[0]), stake[2].law)):
        behind = min(voice, _voice(board, gain, ahead if gain > 0 else -ahead, prices))
        voice -= behind
        given.append(Ballot(bill.law, gain > 0, behind))
    return given


def _voice(board: Board, gain: int, ahead: int, prices: Prices) -> int:
    """How much voice to put behind a ballot: enough to turn it, or to keep it from being turned."""
    rule = board.ruleset.council
    most = min(rule.most_voice, abs(gain) // max(1, prices.voice))
    reach = rule.weight_per_voice * rule.most_voice
    if ahead > reach or ahead + rule.weight_per_voice * most <= 0:
        return 0
    if ahead > 0:
        return most // 2
    return min(most, -ahead // rule.weight_per_voice + 2)


def _ayes_ahead(weights: Weights, gains: Sequence[int], *, want: bool) -> int:
    """By how much a law would pass, in permille, if everybody votes as it serves them and spends no voice."""
    seats = sum(weight if gain > 0 else -weight for weight, gain in zip(weights.seats, gains, strict=True))
    return seats + (weights.residents if want else -weights.residents)


def _chance(ahead: int) -> int:
    """A rough chance in percent that a law passes a season from now."""
    return max(4, min(90, 50 + ahead // 6))


def _room(board: Board, public: Public, seat: Seat, law: str) -> int:
    """A rough chance in percent that next season's docket takes one more motion of this seat.

    The season's last Civic Priority decides which motions come first (rule 8).
    """
    cards = board.ruleset.laws
    turns = (board.length.season_turns - board.season_turn(public.turn)) % board.seats
    order = (*public.priority[turns:], *public.priority[:turns])
    own = order.index(seat), law
    ahead = [bill for bill in public.moved if (order.index(bill.mover), bill.law) < own]
    same_axis = any(cards[bill.law].axis == cards[law].axis for bill in ahead)
    return 5 if same_axis or len(ahead) >= board.ruleset.council.docket else 90
