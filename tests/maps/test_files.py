import pytest

from game.maps.faults import Faults, MapRefused
from game.maps.files import MapFolder
from tests.maps.workshop import Workshop


def test_folders_below_are_read_too(tiny: Workshop) -> None:
    (tiny.folder / "tiles").mkdir()
    (tiny.folder / "flat.png").rename(tiny.folder / "tiles" / "flat.png")

    art = tiny.edit('"flat.png"', '"tiles/flat.png"').load().art

    assert art.tilesets[0].image == tiny.folder / "tiles" / "flat.png"


def test_a_picture_of_a_tileset_is_looked_for_beside_the_tileset(tiny: Workshop) -> None:
    (tiny.folder / "tiles").mkdir()
    (tiny.folder / "flat.png").rename(tiny.folder / "tiles" / "flat.png")
    text = (tiny.folder / "map.tmx").read_text("utf-8")
    start, end = text.index("<tileset"), text.index("</tileset>") + len("</tileset>")
    tiny.write("tiles/flat.tsx", text[start:end].replace('firstgid="1" ', "").encode())
    tiny.write(
        "map.tmx", (text[:start] + '<tileset firstgid="1" source="tiles/flat.tsx"/>' + text[end:]).encode()
    )

    assert tiny.load().art.tilesets[0].image == tiny.folder / "tiles" / "flat.png"


def test_names_with_a_dot_in_front_are_passed_over(tiny: Workshop) -> None:
    (tiny.folder / ".git").mkdir()
    tiny.write(".git/config", b"").write(".DS_Store", b"")

    assert tiny.load().warnings == ()


@pytest.mark.parametrize("name", ["a b.png", "ä.png", "con\u202egnp.png"])
def test_names_are_plain(name: str, tiny: Workshop) -> None:
    assert tiny.write(name, b"").only().code == "M003"


@pytest.mark.parametrize("name", ["play.py", "tool.exe", "map.json", "picture.PNG", "README"])
def test_other_kinds_of_file_are_refused(name: str, tiny: Workshop) -> None:
    assert tiny.write(name, b"").only().code == "M003"


def test_folders_count_as_entries(tiny: Workshop) -> None:
    for number in range(200):
        (tiny.folder / f"d{number}").mkdir()

    assert tiny.only().code == "M006"


def test_folders_are_not_followed_for_ever(tiny: Workshop) -> None:
    (tiny.folder / "a" / "a" / "a" / "a" / "a").mkdir(parents=True)

    assert tiny.only().code == "M006"


def test_all_files_together_are_limited(tiny: Workshop) -> None:
    for number in range(3):
        with (tiny.folder / f"{number}.png").open("wb") as stream:
            stream.truncate(12 << 20)

    assert tiny.only().expected == "at most 33554432 in all"


def test_a_file_that_grew_since_it_was_listed_is_refused(tiny: Workshop) -> None:
    folder = MapFolder(tiny.folder, Faults())
    tiny.write("manifest.json", b" " * 100_000)

    with pytest.raises(MapRefused, match="M005"):
        folder.read("manifest.json", 65_536)
