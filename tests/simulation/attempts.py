"""What the players know of their own slates: which they sent, and which the server says it has."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from game.protocol import messages as say
from game.rules.ids import Seat
from game.rules.orders import NO_ORDERS, Slate
from server.room.image import Resolved


class Attempt:
    """A slate on its way. `answer` is None until the player has one."""

    def __init__(self, orders: Slate) -> None:
        self.orders = orders
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


class Attempts:
    """Of all players, by room, turn and seat, in the order they were made."""

    def __init__(self) -> None:
        self._made: defaultdict[tuple[str, int, Seat], list[Attempt]] = defaultdict(list)
        self.acknowledged = 0

    def made(self, room: str, turn: int, seat: Seat, orders: Slate) -> Attempt:
        """A player sends a slate."""
        attempt = Attempt(orders)
        self._made[room, turn, seat].append(attempt)
        return attempt

    def check(self, room: str, record: Resolved, people: Iterable[Seat], broken: Callable[..., None]) -> None:
        """What was played is what was acknowledged last, or something sent after it."""
        for seat in people:
            played = record.slates[seat]
            attempts = self._made.get((room, record.turn, seat), [])
            last = max((n for n, one in enumerate(attempts) if one.is_acknowledged), default=None)
            allowed = [one.orders for one in attempts[last or 0 :] if one.may_count]
            if last is None:
                allowed.append(NO_ORDERS)
            self.acknowledged += last is not None
            if attempts and played not in allowed:
                broken("turn %d, seat %d: an acknowledged slate was lost or changed", record.turn, seat)
