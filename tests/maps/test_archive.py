"""Zips: the same map gives the same bytes, what comes out is the map, and nothing gets past the names."""

import zipfile

import pytest

from game.maps import MapRefused, check, find
from game.maps.archive import check_archive, pack, unpacked
from game.maps.generating import Request, generate
from game.maps.kit import write_kit
from tests.maps.bad_zips import BAD_ZIPS, MORE_BAD_ZIPS, good_zip
from tests.maps.workshop import TINY


@pytest.mark.parametrize("name", ["core", "tiny"])
def test_packing_twice_gives_the_same_bytes(name, tmp_path):
    folder = TINY if name == "tiny" else find(name)
    one = pack(folder, tmp_path / "one").read_bytes()
    other = pack(folder, tmp_path / "other").read_bytes()
    assert one == other


def test_what_was_packed_plays_the_same(tmp_path):
    packed = pack(TINY, tmp_path)
    assert packed.name == f"{check(TINY).manifest.id}-{check(TINY).manifest.version}.zip"
    assert check_archive(packed).rules_hash == check(TINY).rules_hash


def test_project_files_stay_at_home(tmp_path):
    generate(Request("drawn", seed=1, seats=2), tmp_path / "drawn")
    write_kit(tmp_path / "drawn")
    packed = pack(tmp_path / "drawn", tmp_path)
    with zipfile.ZipFile(packed) as archive:
        assert not [name for name in archive.namelist() if "tiled" in name or "objecttypes" in name]
    check_archive(packed)


def test_a_map_with_errors_is_not_packed(tiny, tmp_path):
    tiny.manifest(version="1")
    with pytest.raises(MapRefused):
        pack(tiny.folder, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_map_too_large_to_travel_leaves_no_zip(tmp_path, monkeypatch):
    monkeypatch.setattr("game.maps.limits.ZIP_BYTES", 100)
    with pytest.raises(MapRefused, match="M051"):
        pack(TINY, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("top", ["tiny/", "another-name/", ""])
def test_a_zip_may_have_one_folder_or_none(top, tmp_path):
    good_zip(tmp_path / "map.zip", top)
    assert check_archive(tmp_path / "map.zip").rules_hash == check(TINY).rules_hash


@pytest.mark.parametrize("code", BAD_ZIPS)
def test_a_bad_zip_is_named_by_its_code(code, tmp_path, monkeypatch):
    _refused(BAD_ZIPS[code], code, tmp_path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("code", "make"), [entry[1:] for entry in MORE_BAD_ZIPS], ids=[e[0] for e in MORE_BAD_ZIPS]
)
def test_more_bad_zips_are_refused(code, make, tmp_path):
    _refused(make, code, tmp_path)


def _refused(make, code, tmp_path):
    outside = set(tmp_path.iterdir())
    make(tmp_path / "bad.zip")
    with pytest.raises(MapRefused) as caught:
        check_archive(tmp_path / "bad.zip")
    assert code in {fault.code for fault in caught.value.faults}
    assert set(tmp_path.iterdir()) == outside | {tmp_path / "bad.zip"}


def test_the_folder_is_gone_when_the_context_ends(tmp_path):
    good_zip(tmp_path / "map.zip")
    with unpacked(tmp_path / "map.zip") as folder:
        assert (folder / "map.tmx").is_file()
    assert not folder.exists()


def test_what_fails_inside_the_context_is_not_blamed_on_the_zip(tmp_path):
    good_zip(tmp_path / "map.zip")
    with pytest.raises(ValueError, match="mine"), unpacked(tmp_path / "map.zip"):
        raise ValueError("mine")
