import asyncio

import pytest

from game.protocol import messages as say
from server.host.guest import Guest
from server.host.turnstile import Message, Turnstile
from server.limits import MOST_HELD
from server.room.effects import Member
from tests.support.logs import logged
from tests.support.peers import FakePeer
from tests.support.servers import local_host


def command(number: int) -> say.Command:
    return say.Command(number, say.ListRooms())


class Bench:
    """Takes messages by writing down their ids; those in `slow` have to be looked up."""

    def __init__(self, guest: Guest, *slow: int) -> None:
        self.taken: list[int] = []
        self.slow = set(slow)
        self.gates = {number: asyncio.Event() for number in slow}
        self.turnstile = Turnstile(self.take)
        self.guest = guest

    def take(self, guest: Guest, message: Message) -> None:
        number = message.id if isinstance(message, say.Command) else 0
        if number in self.slow:
            self.turnstile.hold(guest, self.look_up(number))
        else:
            self.taken.append(number)

    async def look_up(self, number: int) -> None:
        await self.gates[number].wait()
        self.taken.append(number)

    def receive(self, number: int) -> bool:
        return self.turnstile.receive(self.guest, command(number))


async def bench(*slow: int) -> Bench:
    host = local_host(listen=False).host
    return Bench(Guest(Member(1), FakePeer(host)), *slow)


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_what_needs_nothing_is_taken_at_once() -> None:
    one = await bench()
    assert [one.receive(number) for number in (1, 2)] == [True, True]
    assert one.taken == [1, 2]


async def test_what_comes_meanwhile_waits_its_turn() -> None:
    one = await bench(1, 3)
    for number in (1, 2, 3, 4):
        assert one.receive(number)
    await settle()
    assert one.taken == []
    one.gates[1].set()
    await settle()
    assert one.taken == [1, 2]
    one.receive(5)
    one.gates[3].set()
    await settle()
    assert one.taken == [1, 2, 3, 4, 5]
    assert not one.guest.is_held


async def test_nobody_else_waits() -> None:
    one = await bench(1)
    one.receive(1)
    other = Guest(Member(2), one.guest.peer)
    assert one.turnstile.receive(other, command(7))
    assert one.taken == [7]
    one.turnstile.stop()
    await settle()


async def test_only_so_much_waits() -> None:
    one = await bench(1)
    one.receive(1)
    assert all(one.receive(number) for number in range(2, MOST_HELD + 2))
    assert not one.receive(99)
    one.gates[1].set()
    await settle()
    assert one.taken == list(range(1, MOST_HELD + 2))


async def test_what_waits_for_an_errand_that_is_dropped_is_taken_all_the_same() -> None:
    one = await bench(1)
    one.receive(1)
    one.receive(2)
    await settle()
    one.turnstile.stop()
    await settle()
    assert one.taken == [2]


async def test_an_errand_that_fails_is_logged_and_holds_nobody_up(caplog: pytest.LogCaptureFixture) -> None:
    async def fail() -> None:
        raise TypeError("a bug")

    one = await bench()
    one.turnstile.hold(one.guest, fail())
    one.receive(2)
    await settle()
    assert one.taken == [2]
    assert "[errand_failed] member=1" in logged(caplog)
