"""Seeded people who came later: spectators, and those who wait for a seat whose person is gone."""

import asyncio

from game.link.match_client import LinkClosedError, MatchClient
from game.protocol import messages as say
from game.protocol.refusals import Refused
from game.rules.ids import Seat
from tests.simulation.players import Player


class StandIn(Player):
    """Takes the seat of whoever is gone, and plays there until they return."""

    async def _sit_down(self, client: MatchClient) -> None:
        room = self._world.referee.found(self._world.room)
        if self.token is not None and self.room_id is not None:
            await self._come_back(client, self.room_id, self.token)
        elif room is not None and room.image is not None:
            gone = [n for n, seat in enumerate(room.image.seats) if seat.absent and seat.substitute is None]
            if gone:
                seat = Seat(self._dice.choice(gone))
                await self._ask(client, say.JoinRoom(self.name, self._world.room, seat))
        await self._pause(1.0)

    async def _come_back(self, client: MatchClient, room: str, token: str) -> None:
        """Whoever returned has the seat for good."""
        answer = await self._ask(client, say.ResumeSeat(room, token))
        if isinstance(answer, say.Declined) and answer.refusals[0].code == Refused.BAD_TOKEN:
            self.token = None


class Watcher(Player):
    """Looks at the match, goes, and comes again."""

    async def live(self) -> None:
        """Watch until the task is cancelled."""
        await self._open()
        while True:
            try:
                await self._watch(self.client or await self._open())
            except (LinkClosedError, LookupError):
                await self._pause(0.5)

    async def _watch(self, client: MatchClient) -> None:
        if client.room is None and self._world.room:
            answer = await self._ask(client, say.WatchRoom(self._world.room))
            if isinstance(answer, say.Watching):
                self.room_id = answer.room.id
        elif client.room is not None and not self._world.calm and self._dice.random() < 0.1:
            await client.leave()
        elif client.room is not None and self._dice.random() < 0.1:
            await self._ask(client, say.SetReady(client.room.id, 1, ready=True))
        await asyncio.sleep(self._dice.uniform(1.0, 5.0))
