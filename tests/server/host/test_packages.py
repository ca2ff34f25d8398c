"""Packages are made once, when they are wanted, are what their hash says, and do not fill the disk."""

import asyncio
import os
import shutil
from pathlib import Path

import pytest

from game.maps.archive import pack
from server.host.packages import MapUnfitError, Packages
from tests.maps.workshop import TINY
from tests.support.travel import identity_of

PACKAGE = identity_of(TINY).package or ""


async def test_a_package_is_made_when_it_is_first_asked_for_and_once(tmp_path: Path) -> None:
    packages = Packages({PACKAGE: TINY}, tmp_path / "packages")
    assert not (tmp_path / "packages").exists()
    one, other = await asyncio.gather(packages.ready(PACKAGE), packages.ready(PACKAGE))
    assert one == other == tmp_path / "packages" / f"{PACKAGE}.zip"
    assert list((tmp_path / "packages").iterdir()) == [one]
    made = one.stat().st_ino
    assert await Packages({PACKAGE: TINY}, tmp_path / "packages").ready(PACKAGE) == one
    assert one.stat().st_ino == made


async def test_parts_together_are_the_package(tmp_path: Path) -> None:
    packages = Packages({PACKAGE: TINY}, tmp_path)
    file = await packages.ready(PACKAGE)
    assert file is not None
    whole = b""
    while (part := await packages.part(PACKAGE, len(whole), 500)) is not None and part.data:
        assert part.total == file.stat().st_size
        whole += part.data
    assert whole == file.read_bytes()
    beyond = await packages.part(PACKAGE, len(whole) + 7, 500)
    assert beyond is not None
    assert (beyond.data, beyond.total) == (b"", len(whole))


async def test_an_unknown_package_is_none(tmp_path: Path) -> None:
    assert await Packages({}, tmp_path).part("0" * 64, 0, 10) is None


async def test_what_an_earlier_server_packed_is_still_there(tmp_path: Path) -> None:
    await Packages({PACKAGE: TINY}, tmp_path).ready(PACKAGE)
    part = await Packages({}, tmp_path).part(PACKAGE, 0, 4)
    assert part is not None
    assert part.data == b"PK\x03\x04"


async def test_a_map_that_changed_since_is_not_sent(tmp_path: Path) -> None:
    changed = tmp_path / "tiny"
    shutil.copytree(TINY, changed)
    (changed / "README.md").write_text("other words")
    packages = Packages({PACKAGE: changed}, tmp_path / "packages")
    with pytest.raises(MapUnfitError, match="restart the server"):
        await packages.ready(PACKAGE)
    assert list((tmp_path / "packages").iterdir()) == []


async def test_a_map_that_is_spoilt_or_gone_is_not_sent(tmp_path: Path) -> None:
    packages = Packages({PACKAGE: tmp_path / "nowhere"}, tmp_path / "packages")
    with pytest.raises(MapUnfitError, match="nowhere"):
        await packages.ready(PACKAGE)


async def test_the_oldest_go_when_there_are_too_many(tmp_path: Path) -> None:
    size = pack(TINY, tmp_path / "packed").stat().st_size
    kept = tmp_path / "packages"
    kept.mkdir()
    old, young = (kept / f"{digit * 64}.zip" for digit in "12")
    for file, at in ((old, 1000), (young, 2000)):
        file.write_bytes(b"x" * 1000)
        os.utime(file, (at, at))
    made = await Packages({PACKAGE: TINY}, kept, most_bytes=size + 1000).ready(PACKAGE)
    assert set(kept.iterdir()) == {young, made}


async def test_what_a_killed_server_left_half_done_is_swept_away(tmp_path: Path) -> None:
    half = tmp_path / "half-done"
    half.mkdir()
    (half / "some.zip").write_bytes(b"PK")
    made = await Packages({PACKAGE: TINY}, tmp_path).ready(PACKAGE)
    assert made is not None
    assert made.is_file()
    assert not half.exists()


async def test_without_a_folder_nothing_is_left() -> None:
    packages = Packages({PACKAGE: TINY})
    file = await packages.ready(PACKAGE)
    assert file is not None
    assert file.is_file()
    await packages.close()
    assert not file.parent.exists()
    assert not packages.outlives


async def test_closing_waits_for_what_nobody_waits_for_any_more() -> None:
    packages = Packages({PACKAGE: TINY})
    asking = asyncio.create_task(packages.ready(PACKAGE))
    await asyncio.sleep(0)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert packages._work
    await packages.close()
    assert not packages._work
    assert packages._folder is not None
    assert not packages._folder.exists()
