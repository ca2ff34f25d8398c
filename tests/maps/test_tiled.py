"""What Tiled itself makes of our maps."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from game.maps import find, load, official
from game.maps.generating import STYLES, Request, generate
from game.maps.kit import write_kit
from tests.maps.workshop import TINY

needs_tiled = pytest.mark.skipif(shutil.which("tiled") is None, reason="Tiled is not installed")


def save_with_tiled(folder: Path, home: Path) -> None:
    """Open a map in Tiled and save it, without a screen."""
    command = ["tiled", "--export-map", "tmx", str(folder / "map.tmx"), str(folder / "saved.tmx")]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}
    subprocess.run(command, check=True, capture_output=True, timeout=60, env=environment)
    (folder / "saved.tmx").replace(folder / "map.tmx")


def assert_plays_the_same(one: Path, other: Path) -> None:
    saved, ours = load(one), load(other)
    assert saved.rules_hash == ours.rules_hash
    assert saved.art.layers == ours.art.layers
    assert saved.art.district_of == ours.art.district_of


@needs_tiled
@pytest.mark.parametrize("name", [*official(), "tiny"])
def test_a_copy_saved_by_tiled_plays_the_same(name: str, tmp_path: Path) -> None:
    folder = TINY if name == "tiny" else find(name)
    copy = tmp_path / name
    shutil.copytree(folder, copy)
    save_with_tiled(copy, tmp_path)
    assert_plays_the_same(copy, folder)


@needs_tiled
@pytest.mark.parametrize("style", STYLES)
def test_a_generated_map_goes_through_tiled(style: str, tmp_path: Path) -> None:
    generate(Request("drawn", seed=4, seats=2, style=style), tmp_path / "drawn")
    write_kit(tmp_path / "drawn")
    shutil.copytree(tmp_path / "drawn", tmp_path / "copy")
    save_with_tiled(tmp_path / "copy", tmp_path)
    assert_plays_the_same(tmp_path / "copy", tmp_path / "drawn")


@needs_tiled
def test_tiled_reads_the_kits_terrains(tmp_path: Path) -> None:
    generate(Request("drawn", seed=4, seats=2), tmp_path / "drawn")
    command = ["tiled", "--export-tileset", "tsx", "drawn/neon.tsx", "again.tsx"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    subprocess.run(command, check=True, capture_output=True, timeout=60, env=environment, cwd=tmp_path)
    again = (tmp_path / "again.tsx").read_text("utf-8")
    for terrain in ("Plaza", "Water", "Park", "Trees"):
        assert f'<wangcolor name="{terrain}"' in again
    assert again.count("<wangtile") == 10
