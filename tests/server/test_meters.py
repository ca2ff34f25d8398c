import math
from pathlib import Path

import pytest

from game.link.happenings import Connected, MatchBegun, TurnPlayed
from game.link.match_client import MatchClient
from game.protocol import messages as say
from game.protocol.refusals import Refused
from game.rules.orders import Slate
from server.config import Config
from server.disk.store import open_journal
from server.host.thinking import Thinker, Thought, pool_of_one_thread
from server.local import LocalHost
from server.meters import HighWater, Histogram, Meters
from tests.support.servers import a_room, address_of, client_at, library, no_orders, own_campaign, until


def test_a_histogram_counts_each_value_below_its_bound() -> None:
    histogram = Histogram((1.0, 2.0))
    for value in (0.5, 1.0, 1.5, 2.5, 9.0):
        histogram.observe(value)
    assert (histogram.counts, histogram.count, histogram.total) == ([2, 1, 2], 5, 14.5)


@pytest.mark.parametrize(("share", "bound"), [(0.0, 1.0), (0.4, 1.0), (0.5, 2.0), (0.99, math.inf)])
def test_a_quantile_is_the_bound_that_so_many_lie_below(share: float, bound: float) -> None:
    histogram = Histogram((1.0, 2.0))
    for value in (0.5, 1.0, 1.5, 2.5, 9.0):
        histogram.observe(value)
    assert histogram.quantile(share) == bound


def test_a_histogram_of_nothing_has_no_high_quantile() -> None:
    assert Histogram().quantile(0.99) == 0.0


def test_a_high_water_mark_forgets_after_two_rolls() -> None:
    mark = HighWater()
    seen = []
    for value in (3.0, 5.0, 4.0):
        mark.note(value)
    for _ in range(3):
        seen.append(mark.value)
        mark.roll()
    assert seen == [5.0, 5.0, 0.0]


async def test_a_match_over_a_socket_and_a_disk_moves_the_numbers(tmp_path: Path) -> None:
    meters = Meters()
    journal = await open_journal(tmp_path, meters)
    thinker = Thinker(pool_of_one_thread, player=no_orders, meters=meters)
    host = LocalHost(
        Config(port=0), journal=journal, thinker=thinker, library=library(), meters=meters, listen=True
    )
    async with host, client_at(address_of(host)) as client:
        await client.create(a_room(say.YOU, "greedy"))
        await client.start()
        await until(client, MatchBegun)
        await client.save_slate(own_campaign(client))
        await client.join("nowhere", "Ann")
        await client.set_ready(ready=True)
        await until(client, TurnPlayed)
        assert host.host.rooms_by_phase() == {say.PLAYING: 1}
        assert (meters.connections, meters.connections_open) == (1, 1)
    assert meters.connections_open == 0
    assert meters.turns == 1
    assert meters.refusals == {Refused.UNKNOWN_ROOM: 1}
    assert meters.commands[say.SaveSlate] == meters.commands[say.SetReady] == 1
    assert meters.acknowledged.count == 4
    assert meters.updated.count == 1
    assert meters.committed.count > 0
    assert meters.shared.total >= 4
    assert meters.thought.count >= 1
    assert meters.thinking == 0
    assert min(meters.frames_in, meters.frames_out, meters.bytes_in, meters.bytes_out) > 5


async def test_a_computer_player_that_fails_is_counted(caplog: pytest.LogCaptureFixture) -> None:
    def fail(_thought: Thought) -> Slate:
        raise ValueError("no idea")

    meters = Meters()
    host = LocalHost(
        Config(),
        thinker=Thinker(pool_of_one_thread, player=fail, meters=meters),
        library=library(),
        meters=meters,
    )
    async with host, MatchClient(host.link()) as client:
        await until(client, Connected)
        await client.create(a_room(say.YOU, "greedy"))
        await client.start()
        await until(client, MatchBegun)
        await client.set_ready(ready=True)
        await until(client, TurnPlayed)
    assert meters.thoughts_failed >= 1
    assert "failed" in caplog.text
