"""`map new`, `pack`, `install`, `list`, `remove`, `hash`, `diff` and `upgrade`: maps as files."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from game.cli.complaint import complain
from game.maps import CheckedMap, MapRefused, check, find
from game.maps.archive import pack, packed_files, unpacked
from game.maps.difference import differences
from game.maps.generating import Request, RequestError, generate
from game.maps.identity import package_hash
from game.maps.installing import install, remove
from game.maps.kit import PROGRAM, write_kit
from game.maps.shelf import shelved


@contextmanager
def opened(name: str) -> Iterator[Path]:
    """The folder of a map named by id, folder or zip. Complains where there is none such."""
    path = Path(name)
    if path.suffix == ".zip" and path.is_file():
        with unpacked(path) as folder:
            yield folder
    else:
        yield find(name)


@contextmanager
def complaining(name: str) -> Iterator[None]:
    """Turns what can be wrong with a map into a complaint on the terminal."""
    try:
        yield
    except LookupError as error:
        complain(str(error.args[0]))
    except (MapRefused, RequestError) as error:
        complain(f"the map {name} cannot be played:\n{error}")
    except FileExistsError as error:
        complain(str(error))
    except OSError as error:
        complain(
            f"{error.filename or name}: {error.strerror or error}. Mend: see that it is there and may be used"
        )


def new_map(map_id: str, into: Path) -> None:
    """Make the folder of a small city to begin from, with everything Tiled needs."""
    folder = into / map_id
    if folder.exists():
        complain(f"{folder} is there already. Mend: choose another id, or another folder with --into")
    with complaining(map_id):
        generate(Request(map_id, seed=sum(map_id.encode()), seats=2, districts=8, style="grid"), folder)
        write_kit(folder, _program())
    typer.echo(
        f"{folder}: 8 districts, 2 seats. Open {folder / 'city.tiled-project'} in Tiled, then map.tmx; "
        "F5 checks the map, F6 plays it."
    )


def pack_map(name: str, into: Path) -> None:
    """Zip a map for others."""
    with complaining(name):
        packed = pack(find(name), into)
    typer.echo(f"{packed}: {packed.stat().st_size / 1024:.0f} KiB")


def install_map(source: Path) -> None:
    """Put a map on the player's shelf."""
    with complaining(str(source)):
        checked = install(source)
    _tell(checked)


def list_maps() -> None:
    """Print every map that can be played by its id."""
    table = Table("id", "title", "version", "seats", "districts", "turns", "from", box=SIMPLE)
    broken = []
    for entry in shelved():
        try:
            checked = check(entry.folder)
        except MapRefused as error:
            broken.append(
                f"{entry.id} cannot be played: {len(error.faults)} faults; see map check {entry.id}"
            )
            continue
        city, manifest = checked.city, checked.manifest
        origin = "the game" if entry.is_official else "yours"
        seats = f"{manifest.players[0]}-{len(city.starts)}"
        table.add_row(
            entry.id, city.title, manifest.version, seats, str(len(city.districts)), str(city.turns), origin
        )
    Console().print(table)
    for line in broken:
        typer.echo(line)


def remove_map(map_id: str) -> None:
    """Take a map of the player's away."""
    with complaining(map_id):
        remove(map_id)
    typer.echo(f"{map_id} is gone")


def hash_map(name: str) -> None:
    """Print both hashes of a map."""
    with complaining(name), opened(name) as folder:
        checked = check(folder)
        files = package_hash(folder, packed_files(folder))
    typer.echo(f"rules   {checked.rules_hash}\npackage {files}")


def diff_maps(one: str, other: str) -> None:
    """Print what the rules see differ; exit status 1 if anything does, as diff has it."""
    with complaining(one), opened(one) as folder:
        first = check(folder).city
    with complaining(other), opened(other) as folder:
        second = check(folder).city
    found = differences(first, second)
    for difference in found:
        typer.echo(str(difference))
    typer.echo(f"{len(found)} differences" if found else "The two play the same.")
    if found:
        raise typer.Exit(1)


def upgrade_map(name: str) -> None:
    """Bring a map's kit up to date: what Tiled offers follows the game's table of classes and properties."""
    with complaining(name):
        folder = find(name)
        checked = check(folder)
        write_kit(folder, _program())
    typer.echo(
        f"{folder}: format {checked.manifest.format} is the newest; Tiled's project and object types are new"
    )


def _tell(checked: CheckedMap) -> None:
    city = checked.city
    typer.echo(
        f"{checked.manifest.id} {checked.manifest.version}: {city.title}, {len(city.districts)} districts, "
        f"{len(city.starts)} seats"
    )
    for warning in checked.warnings:
        typer.echo(str(warning))


def _program() -> str:
    """How Tiled starts the game: by its name where the shell finds it, else by its path beside this Python."""
    beside = Path(sys.executable).with_name(PROGRAM)
    return PROGRAM if shutil.which(PROGRAM) or not beside.exists() else str(beside)
