"""The credits name every file that comes from others."""

from pathlib import Path

import fonts
import icons


def test_every_foreign_file_is_credited(assets: Path) -> None:
    words = (assets / "CREDITS.md").read_text(encoding="utf-8")
    missing = [name for name in fonts.names() if f"- {name}\n" not in words]
    missing += [
        name
        for name, source in icons.table()["game-icons"].items()
        if f"| {name}.svg | {source} |" not in words
    ]
    assert missing == []


def test_every_folder_of_our_own_is_credited(assets: Path) -> None:
    words = (assets / "CREDITS.md").read_text(encoding="utf-8")
    for folder in ("emblems", "facilities", "halls", "mural", "portraits", "title"):
        assert f"assets/{folder}/" in words
