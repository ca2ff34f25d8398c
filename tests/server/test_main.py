import asyncio
import itertools
import logging
import os
import random
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from game.link.address import Address
from game.link.happenings import Connected, MatchBegun, ServerStopping, TurnPlayed
from game.link.here import own_address
from game.link.match_client import MatchClient
from game.link.websocket import WebSocketLink
from game.protocol import messages as say
from game.rules.orders import NO_ORDERS
from server.__main__ import main
from tests.support.servers import (
    PATIENCE,
    ServerProcess,
    a_room,
    client_at,
    own_campaign,
    server_process,
    until,
)


@pytest.fixture(autouse=True)
def _log_as_it_was() -> Iterator[None]:
    """`main` sets up the log of a whole process."""
    handlers, level = logging.root.handlers[:], logging.root.level
    yield
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)


async def a_match(client: MatchClient) -> say.Seated:
    seated = await client.create(a_room(say.YOU, "greedy", map_id="core"))
    assert isinstance(seated, say.Seated)
    assert isinstance(await client.start(), say.Done)
    await until(client, MatchBegun)
    return seated


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_says_one_line_and_stops_when_told(tmp_path: Path, number: signal.Signals) -> None:
    async with server_process(tmp_path / "data") as server:
        assert server.line.startswith("listening ws://127.0.0.1:")
        async with client_at(server.address) as client:
            await a_match(client)
            await client.set_ready(ready=True)
            await until(client, TurnPlayed)
            began = time.monotonic()
            assert await server.stop(number) == 0
            assert time.monotonic() - began < 5
            await until(client, ServerStopping)
        log = server.errors.read_text()
        assert "Traceback" not in log
        assert "only this machine can connect; --host 0.0.0.0 lets others in" in log
        assert f"[data] folder={tmp_path / 'data'}\n" in log
        assert "the server has stopped" in log


