"""Files of every past version, kept as they were written, are opened, moved on, and read or explained."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from game.link.happenings import Connected, MatchBegun
from game.link.match_client import MatchClient
from game.protocol import messages as say
from game.protocol.refusals import Refused
from server.disk.database import FILE_NAME
from server.disk.schema import STEPS
from server.disk.store import open_journal
from tests.support.logs import logged
from tests.support.servers import local_host, until

JOURNALS = Path(__file__).parent / "journals"
ANNS, BOBS = (f"token{number:027d}" for number in (1, 2))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a journal of version 1: a lobby with two people in it, and a match at its first turn."""
    shutil.copy(JOURNALS / "version-1.sqlite", tmp_path / FILE_NAME)
    return tmp_path


async def test_an_older_file_is_moved_on_once(folder: Path) -> None:
    for _ in range(2):
        await (await open_journal(folder)).close()
        with sqlite3.connect(folder / FILE_NAME) as database:
            assert database.execute("SELECT version FROM schema_version").fetchall() == [(len(STEPS),)]
        database.close()


async def test_a_lobby_of_an_older_version_goes_on_and_is_played_as_it_was_made(folder: Path) -> None:
    async with (
        local_host(journal=await open_journal(folder), listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as bob,
    ):
        for client, token in ((ann, ANNS), (bob, BOBS)):
            await until(client, Connected)
            seated = await client.resume("lobby", token)
            assert isinstance(seated, say.Seated)
            assert (seated.room.mode, seated.room.temper, seated.room.neutral) == ("free", "standard", False)
        await bob.set_lobby_ready(ready=True)
        assert isinstance(await ann.start(), say.Done)
        match = (await until(bob, MatchBegun)).begin.match
        assert (len(match.seating), match.unranked) == (2, ())


async def test_a_match_under_older_rules_is_kept_and_explained(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with (
        local_host(journal=await open_journal(folder), listen=False) as host,
        MatchClient(host.link()) as ann,
    ):
        assert "a room cannot be brought back [room_lost] room=playing" in logged(caplog)
        assert "the server it began on" in logged(caplog)
        await until(ann, Connected)
        answer = await ann.resume("playing", ANNS)
        assert isinstance(answer, say.Declined)
        assert answer.refusals[0].code == Refused.UNKNOWN_ROOM
    with sqlite3.connect(folder / FILE_NAME) as database:
        kept = database.execute("SELECT count(*) FROM records JOIN rooms ON made = room WHERE id = 'playing'")
        assert kept.fetchone() == (2,)
    database.close()
