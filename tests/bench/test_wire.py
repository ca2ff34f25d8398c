"""What a message costs in the transport, without a socket; the whole servers race in `wire_race`.

Compare the two ways with one another and with the calibration loop of `test_rules`, in the same run.
"""

import asyncio
from collections.abc import Callable, Iterator

import pytest
from websockets.protocol import State
from websockets.server import ServerProtocol

from game.protocol import messages as say
from game.protocol.codec import decode_upward, encode
from game.protocol.session import ServerSession
from server.wire.quick import QuickReader
from server.wire.reading import Reader
from server.wire.sending import framed
from tests.bench import wire_race
from tests.bench.wire_seat import BINARY, SLATE
from tests.bench.wire_seat import framed as client_frame

SAVE = encode(say.Command(77, say.SaveSlate("0" * 16, 3, SLATE)))
FRAME = client_frame(SAVE, BINARY)
DONE = encode(say.Done(77))


@pytest.mark.parametrize("kind", [Reader, QuickReader])
def test_a_message_is_read(benchmark, kind):
    reader = kind(ServerProtocol(state=State.OPEN))

    def read():
        reader.feed(FRAME)
        return reader.take(), reader.take()

    assert benchmark(read) == (SAVE, None)


def by_the_library(messages: list[bytes]) -> bytes:
    protocol = ServerProtocol(state=State.OPEN)
    for message in messages:
        protocol.send_binary(message)
    return b"".join(protocol.data_to_send())


@pytest.mark.parametrize("frames", [framed, by_the_library])
def test_answers_are_framed(benchmark, frames: Callable[[list[bytes]], bytes]):
    assert benchmark(frames, [DONE] * 20).count(DONE) == 20


def test_a_slate_is_decoded(benchmark):
    assert benchmark(decode_upward, SAVE) == say.Command(77, say.SaveSlate("0" * 16, 3, SLATE))


def test_a_frame_that_is_not_short_is_looked_at_first(benchmark):
    long = encode(
        say.Command(1, say.CreateRoom("x" * 64, "y" * 64, "z" * 64, PLANS, "short", webhook="w" * 300))
    )
    assert isinstance(benchmark(decode_upward, long), say.Command)


PLANS = tuple(say.SeatPlan("f" * 60, say.OPEN) for _ in range(8))


def test_a_command_is_remembered(benchmark):
    session = ServerSession()
    act = say.SaveSlate("0" * 16, 3, SLATE)
    numbers: Iterator[int] = iter(range(1, 1 << 40))

    def once():
        command = say.Command(next(numbers), act)
        session.receive(command)
        session.answer(command.id, DONE)

    benchmark(once)


@pytest.mark.slow
def test_the_race_runs():
    told = asyncio.run(wire_race.race(rooms=1, turns=2, rounds=1))
    assert all(told.count(kind) >= 2 for kind in wire_race.KINDS)
