import asyncio
import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner

from game.cli import replaying
from game.cli.commands import app
from game.client.launcher import Opening
from game.replays.shelf import ReplayShelf
from server.disk.store import open_journal
from tests.support.replays import finished, on_core, played_room, replay, written

RUNNER = CliRunner()


def ended(*arguments: object) -> tuple[int, str, str]:
    result = RUNNER.invoke(app, ["replay", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *names, **options: str(tmp_path / "own"))
    return tmp_path / "own" / "replays"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "match.nsreplay"
    path.write_bytes(finished())
    return path


def changed(file: Path, **changes: object) -> Path:
    file.write_bytes(written(replace(replay(), **changes)))
    return file


def test_a_match_is_proved(file: Path) -> None:
    status, told, _ = ended("verify", file)
    assert (status, told[:8]) == (0, "Proved: ")


def test_a_turn_that_differs_is_named(file: Path) -> None:
    turns = list(replay().turns)
    turns[2] = replace(turns[2], state_hash=b"s" * 32)
    status, told, _ = ended("verify", changed(file, turns=tuple(turns)))
    assert status == 1
    assert "turn 3" in told


def test_older_rules_can_be_shown_but_not_proved(file: Path) -> None:
    changed(file, header=replace(replay().header, rules=1))
    status, told, _ = ended("verify", file)
    assert (status, "can be shown, but not proved" in told) == (1, True)
    assert ended("show", file, "--turn", 1)[0] == 0


@pytest.mark.parametrize("verb", [("verify",), ("show",), ("export",), ("watch",)])
@pytest.mark.parametrize("body", [b"", b"hello", finished()[:5000], finished() + b"\xc0", b"\x91" * 9999])
def test_a_broken_file_is_one_line_with_its_mend(file: Path, verb: tuple[str], body: bytes) -> None:
    file.write_bytes(body)
    out = [file.parent / "out.json"] if verb == ("export",) else []
    status, told, error = ended(*verb, file, *out)
    assert (status, told) == (2, "")
    assert error.startswith("neo-sanctum: Record ")
    assert error.count("\n") == 1


@pytest.mark.parametrize("verb", ["verify", "show", "watch"])
def test_a_file_that_is_not_there_is_told(verb: str, tmp_path: Path) -> None:
    status, _, error = ended(verb, tmp_path / "nowhere.nsreplay")
    assert status == 2
    assert "nowhere.nsreplay: No such file" in error


def test_a_match_is_told_turn_by_turn(file: Path) -> None:
    status, told, _ = ended("show", file)
    assert status == 0
    for turn in range(1, replay().end.turns + 1):
        assert f"Turn {turn}. Fracture" in told


def test_one_turn_is_told_alone(file: Path) -> None:
    _, told, _ = ended("show", file, "--turn", 2)
    assert "Turn 2." in told
    assert "Turn 3." not in told
    status, _, error = ended("show", file, "--turn", 99)
    assert status == 2
    assert f"expected 1 to {replay().end.turns}" in error


def test_turns_come_with_a_delay(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr("game.cli.replaying.time.sleep", waits.append)
    ended("show", file, "--delay", 2)
    assert waits == [2.0] * (replay().end.turns - 1) + [0]


def test_titles_cannot_move_the_cursor(file: Path) -> None:
    match = replay().opening.match
    evil = tuple(replace(plan, title="\x1b[2J") for plan in match.city.districts)
    opening = replace(replay().opening, match=replace(match, city=replace(match.city, districts=evil)))
    status, told, _ = ended("show", changed(file, opening=opening))
    assert status == 0
    assert "?[2J" in told
    assert "\x1b" not in told


def test_a_match_is_written_for_other_programs(file: Path, tmp_path: Path) -> None:
    status, told, _ = ended("export", file, tmp_path / "out.json")
    assert (status, told.endswith(" bytes\n")) == (0, True)
    assert json.loads((tmp_path / "out.json").read_bytes())["header"]["title"] == "Grid"
    status, _, error = ended("export", file, tmp_path / "nowhere" / "out.json")
    assert status == 2
    assert "nowhere" in error


def test_what_is_kept_is_listed_and_goes_by_its_name(own_folder: Path) -> None:
    status, told, _ = ended("list")
    assert status == 0
    assert f"No replays are in {own_folder}" in told
    path = ReplayShelf().keep(on_core())
    (own_folder / "broken.nsreplay").write_bytes(b"hello")
    _, told, _ = ended("list")
    assert path.name in told
    assert "Core, Free for All, " in told
    assert "broken.nsreplay  Record 0: found int" in told
    assert ended("verify", path.name)[0] == 0


def test_a_servers_matches_are_listed_and_saved(tmp_path: Path) -> None:
    async def fill() -> None:
        journal = await open_journal(tmp_path / "data")
        image, records = played_room()
        await journal.append("r1", await journal.claim("r1"), (), image)
        await journal.append("r1", 1, records, image)
        await journal.close()

    asyncio.run(fill())
    status, told, _ = ended("list", "--data", tmp_path / "data")
    assert status == 0
    assert told.startswith("r1  ")
    assert "A room, grid: Ann, Bob" in told
    out = tmp_path / "r1.nsreplay"
    status, told, _ = ended("save", "r1", out, "--data", tmp_path / "data")
    assert (status, told) == (0, f"{out}: {out.stat().st_size} bytes\n")
    assert ended("verify", out)[0] == 0
    status, _, error = ended("save", "r9", out, "--data", tmp_path / "data")
    assert status == 2
    assert "found no room 'r9'" in error


def test_an_empty_server_has_no_matches(tmp_path: Path) -> None:
    asyncio.run(_emptied(tmp_path))
    assert ended("list", "--data", tmp_path)[1] == f"No finished matches are in {tmp_path}.\n"
    assert ended("list", "--data", tmp_path / "nowhere")[0] == 2


async def _emptied(folder: Path) -> None:
    await (await open_journal(folder)).close()


def test_watching_opens_the_window(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    openings: list[Opening] = []
    monkeypatch.setattr("game.cli.display.has_display", lambda: True)
    monkeypatch.setattr("game.cli.window.open_window", lambda launcher, opening: openings.append(opening))
    assert ended("watch", file)[0] == 0
    assert [opening.replay for opening in openings] == [file]


def test_watching_without_a_display_names_the_terminals_way(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.cli.display.has_display", lambda: False)
    status, _, error = ended("watch", file)
    assert status == 2
    assert f"neo-sanctum replay show {file}" in error


def test_a_path_goes_before_a_name(own_folder: Path, tmp_path: Path) -> None:
    own_folder.mkdir(parents=True)
    (own_folder / "a.nsreplay").write_bytes(b"")
    assert replaying.found(Path("a.nsreplay")) == own_folder / "a.nsreplay"
    assert replaying.found(tmp_path / "a.nsreplay") == tmp_path / "a.nsreplay"
