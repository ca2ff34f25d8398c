"""What Tiled needs to offer the game's classes and properties: made from the one table the gate checks by."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from game.maps.schema import CLASSES, Choice, Property, Tiles, Whole

PROGRAM: Final = "neo-sanctum"
PROJECT: Final = "city.tiled-project"
OBJECT_TYPES: Final = "objecttypes.xml"

_COLOURS: Final = {"district": "#62f4be", "link": "#26cdff", "landmark": "#ffce5c", "start": "#ff3da5"}
_PLAIN: Final = "#c8ccff"
_COMMANDS: Final = (("Check this map", "F5", "map check"), ("Play this map", "F6", "map play"))


def write_kit(folder: Path, program: str = PROGRAM) -> None:
    """Write Tiled's project and object types beside a map. `program` is how the game is started from Tiled."""
    (folder / PROJECT).write_text(project_text(program), encoding="utf-8")
    (folder / OBJECT_TYPES).write_text(object_types_text(), encoding="utf-8")


def project_text(program: str = PROGRAM) -> str:
    """The project: drop-downs for every choice, classes for Tiled 1.9 and newer, commands on F5 and F6."""
    project = {
        "automappingRulesFile": "",
        "commands": [_command(program, *command) for command in _COMMANDS],
        "extensionsPath": "extensions",
        "folders": ["."],
        "objectTypesFile": OBJECT_TYPES,
        "propertyTypes": _property_types(),
    }
    return json.dumps(project, indent=4) + "\n"


def object_types_text() -> str:
    """The classes with their properties and defaults, for Tiled up to 1.8."""
    root = Element("objecttypes")
    for name, of_class in CLASSES.items():
        node = SubElement(root, "objecttype", {"name": name, "color": _COLOURS.get(name, _PLAIN)})
        for property_name, rule in of_class.properties.items():
            kind, default = _typed(rule)
            choice = {"propertytype": _choice_name(name, property_name)} if isinstance(rule, Choice) else {}
            facts = {"name": property_name, "type": kind, **choice, "default": str(default)}
            SubElement(node, "property", facts)
    indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _command(program: str, name: str, shortcut: str, verb: str) -> dict[str, Any]:
    return {
        "arguments": f"{verb} %mapfile",
        "command": "",
        "enabled": True,
        "executable": program,
        "name": name,
        "saveBeforeExecute": True,
        "shortcut": shortcut,
        "showOutput": True,
        "workingDirectory": "",
    }


def _property_types() -> list[dict[str, Any]]:
    numbered = enumerate([*_enumerations(), *_classes()], start=1)
    return [{"id": number, **kind} for number, kind in numbered]


def _choices() -> Iterator[tuple[str, Choice]]:
    for name, of_class in CLASSES.items():
        for property_name, rule in of_class.properties.items():
            if isinstance(rule, Choice):
                yield _choice_name(name, property_name), rule


def _choice_name(of_class: str, name: str) -> str:
    return f"{of_class}_{name}"


def _enumerations() -> Iterator[dict[str, Any]]:
    for name, rule in _choices():
        yield {
            "name": name,
            "storageType": "string",
            "type": "enum",
            "values": list(rule.values),
            "valuesAsFlags": False,
        }


def _classes() -> Iterator[dict[str, Any]]:
    for name, of_class in CLASSES.items():
        yield {
            "name": name,
            "type": "class",
            "color": "#ff" + _COLOURS.get(name, _PLAIN).removeprefix("#"),
            "drawFill": True,
            "members": list(_members(name, of_class.properties)),
            "useAs": ["object"],
        }


def _members(of_class: str, properties: Mapping[str, Property]) -> Iterator[dict[str, Any]]:
    for name, rule in properties.items():
        kind, default = _typed(rule)
        choice = {"propertyType": _choice_name(of_class, name)} if isinstance(rule, Choice) else {}
        yield {"name": name, **choice, "type": kind, "value": default}


def _typed(rule: Property) -> tuple[str, str | int | float]:
    """Tiled's type of a property, and the default it shows: the game's, or the lowest where one must be set."""
    if isinstance(rule, Whole):
        return "int", rule.low if rule.default is None else rule.default
    if isinstance(rule, Tiles):
        return "float", rule.default / 4
    if isinstance(rule, Choice):
        return "string", rule.values[0] if rule.default is None else rule.default
    return "string", rule.default or ""
