"""The commands of `neo-sanctum-server` that look after what is kept."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from server.config import Config
from server.disk.backup import BackUp, back_up, look_at, restore
from server.disk.journal import StorageError
from server.disk.transfer import export_room, import_room, remove_room

Command = Callable[[argparse.Namespace], str]
"""Does what is asked for; returns what to say. Raises StorageError, OSError."""


def run(name: str, arguments: Sequence[str]) -> int:
    """Carry out one of `COMMANDS`; returns the exit status, 1 where something failed."""
    command, parser = COMMANDS[name]
    flags = parser(argparse.ArgumentParser(prog=f"neo-sanctum-server {name}")).parse_args(arguments)
    try:
        said = command(flags)
    except (StorageError, OSError) as error:
        sys.stderr.write(f"{name}: {error}\n")
        return 1
    sys.stdout.write(said + "\n")
    return 0


def _folder(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("--data", type=Path, metavar="DIR", default=Path(Config().data), help="data folder")
    return parser


def _file(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("file", type=Path, metavar="FILE")
    return _folder(parser)


def _export_flags(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("room", metavar="ROOM", help="the room's id")
    parser.add_argument("--move", action="store_true", help="take the room out; the server must be stopped")
    return _file(parser)


def _import_flags(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("--by-name", action="store_true", help="seats go to whoever has their name here")
    return _file(parser)


def _told(found: BackUp) -> str:
    return f"{found.bytes} bytes, tables of version {found.version}: {found.rooms} rooms, {found.players} players"


def _backup(flags: argparse.Namespace) -> str:
    return f"{flags.file}: {_told(back_up(flags.data, flags.file))}"


def _check(flags: argparse.Namespace) -> str:
    return f"{flags.file} is good: {_told(look_at(flags.file))}"


def _restore(flags: argparse.Namespace) -> str:
    return f"{flags.data}: {_told(restore(flags.file, flags.data))}"


def _export(flags: argparse.Namespace) -> str:
    """Written before the room goes: a match must be somewhere at every moment."""
    with flags.file.open("xb") as file:
        try:
            file.write(export_room(flags.data, flags.room))
        except StorageError:
            flags.file.unlink()
            raise
    if flags.move:
        remove_room(flags.data, flags.room)
    return f"{flags.file}: the match of room {flags.room}{', which is taken out here' if flags.move else ''}"


def _import(flags: argparse.Namespace) -> str:
    brought = import_room(flags.data, flags.file.read_bytes(), by_name=flags.by_name)
    seats = [
        f"  seat {seat.seat}: {seat.name}" + (f", by the code {seat.code}" if seat.code else "")
        for seat in brought.seats
    ]
    return "\n".join([f"room {brought.room} is here; it is joined by {brought.code}", *seats])


COMMANDS: dict[str, tuple[Command, Callable[[argparse.ArgumentParser], argparse.ArgumentParser]]] = {
    "backup": (_backup, _file),
    "check": (_check, _file),
    "restore": (_restore, _file),
    "export": (_export, _export_flags),
    "import": (_import, _import_flags),
}