@pytest.mark.skipif(os.name != "posix", reason="no such permissions here")
async def test_a_data_folder_it_makes_is_its_users_alone(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir(0o755)
    for data, mode in ((tmp_path / "fresh", 0o700), (mine, 0o755)):
        async with server_process(data) as server:
            assert data.stat().st_mode & 0o777 == mode
            await server.stop()


async def test_one_that_everybody_reaches_says_how(tmp_path: Path) -> None:
    async with server_process(tmp_path / "data", 0, "--host", "0.0.0.0") as server:
        port = server.address.port
        async with client_at(Address("127.0.0.1", port)):
            await server.stop()
        assert (
            f"join by another address [join_by] address={own_address()}:{port}" in server.errors.read_text()
        )


async def test_after_kill_9_the_match_goes_on_with_every_acknowledged_slate(tmp_path: Path) -> None:
    data = tmp_path / "data"
    async with server_process(data) as server, client_at(server.address) as client:
        seated = await a_match(client)
        await client.set_ready(ready=True)
        await until(client, TurnPlayed)
        slate = own_campaign(client)
        assert isinstance(await client.save_slate(slate), say.Done)
        assert client.copy is not None
        before = client.copy.view
        await server.stop(signal.SIGKILL)
    async with server_process(data) as server, client_at(server.address) as client:
        assert client.copy is None
        token = seated.token
        again = await client.resume(seated.room.id, token)
        assert isinstance(again, say.Seated)
        begin = (await until(client, MatchBegun)).begin
        assert (begin.view, begin.slate, begin.number) == (before, slate, 1)
        assert [turned.turn for turned in begin.missed] == [1]
        await client.set_ready(ready=True)
        played = await until(client, TurnPlayed)
        assert played.turn == 2
        assert any(type(entry).__name__ == "Pressed" for entry in played.entries)


@pytest.mark.slow
async def test_random_kills_lose_no_acknowledged_slate_and_invent_none(tmp_path: Path) -> None:
    data, draw = tmp_path / "data", random.Random(2145)
    async with server_process(data) as server, client_at(server.address) as client:
        seated = await a_match(client)
        assert isinstance(await client.save_slate(()), say.Done)
        await server.stop(signal.SIGKILL)
    token, acknowledged, asked = seated.token, NO_ORDERS, NO_ORDERS
    for _ in range(5):
        async with server_process(data) as server, client_at(server.address) as client:
            again = await client.resume(seated.room.id, token)
            assert isinstance(again, say.Seated)
            begin = (await until(client, MatchBegun)).begin
            assert begin.slate in {acknowledged, asked}
            token = again.token
            slates = itertools.cycle([own_campaign(client), NO_ORDERS])
            killer = asyncio.create_task(kill_after(server, draw.uniform(0.0, 0.2)))
            while not killer.done():
                asked = next(slates)
                saving = asyncio.create_task(client.save_slate(asked))
                await asyncio.wait([saving, killer], return_when=asyncio.FIRST_COMPLETED)
                if not saving.done():
                    saving.cancel()
                    break
                assert isinstance(saving.result(), say.Done)
                acknowledged = asked
                await asyncio.sleep(0.02)


async def kill_after(server: ServerProcess, seconds: float) -> None:
    await asyncio.sleep(seconds)
    await server.stop(signal.SIGKILL)


async def test_a_client_comes_back_by_itself_when_the_server_does(tmp_path: Path) -> None:
    data = tmp_path / "data"
    async with server_process(data) as server:
        port = server.address.port
        client = MatchClient(WebSocketLink(server.address))
        async with client:
            await until(client, Connected)
            await a_match(client)
            assert isinstance(await client.save_slate(own_campaign(client)), say.Done)
            await server.stop(signal.SIGKILL)
            async with server_process(data, port):
                connected = await until(client, Connected)
                assert connected.again
                begun = await until(client, MatchBegun)
                assert begun.begin.slate == own_campaign(client)
                await client.set_ready(ready=True)
                await until(client, TurnPlayed)


def test_a_port_that_is_taken_is_an_error_not_a_traceback(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["--port", port, "--data", str(tmp_path)]) == 1
    assert port in capsys.readouterr().err


def test_settings_that_cannot_be_used_are_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "server.toml"
    file.write_text("prot = 5\n")
    assert main(["--config", str(file)]) == 2
    assert "prot" in capsys.readouterr().err


def test_check_config_shows_what_comes_of_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--port", "7", "--check-config"]) == 0
    assert '"port": 7' in capsys.readouterr().out


def test_check_config_does_not_show_secrets(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO_SANCTUM_METRICS_TOKEN", "opens-the-figures")
    assert main(["--check-config"]) == 0
    shown = capsys.readouterr().out
    assert '"metrics_token": "(hidden)"' in shown
    assert "opens-the-figures" not in shown


async def test_figures_are_on_the_same_port_for_who_has_the_token(tmp_path: Path) -> None:
    async with server_process(tmp_path / "data") as server:
        address = f"http://{server.address.host}:{server.address.port}"
        token = (tmp_path / "data" / "metrics.token").read_text().strip()
        ready = await asyncio.to_thread(fetched, f"{address}/readyz")
        assert ready == '{"ready":true,"faults":[]}\n'
        figures = await asyncio.to_thread(fetched, f"{address}/metrics", f"Bearer {token}")
        assert "neo_sanctum_connections 0.0" in figures
        with pytest.raises(HTTPError, match="401"):
            await asyncio.to_thread(fetched, f"{address}/metrics")


def fetched(url: str, authorization: str = "") -> str:
    request = Request(url, headers={"Authorization": authorization} if authorization else {})
    with urlopen(request, timeout=PATIENCE) as answer:
        text: str = answer.read().decode()
    return text


def test_a_folder_that_cannot_be_written_is_an_error_not_a_traceback(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    assert main(["--port", "0", "--data", str(blocked / "data")]) == 1
    assert "cannot start" in capsys.readouterr().err


def test_ctrl_c_before_it_could_begin_is_status_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("server.process.serve", interrupt)
    assert main([]) == 130
