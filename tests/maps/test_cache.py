"""The cache of maps from others: found by what the rules see, bounded, and not misled by what lies in it."""

import os
from pathlib import Path

import pytest

from game.maps import MapRefused
from game.maps.archive import pack
from game.maps.cache import MapCache, WrongPackageError
from tests.maps.workshop import TINY
from tests.support.travel import identity_of

THIS = identity_of(TINY)
PACKAGE = THIS.package or ""


@pytest.fixture
def packed(tmp_path: Path) -> bytes:
    return pack(TINY, tmp_path / "packed").read_bytes()


def test_a_map_is_found_by_its_rules_hash(tmp_path: Path, packed: bytes) -> None:
    cache = MapCache(tmp_path / "cache")
    assert cache.find(THIS.rules) is None
    cache.append(PACKAGE, packed[:100])
    cache.append(PACKAGE, packed[100:])
    assert cache.arrived(PACKAGE) == len(packed)
    folder = cache.admit(PACKAGE, THIS.rules)
    assert folder == tmp_path / "cache" / PACKAGE / "map"
    assert MapCache(tmp_path / "cache").find(THIS.rules) == folder
    assert cache.arrived(PACKAGE) == 0
    assert sorted(path.name for path in (tmp_path / "cache").iterdir()) == [PACKAGE]


def test_the_same_map_once_more_takes_the_place_of_the_old_one(tmp_path: Path, packed: bytes) -> None:
    cache = MapCache(tmp_path / "cache")
    for _ in range(2):
        cache.append(PACKAGE, packed)
        folder = cache.admit(PACKAGE, THIS.rules)
    assert (folder / "map.tmx").is_file()


def test_what_is_no_map_or_another_one_is_not_let_in(tmp_path: Path, packed: bytes) -> None:
    cache = MapCache(tmp_path / "cache")
    cache.append(PACKAGE, b"PK no zip")
    with pytest.raises(MapRefused):
        cache.admit(PACKAGE, THIS.rules)
    cache.forget(PACKAGE)
    cache.append(PACKAGE, packed)
    with pytest.raises(WrongPackageError, match="rules hash"):
        cache.admit(PACKAGE, "0" * 64)
    cache.append("0" * 64, packed)
    with pytest.raises(WrongPackageError, match="package hash"):
        cache.admit("0" * 64, THIS.rules)
    assert cache.find(THIS.rules) is None


@pytest.mark.parametrize("name", ["", "../" + "0" * 61, "0" * 63 + "\n", "A" * 64, "0" * 65])
def test_only_a_hash_names_a_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="expected 64"):
        MapCache(tmp_path).half(name)


def test_what_was_used_longest_ago_goes_when_there_is_too_much(tmp_path: Path, packed: bytes) -> None:
    folder = tmp_path / "cache"
    old, half, used = _entry(folder, "1", 4000), folder / f"{'2' * 64}.part", _entry(folder, "3", 4000)
    half.write_bytes(b"x" * 4000)
    for age, path in ((3000, old / "about.json"), (2000, half), (1000, used / "about.json")):
        os.utime(path, (1_000_000 - age, 1_000_000 - age))
    size = sum(file.stat().st_size for file in TINY.iterdir())
    cache = MapCache(folder, most_bytes=size + 5000)
    cache.append(PACKAGE, packed)
    kept = cache.admit(PACKAGE, THIS.rules)
    assert (old.exists(), half.exists(), used.exists(), kept.exists()) == (False, False, True, True)


def test_looking_for_a_map_counts_as_using_it(tmp_path: Path, packed: bytes) -> None:
    cache = MapCache(tmp_path)
    cache.append(PACKAGE, packed)
    about = cache.admit(PACKAGE, THIS.rules).parent / "about.json"
    os.utime(about, (1000, 1000))
    cache.find(THIS.rules)
    assert about.stat().st_mtime > 1000


def test_a_spoilt_note_is_passed_over_and_goes_when_room_is_needed(tmp_path: Path, packed: bytes) -> None:
    spoilt = _entry(tmp_path, "4", 3000)
    (spoilt / "about.json").write_bytes(b"{")
    os.utime(spoilt / "about.json", (1000, 1000))
    cache = MapCache(tmp_path, most_bytes=1)
    cache.append(PACKAGE, packed)
    assert cache.find(THIS.rules) is None
    cache.admit(PACKAGE, THIS.rules)
    assert not spoilt.exists()
    assert cache.find(THIS.rules) is not None


def test_what_a_killed_program_left_half_done_is_swept_away(tmp_path: Path, packed: bytes) -> None:
    old, young = tmp_path / ".half-old", tmp_path / ".half-young"
    for half in (old, young):
        (half / "made").mkdir(parents=True)
    os.utime(old, (1000, 1000))
    cache = MapCache(tmp_path)
    cache.append(PACKAGE, packed)
    cache.admit(PACKAGE, THIS.rules)
    assert (old.exists(), young.exists()) == (False, True)


def _entry(folder: Path, digit: str, size: int) -> Path:
    made = folder / (digit * 64)
    (made / "map").mkdir(parents=True)
    (made / "about.json").write_text(f'{{"rules": "{digit * 64}", "bytes": {size}}}')
    (made / "map" / "map.tmx").write_bytes(b"x" * size)
    return made
