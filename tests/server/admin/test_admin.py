import asyncio
import json
import os
import signal
import stat
from pathlib import Path

import pytest

from game.link.happenings import Connected, MatchBegun, Scolded
from game.link.match_client import MatchClient
from game.protocol import messages as say
from game.protocol.refusals import Refused
from server.__main__ import main
from server.admin import speech as ask
from server.admin.bureau import Bureau, CannotError
from server.admin.caller import call
from server.admin.draining import live_matches
from server.admin.socket import FILE_NAME, MOST_BYTES, AdminSocket
from tests.support.servers import PATIENCE, a_room, client_at, local_host, server_process, until


async def test_rooms_and_players_are_shown_and_a_clock_is_held() -> None:
    async with local_host(listen=False) as host, MatchClient(host.link()) as client:
        await until(client, Connected)
        seated = await client.create(a_room(say.YOU, "greedy", timer=300))
        assert isinstance(seated, say.Seated)
        await client.start()
        await until(client, MatchBegun)
        bureau = Bureau(host.host, tuple, lambda: None)
        (row,) = await bureau.carry_out(ask.Rooms())
        assert (row["id"], row["phase"], row["here"]) == (seated.room.id, "playing", 1)
        assert (await bureau.carry_out(ask.ShowRoom(seated.room.code))).id == seated.room.id
        (player,) = await bureau.carry_out(ask.Players())
        assert player["rooms"] == [seated.room.id]
        assert live_matches(host.host) == 1
        assert await bureau.carry_out(ask.Pause()) == {"paused": 1}
        keeper = host.host.rooms.all()[0]
        async with asyncio.timeout(PATIENCE):
            while not keeper.room.image.held:  # noqa: ASYNC110 - the room's task has its turn in between
                await asyncio.sleep(0.01)
        with pytest.raises(CannotError, match="NOROOM"):
            await bureau.carry_out(ask.Pause("NOROOM"))
        assert (await bureau.carry_out(ask.Status()))["rooms"] == {"playing": 1}


async def test_who_is_kicked_is_told_and_closed() -> None:
    async with local_host(listen=False) as host, MatchClient(host.link(), identity="i" * 43) as client:
        await until(client, Connected)
        await client.create(a_room(say.YOU, "greedy"))
        bureau = Bureau(host.host, tuple, lambda: None)
        (player,) = await bureau.carry_out(ask.Players())
        assert await bureau.carry_out(ask.Kick("nobody at all")) == {"kicked": 0}
        assert player["name"] == "Ann"
        assert await bureau.carry_out(ask.Kick("ANN")) == {"kicked": 1}
        assert (await until(client, Scolded)).refusals[0].code == Refused.SHOWN_OUT


async def test_a_server_that_drains_begins_nothing_new_and_stops_when_no_match_is_live() -> None:
    stopped = asyncio.Event()
    async with local_host(listen=False) as host, MatchClient(host.link()) as client:
        await until(client, Connected)
        bureau = Bureau(host.host, tuple, stopped.set)
        await client.create(a_room(say.YOU, "greedy"))
        await bureau.carry_out(ask.Drain())
        for answer in (await client.start(), await client.create(a_room(say.YOU, "greedy"))):
            assert isinstance(answer, say.Declined)
            assert answer.refusals[0].code == Refused.DRAINING
        async with asyncio.timeout(PATIENCE):
            await stopped.wait()
        await bureau.carry_out(ask.Undrain())
        assert isinstance(await client.start(), say.Done)


async def test_the_socket_takes_its_token_alone_and_only_short_lines(tmp_path: Path) -> None:
    async with (
        local_host(listen=False) as host,
        AdminSocket(Bureau(host.host, tuple, lambda: None), tmp_path),
    ):
        door = json.loads((tmp_path / FILE_NAME).read_text())
        if os.name == "posix":
            assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600

        async def said(line: bytes) -> list[dict[str, object]]:
            reader, writer = await asyncio.open_connection("127.0.0.1", door["port"])
            writer.write(line)
            writer.write_eof()
            answer = await asyncio.wait_for(reader.read(), PATIENCE)
            writer.close()
            await writer.wait_closed()
            return [json.loads(part) for part in answer.splitlines()]

        order = {"token": door["token"], "order": {"do": "rooms"}}
        good = json.dumps(order).encode() + b"\n"
        assert await said(good * 2) == [{"ok": True, "result": [], "error": ""}] * 2
        (wrong,) = await said(json.dumps(order | {"token": "guess"}).encode() + b"\n" + good)
        assert not wrong["ok"]
        for bad in (
            b"\xff\n",
            b"[]\n",
            b'{"token":"x","order":{"do":"open"}}\n',
            b"x" * (2 * MOST_BYTES) + b"\n",
        ):
            assert not any(answer["ok"] for answer in await said(bad))
        assert await said(good) == [{"ok": True, "result": [], "error": ""}]
    assert not (tmp_path / FILE_NAME).exists()


async def test_a_ban_an_announcement_and_a_drain_by_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"

    def admin(*words: str) -> int:
        return main(["admin", "--data", str(data), "--json", *words])

    async with server_process(data) as server, client_at(server.address) as client:
        await client.create(a_room(say.YOU, "greedy", map_id="core"))
        assert await asyncio.to_thread(admin, "announce", "Back in ten minutes.") == 0
        assert await asyncio.to_thread(admin, "ban", "192.0.2.7", "--days", "1", "--reason", "spam") == 0
        assert await asyncio.to_thread(admin, "pardon", "192.0.2.7") == 0
        assert await asyncio.to_thread(admin, "ban", "nobody at all") == 1
        assert await asyncio.to_thread(admin, "reports") == 0
        assert '"banned":true' in capsys.readouterr().out
        status = await asyncio.to_thread(call, data, ask.Status())
        assert status.result["rooms"] == {"lobby": 1}
        assert await asyncio.to_thread(admin, "drain") == 0
        assert await asyncio.wait_for(server.process.wait(), PATIENCE) == 0
    assert admin("status") == 1
    assert main(["admin", "--data", str(data), "status"]) == 1


async def test_a_second_signal_ends_the_server_at_once(tmp_path: Path) -> None:
    async with server_process(tmp_path / "data") as server:
        server.process.send_signal(signal.SIGTERM)
        server.process.send_signal(signal.SIGINT)
        assert await asyncio.wait_for(server.process.wait(), PATIENCE) in {0, 1}
