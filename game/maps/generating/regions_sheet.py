"""The tileset of the layer `regions`: one coloured tile for each district, with its key."""

import colorsys
from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from PIL import Image, ImageDraw

_WIDTH, _HEIGHT = 64, 32
_COLUMNS = 7


def write_sheet(folder: Path, keys: Sequence[str]) -> None:
    """Write `regions.tsx` and `regions.png`. The tile of district n has the number n."""
    rows = -(-len(keys) // _COLUMNS)
    picture = Image.new("RGBA", (_COLUMNS * _WIDTH, rows * _HEIGHT))
    pen = ImageDraw.Draw(picture)
    for n in range(len(keys)):
        _diamond(pen, n, len(keys))
    picture.save(folder / "regions.png", optimize=True)
    size = {"tilewidth": str(_WIDTH), "tileheight": str(_HEIGHT)}
    count = {"tilecount": str(rows * _COLUMNS), "columns": str(_COLUMNS)}
    root = Element("tileset", {"version": "1.8", "tiledversion": "1.8.2", "name": "regions", **size, **count})
    SubElement(root, "grid", {"orientation": "isometric", "width": str(_WIDTH), "height": str(_HEIGHT)})
    SubElement(
        root,
        "image",
        {"source": "regions.png", "width": str(picture.width), "height": str(picture.height)},
    )
    for n, key in enumerate(keys):
        properties = SubElement(SubElement(root, "tile", {"id": str(n)}), "properties")
        SubElement(properties, "property", {"name": "district", "value": key})
    indent(root, " ")
    tree: ElementTree[Element] = ElementTree(root)
    tree.write(folder / "regions.tsx", encoding="UTF-8", xml_declaration=True)


def _diamond(pen: ImageDraw.ImageDraw, n: int, count: int) -> None:
    """A tile in a colour of its own; neighbours in number lie far apart in hue."""
    x, y = n % _COLUMNS * _WIDTH, n // _COLUMNS * _HEIGHT
    red, green, blue = colorsys.hsv_to_rgb(n * 11 % count / count, 0.65, 0.95)
    colour = (round(255 * red), round(255 * green), round(255 * blue), 230)
    middle = (x + _WIDTH / 2, y + _HEIGHT / 2)
    pen.polygon(
        [(middle[0], y), (x + _WIDTH - 1, middle[1]), (middle[0], y + _HEIGHT - 1), (x, middle[1])],
        fill=colour,
    )
