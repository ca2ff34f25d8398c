import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.frames import Frame, Opcode
from websockets.protocol import State
from websockets.server import ServerProtocol

from server.limits import MOST_BYTES_QUEUED, SEND_WITHIN
from server.meters import Meters
from server.wire.sending import Outbox, framed


class SlowClient:
    """A transport whose client takes what is sent when the test says so."""

    def __init__(self) -> None:
        self.writes: list[bytes] = []
        self.unsent = 0
        self.is_reading = True
        self.outbox: Outbox | None = None

    def set_write_buffer_limits(self, high: int) -> None:
        assert high == 0

    def write(self, data: bytes) -> None:
        self.writes.append(data)
        if not self.is_reading:
            was, self.unsent = self.unsent, self.unsent + len(data)
            if not was:
                assert self.outbox is not None
                self.outbox.blocked()

    def takes_all(self) -> None:
        assert self.outbox is not None
        self.unsent = 0
        self.outbox.taken()

    def is_closing(self) -> bool:
        return False

    def get_write_buffer_size(self) -> int:
        return self.unsent


class Deadline:
    """What a loop gives whoever wants to be called later."""

    def __init__(self, work: Callable[[], None]) -> None:
        self.come = work
        self.is_cancelled = False

    def cancel(self) -> None:
        self.is_cancelled = True


class Sending:
    """An outbox to a slow client in a loop without time, and why it was cut off."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.cuts: list[str] = []
        self.deadlines: list[Deadline] = []
        self.client = SlowClient()
        protocol = ServerProtocol(state=State.OPEN)
        transport: Any = self.client
        self.outbox = Outbox(transport, protocol, Meters(), lambda code, why: self.cuts.append(code))
        self.client.outbox = self.outbox
        monkeypatch.setattr(asyncio.get_running_loop(), "call_later", self._call_later)

    def _call_later(self, seconds: float, work: Callable[[], None]) -> Deadline:
        assert seconds == SEND_WITHIN
        self.deadlines.append(Deadline(work))
        return self.deadlines[-1]

    def send(self, *frames: bytes) -> None:
        for frame in frames:
            self.outbox.push(frame)
        self.outbox.flush()


async def test_what_is_due_is_written_at_once_and_only_the_first_asks_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sending = Sending(monkeypatch)
    assert [sending.outbox.push(frame) for frame in (b"one", b"two")] == [True, False]
    assert sending.client.writes == []
    sending.outbox.flush()
    assert sending.client.writes == [b"\x82\x03one\x82\x03two"]
    assert sending.outbox.push(b"three")


async def test_who_takes_all_there_is_begins_a_new_count(monkeypatch: pytest.MonkeyPatch) -> None:
    sending = Sending(monkeypatch)
    sending.client.is_reading = False
    sending.send(b"a part of a map")
    sending.send(b"and another")
    sending.client.takes_all()
    sending.send(b"a third")
    assert [deadline.is_cancelled for deadline in sending.deadlines] == [True, False]
    assert sending.cuts == []


async def test_who_does_not_take_it_in_time_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    sending = Sending(monkeypatch)
    sending.client.is_reading = False
    sending.send(b"x")
    (deadline,) = sending.deadlines
    deadline.come()
    assert sending.cuts == ["slow"]


async def test_who_has_too_much_unread_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    sending = Sending(monkeypatch)
    sending.client.is_reading = False
    sending.send(bytes(MOST_BYTES_QUEUED - 100))
    assert sending.cuts == []
    sending.send(bytes(100))
    assert sending.cuts == ["unsent"]


@given(
    st.lists(
        st.one_of(st.binary(max_size=200), st.sampled_from([bytes(n) for n in (65535, 65536)])), max_size=5
    )
)
def test_frames_of_the_server_are_the_same_bytes_as_the_librarys(messages: list[bytes]) -> None:
    library = [Frame(Opcode.BINARY, message).serialize(mask=False) for message in messages]
    assert framed(messages) == b"".join(library)
