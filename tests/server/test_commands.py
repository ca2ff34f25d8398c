import subprocess
import sys
from pathlib import Path

import pytest

from game.protocol import messages as say
from server.__main__ import main
from server.commands import UPKEEP
from server.disk.store import open_journal
from server.upkeep import COMMANDS
from tests.support.servers import a_room, client_at, server_process


async def a_served_room(data: Path) -> str:
    async with server_process(data) as server, client_at(server.address) as client:
        seated = await client.create(a_room(say.YOU, "greedy", map_id="core"))
        assert isinstance(seated, say.Seated)
        assert isinstance(await client.start(), say.Done)
        assert await server.stop() == 0
    return seated.room.id


async def test_what_is_kept_is_copied_looked_at_and_put_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    room = await a_served_room(tmp_path / "data")
    copy = tmp_path / "copy.sqlite"
    assert main(["backup", str(copy), "--data", str(tmp_path / "data")]) == 0
    assert main(["check", str(copy)]) == 0
    assert "is good" in capsys.readouterr().out
    assert main(["restore", str(copy), "--data", str(tmp_path / "again")]) == 0
    journal = await open_journal(tmp_path / "again")
    assert await journal.running() == (room,)
    await journal.close()


async def test_a_match_moves_to_another_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    room, file = await a_served_room(tmp_path / "data"), tmp_path / "match.nsmatch"
    assert main(["export", room, str(file), "--data", str(tmp_path / "data"), "--move"]) == 0
    (tmp_path / "other").mkdir()
    await (await open_journal(tmp_path / "other")).close()
    assert main(["import", str(file), "--data", str(tmp_path / "other")]) == 0
    said = capsys.readouterr().out
    assert f"room {room} is here" in said
    assert "seat 0: Ann" in said
    assert main(["export", room, str(tmp_path / "second"), "--data", str(tmp_path / "data")]) == 1
    assert not (tmp_path / "second").exists()


def test_what_cannot_be_done_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", str(tmp_path / "copy"), "--data", str(tmp_path / "nothing")]) == 1
    assert main(["import", str(tmp_path / "nothing"), "--data", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "backup: found no journal.sqlite" in said
    assert "Traceback" not in said


def test_serving_is_what_is_meant_without_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--port", "7", "--check-config"]) == 0
    assert '"port": 7' in capsys.readouterr().out


def test_every_command_of_upkeep_is_known() -> None:
    assert tuple(COMMANDS) == UPKEEP


def test_serving_reads_nothing_that_only_others_need() -> None:
    code = (
        "import sys; from server.commands import run; run(['--check-config']);"
        "assert not {'rich', 'openskill', 'prometheus_client', 'http.client', 'server.upkeep', 'server.admin.caller'} & set(sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert found.returncode == 0, found.stderr
