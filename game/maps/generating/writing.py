"""A drawn city as the folder of an ordinary map: Tiled opens it, the gate checks it."""

import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from game.maps.generating.canvas import Cell
from game.maps.generating.cover import Cover
from game.maps.generating.regions_sheet import write_sheet
from game.maps.generating.sketch import Mark, Sketch
from game.maps.generating.streets import Way
from game.maps.generating.tilekinds import Kinds, kinds_of
from game.maps.schema import WEALTHS
from game.resources import maps_folder
from game.rules.city import DistrictPlan

TILE = 32
"""Object coordinates in an isometric map count so many units to a tile, on both axes."""

_LICENSE = "CC-BY-4.0"


def write(sketch: Sketch, folder: Path) -> None:
    """Write the map, whole or not at all.

    Raises FileExistsError if the folder is there, OSError if it cannot be written.
    """
    if folder.exists():
        raise FileExistsError(17, "it is there already", str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    half = Path(tempfile.mkdtemp(prefix=".half-", dir=folder.parent))
    try:
        half.chmod(0o755)
        _write(sketch, half)
        half.replace(folder)
    except BaseException:
        # Ctrl+C or a full disk leaves nothing behind.
        shutil.rmtree(half, ignore_errors=True)
        raise


def _write(sketch: Sketch, folder: Path) -> None:
    source = maps_folder() / "core"
    for name in sketch.sheets:
        shutil.copyfile(source / f"{name}.tsx", folder / f"{name}.tsx")
        shutil.copyfile(source / f"{name}.png", folder / f"{name}.png")
    keys = [plan.key for plan in sketch.city.districts]
    write_sheet(folder, keys)
    _write_map(sketch, folder, kinds_of(folder, sketch.sheets))
    (folder / "manifest.json").write_text(_manifest(sketch.cover), encoding="utf-8")
    (folder / "README.md").write_text(sketch.cover.readme, encoding="utf-8")
    shutil.copyfile(source / "LICENSE.txt", folder / "LICENSE.txt")


def _manifest(cover: Cover) -> str:
    facts = {
        "format": 1,
        "id": cover.map_id,
        "version": cover.version,
        "title": cover.title,
        "authors": cover.authors,
        "license": _LICENSE,
        "min_game": "0.1.0",
        "description": cover.description,
        "players": cover.players,
    }
    return json.dumps(facts, indent=2) + "\n"


def _write_map(sketch: Sketch, folder: Path, kinds: Kinds) -> None:
    side = sketch.side
    root = Element("map", _attributes(side))
    properties = SubElement(root, "properties")
    for fact, value in sketch.facts.items():
        _property(properties, fact, value)
    first = 1
    for name in (*sketch.sheets, "regions"):
        SubElement(root, "tileset", {"firstgid": str(first), "source": f"{name}.tsx"})
        first += kinds.counts.get(name, 0)
    layers = _Layers(root, side)
    layers.tiles("ground", kinds.gids(sketch.looks.ground))
    layers.tiles("buildings", kinds.gids(sketch.looks.buildings))
    regions = {cell: first + owner for cell, owner in sketch.owners.items()}
    layers.tiles("regions", regions, {"opacity": "0.35", "visible": "0"})
    _write_objects(layers, sketch)
    root.set("nextlayerid", str(layers.next_layer))
    root.set("nextobjectid", str(layers.next_object))
    indent(root, " ")
    tree: ElementTree[Element] = ElementTree(root)
    tree.write(folder / "map.tmx", encoding="UTF-8", xml_declaration=True)


def _attributes(side: int) -> dict[str, str]:
    size = {"width": str(side), "height": str(side), "tilewidth": "64", "tileheight": "32"}
    drawn = {
        "version": "1.8",
        "tiledversion": "1.8.2",
        "orientation": "isometric",
        "renderorder": "right-down",
    }
    return {
        **drawn,
        **size,
        "infinite": "0",
        "backgroundcolor": "#050610",
        "nextlayerid": "1",
        "nextobjectid": "1",
    }


def _property(properties: Element, name: str, value: str | int) -> None:
    kind = {"type": "int"} if isinstance(value, int) else {}
    SubElement(properties, "property", {"name": name, **kind, "value": str(value)})


class _Layers:
    """The layers of a map being written; ids count on."""

    def __init__(self, root: Element, side: int) -> None:
        self._root = root
        self._side = side
        self.next_layer = 1
        self.next_object = 1

    def tiles(self, name: str, gids: dict[Cell, int], more: dict[str, str] | None = None) -> None:
        """A tile layer; a cell without a tile is 0."""
        side = str(self._side)
        layer = SubElement(
            self._root, "layer", {**self._head(name), "width": side, "height": side, **(more or {})}
        )
        rows = [",".join(str(gids.get((x, y), 0)) for x in range(self._side)) for y in range(self._side)]
        SubElement(layer, "data", {"encoding": "csv"}).text = "\n" + ",\n".join(rows) + "\n"

    def objects(self, name: str, colour: str) -> Element:
        """An empty object layer."""
        return SubElement(self._root, "objectgroup", {**self._head(name), "color": colour})

    def thing(self, layer: Element, of_class: str, name: str, at: tuple[float, float]) -> Element:
        """An object at a place in tiles, without a shape yet."""
        x, y = (f"{place * TILE:g}" for place in at)
        number = self.next_object
        self.next_object += 1
        return SubElement(
            layer, "object", {"id": str(number), "name": name, "type": of_class, "x": x, "y": y}
        )

    def _head(self, name: str) -> dict[str, str]:
        number = self.next_layer
        self.next_layer += 1
        return {"id": str(number), "name": name}


def _write_objects(layers: _Layers, sketch: Sketch) -> None:
    plans = sketch.city.districts
    places = [(x + 0.5, y + 0.5) for x, y in sketch.middles]
    districts = layers.objects("districts", "#62f4be")
    for plan, place in sorted(zip(plans, places, strict=True), key=lambda pair: pair[0].key):
        _point(layers.thing(districts, "district", plan.title, place), _facts(plan))
    if sketch.ways:
        links = layers.objects("links", "#26cdff")
        for way in sketch.ways:
            _link(layers, links, way, plans, places)
    sites = layers.objects("sites", "#ffce5c")
    for n, plan in enumerate(plans):
        if plan.landmark:
            title = plan.landmark.replace("_", " ").title()
            _point(layers.thing(sites, "landmark", title, sketch.looks.sites[n]), {"kind": plan.landmark})
    if sketch.scenario:
        _write_scenario(layers, sketch.scenario, places)
    starts = layers.objects("starts", "#ff3da5")
    for start in sketch.city.starts:
        thing = layers.thing(starts, "start", f"Seat {start.seat}", places[start.district])
        _point(thing, {"faction": start.faction, "seat": start.seat})


def _write_scenario(layers: _Layers, scenario: Sequence[Mark], places: Sequence[tuple[float, float]]) -> None:
    """Marks of one district lie one below the other, so that each can be taken hold of."""
    layer = layers.objects("scenario", "#bc96ff")
    taken: Counter[int] = Counter()
    for mark in scenario:
        x, y = places[mark.district]
        place = (x + taken[mark.district] / 4, y + taken[mark.district] / 4)
        taken[mark.district] += 1
        _point(layers.thing(layer, mark.of_class, mark.name, place), mark.facts)


def _facts(plan: DistrictPlan) -> dict[str, str | int]:
    return {
        "key": plan.key,
        "lean": plan.lean,
        "need": plan.need,
        "population": plan.population,
        "quarter": plan.quarter,
        "slots": plan.slots,
        "unrest": plan.unrest,
        "wealth": WEALTHS[plan.wealth],
    }


def _point(thing: Element, facts: dict[str, Any]) -> None:
    _properties(thing, facts.items())
    SubElement(thing, "point")


def _properties(thing: Element, facts: Iterable[tuple[str, str | int]]) -> None:
    properties = SubElement(thing, "properties")
    for name, value in facts:
        _property(properties, name, value)


def _link(
    layers: _Layers,
    links: Element,
    way: Way,
    plans: Sequence[DistrictPlan],
    places: Sequence[tuple[float, float]],
) -> None:
    one, other = way.pair
    start, end = places[one], places[other]
    thing = layers.thing(links, "link", f"{plans[one].title} - {plans[other].title}", start)
    facts = {"a": plans[one].key, "b": plans[other].key, "kind": way.kind}
    _properties(thing, facts.items())
    x, y = (f"{(b - a) * TILE:g}" for a, b in zip(start, end, strict=True))
    SubElement(thing, "polyline", {"points": f"0,0 {x},{y}"})
