"""Files made to break readers: each is refused with a word for its cause, and nothing else is opened."""

import base64
import os
import tracemalloc
import zlib
from pathlib import Path

import pytest

from game.maps import MapRefused, load
from tests.maps.bad_edits import EDITS
from tests.maps.workshop import Workshop

_DATA = 'encoding="base64" compression="zlib">'


@pytest.mark.parametrize(("old", "new", "code"), EDITS)
def test_a_hostile_map_is_refused_for_its_cause(old: str, new: str, code: str, tiny: Workshop) -> None:
    assert code in {fault.code for fault in tiny.edit(old, new).refused()}


def test_layer_data_is_not_unpacked_beyond_the_layer(tiny: Workshop) -> None:
    bomb = base64.b64encode(zlib.compress(bytes(64 << 20))).decode()
    text = (tiny.folder / "map.tmx").read_text("utf-8")
    start = text.index(_DATA) + len(_DATA)
    tiny.write("map.tmx", (text[:start] + bomb + text[text.index("</data>") :]).encode())

    assert tiny.only().found == "577 bytes or more"


def test_a_link_instead_of_the_map_is_not_followed(tiny: Workshop) -> None:
    outside = tiny.folder.parent / "outside.tmx"
    (tiny.folder / "map.tmx").rename(outside)
    (tiny.folder / "map.tmx").symlink_to(outside)

    assert {fault.code for fault in tiny.refused()} == {"M004", "M002"}


def test_a_linked_folder_is_not_entered(tiny: Workshop) -> None:
    (tiny.folder / "tiles").symlink_to("/")

    assert tiny.only().code == "M004"


def test_a_pipe_is_not_waited_for(tiny: Workshop) -> None:
    os.mkfifo(tiny.folder / "tiles.png")

    assert tiny.only().code == "M004"


def test_a_huge_picture_is_refused_by_its_head(tiny: Workshop) -> None:
    head = (tiny.folder / "flat.png").read_bytes()
    tiny.write("flat.png", head[:16] + (30_000).to_bytes(4, "big") * 2 + head[24:])

    assert tiny.only().found.startswith("30000 x 30000 pixels")


def test_a_cut_off_picture_is_refused(tiny: Workshop) -> None:
    assert tiny.write("flat.png", b"\x89PNG\r\n\x1a\n").only().code == "M040"


def test_utf_16_is_refused(tiny: Workshop) -> None:
    text = (tiny.folder / "map.tmx").read_text("utf-8")

    assert tiny.write("map.tmx", text.encode("utf-16")).only().code == "M020"


def test_a_byte_that_is_not_utf_8_is_shown_with_its_line(tiny: Workshop) -> None:
    data = (tiny.folder / "map.tmx").read_bytes()
    fault = tiny.write("map.tmx", data.replace(b"North Row", b"North \xff Row")).only()

    assert (fault.code, fault.place.line) == ("M020", tiny_line(data, b"North Row"))


def tiny_line(data: bytes, text: bytes) -> int:
    return data[: data.index(text)].count(b"\n") + 1


def test_an_empty_file_is_refused(tiny: Workshop) -> None:
    assert tiny.write("map.tmx", b"").only().code == "M022"


def test_another_kind_of_xml_is_refused(tiny: Workshop) -> None:
    assert tiny.write("map.tmx", b"<svg/>").only().code == "M024"


def test_a_deep_tree_of_known_elements_is_refused(tiny: Workshop) -> None:
    assert "M024" in {
        fault.code for fault in tiny.edit("<point/>", "<point>" * 5000 + "</point>" * 5000).refused()
    }


def test_a_wide_tree_is_refused(tiny: Workshop) -> None:
    more = "<property name='a' value=''/>" * 70_000
    fault = tiny.edit("</properties>", more + "</properties>").only()

    assert fault.code == "M023"


def test_an_external_tileset_passes_the_same_gate(tiny: Workshop) -> None:
    tiny.write("other.tsx", b'<!DOCTYPE tileset><tileset name="a"/>')
    fault = tiny.edit("<layer", '<tileset firstgid="9" source="other.tsx"/><layer').only()

    assert (fault.code, fault.place.file) == ("M021", "tiny/other.tsx")


def test_a_tileset_named_in_a_tileset_is_refused(tiny: Workshop) -> None:
    tiny.write("other.tsx", b'<tileset name="a" source="again.tsx" tilewidth="1" tileheight="1"/>')
    codes = {
        fault.code
        for fault in tiny.edit("<layer", '<tileset firstgid="9" source="other.tsx"/><layer').refused()
    }

    assert "M027" in codes


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "null",
        '{"format": true}',
        '{"format": 1.0, "players": ["a", 2]}',
        "[" * 5000,
        '{"id": "\\ud800"}',
    ],
)
def test_a_hostile_manifest_is_refused(text: str, tiny: Workshop) -> None:
    codes = {fault.code for fault in tiny.write("manifest.json", text.encode()).refused()}

    assert codes <= {"M010", "M011"}


def test_a_manifest_title_may_not_turn_the_direction_of_text(tiny: Workshop) -> None:
    assert tiny.manifest(title="abc\u202edef").only().place.property_name == "title"


def test_a_file_is_not_a_map(tmp_path: Path) -> None:
    (tmp_path / "map.tmx").write_text("<map/>", "utf-8")

    with pytest.raises(MapRefused, match="M001"):
        load(tmp_path / "map.tmx")


def test_half_a_million_attributes_are_not_gathered(tiny: Workshop) -> None:
    tiny.edit("<map ", "<map " + " ".join(f'a{n}=""' for n in range(500_000)) + " ")

    tracemalloc.start()
    try:
        assert tiny.only().found == "a tag of more than 524288 bytes"
        assert tracemalloc.get_traced_memory()[1] < 64 << 20
    finally:
        tracemalloc.stop()


def test_a_comment_without_an_end_is_not_gathered(tiny: Workshop) -> None:
    tiny.edit("<tileset ", "<!--" + "x" * (2 << 20) + "--><tileset ")

    assert tiny.only().code == "M023"
