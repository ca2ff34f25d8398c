import base64
import gzip
import struct

import pytest

from game.maps import load
from tests.maps.workshop import TINY, Workshop

_DATA = '<data encoding="base64" compression="zlib">'


def test_orthogonal_tiles_are_square(tiny: Workshop) -> None:
    fault = tiny.edit('orientation="isometric"', 'orientation="orthogonal"').only()

    assert fault.expected == "square tiles in an orthogonal map"


def test_a_picture_larger_than_any_needed_is_refused(tiny: Workshop) -> None:
    with (tiny.folder / "flat.png").open("r+b") as stream:
        stream.truncate(17 << 20)

    assert tiny.only().code == "M005"


def test_tilesets_are_limited(tiny: Workshop) -> None:
    assert tiny.edit("<layer", '<tileset firstgid="9" source="a.tsx"/>' * 40 + "<layer").only().code == "M035"


def test_a_tileset_file_is_a_tsx(tiny: Workshop) -> None:
    fault = tiny.edit("<layer", '<tileset firstgid="9" source="flat.png"/><layer').only()

    assert (fault.code, fault.expected) == ("M007", "a .tsx file")


def test_a_missing_tileset_file_is_named(tiny: Workshop) -> None:
    assert (
        tiny.edit("<layer", '<tileset firstgid="9" source="a.tsx"/><layer').only().found == 'no file "a.tsx"'
    )


def test_a_tileset_of_single_pictures_is_refused(tiny: Workshop) -> None:
    tiny.edit('<image source="flat.png" width="128" height="32"/>', "")

    assert tiny.only().found == "a tileset without an image"


def test_tile_layers_are_limited(tiny: Workshop) -> None:
    assert (
        tiny.edit("<layer", '<layer name="a" width="12" height="12"/>' * 15 + "<layer").only().code == "M035"
    )


def test_a_layer_without_data_is_refused(tiny: Workshop) -> None:
    assert tiny.edit("<layer", '<layer name="a" width="12" height="12"/><layer').only().code == "M027"


@pytest.mark.parametrize("packing", ["", "gzip"])
def test_layer_data_in_the_other_packings_is_the_same(packing: str, tiny: Workshop) -> None:
    text = (tiny.folder / "map.tmx").read_text("utf-8")
    start = text.index(_DATA)
    raw = struct.pack(
        "<144I",
        *[2 if (y == 8 and x >= 8) or (x == 8 and y >= 8) else 1 for y in range(12) for x in range(12)],
    )
    data = base64.b64encode(gzip.compress(raw) if packing else raw).decode()
    attribute = f' compression="{packing}"' if packing else ""
    packed = f'<data encoding="base64"{attribute}>{data}'
    tiny.write("map.tmx", (text[:start] + packed + text[text.index("</data>") :]).encode())

    assert tiny.load().art.layers == load(TINY).art.layers


def test_an_endless_attribute_is_refused(tiny: Workshop) -> None:
    assert tiny.edit('name="Hub"', f'name="{"x" * 70_000}"').only().code == "M023"


def test_elements_inside_an_unknown_one_are_not_blamed_again(tiny: Workshop) -> None:
    fault = tiny.edit("<polyline", "<a><property/><b/></a><polyline").only()

    assert (fault.code, fault.found) == ("M024", 'element "a"')


def test_a_near_element_is_offered(tiny: Workshop) -> None:
    fault = tiny.edit("<polyline", "<polylin/><polyline").only()

    assert fault.expected == '"polyline"'


def test_text_of_several_lines_in_a_property_is_read(tiny: Workshop) -> None:
    tiny.edit('<property name="key" value="island"/>', '<property name="key">island</property>')

    assert tiny.load().rules_hash == load(TINY).rules_hash
