"""The door to a map: a folder in, a checked map or a refusal out."""

from pathlib import Path

from msgspec import Struct

from game.maps.art import MapArt
from game.maps.document import FILE, Document, read_document
from game.maps.faults import Fault, Faults, MapRefused
from game.maps.files import MapFolder
from game.maps.identity import rules_hash
from game.maps.manifest import Manifest, read_manifest
from game.maps.meaning import Meaning, understand
from game.maps.scenario import SCENARIO
from game.rules.cards import Mode
from game.rules.city import City


class CheckedMap(Struct, frozen=True):
    """A map that passed the gate. `warnings` are what its maker should look at and players need not.

    `mode` is what the map asks to be played as: free, common_cause, or scenario where it has one of its own.
    """

    city: City
    scenario: Mode | None
    mode: str
    rules_hash: str
    manifest: Manifest
    warnings: tuple[Fault, ...]


class LoadedMap(CheckedMap, frozen=True):
    """A map that passed the gate, with its looks."""

    art: MapArt


def check(folder: Path) -> CheckedMap:
    """Return the map of a folder that may come from anybody, without its looks: enough for a server.

    Nothing outside the folder is opened and no picture is decoded. Raises `MapRefused` with everything
    found wrong; `OSError` only if the machine cannot read a file that is there.
    """
    return _read(folder)[0]


def load(folder: Path) -> LoadedMap:
    """Return the map of a folder that may come from anybody, with its looks. Refuses as `check` does."""
    # Imported when needed: pytmx brings pygame with it, which a server that only checks maps must not pay for.
    from game.maps.drawing import draw  # noqa: PLC0415

    checked, document, meaning = _read(folder)
    art = draw(document, meaning, folder)
    return LoadedMap(
        checked.city,
        checked.scenario,
        checked.mode,
        checked.rules_hash,
        checked.manifest,
        checked.warnings,
        art,
    )


def _read(folder: Path) -> tuple[CheckedMap, Document, Meaning]:
    faults = Faults()
    files = MapFolder(folder, faults)
    document = read_document(files, faults)
    manifest = read_manifest(files, faults)
    if manifest is None:
        raise MapRefused(faults.sorted())
    meaning = understand(document, manifest, files.place(FILE), faults)
    faults.refuse_errors()
    asked = SCENARIO if meaning.scenario else str(document.settings["mode"]).replace("-", "_")
    named = rules_hash(meaning.city, meaning.scenario)
    checked = CheckedMap(meaning.city, meaning.scenario, asked, named, manifest, faults.sorted())
    return checked, document, meaning
