"""The picture of a map: every tile of the city is in it, in either orientation."""

import pytest
from PIL import Image

from game.maps import find, load
from game.maps.generating import Request, generate
from game.maps.preview import preview, write_preview


@pytest.fixture(scope="module")
def core():
    return load(find("core"))


def _lit(picture):
    """How many of a hundred pixels are not night."""
    pixels = list(picture.convert("L").resize((200, 100)).get_flattened_data())
    return 100 * sum(value > 12 for value in pixels) // len(pixels)


def test_the_picture_has_the_width_asked_for(core):
    assert preview(core, 640).width == 640


def test_the_city_fills_its_diamond(core):
    assert _lit(preview(core, 640)) > 35


def test_an_orthogonal_map_is_drawn_from_above(tiny):
    tiny.edit('orientation="isometric"', 'orientation="orthogonal"').edit('tilewidth="64"', 'tilewidth="32"')
    drawn = preview(load(tiny.folder), 384)
    assert drawn.width == 384
    assert drawn.height > drawn.width


def test_names_and_seats_are_written_on_it(core, monkeypatch):
    with_words = preview(core, 640)
    monkeypatch.setattr("game.maps.preview._Drawing.districts", lambda self: None)
    monkeypatch.setattr("game.maps.preview._Drawing.starts", lambda self, words: None)
    without = preview(core, 640)
    assert with_words.tobytes() != without.tobytes()


def test_the_file_is_a_png_of_moderate_size(core, tmp_path):
    write_preview(core, tmp_path / "core.png", 800)
    with Image.open(tmp_path / "core.png") as picture:
        assert (picture.format, picture.width) == ("PNG", 800)
    assert (tmp_path / "core.png").stat().st_size < 600_000


def test_a_generated_city_can_be_drawn(tmp_path):
    generate(Request("drawn", seed=2, seats=2, style="rivers"), tmp_path / "drawn")
    assert _lit(preview(load(tmp_path / "drawn"), 640)) > 35
