import asyncio
import os
import signal
import threading
import time
from concurrent.futures import Executor, ProcessPoolExecutor

import msgspec
import pytest
from msgspec.structs import replace

from game.rules.ids import Seat
from game.rules.legality import faults
from game.rules.orders import NO_ORDERS, Slate
from game.rules.view import view_of
from server.host.thinking import Thinker, Thought, _board, pool_of_one_thread, pool_of_processes, think
from tests.support.matches import match

BOARD, STATE = match()
THOUGHT = Thought(msgspec.msgpack.encode(BOARD.match), "greedy", view_of(STATE, Seat(0)), 5)


def no_orders(_thought: Thought) -> Slate:
    return NO_ORDERS


def fail(_thought: Thought) -> Slate:
    raise ValueError("a bug of the computer player")


def dawdle(_thought: Thought) -> Slate:
    time.sleep(60)
    return NO_ORDERS


def die(_thought: Thought) -> Slate:
    os.kill(os.getpid(), signal.SIGKILL)
    return NO_ORDERS


def test_boards_of_matches_under_the_same_rules_hold_them_once() -> None:
    other = msgspec.msgpack.encode(replace(BOARD.match, homes=BOARD.match.homes[::-1]))
    first, second = _board(THOUGHT.match), _board(other)
    assert first is _board(THOUGHT.match)
    assert first.ruleset is second.ruleset
    assert first.match == BOARD.match != second.match


def test_a_thought_becomes_a_legal_slate() -> None:
    slate = think(THOUGHT)
    assert slate
    assert faults(BOARD, STATE.public, Seat(0), slate) == ()


async def test_processes_think_the_same() -> None:
    thinker = Thinker()
    assert await thinker.think(THOUGHT) == think(THOUGHT)
    thinker.close()


async def test_no_pool_is_made_before_it_is_needed() -> None:
    made: list[Executor] = []

    def make(workers: int) -> Executor:
        made.append(pool_of_one_thread(workers))
        return made[-1]

    thinker = Thinker(make, player=no_orders)
    assert made == []
    assert await thinker.think(THOUGHT) == NO_ORDERS
    await thinker.think(THOUGHT)
    assert len(made) == 1
    thinker.close()


async def test_a_computer_player_that_fails_gives_no_orders_and_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    thinker = Thinker(pool_of_one_thread, player=fail)
    assert await thinker.think(THOUGHT) == NO_ORDERS
    assert "a bug of the computer player" in caplog.text
    thinker.close()


async def test_processes_that_died_are_replaced_once_then_it_gives_no_orders() -> None:
    pools: list[Executor] = []

    def make(workers: int) -> Executor:
        pools.append(pool_of_processes(workers))
        return pools[-1]

    thinker = Thinker(make, player=die)
    assert await thinker.think(THOUGHT) == NO_ORDERS
    assert len(pools) == 2
    thinker.close()


async def test_closing_ends_the_processes() -> None:
    pools: list[ProcessPoolExecutor] = []

    def make(workers: int) -> Executor:
        pool = pool_of_processes(workers)
        assert isinstance(pool, ProcessPoolExecutor)
        pools.append(pool)
        return pool

    thinker = Thinker(make)
    await thinker.think(THOUGHT)
    (process,) = list(pools[0]._processes.values())
    thinker.close()
    process.join(10)
    assert process.exitcode is not None


async def test_nothing_of_the_pool_is_left_when_it_was_closed_in_the_middle_of_a_thought() -> None:
    before = set(threading.enumerate())
    thinker = Thinker(pool_of_processes, player=dawdle)
    thinking = asyncio.create_task(thinker.think(THOUGHT))
    await asyncio.sleep(0)
    thinking.cancel()
    thinker.close()
    assert set(threading.enumerate()) == before
