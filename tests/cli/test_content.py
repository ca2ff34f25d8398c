import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.cli.commands import app
from game.cli.content import stage_faults
from game.content import ruleset


def ended(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["content", *arguments])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the shipped content."""
    return Path(shutil.copytree(str(files("game.content")), tmp_path / "content"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_shipped_content_can_be_played() -> None:
    status, told, complaint = ended("check")
    assert (status, complaint) == (0, "")
    assert told == (
        "no faults: 3 factions, 16 laws, 27 events, 16 mandates, 10 landmarks, 3 tempers, 5 modes\n"
    )


def test_a_copy_can_be_played(copied: Path) -> None:
    assert ended("check", str(copied))[0] == 0


def test_each_fault_has_a_line_and_the_total_is_told(copied: Path) -> None:
    edit(copied / "laws.toml", 'helps = ["sra"]', 'helps = ["src"]')
    edit(copied / "events.toml", 'answers = ["forum"]', 'answers = ["prayer"]')
    status, told, complaint = ended("check", str(copied))
    assert status == 2
    assert [line.partition(": ")[0] for line in told.splitlines()] == ["laws.toml", "events.toml"]
    assert complaint == "neo-sanctum: the content cannot be played: 2 faults\n"


def test_one_fault_is_one_fault(copied: Path) -> None:
    (copied / "laws.toml").unlink()
    assert ended("check", str(copied))[2].endswith(": 1 fault\n")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    status, _, complaint = ended("check", str(tmp_path / "nowhere"))
    assert status == 2
    assert "Mend: name a copy of game/content" in complaint


def test_a_scenario_is_held_against_its_map(copied: Path) -> None:
    edit(copied / "modes" / "great_mural.toml", '"assembly_square"', '"atlantis"')
    edit(copied / "modes" / "gala_night.toml", 'map = "core"', 'map = "nowhere"')
    status, told, _ = ended("check", str(copied))
    assert status == 2
    lines = told.splitlines()
    assert lines[0].startswith("modes/gala_night.toml: map: found 'nowhere'")
    assert lines[1].startswith("modes/great_mural.toml: script[0].district: found 'atlantis'")
    assert len(lines) == 2


def test_the_shipped_scenarios_fit_their_map() -> None:
    assert list(stage_faults(ruleset())) == []


def test_the_shipped_content_is_checked_before_anything_else_reads_it(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A broken file of the game itself is told as a fault, not as a traceback of whoever needed it."""
    edit(copied / "laws.toml", 'helps = ["sra"]', 'helps = ["src"]')
    monkeypatch.setattr("game.cli.content.files", lambda _: copied)
    status, told, _ = ended("check")
    assert status == 2
    assert told.startswith("laws.toml: laws.open_clinics.helps: found 'src'")
