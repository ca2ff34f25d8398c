"""Keeps what the server has of a seat's turn like what the player sees: the slate, and whether it is finished."""

from game.client.model.planning import Planning
from game.link.match_client import MatchClient
from game.protocol.messages import Answer, Declined
from game.protocol.refusals import Refusal


class Courier:
    """Carries the slate and the readiness up, one request at a time; the newest wish wins.

    `ready` is the player's wish. `refused` holds what the server said no to, until the next delivery.
    """

    def __init__(self, client: MatchClient, planning: Planning) -> None:
        self._client, self._planning = client, planning
        self.ready = False
        self.refused: tuple[Refusal, ...] = ()
        self._busy = False

    @property
    def due(self) -> bool:
        """Whether something is to be carried and nobody is under way with it."""
        return not self._busy and self._may_carry() and (self._slate_differs() or self._ready_differs())

    def new_turn(self) -> None:
        """Another turn has begun: nobody is ready, nothing is refused."""
        self.ready = False
        self.refused = ()

    def retry(self) -> None:
        """The player changed something: what was refused may be tried again."""
        self.refused = ()

    async def deliver(self) -> None:
        """Carry until server and player agree, the server refuses, or the room is away. Raises LinkClosedError."""
        self._busy = True
        try:
            while self._may_carry() and (self._slate_differs() or self._ready_differs()):
                await self._carry()
        finally:
            self._busy = False

    async def _carry(self) -> None:
        turn = self._planning.public.turn
        if self._slate_differs():
            answer: Answer = await self._client.save_slate(self._planning.slate)
        else:
            answer = await self._client.set_ready(ready=self.ready)
        if self._planning.public.turn == turn and isinstance(answer, Declined) and not self._client.is_away:
            self.refused = answer.refusals
            self.ready = self._own_ready()

    def _may_carry(self) -> bool:
        """What a room refuses that is away is carried when it is back."""
        return not self.refused and not self._client.is_away

    def _slate_differs(self) -> bool:
        copy = self._client.copy
        planning = self._planning
        if copy is None or planning.seat < 0 or copy.turn != planning.public.turn:
            return False
        return planning.public.outcome is None and copy.slate != planning.slate

    def _ready_differs(self) -> bool:
        copy = self._client.copy
        if copy is None or self._planning.seat < 0 or self._planning.public.outcome is not None:
            return False
        return copy.turn == self._planning.public.turn and self.ready != self._own_ready()

    def _own_ready(self) -> bool:
        copy = self._client.copy
        return copy is not None and self._planning.seat >= 0 and copy.ready[self._planning.seat]
