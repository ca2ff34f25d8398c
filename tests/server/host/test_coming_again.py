"""A client whose connection is lost in the middle of a command: it has one answer, wherever it is by then."""

import asyncio

from game.protocol import messages as say
from game.protocol.codec import Unreadable as NotRead
from game.protocol.codec import decode_downward, encode
from game.protocol.refusals import Refused
from server.disk.journal import Kept, StorageError
from server.disk.memory_store import MemoryJournal
from server.host.guest import Guest
from server.local import LocalHost
from server.room.image import Image, Record
from tests.support.servers import a_room, local_host

KEY = "k" * 32


class GatedJournal(MemoryJournal):
    """A disk that takes its time: each verb waits until the gate is open."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = asyncio.Event()
        self.gate.set()
        self.appended = 0

    def append(
        self, room: str, epoch: int, records: tuple[Record, ...], image: Image | None
    ) -> asyncio.Future[None]:
        async def appended() -> None:
            await self.gate.wait()
            await super(GatedJournal, self).append(room, epoch, records, image)
            self.appended += 1

        return asyncio.ensure_future(appended())

    async def claim(self, room: str) -> int:
        await self.gate.wait()
        return await super().claim(room)


class RawPeer:
    """A connection by hand."""

    address = "by hand"

    def __init__(self, host: LocalHost, key: str = KEY) -> None:
        self.host = host.host
        self.heard: list[say.Downward] = []
        self.is_ended = False
        self.guest: Guest = self.host.attach(self)
        self.host.receive(self.guest, encode(say.Hello(say.VERSION, "test", key)))

    def push(self, frame: bytes) -> None:
        message = decode_downward(frame)
        assert not isinstance(message, NotRead)
        self.heard.append(message)

    def greeted(self) -> None:
        """Nothing is limited here."""

    def end(self, code: int, reason: str) -> None:
        self.is_ended = True

    def do(self, number: int, act: say.Act) -> None:
        self.host.receive(self.guest, encode(say.Command(number, act)))

    def answers(self, number: int) -> list[say.Downward]:
        return [message for message in self.heard if getattr(message, "re", 0) == number]

    async def answer(self, number: int) -> say.Downward:
        await settle()
        (answer,) = self.answers(number)
        return answer


async def seated(peer: RawPeer) -> say.Seated:
    peer.do(1, a_room(say.YOU, say.OPEN))
    answer = await peer.answer(1)
    assert isinstance(answer, say.Seated)
    return answer


async def settle() -> None:
    """Let everybody do what can be done now."""
    for _ in range(20):
        await asyncio.sleep(0)


async def test_what_was_stored_after_the_connection_was_lost_is_answered_over_the_next() -> None:
    journal = GatedJournal()
    async with local_host(journal=journal, listen=False) as host:
        first = RawPeer(host)
        room = (await seated(first)).room.id
        ready = say.SetLobbyReady(room, ready=True)
        stored = journal.appended
        journal.gate.clear()
        first.do(2, ready)
        await settle()
        host.host.detach(first.guest)
        journal.gate.set()
        await settle()
        second = RawPeer(host)
        second.do(2, ready)
        assert isinstance(await second.answer(2), say.Done)
        assert journal.appended == stored + 1
        assert not host.host.board._leaving


async def test_what_is_asked_again_while_it_is_under_way_is_answered_there() -> None:
    journal = GatedJournal()
    async with local_host(journal=journal, listen=False) as host:
        first = RawPeer(host)
        room = (await seated(first)).room.id
        ready = say.SetLobbyReady(room, ready=True)
        journal.gate.clear()
        first.do(2, ready)
        await settle()
        second = RawPeer(host)
        second.do(2, ready)
        await settle()
        assert not second.answers(2)
        journal.gate.set()
        assert isinstance(await second.answer(2), say.Done)
        assert not first.answers(2)


async def test_a_newer_connection_of_the_same_client_ends_the_older() -> None:
    async with local_host(listen=False) as host:
        first = RawPeer(host)
        room = (await seated(first)).room.id
        stranger = RawPeer(host, key="s" * 32)
        second = RawPeer(host)
        assert first.is_ended
        assert not stranger.is_ended
        first.do(2, say.SetLobbyReady(room, ready=True))
        await settle()
        assert not first.answers(2), "what an older connection still brings is not meant any more"
        assert not second.is_ended


async def test_one_who_is_gone_before_the_room_was_fetched_holds_no_seat() -> None:
    journal = GatedJournal()
    async with local_host(journal=journal, listen=False) as host:
        peer = RawPeer(host)
        given = await seated(peer)
        keeper = host.host.rooms._keepers[given.room.id]
        host.host.detach(peer.guest)
        await keeper.stop()
        journal.gate.clear()
        other = RawPeer(host, key="o" * 32)
        other.do(1, say.ResumeSeat(given.room.id, given.token))
        await settle()
        host.host.detach(other.guest)
        journal.gate.set()
        await settle()
        (keeper,) = host.host.rooms._keepers.values()
        assert keeper.room.members == ()


async def test_a_room_is_made_once_though_the_server_forgot_that_it_was_asked() -> None:
    journal = MemoryJournal()
    act = a_room(say.YOU, say.OPEN)
    async with local_host(journal=journal, listen=False) as host:
        first = RawPeer(host)
        made = await seated(first)
    async with local_host(journal=journal, listen=False) as host:
        second = RawPeer(host)
        second.do(1, act)
        answer = await second.answer(1)
        assert isinstance(answer, say.Seated)
        assert (answer.room.id, answer.seat) == (made.room.id, made.seat)
        assert len(host.host.rooms) == 1
        second.do(2, say.ResumeSeat(made.room.id, answer.token))
        assert isinstance(await second.answer(2), say.Seated)
        stranger = RawPeer(host, key="s" * 32)
        stranger.do(1, act)
        other = await stranger.answer(1)
        assert isinstance(other, say.Seated)
        assert other.room.id != made.room.id


async def test_another_room_is_made_where_the_first_is_gone_or_something_else_is_asked() -> None:
    journal = MemoryJournal()
    async with local_host(journal=journal, listen=False) as host:
        first = RawPeer(host)
        made = await seated(first)
        first.do(2, say.LeaveRoom(made.room.id))
        await first.answer(2)
    async with local_host(journal=journal, listen=False) as host:
        second = RawPeer(host)
        again = await seated(second)
        assert again.room.id != made.room.id
    async with local_host(journal=journal, listen=False) as host:
        third = RawPeer(host)
        third.do(1, a_room(say.YOU, "greedy"))
        answer = await third.answer(1)
        assert isinstance(answer, say.Seated)
        assert answer.room.id not in {made.room.id, again.room.id}


async def test_a_rematch_is_joined_once_though_the_server_forgot_that_it_was_asked() -> None:
    journal = MemoryJournal()
    async with local_host(journal=journal, listen=False) as host:
        peer = RawPeer(host)
        peer.do(1, a_room(say.YOU, say.OPEN, "greedy"))
        old = await peer.answer(1)
        assert isinstance(old, say.Seated)
        other = RawPeer(host, key="o" * 32)
        other.do(1, say.JoinRoom("Bob", old.room.id))
        await other.answer(1)
        other.do(2, say.SetLobbyReady(old.room.id, ready=True))
        await other.answer(2)
        peer.do(2, say.StartMatch(old.room.id))
        await peer.answer(2)
        for voter, number in ((peer, 3), (other, 3)):
            voter.do(number, say.SetVote(old.room.id, 1, "end", True))
            await voter.answer(number)
        peer.do(4, say.Rematch(old.room.id))
        again = await peer.answer(4)
        assert isinstance(again, say.Seated)
    async with local_host(journal=journal, listen=False) as host:
        peer = RawPeer(host)
        peer.do(5, say.ResumeSeat(old.room.id, old.token))
        assert isinstance(await peer.answer(5), say.Seated)
        peer.do(4, say.Rematch(old.room.id))
        answer = await peer.answer(4)
        assert isinstance(answer, say.Seated)
        assert (answer.room.id, answer.seat) == (again.room.id, again.seat)
        assert [chair.player for chair in answer.room.seats] == ["person", "open", "greedy"]


async def test_a_disk_that_cannot_say_whether_a_room_was_made_makes_none() -> None:
    class Unreadable(MemoryJournal):
        async def load(self, room: str) -> Kept | None:
            raise StorageError("the disk is gone")

    async with local_host(journal=Unreadable(), listen=False) as host:
        peer = RawPeer(host)
        peer.do(1, a_room(say.YOU, say.OPEN))
        answer = await peer.answer(1)
        assert isinstance(answer, say.Declined)
        assert answer.refusals[0].code == Refused.STORAGE
        assert len(host.host.rooms) == 0
