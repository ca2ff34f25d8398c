import pytest

from game.link.happenings import Connected, MatchBegun, Over, ServerStopping, TurnPlayed
from game.link.match_client import MatchClient
from game.protocol import messages as say
from game.protocol.refusals import Refusal, Refused
from server.config import Config
from server.host.wording import Words
from server.local import LocalHost
from tests.support.servers import a_room, address_of, client_at, local_host, until


async def test_solo_plays_a_whole_match_without_a_port() -> None:
    async with local_host(listen=False) as host, MatchClient(host.link()) as client:
        assert host.address is None
        await until(client, Connected)
        await client.create(a_room(say.YOU, "greedy", "random"))
        await client.start()
        await until(client, MatchBegun)
        assert client.copy is not None
        while client.copy.view.public.outcome is None:
            assert isinstance(await client.set_ready(ready=True), say.Done)
            await until(client, TurnPlayed)
        assert client.copy.count.number == len(client.copy.ledgers)


async def test_a_host_that_listens_has_read_the_texts_of_refusals_before_anyone_comes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    worded: list[str] = []

    def spying() -> Words:
        def words(refusal: Refusal) -> Refusal:
            worded.append(refusal.code)
            return refusal

        return words

    monkeypatch.setattr("server.local.english", spying)
    LocalHost(Config(port=0), listen=True)
    assert worded == [Refused.BUSY]


async def test_the_real_computer_players_and_maps_play_too() -> None:
    async with LocalHost(Config()) as host, MatchClient(host.link()) as client:
        welcome = (await until(client, Connected)).welcome
        assert isinstance(
            await client.create(a_room(say.YOU, "greedy", map_id=welcome.maps[0].id)), say.Seated
        )
        assert isinstance(await client.start(), say.Done)
        await until(client, MatchBegun)
        await client.set_ready(ready=True)
        played = await until(client, TurnPlayed)
        assert any(getattr(entry, "seat", None) == 1 for entry in played.entries)


async def test_two_players_meet_by_code_one_of_them_over_a_socket() -> None:
    async with (
        local_host() as host,
        MatchClient(host.link()) as ann,
        client_at(address_of(host)) as bob,
    ):
        await until(ann, Connected)
        made = await ann.create(a_room(say.YOU, say.OPEN))
        assert isinstance(made, say.Seated)
        listed = await bob.list_rooms()
        assert isinstance(listed, say.Rooms)
        assert [(room.id, room.code) for room in listed.rooms] == [(made.room.id, "")]
        assert isinstance(await bob.join(made.room.code.lower(), "Bob"), say.Seated)
        assert isinstance(await bob.set_lobby_ready(ready=True), say.Done)
        assert isinstance(await ann.start(), say.Done)
        for client in (ann, bob):
            await until(client, MatchBegun)
        for client in (ann, bob):
            await client.set_ready(ready=True)
        first, second = [await until(client, TurnPlayed) for client in (ann, bob)]
        assert first.after.public == second.after.public
        assert (first.after.viewer, second.after.viewer) == (0, 1)


async def test_a_code_that_opens_nothing_is_refused() -> None:
    async with local_host(listen=False) as host, MatchClient(host.link()) as client:
        answer = await client.join("NOCODE", "Ann")
        assert isinstance(answer, say.Declined)
        assert answer.refusals[0].code == Refused.UNKNOWN_ROOM
        assert answer.refusals[0].text == "There is no such room."


async def test_stopping_is_told_and_ends_the_links() -> None:
    async with local_host(listen=False) as host:
        client = MatchClient(host.link())
        await client.__aenter__()
        await until(client, Connected)
    await until(client, ServerStopping)
    await until(client, Over)
    await client.__aexit__(None, None, None)
