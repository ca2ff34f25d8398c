"""What the players know of their own slates: which they sent, and which the server says it has."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from math import inf

from game.protocol import messages as say
from game.rules.ids import Seat
from game.rules.orders import NO_ORDERS, Slate
from server.room.image import Resolved


class Attempt:
    """A slate on its way from one player. `answer` is None until the player has one; times in seconds."""

    def __init__(self, orders: Slate, by: str, made_at: float) -> None:
        self.orders = orders
        self.by = by
        self.made_at = made_at
        self.answered_at = inf
        self.answer: say.Answer | None = None
        self.is_doubtful = False
        """Sent again to a server that did not remember it: a refusal then says nothing about the first time."""

    @property
    def is_acknowledged(self) -> bool:
        """Whether the player was told that it counts."""
        return isinstance(self.answer, say.Done)

    @property
    def may_count(self) -> bool:
        """Whether it may be what the server has, as far as the player can know."""
        return self.answer is None or self.is_acknowledged or self.is_doubtful

    def is_before(self, other: "Attempt") -> bool:
        """Whether it was carried out before the other one, which was made later in the list, if both were.

        One player's come in their order; of two who play the same seat, only what was answered is over.
        """
        return self.by == other.by or self.answered_at < other.made_at


class Attempts:
    """Of all players, by room, turn and seat, in the order they were made."""

    def __init__(self) -> None:
        self._made: defaultdict[tuple[str, int, Seat], list[Attempt]] = defaultdict(list)
        self.acknowledged = 0

    def made(self, room: str, turn: int, seat: Seat, orders: Slate, by: str = "", at: float = 0.0) -> Attempt:
        """A player sends a slate."""
        attempt = Attempt(orders, by, at)
        self._made[room, turn, seat].append(attempt)
        return attempt

    def check(self, room: str, record: Resolved, people: Iterable[Seat], broken: Callable[..., None]) -> None:
        """What was played is what was acknowledged last, or something sent after it."""
        for seat in people:
            played = record.slates[seat]
            attempts = self._made.get((room, record.turn, seat), [])
            allowed = [
                one.orders for n, one in enumerate(attempts) if one.may_count and _is_last(n, attempts)
            ]
            is_told = any(one.is_acknowledged for one in attempts)
            if not is_told:
                allowed.append(NO_ORDERS)
            self.acknowledged += is_told
            if attempts and played not in allowed:
                broken("turn %d, seat %d: an acknowledged slate was lost or changed", record.turn, seat)


def _is_last(number: int, attempts: list[Attempt]) -> bool:
    """Whether none that is known to have come after it was acknowledged."""
    one = attempts[number]
    return not any(one.is_before(later) for later in attempts[number + 1 :] if later.is_acknowledged)
