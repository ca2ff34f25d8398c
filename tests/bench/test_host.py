"""What a command costs on its way through host, keeper and room, without a socket or a disk.

The rules are the real ones. Compare with the calibration loop of `test_rules` in the same run.
"""

import asyncio
from collections.abc import Iterator

import pytest

from game.protocol import messages as say
from game.protocol.codec import encode
from server.limits import Bucket
from server.local import LocalHost
from tests.support.peers import FakePeer
from tests.support.servers import PATIENCE, a_room, local_host

SAVES = 100


class Player(FakePeer):
    """In a match of its own; what it is told is only counted once that runs."""

    is_counting = False
    frames = 0

    def push(self, frame: bytes) -> None:
        self.frames += 1
        if not self.is_counting:
            super().push(frame)

    async def begin(self) -> None:
        self.hello()
        seated = await self.asked(a_room(say.YOU, "greedy"))
        assert isinstance(seated, say.Seated)
        self.do(say.StartMatch(seated.room.id))
        async with asyncio.timeout(PATIENCE):
            while not any(isinstance(message, say.Begin) for message in self.told):  # noqa: ASYNC110 - a peer has no event
                await asyncio.sleep(0.01)
        self.room, self.is_counting = seated.room.id, True

    async def save(self, frames: list[bytes]) -> None:
        for frame in frames:
            self._host.receive(self.guest, frame)

    def slates(self) -> list[bytes]:
        """So many commands, each with its number."""
        acts = [say.SaveSlate(self.room, 1, ()) for _ in range(SAVES)]
        self._ids += SAVES
        return [encode(say.Command(self._ids - SAVES + n, act)) for n, act in enumerate(acts, 1)]


@pytest.fixture
def playing(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[asyncio.Runner, Player]]:
    monkeypatch.setattr(Bucket, "take", lambda _bucket, _now: True)
    with asyncio.Runner() as runner:
        host: LocalHost = local_host(listen=False)
        runner.run(host.__aenter__())
        player = Player(host.host)
        runner.run(player.begin())
        yield runner, player
        runner.run(host.__aexit__(None, None, None))


def test_a_hundred_slates_are_saved(benchmark, playing):
    runner, player = playing

    def again():
        return (player.slates(),), {}

    benchmark.pedantic(lambda frames: runner.run(player.save(frames)), setup=again, rounds=30)
    assert player.frames >= SAVES
