"""Settings are read again while the server runs: all of them or none, and what cannot be changed then is named."""

import asyncio
import logging
import os
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from game.protocol import messages as say
from game.protocol.codec import Unreadable, decode_downward, encode
from game.protocol.refusals import Refused
from server.__main__ import main
from server.admin import speech as ask
from server.admin.bureau import Bureau, CannotError
from server.admin.caller import call
from server.admin.reloading import CHANGEABLE, Reloading
from server.config import Config, ConfigError, read_config
from server.disk.retention import Retention, Terms
from server.disk.store import open_journal
from server.local import LocalHost
from tests.server.host.test_coming_again import RawPeer, seated, settle
from tests.support.servers import PATIENCE, a_room, local_host, server_process


@pytest.fixture(autouse=True)
def _level() -> Iterator[None]:
    """The log of the tests goes on as it was."""
    before = logging.getLogger().level
    yield
    logging.getLogger().setLevel(before)


class Settings:
    """A file that somebody edits, and the server that reads it."""

    def __init__(self, folder: Path, host: LocalHost, retention: Retention) -> None:
        self.file = folder / "server.toml"
        self.host, self.retention = host, retention
        self.reloading = Reloading(Config(), lambda: read_config({}, {}, self.file), host.host, retention)

    async def are(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        self.file.write_text(text, "utf-8")
        told = await self.reloading.reload()
        return told.changed, told.after_restart


@asynccontextmanager
async def settings_of(folder: Path, host: LocalHost) -> AsyncIterator[Settings]:
    journal = await open_journal(folder)
    yield Settings(folder, host, Retention(journal.database, Terms()))
    await journal.close()


async def test_what_can_be_changed_counts_at_once(tmp_path: Path) -> None:
    async with local_host(listen=False) as host, settings_of(tmp_path, host) as settings:
        before = RawPeer(host)
        text = (
            'message = "Gala on Friday"\npassword = "sesame"\nrooms = 0\nkeep_days = 3\nlog_level = "error"\n'
        )
        changed, waiting = await settings.are(text.replace("rooms = 0", "rooms = 1") + 'allow = ["Bob"]\n')
        assert (set(changed), waiting) == (set(CHANGEABLE) - {"keep_replays_days"}, ())
        assert settings.retention.terms == Terms(3, 0)
        assert logging.getLogger().level == logging.ERROR
        assert not before.is_ended, "who is here stays"
        before.do(1, a_room(say.YOU, say.OPEN))
        await settle()
        (declined,) = before.answers(1)
        assert isinstance(declined, say.Declined)
        assert declined.refusals[0].code == Refused.NOT_INVITED
        late = RawPeer(host, key="l" * 32)
        assert isinstance(late.heard[0], say.Declined)
        assert late.heard[0].refusals[0].code == Refused.WRONG_PASSWORD
        assert await settings.are(text.replace("rooms = 0", "rooms = 1")) == (("allow",), ())


async def test_whoever_plays_plays_on_under_a_list_of_later(tmp_path: Path) -> None:
    async with local_host(listen=False) as host, settings_of(tmp_path, host) as settings:
        peer = RawPeer(host)
        peer.do(1, a_room(say.YOU, "greedy"))
        await settle()
        (seated,) = peer.answers(1)
        assert isinstance(seated, say.Seated)
        peer.do(2, say.StartMatch(seated.room.id))
        await settle()
        await settings.are('allow = ["Bob"]\n')
        peer.do(3, say.SaveSlate(seated.room.id, 1, ()))
        await settle()
        assert peer.answers(3) == [say.Done(3)]


async def test_the_message_is_told_to_whoever_comes_and_may_be_changed_by_hand(tmp_path: Path) -> None:
    async with local_host(Config(message="Gala on Friday"), listen=False) as host:
        assert welcome(RawPeer(host)).message == "Gala on Friday"
        bureau = Bureau(host.host, tuple, lambda: None)
        told = await bureau.carry_out(ask.Message("  Gala   on Saturday "))
        assert told == {"message": "Gala on Saturday"}
        assert welcome(RawPeer(host)).message == "Gala on Saturday"
        for bad in ("x" * 201, "a\x1b[2Jb", "a\u202eb"):
            with pytest.raises(CannotError, match="expected one line of at most 200"):
                await bureau.carry_out(ask.Message(bad))
        assert await bureau.carry_out(ask.Message("")) == {"message": ""}
        assert welcome(RawPeer(host)).message == ""
        with pytest.raises(CannotError, match="no settings"):
            await bureau.carry_out(ask.Reload())


def welcome(peer: RawPeer) -> say.Welcome:
    (message,) = peer.heard
    assert isinstance(message, say.Welcome)
    return message


async def test_what_was_said_by_hand_makes_way_for_the_settings(tmp_path: Path) -> None:
    async with local_host(listen=False) as host, settings_of(tmp_path, host) as settings:
        host.host.message = "by hand"
        assert await settings.are("") == (("message",), ())
        assert host.host.message == ""


async def test_what_waits_for_a_restart_is_named_until_then(tmp_path: Path) -> None:
    async with local_host(listen=False) as host, settings_of(tmp_path, host) as settings:
        text = 'port = 3\nmodes = ["free"]\n'
        assert await settings.are(text) == ((), ("port", "modes"))
        assert await settings.are(text) == ((), ("port", "modes"))
        assert await settings.are("") == ((), ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('message = "new"\nrooms = "many"', "rooms"),
        ('message = "new"\nlog_level = "loud"', "log_level: found 'loud'"),
        ('message = "two\\nlines"', "message: found"),
        ('message = "new"\npasword = "x"', "pasword"),
        ("message = ", "server.toml"),
    ],
)
async def test_a_file_that_is_not_good_changes_nothing(
    tmp_path: Path, text: str, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with local_host(listen=False) as host, settings_of(tmp_path, host) as settings:
        await settings.are('message = "old"')
        settings.file.write_text(text, "utf-8")
        with pytest.raises(ConfigError, match=words):
            await settings.reloading.reload()
        assert host.host.message == "old"
        assert "the settings are not good" in caplog.text
        bureau = Bureau(host.host, tuple, lambda: None, settings.reloading.reload)
        with pytest.raises(CannotError, match="everything stays as it was"):
            await bureau.carry_out(ask.Reload())


async def test_rooms_that_are_there_stay_when_fewer_are_allowed(tmp_path: Path) -> None:
    async with local_host(listen=False) as host, settings_of(tmp_path, host) as settings:
        peers = [RawPeer(host, key=f"{number:032d}") for number in range(2)]
        for peer in peers:
            await seated(peer)
        await settings.are("rooms = 1")
        assert len(host.host.rooms) == 2
        assert host.host.is_full


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no such signal here")
async def test_by_command_and_by_signal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, file = tmp_path / "data", tmp_path / "server.toml"
    file.write_text('message = "one"', "utf-8")

    async def message() -> str:
        return str((await asyncio.to_thread(call, data, ask.Status())).result["message"])

    async with server_process(data, 0, "--config", str(file)) as server:
        assert await message() == "one"
        file.write_text('message = "two"\nworkers = 2', "utf-8")
        assert await asyncio.to_thread(main, ["admin", "--data", str(data), "--json", "reload"]) == 0
        assert capsys.readouterr().out == '{"changed":["message"],"after_restart":["workers"]}\n'
        assert await message() == "two"
        file.write_text("message = 3", "utf-8")
        assert await asyncio.to_thread(main, ["admin", "--data", str(data), "reload"]) == 1
        assert "message" in capsys.readouterr().err
        assert await message() == "two"
        file.write_text('message = "four"', "utf-8")
        os.kill(server.process.pid, signal.SIGHUP)
        async with asyncio.timeout(PATIENCE):
            while await message() != "four":  # noqa: ASYNC110 - nothing else tells it
                await asyncio.sleep(0.05)
        file.write_text("message = 5", "utf-8")
        os.kill(server.process.pid, signal.SIGHUP)
        async with asyncio.timeout(PATIENCE):
            while b"not_reloaded" not in server.errors.read_bytes():  # noqa: ASYNC110 - nothing else tells it
                await asyncio.sleep(0.05)
        assert await message() == "four"
        assert await server.stop() == 0


def test_a_message_too_long_for_a_client_is_none() -> None:
    long = say.Welcome(say.VERSION, "x", "x", (), (), (), (), message="x" * 201)
    assert isinstance(decode_downward(encode(long)), Unreadable)
