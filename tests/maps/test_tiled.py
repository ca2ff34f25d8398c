"""What Tiled itself makes of our maps."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from game.maps import find, load
from tests.maps.workshop import TINY

needs_tiled = pytest.mark.skipif(shutil.which("tiled") is None, reason="Tiled is not installed")


@needs_tiled
@pytest.mark.parametrize("folder", [find("core"), TINY], ids=["core", "tiny"])
def test_a_copy_saved_by_tiled_plays_the_same(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / folder.name
    shutil.copytree(folder, copy)
    command = ["tiled", "--export-map", "tmx", str(copy / "map.tmx"), str(copy / "saved.tmx")]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    subprocess.run(command, check=True, capture_output=True, timeout=60, env=environment)
    (copy / "saved.tmx").replace(copy / "map.tmx")

    saved, ours = load(copy), load(folder)

    assert saved.rules_hash == ours.rules_hash
    assert saved.art.layers == ours.art.layers
    assert saved.art.district_of == ours.art.district_of
