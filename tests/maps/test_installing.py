"""The player's own shelf: maps come onto it whole or not at all."""

import pytest

from game.maps import MapRefused, check, find
from game.maps.archive import pack
from game.maps.installing import install, remove
from game.maps.shelf import installed, own_folder, shelved
from tests.maps.workshop import TINY


@pytest.fixture(autouse=True)
def _own_shelf(tmp_path, monkeypatch):
    monkeypatch.setattr("game.maps.shelf.platformdirs.user_data_dir", lambda _app: str(tmp_path / "data"))


@pytest.mark.parametrize("packed", [False, True])
def test_an_installed_map_is_found_by_its_id(packed, tmp_path):
    source = pack(TINY, tmp_path) if packed else TINY
    checked = install(source)
    assert installed() == (checked.manifest.id,)
    assert check(find(checked.manifest.id)).rules_hash == check(TINY).rules_hash


def test_another_version_takes_the_place_of_the_old_one(tiny):
    install(TINY)
    tiny.manifest(version="2.0.0")
    install(tiny.folder)
    assert check(find("tiny")).manifest.version == "2.0.0"
    assert [path.name for path in own_folder().iterdir()] == ["tiny"]


def test_a_map_with_errors_leaves_the_old_one_alone(tiny):
    install(TINY)
    before = check(find("tiny")).manifest
    tiny.manifest(version="2")
    with pytest.raises(MapRefused):
        install(tiny.folder)
    assert check(find("tiny")).manifest == before
    assert [path.name for path in own_folder().iterdir()] == ["tiny"]


def test_a_disk_that_fills_up_leaves_the_old_one_alone(tiny, monkeypatch):
    install(TINY)
    tiny.manifest(version="2.0.0")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("game.maps.installing.shutil.copytree", full)
    with pytest.raises(OSError, match="No space"):
        install(tiny.folder)
    assert check(find("tiny")).manifest.version == check(TINY).manifest.version
    assert [path.name for path in own_folder().iterdir()] == ["tiny"]


def test_the_id_of_an_official_map_is_taken(tiny):
    tiny.manifest(id="core")
    with pytest.raises(FileExistsError, match="another id"):
        install(tiny.folder)


def test_a_removed_map_is_gone():
    install(TINY)
    remove("tiny")
    assert installed() == ()
    with pytest.raises(LookupError, match="none"):
        remove("tiny")


def test_an_official_map_cannot_be_removed():
    with pytest.raises(LookupError):
        remove("core")
    assert find("core").is_dir()


def test_official_maps_come_first_then_folders_then_installed_ones(tmp_path, monkeypatch):
    install(TINY)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert find("tiny") == own_folder() / "tiny"
    (tmp_path / "here" / "tiny").mkdir()
    assert str(find("tiny")) == "tiny"
    (tmp_path / "here" / "core").mkdir()
    assert find("core").is_absolute()
    assert [entry.is_official for entry in shelved()] == sorted(
        (e.is_official for e in shelved()), reverse=True
    )


def test_a_map_is_found_by_its_file():
    assert find(str(TINY / "map.tmx")) == TINY
