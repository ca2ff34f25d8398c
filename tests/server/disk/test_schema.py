"""Files of every past version, kept as they were written, are opened, moved on, and read or explained."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from game.link.happenings import Connected, MatchBegun, TurnPlayed
from game.link.match_client import MatchClient
from game.protocol import messages as say
from game.protocol.refusals import Refused
from game.replays.codec import decode
from game.replays.proof import prove
from server.disk.archive import finished, replay_from
from server.disk.database import FILE_NAME
from server.disk.people_store import SqlitePeople
from server.disk.schema import STEPS
from server.disk.store import open_journal
from tests.support.logs import logged
from tests.support.servers import local_host, until

JOURNALS = Path(__file__).parent / "journals"
ANNS, BOBS = (f"token{number:027d}" for number in (1, 2))


VERSIONS = range(1, len(STEPS))
PLAYED = range(2, len(STEPS))
"""Versions whose files were written under the rules of now, more or less."""


@pytest.fixture
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with a journal of an older version, 1 where the test names none.

    Each has a lobby with two people in it. In 1 there is a match `playing` under older rules at its first turn, in
    the others a match `running`, with two turns played and Ann's next slate saved, and one `finished`.
    """
    version = getattr(request, "param", 1)
    shutil.copy(JOURNALS / f"version-{version}.sqlite", tmp_path / FILE_NAME)
    return tmp_path


def test_a_file_of_every_past_version_is_kept() -> None:
    assert {file.name for file in JOURNALS.glob("*.sqlite")} == {
        f"version-{version}.sqlite" for version in VERSIONS
    }


@pytest.mark.parametrize("folder", VERSIONS, indirect=True)
async def test_an_older_file_is_moved_on_once(folder: Path) -> None:
    for _ in range(2):
        await (await open_journal(folder)).close()
        with sqlite3.connect(folder / FILE_NAME) as database:
            assert database.execute("SELECT version FROM schema_version").fetchall() == [(len(STEPS),)]
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        database.close()


@pytest.mark.parametrize("folder", VERSIONS, indirect=True)
async def test_an_older_file_becomes_the_same_tables_as_a_new_one(folder: Path, tmp_path: Path) -> None:
    tables = []
    for data in (folder, tmp_path / "new"):
        await (await open_journal(data)).close()
        with sqlite3.connect(data / FILE_NAME) as database:
            rows = database.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY name").fetchall()
        database.close()
        tables.append(rows)
    assert tables[0] == tables[1]


@pytest.mark.parametrize("folder", PLAYED, indirect=True)
async def test_a_running_match_goes_on_where_it_was(folder: Path) -> None:
    async with (
        local_host(journal=await open_journal(folder), listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as bob,
    ):
        for client, token in ((ann, ANNS), (bob, BOBS)):
            await until(client, Connected)
            assert isinstance(await client.resume("running", token), say.Seated)
        begin = (await until(ann, MatchBegun)).begin
        assert (begin.view.public.turn, begin.number, len(begin.slate)) == (3, 2, 1)
        assert [turned.turn for turned in begin.missed] == [1, 2]
        for client in (ann, bob):
            assert isinstance(await client.set_ready(ready=True), say.Done)
        assert (await until(ann, TurnPlayed)).turn == 3


@pytest.mark.parametrize("folder", PLAYED, indirect=True)
async def test_a_finished_match_is_a_replay_that_is_proved(folder: Path) -> None:
    await (await open_journal(folder)).close()
    assert [one.room for one in finished(folder)] == ["finished"]
    assert prove(decode([replay_from(folder, "finished")])).holds


@pytest.mark.parametrize("folder", PLAYED, indirect=True)
async def test_matches_that_nobody_was_known_in_are_not_counted_later(folder: Path) -> None:
    journal = await open_journal(folder)
    assert await SqlitePeople(journal.database).uncounted() == ()
    await journal.close()


@pytest.mark.parametrize("folder", VERSIONS, indirect=True)
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
