from pathlib import Path

from game.link.happenings import ClockSeen, Connected, MatchBegun
from game.link.match_client import MatchClient
from game.protocol import messages as say
from server.config import Config
from server.disk.store import open_journal
from server.local import LocalHost
from tests.support.many_rooms import TIMER, fill
from tests.support.servers import until

ROOMS = 200


async def test_very_many_matches_come_back_with_their_clocks_and_slates(tmp_path: Path) -> None:
    await fill(tmp_path, ROOMS)
    journal = await open_journal(tmp_path)
    async with LocalHost(Config(port=0), journal=journal) as local, MatchClient(local.link()) as ann:
        assert len(local.host.rooms) == ROOMS
        assert local.host.rooms_by_phase() == {"playing": ROOMS}
        await until(ann, Connected)
        token = f"token{1:027d}"
        assert isinstance(await ann.resume(f"room{ROOMS - 1}", token), say.Seated)
        begin = (await until(ann, MatchBegun)).begin
        assert (begin.view.public.turn, begin.number) == (6, 5)
        await until(ann, ClockSeen)
        left = ann.seconds_left()
        assert left is not None
        assert TIMER - 120 < left < TIMER


async def test_rooms_come_back_in_the_order_they_were_made(tmp_path: Path) -> None:
    await fill(tmp_path, 20)
    journal = await open_journal(tmp_path)
    async with LocalHost(Config(port=0), journal=journal) as local:
        assert list(local.host.rooms._keepers) == [f"room{number}" for number in range(20)]
