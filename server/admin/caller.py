"""`neo-sanctum-server admin`: says one order to the running server, and shows what came of it."""

import argparse
import socket
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
from rich.console import Console
from rich.table import Table

from server.admin import speech as ask
from server.admin.socket import FILE_NAME
from server.config import Config

ANSWER_WITHIN: Final = 30.0


def parser() -> argparse.ArgumentParser:
    """The command line of `admin`."""
    top = argparse.ArgumentParser(prog="neo-sanctum-server admin", description="Speak to the running server.")
    top.add_argument("--data", type=Path, metavar="DIR", default=Path(Config().data), help="its data folder")
    top.add_argument("--json", action="store_true", help="show the answer as JSON")
    orders = top.add_subparsers(dest="do", required=True)
    for name in ("status", "rooms", "players", "reports", "undrain", "reload"):
        orders.add_parser(name)
    for name, word in (
        ("room", "room"),
        ("kick", "who"),
        ("pardon", "who"),
        ("announce", "text"),
        ("message", "text"),
    ):
        orders.add_parser(name).add_argument(word)
    for name in ("pause", "unpause"):
        orders.add_parser(name).add_argument("room", nargs="?", help="its id or code; all without it")
    orders.add_parser("handle").add_argument("report", type=int)
    ban = orders.add_parser("ban")
    ban.add_argument("who", help="name, # and number, address or network")
    ban.add_argument("--days", type=int, help="for good without it")
    ban.add_argument("--reason", default="")
    orders.add_parser("drain").add_argument("--minutes", type=int, help="stop after that in any case")
    return top


def run(arguments: Sequence[str]) -> int:
    """Say it; returns the exit status: 1 where the server did not do it, 2 for words it does not know."""
    flags = vars(parser().parse_args(arguments))
    data, as_json = flags.pop("data"), flags.pop("json")
    try:
        order = msgspec.convert({key: value for key, value in flags.items() if value is not None}, ask.Order)
        reply = call(data, order)
    except (msgspec.ValidationError, msgspec.DecodeError, OSError) as error:
        sys.stderr.write(f"admin: {error}; does a server run on {data}?\n")
        return 1
    if not reply.ok:
        sys.stderr.write(f"admin: {reply.error}\n")
    elif as_json:
        sys.stdout.write(msgspec.json.encode(reply.result).decode() + "\n")
    else:
        _show(reply.result)
    return 0 if reply.ok else 1


def call(folder: Path, order: ask.Order) -> ask.Reply:
    """Ask the server that runs on this data folder. Raises OSError, msgspec.DecodeError."""
    door = msgspec.json.decode((folder / FILE_NAME).read_bytes(), type=ask.Door)
    line = msgspec.json.encode(ask.Call(door.token, order)) + b"\n"
    with (
        socket.create_connection(("127.0.0.1", door.port), ANSWER_WITHIN) as way,
        way.makefile("rwb") as file,
    ):
        file.write(line)
        file.flush()
        return msgspec.json.decode(file.readline(), type=ask.Reply)


def _show(result: Any) -> None:
    rows = result if isinstance(result, list) else [result]
    if not rows:
        sys.stdout.write("none\n")
        return
    table = Table(*rows[0]) if isinstance(result, list) else Table("what", "value")
    for row in rows if isinstance(result, list) else rows[0].items():
        cells = row.values() if isinstance(row, Mapping) else row
        table.add_row(*(_plain(cell) for cell in cells))
    Console().print(table)


def _plain(value: Any) -> str:
    """A cell in which nothing that players typed formats or moves anything."""
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return "".join(c if c.isprintable() else "?" for c in text).replace("[", "\\[")
