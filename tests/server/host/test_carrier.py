"""Who asks for parts gets one at a time, at a pace."""

import asyncio

import pytest

from game.protocol.messages import Declined
from game.protocol.refusals import Refused
from server.host.carrier import Carrier, declined
from server.host.guest import Guest
from server.room.effects import Member
from tests.support.peers import FakePeer
from tests.support.servers import local_host

PART = "a part"


@pytest.fixture
def peer() -> FakePeer:
    return FakePeer(local_host(listen=False).host)


async def part() -> str | Declined:
    await asyncio.sleep(0)
    return PART


def code(answer: str | Declined) -> str:
    assert isinstance(answer, Declined)
    return answer.refusals[0].code


async def test_a_second_part_at_the_same_time_is_refused(peer: FakePeer) -> None:
    carrier = Carrier()
    one, other = await asyncio.gather(*(carrier.carry(peer.guest, re, part) for re in (1, 2)))
    assert one == PART
    assert code(other) == Refused.PART_UNDER_WAY
    assert await carrier.carry(peer.guest, 3, part) == PART


async def test_a_part_that_fails_is_no_longer_on_its_way(peer: FakePeer) -> None:
    async def fail() -> str | Declined:
        raise OSError("gone")

    carrier = Carrier()
    with pytest.raises(OSError, match="gone"):
        await carrier.carry(peer.guest, 1, fail)
    assert await carrier.carry(peer.guest, 2, part) == PART


async def test_parts_come_at_a_pace(peer: FakePeer, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def wait(seconds: float) -> None:
        if seconds:
            waited.append(seconds)

    monkeypatch.setattr(asyncio.get_running_loop(), "time", lambda: 100.0)
    monkeypatch.setattr("server.host.carrier.asyncio.sleep", wait)
    carrier = Carrier()
    for number in range(18):
        await carrier.carry(peer.guest, number, part)
    assert waited == [pytest.approx(1 / 12), pytest.approx(2 / 12)]


async def test_who_would_wait_too_long_is_refused_and_makes_nobody_wait_longer(
    peer: FakePeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def wait(_seconds: float) -> None:
        """Time stands still."""

    monkeypatch.setattr(asyncio.get_running_loop(), "time", lambda: 100.0)
    monkeypatch.setattr("server.host.carrier.asyncio.sleep", wait)
    monkeypatch.setattr("server.host.carrier.LONGEST_WAIT_FOR_PART", 7.5 / 160)
    carrier = Carrier()
    answers = [await carrier.carry(Guest(Member(n), peer), n, part) for n in range(200)]
    assert [answer == PART for answer in answers] == [True] * 167 + [False] * 33
    assert code(answers[-1]) == Refused.BUSY


def test_a_refusal_names_what_is_wrong() -> None:
    refused = declined(3, Refused.WRONG_OFFSET, "offset", found=9, most=7)
    assert (refused.re, refused.refusals[0].field, refused.refusals[0].parameters) == (
        3,
        "offset",
        {"found": 9, "most": 7},
    )
