"""The gate in a process of its own: the same word on a map, and a bound on what a map can cost."""

import pytest

from game.maps import MapRefused, check, find
from game.maps.apart import check_apart
from game.maps.archive import pack
from tests.maps.bad_zips import bomb
from tests.maps.workshop import TINY


def test_a_good_folder_and_a_good_zip_pass(tmp_path):
    check_apart(TINY)
    check_apart(pack(find("core"), tmp_path))


def test_a_bad_map_is_refused_with_the_same_words(tiny):
    tiny.manifest(version="1")
    with pytest.raises(MapRefused) as here:
        check(tiny.folder)
    with pytest.raises(MapRefused) as there:
        check_apart(tiny.folder)
    assert there.value.faults == here.value.faults


def test_a_bomb_is_refused(tmp_path):
    bomb(tmp_path / "bomb.zip")
    with pytest.raises(MapRefused, match="M054"):
        check_apart(tmp_path / "bomb.zip")


def test_a_check_that_takes_too_long_is_ended(tmp_path):
    with pytest.raises(MapRefused, match="seconds of work"):
        check_apart(TINY, seconds=0.001)


def test_a_check_that_is_ended_leaves_nothing_behind(tmp_path, monkeypatch):
    slow = tmp_path / "slow"
    slow.write_text('#!/bin/sh\ntouch "$TMPDIR/half-unpacked"\ntouch "$0.began"\nexec sleep 60\n')
    slow.chmod(0o755)
    (tmp_path / "scratch").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "scratch"))
    monkeypatch.setattr("game.maps.apart.sys.executable", str(slow))
    with pytest.raises(MapRefused):
        check_apart(TINY, seconds=2)
    assert (tmp_path / "slow.began").exists()
    assert list((tmp_path / "scratch").iterdir()) == []


def test_a_process_that_runs_out_of_memory_is_a_refusal(monkeypatch):
    monkeypatch.setattr("game.maps.apart.sys.executable", "/bin/false")
    with pytest.raises(MapRefused, match="M023"):
        check_apart(TINY)


def test_the_process_bounds_itself():
    import subprocess
    import sys

    code = "import game.maps.apart as a; a._limit(); bytearray(a.MEMORY)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "MemoryError" in ended.stderr
