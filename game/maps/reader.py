"""The door to a map: a folder in, a checked map or a refusal out."""

from pathlib import Path

from msgspec import Struct

from game.maps.art import MapArt
from game.maps.document import FILE, read_document
from game.maps.drawing import draw
from game.maps.faults import Fault, Faults, MapRefused
from game.maps.files import MapFolder
from game.maps.identity import rules_hash
from game.maps.manifest import Manifest, read_manifest
from game.maps.meaning import understand
from game.rules.city import City


class LoadedMap(Struct, frozen=True):
    """A map that passed the gate. `warnings` are what its maker should look at and players need not."""

    city: City
    art: MapArt
    rules_hash: str
    manifest: Manifest
    warnings: tuple[Fault, ...]


def load(folder: Path) -> LoadedMap:
    """Return the map of a folder that may come from anybody.

    Nothing outside the folder is opened and no picture is decoded. Raises `MapRefused` with everything
    found wrong; `OSError` only if the machine cannot read a file that is there.
    """
    faults = Faults()
    files = MapFolder(folder, faults)
    document = read_document(files, faults)
    manifest = read_manifest(files, faults)
    if manifest is None:
        raise MapRefused(faults.sorted())
    meaning = understand(document, manifest, files.place(FILE), faults)
    faults.refuse_errors()
    return LoadedMap(
        city=meaning.city,
        art=draw(document, meaning, folder),
        rules_hash=rules_hash(meaning.city),
        manifest=manifest,
        warnings=faults.sorted(),
    )
