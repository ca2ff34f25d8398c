"""What a map says about itself: manifest.json."""

import re
from typing import Final

import msgspec
from msgspec import Struct

import game
from game.maps.faults import Faults, Place, quoted
from game.maps.files import MapFolder
from game.maps.limits import MANIFEST_BYTES, SEATS

FILE: Final = "manifest.json"

_VERSION = r"(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})"
_SPDX = r"[A-Za-z0-9][A-Za-z0-9.+() -]{0,63}"
_FORMS: Final = {
    "id": (r"[a-z0-9][a-z0-9_-]{2,39}", "3 to 40 of a..z, 0..9, '_' and '-'"),
    "version": (_VERSION, "three numbers such as 1.0.0"),
    "title": (r"[^\x00-\x1f\x7f\u2028-\u202e\u2066-\u2069]{1,40}", "1 to 40 characters"),
    "license": (_SPDX, "an SPDX name such as CC-BY-4.0"),
    "min_game": (_VERSION, "three numbers such as 0.1.0"),
    "description": (r"[^\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]{1,1000}", "1 to 1000 characters"),
}


class Manifest(Struct, frozen=True):
    """A map's name, makers and needs. `players` is the fewest and the most who can play on it."""

    format: int
    id: str
    version: str
    title: str
    authors: tuple[str, ...]
    license: str
    min_game: str
    description: str
    players: tuple[int, int]


def read_manifest(folder: MapFolder, faults: Faults) -> Manifest | None:
    """Return the manifest, or note what is wrong with it (M010..M013) and return None."""
    place = folder.place(FILE)
    try:
        raw = msgspec.json.decode(folder.read(FILE, MANIFEST_BYTES), type=dict[str, object])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        faults.add("M010", place, quoted(str(error)), "a JSON object")
        return None
    for name in sorted(raw.keys() - set(Manifest.__struct_fields__)):
        faults.add(
            "M012", place.at_property(name[:40]), "an unknown field", ", ".join(Manifest.__struct_fields__)
        )
    right = [_check(name, raw.get(name), place, faults) for name in Manifest.__struct_fields__]
    if not all(right):
        return None
    manifest = msgspec.convert(raw, Manifest)
    if _numbers(manifest.min_game) > _numbers(game.__version__):
        faults.add("M013", place.at_property("min_game"), manifest.min_game, f"at most {game.__version__}")
    return manifest


def _check(name: str, value: object, place: Place, faults: Faults) -> bool:
    expected = _complaint(name, value)
    if expected:
        found = quoted(str(msgspec.json.encode(value), "utf-8")) if value is not None else "nothing"
        faults.add("M011", place.at_property(name), found, expected)
    return not expected


def _complaint(name: str, value: object) -> str:
    """Return what was expected of a field, or nothing if it is right."""
    if name in _FORMS:
        form, expected = _FORMS[name]
        return "" if isinstance(value, str) and re.fullmatch(form, value) else expected
    if name == "format":
        return "" if value == 1 and type(value) is int else "1"
    if name == "authors":
        return "" if _is_authors(value) else "a list of 1 to 20 names"
    return "" if _is_players(value) else f"two numbers [fewest, most], 1 to {SEATS}"


def _is_authors(value: object) -> bool:
    title = _FORMS["title"][0]
    return (
        isinstance(value, list)
        and 1 <= len(value) <= 20
        and all(isinstance(name, str) and re.fullmatch(title, name) for name in value)
    )


def _is_players(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(count) is int for count in value)
        and 1 <= value[0] <= value[1] <= SEATS
    )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:3])
