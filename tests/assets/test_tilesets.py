"""Tilesets: every tile has a kind, the sheets fit their descriptions, and the rules of the set hold."""

from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from buildings import BUILDERS
from landmarks import LANDMARKS
from monuments import MONUMENTS
from numpy.typing import NDArray
from palette import ACCENTS
from PIL import Image
from works import BUILDINGS, PLAIN

ALL_LANDMARKS = {**LANDMARKS, **MONUMENTS}
GROUNDS = (
    "plaza0", "plaza1", "plaza2", "roadx", "roady", "roadc", "water0", "water1", "water2",
    "park0", "park1", "park2", "park3", "bridgex", "bridgey",
)  # fmt: skip


def pixels(core: Path) -> NDArray[np.uint8]:
    with Image.open(core / "neon.png") as picture:
        return np.asarray(picture)


def kinds(path: Path) -> list[str]:
    root = ET.parse(path).getroot()
    return [
        tile.findall("properties/property[@name='kind']")[0].attrib["value"] for tile in root.iter("tile")
    ]


@pytest.mark.parametrize("name", ["neon", "landmarks", "works"])
def test_the_sheet_fits_its_description(core: Path, name: str) -> None:
    root = ET.parse(core / f"{name}.tsx").getroot()
    with Image.open(core / f"{name}.png") as picture:
        size, mode = picture.size, picture.mode
    image = root.find("image")
    assert image is not None
    assert (int(image.attrib["width"]), int(image.attrib["height"])) == size
    assert mode == "RGBA"
    columns, count = int(root.attrib["columns"]), int(root.attrib["tilecount"])
    assert size[0] == columns * int(root.attrib["tilewidth"])
    assert size[1] == -(-count // columns) * int(root.attrib["tileheight"])
    assert len(kinds(core / f"{name}.tsx")) == count


def test_every_kind_is_there_in_every_accent(core: Path) -> None:
    buildings = [f"{kind}:{owner}" for owner in ACCENTS for kind in BUILDERS]
    assert kinds(core / "neon.tsx") == [*GROUNDS, *buildings]


def test_every_landmark_is_there_with_its_span(core: Path) -> None:
    root = ET.parse(core / "landmarks.tsx").getroot()
    spans = [int(entry.attrib["value"]) for entry in root.iter("property") if entry.attrib["name"] == "span"]
    assert kinds(core / "landmarks.tsx") == list(ALL_LANDMARKS)
    assert spans == [span for _, span in ALL_LANDMARKS.values()]


def test_every_work_is_there_in_every_accent(core: Path) -> None:
    buildings = [f"{kind}:{owner}" for owner in ACCENTS for kind in BUILDINGS]
    assert kinds(core / "works.tsx") == [*PLAIN, *buildings]


def test_no_work_and_no_landmark_is_empty_or_cut_off(core: Path) -> None:
    for name, wide in (("works", 64), ("landmarks", 192)):
        with Image.open(core / f"{name}.png") as picture:
            sheet = np.asarray(picture)
        root = ET.parse(core / f"{name}.tsx").getroot()
        columns, high = int(root.attrib["columns"]), int(root.attrib["tileheight"])
        for number in range(int(root.attrib["tilecount"])):
            row, column = divmod(number, columns)
            cell = sheet[row * high : row * high + high, column * wide : column * wide + wide, 3]
            assert (cell > 200).any()
            assert not (cell[0] > 60).any()


def test_no_tile_is_empty_and_grounds_are_whole(core: Path) -> None:
    sheet = pixels(core)
    for number in range(75):
        row, column = divmod(number, 15)
        cell = sheet[row * 160 : row * 160 + 160, column * 64 : column * 64 + 64]
        assert cell[..., 3].any()
        if number < len(GROUNDS):
            assert cell[144, 32, 3] == 255


def test_walls_stay_dark(core: Path) -> None:
    """Half of what is drawn of any building is under 45% of full value: light comes from windows and signs."""
    sheet = pixels(core)[160:]
    for number in range(60):
        row, column = divmod(number, 15)
        cell = sheet[row * 160 : row * 160 + 160, column * 64 : column * 64 + 64]
        value = cell[..., :3].max(axis=2)[cell[..., 3] > 200]
        assert np.median(value) < 0.45 * 255


def test_the_sheets_stay_small(core: Path) -> None:
    names = ("neon", "landmarks", "works")
    assert sum((core / f"{name}.png").stat().st_size for name in names) < 1_500_000
