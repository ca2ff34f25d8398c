"""The entry of the art scripts: what is committed is what they make, and a difference is told."""

import subprocess
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "assets/make/all.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_quick_parts_are_what_the_scripts_make() -> None:
    done = run("--check", "--only", "emblems", "--only", "facilities", "--only", "credits")
    assert done.returncode == 0, done.stdout
    assert "0 files differ" in done.stdout


def test_a_difference_is_named(tmp_path: Path) -> None:
    from all import differences

    fresh, committed = tmp_path / "fresh", tmp_path / "committed"
    for folder, words in ((fresh, "new"), (committed, "old")):
        folder.mkdir()
        (folder / "same.txt").write_text("same", encoding="utf-8")
        (folder / "changed.txt").write_text(words, encoding="utf-8")
    (fresh / "missing.txt").write_text("", encoding="utf-8")
    assert differences(fresh, committed) == ["changed.txt", "missing.txt"]


def test_an_unknown_part_is_refused() -> None:
    done = run("--only", "no-such-part")
    assert done.returncode == 2
    assert "invalid choice" in done.stderr


def test_a_picture_is_known_by_its_pixels(tmp_path: Path) -> None:
    from all import differences

    fresh, committed = tmp_path / "fresh", tmp_path / "committed"
    for folder, level in ((fresh, 0), (committed, 9)):
        folder.mkdir()
        Image.new("RGB", (40, 40), (1, 2, 3)).save(folder / "same.png", compress_level=level)
        Image.new("RGB", (40, 40), (level, 2, 3)).save(folder / "changed.png")
    assert (fresh / "same.png").read_bytes() != (committed / "same.png").read_bytes()
    assert differences(fresh, committed) == ["changed.png"]
