"""Whole loads, small ones: against real servers, broken ones, and servers that never answer."""

import socket
import sys

import pytest
from msgspec.structs import replace

from game.lab.load.figures import Calm
from game.lab.load.load import Load, LoadError
from game.lab.load.run import load_own_server, load_server_at
from game.lab.load.served import ServerChild
from game.maps import find

SMALL = Load(3, 3, 4, str(find("core")), "short", "random", 1, 6, None, 60.0)

BROKEN = """
import asyncio, sys
from websockets.asyncio.server import serve

async def main():
    async with serve({handler}, "127.0.0.1", 0, subprotocols=["neo-sanctum.1"]) as server:
        print("listening ws://127.0.0.1:%d" % server.sockets[0].getsockname()[1], flush=True)
        await asyncio.sleep(60)

async def hang_up(socket):
    await socket.recv()
    await socket.close(4002, "not today")

async def say_nothing(socket):
    await socket.wait_closed()

async def die(socket):
    await socket.recv()
    sys.stderr.write("the cellar is flooded")
    sys.stderr.flush()
    import os
    os._exit(3)

asyncio.run(main())
"""


def broken(tmp_path, handler) -> ServerChild:
    program = tmp_path / "server.py"
    program.write_text(BROKEN.replace("{handler}", handler), "utf-8")
    return ServerChild(program=(str(program),))


def test_the_figures_of_a_load_agree_with_each_other() -> None:
    stages: list[str] = []
    found = load_own_server(SMALL, 1, stages.append)
    assert stages == ["connecting", "sitting down", "playing"]
    assert (found.turns, found.matches, found.failed_rooms) == (12, 3, 0)
    assert (found.errors, found.refusals, found.out_of_time) == ((), {}, False)
    assert found.times["save"].count == 12 * SMALL.saves_per_turn
    assert found.times["ready"].count == found.sizes["update"].count == 12 * SMALL.seats
    assert found.acknowledged.count == found.times["save"].count + found.times["ready"].count
    assert found.times["update"].count == 12
    assert found.sizes["patch"].p50 + found.sizes["ledger"].p50 < found.sizes["update"].p50
    assert found.down > found.sizes["update"].p50 / 2
    assert 0 < found.times["save"].p50 <= found.times["save"].p99 <= found.times["save"].most
    if sys.platform == "linux":
        assert found.cpu_per_turn is not None
        assert found.memory_before is not None
        assert found.undisturbed is not None
        assert parted(found.undisturbed.acknowledged) == found.acknowledged.count
        assert parted(found.undisturbed.update) == 12
        assert 0 <= found.undisturbed.share < 1


def parted(calm: Calm) -> int:
    """What is left and what is left out."""
    return calm.spread.count + calm.left_out


def test_without_a_witness_a_load_says_nothing_of_stalls(monkeypatch) -> None:
    monkeypatch.setattr("game.lab.load.witness.IS_THERE", False)
    found = load_own_server(replace(SMALL, rooms=1, turns=1), 1, lambda _: None)
    assert (found.turns, found.undisturbed) == (1, None)


def test_two_processes_share_a_paced_load_of_more_than_one_match() -> None:
    """The pace is kept: the turns take as long as they were asked to."""
    load = replace(SMALL, rooms=2, turns=14, orders="none", saves_per_second=48.0)
    found = load_own_server(load, 2, lambda _: None)
    assert found.processes == 2
    assert (found.turns, found.matches, found.failed_rooms) == (28, 4, 0)
    assert found.times["late"].count == 28 * (load.saves_per_turn + load.seats)
    assert found.seconds >= load.seconds_per_turn * (load.turns - 1)


def test_a_server_that_runs_already_can_be_loaded() -> None:
    with ServerChild() as server:
        found = load_server_at(replace(SMALL, rooms=1, turns=1), 1, lambda _: None, server.url, None)
    assert (found.turns, found.failed_rooms, found.cpu_per_turn) == (1, 0, None)


def test_nobody_there_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(LoadError, match="ConnectionRefusedError"):
        load_server_at(SMALL, 1, lambda _: None, f"ws://127.0.0.1:{port}", None)


def test_a_server_that_hangs_up_is_told(tmp_path) -> None:
    with pytest.raises(LoadError, match="closed with code 4002 not today"):
        load_own_server(SMALL, 1, lambda _: None, broken(tmp_path, "hang_up"))


def test_a_server_that_dies_is_told_with_its_last_words(tmp_path) -> None:
    with pytest.raises(LoadError, match="ended with status 3: the cellar is flooded"):
        load_own_server(SMALL, 1, lambda _: None, broken(tmp_path, "die"))


def test_a_server_that_never_answers_is_given_up(tmp_path) -> None:
    with pytest.raises(LoadError, match="TimeoutError"):
        load_own_server(replace(SMALL, within=1.0), 1, lambda _: None, broken(tmp_path, "say_nothing"))


def test_time_ends_a_load_that_is_too_long() -> None:
    load = replace(SMALL, orders="none", saves_per_second=6.0, within=1.5, turns=50)
    found = load_own_server(load, 1, lambda _: None)
    assert found.out_of_time
    assert found.turns < 3 * 50


@pytest.mark.parametrize("processes", [0, 17])
def test_more_processes_than_a_load_may_have_are_refused(processes) -> None:
    with ServerChild() as server, pytest.raises(LoadError, match=f"processes {processes}: expected 1 to 16"):
        load_server_at(SMALL, processes, lambda _: None, server.url, None)
