"""Object layers: what a person drew, as checked things in quarter tiles."""

import difflib
from collections import Counter
from typing import Final

from msgspec import Struct

from game.maps import limits
from game.maps.faults import Faults, Place, quoted
from game.maps.layers import layer_place
from game.maps.numbers import Attributes, to_points
from game.maps.properties import given, read_properties
from game.maps.schema import CLASSES, LAYERS, REQUIRED_LAYERS
from game.maps.xmltree import Node

Point = tuple[int, int]

_SHAPES: Final = ("point", "polygon", "polyline", "ellipse", "text", "capsule")
_NEVER_TURNED: Final = ("0", "360", "-360")


class Thing(Struct, frozen=True):
    """An object of a known class: its corners (one for a point) and all its properties."""

    place: Place
    name: str
    points: tuple[Point, ...]
    properties: dict[str, int | str]


def read_objects(nodes: list[Node], unit: int, file: Place, faults: Faults) -> dict[str, list[Thing]]:
    """Return the objects of the game's layers by class, `unit` pixels being a tile.

    Notes M030, M035, M201, M202, M207, M210, M315 and what is wrong with numbers and properties.
    """
    _check_counts(nodes, file, faults)
    things: dict[str, list[Thing]] = {name: [] for name in CLASSES}
    for node in nodes:
        place = layer_place(node, file)
        if _is_read(place, faults):
            _check_unmoved(node, place, faults)
            for entry in node.all("object"):
                read = _thing(entry, unit, place, faults)
                if read is not None:
                    things[read[0]].append(read[1])
    present = {node.attributes.get("name", "") for node in nodes}
    for name in REQUIRED_LAYERS:
        if name not in present:
            faults.add("M210", file, f"no object layer {quoted(name)}", "one")
    return things


def _check_counts(nodes: list[Node], file: Place, faults: Faults) -> None:
    counts: Counter[str] = Counter()
    for node in nodes:
        counts[node.attributes.get("name", "")] += len(node.all("object"))
    if counts.total() > limits.OBJECTS:
        raise faults.fatal("M035", file, f"{counts.total()} objects", f"at most {limits.OBJECTS}")
    for layer, most in limits.OBJECTS_IN_LAYER.items():
        if counts[layer] > most:
            place = Place(file.file, file.line, layer)
            raise faults.fatal("M035", place, f"{counts[layer]} objects", f"at most {most}")


def _is_read(place: Place, faults: Faults) -> bool:
    if place.layer.startswith("_"):
        return False
    if place.layer not in LAYERS:
        near = difflib.get_close_matches(place.layer, LAYERS, 1)
        expected = f'"{near[0]}"' if near else ", ".join(LAYERS)
        faults.add("M201", place, "an unknown object layer", expected)
        return False
    return True


def _check_unmoved(node: Node, place: Place, faults: Faults) -> None:
    read = Attributes(node, place, faults)
    if not all(read.is_neutral(name, ("0",)) for name in ("offsetx", "offsety")):
        faults.add("M030", place, "an object layer that is shifted", "offset 0, 0")


def _thing(node: Node, unit: int, layer: Place, faults: Faults) -> tuple[str, Thing] | None:
    """An object with its class's name, or None after noting what is wrong with it."""
    number = Attributes(node, Place(layer.file, node.line, layer.layer), faults).whole("id", 0, 1 << 30, 0)
    title = node.attributes.get("name", "")
    place = Place(layer.file, node.line, layer.layer, number, _shown(title))
    name = _class_of(node, LAYERS[layer.layer], place, faults)
    if name is None:
        return None
    if not Attributes(node, place, faults).is_neutral("rotation", _NEVER_TURNED):
        faults.add("M315", place, "a turned object", "rotation 0")
        return None
    points = _points(node, name, unit, place, faults)
    if points is None:
        return None
    properties = read_properties(given(node), CLASSES[name].properties, place, faults)
    return name, Thing(place, title, points, properties)


def _shown(title: str) -> str:
    return quoted(title)[1:].rstrip('"')


def _class_of(node: Node, names: tuple[str, ...], place: Place, faults: Faults) -> str | None:
    # Tiled calls it type up to 1.8 and from 1.10 on, class in 1.9.
    written = node.attributes.get("type") or node.attributes.get("class") or ""
    if written in names:
        return written
    near = difflib.get_close_matches(written, CLASSES, 1)
    found = f"class {quoted(written)}" if written else "no class"
    expected = " or ".join(f'"{name}"' for name in names)
    if near and near[0] not in names:
        expected += f' (layer {CLASSES[near[0]].layer} is for "{near[0]}")'
    faults.add("M202", place, found, expected)
    return None


def _shape(node: Node) -> tuple[str, Node | None]:
    if "gid" in node.attributes:
        return "tile", None
    for tag in _SHAPES:
        shape = node.first(tag)
        if shape is not None:
            return tag, shape
    return "rectangle", None


def _points(node: Node, name: str, unit: int, place: Place, faults: Faults) -> tuple[Point, ...] | None:
    kind, shape = _shape(node)
    if kind not in CLASSES[name].shapes:
        faults.add("M207", place, f"the shape {kind}", " or ".join(CLASSES[name].shapes))
        return None
    read = Attributes(node, place, faults)
    x, y = read.quarters("x", unit), read.quarters("y", unit)
    if kind == "point":
        return ((x, y),)
    if kind == "rectangle":
        right, bottom = x + read.quarters("width", unit), y + read.quarters("height", unit)
        return (x, y), (right, y), (right, bottom), (x, bottom)
    return _corners(node, shape, unit, place, faults)


def _corners(
    node: Node, shape: Node | None, unit: int, place: Place, faults: Faults
) -> tuple[Point, ...] | None:
    text = shape.attributes.get("points", "") if shape else ""
    # Rounding happens once, after adding: rounding origin and corner apart could part shared borders.
    points = to_points(text, unit, (node.attributes.get("x", "0"), node.attributes.get("y", "0")))
    if not points or len(points) < 2:
        faults.add("M026", place, f"points {quoted(text)}", "pairs of plain numbers")
        return None
    if len(points) > limits.POLYGON_POINTS:
        faults.add("M035", place, f"{len(points)} corners", f"at most {limits.POLYGON_POINTS}")
        return None
    return points
