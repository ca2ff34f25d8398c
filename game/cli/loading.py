"""`lab load`: load on a server of its own, or on one that is named; a table, and JSON to count further."""

import ipaddress
from pathlib import Path

from msgspec import Struct
from rich.console import Console

from game.ai.roster import LEVELS
from game.cli.complaint import complain, interrupted
from game.cli.output import write_or_complain
from game.cli.table import read_length, read_map, read_mode
from game.lab.load.figures import Figures
from game.lab.load.load import NO_ORDERS, Load, LoadError
from game.lab.load.report import report, to_json
from game.lab.load.run import load_own_server, load_server_at
from game.link.address import Address, BadAddressError, parse
from game.maps import find
from game.protocol.messages import FREE_FOR_ALL

TROUBLED = 1
"""Exit status where rooms failed, commands were refused, or time was up."""


class Asked(Struct, frozen=True):
    """What was typed besides the load itself."""

    processes: int
    server: str | None
    not_loopback: bool
    pid: int | None
    json: Path | None


def load_of(  # noqa: PLR0913 - one parameter per option
    *,
    rooms: int,
    seats: int,
    turns: int,
    map_id: str,
    length: str | None,
    orders: str,
    seed: int,
    saves_per_turn: int | None,
    saves_per_second: float | None,
    within: float,
) -> Load:
    """The load that was typed. Complains about a map, a length or orders that there are not."""
    checked = read_map(map_id)
    if not 2 <= seats <= len(checked.city.starts):
        complain(
            f"seats {seats}: expected 2 to {len(checked.city.starts)} on {map_id}. Mend: choose another --map"
        )
    if orders not in (NO_ORDERS, *LEVELS):
        complain(f"orders {orders!r}: expected one of {', '.join((NO_ORDERS, *LEVELS))}. Mend: choose one")
    length = read_length(checked.city, length, read_mode(FREE_FOR_ALL, checked))
    folder = str(find(map_id))
    saves = saves_per_turn if saves_per_turn is not None else seats
    return Load(rooms, seats, turns, folder, length, orders, seed, saves, saves_per_second, within)


def run_load(load: Load, asked: Asked) -> None:
    """Load a server and tell the figures; ends with status 1 where the server did not bear it."""
    if asked.json is not None:
        # A file that cannot be written is told before the load, not after.
        write_or_complain(asked.json, b"", "ab")
    try:
        found = _figures(load, asked)
    except LoadError as error:
        complain(str(error))
    except KeyboardInterrupt:
        interrupted()
    Console().print(report(found))
    if asked.json is not None:
        write_or_complain(asked.json, to_json(found) + b"\n", "wb")
    if found.failed_rooms or found.refusals or found.out_of_time:
        raise SystemExit(TROUBLED)


def _figures(load: Load, asked: Asked) -> Figures:
    console = Console(stderr=True)

    def told(stage: str) -> None:
        console.print(f"{stage} ...", style="dim")

    if asked.server is None:
        return load_own_server(load, asked.processes, told)
    address = _own(asked.server, not_loopback=asked.not_loopback)
    return load_server_at(load, asked.processes, told, address.url, asked.pid)


def _own(text: str, *, not_loopback: bool) -> Address:
    """The address, which is of this machine unless it is said that another one may be loaded."""
    try:
        address = parse(text)
    except BadAddressError as error:
        complain(f"server {error}")
    if address.secure:
        complain(f"server {text!r}: expected ws://. Mend: load the server itself, not what stands before it")
    if not not_loopback and not _is_loopback(address.host):
        complain(
            f"server {text!r}: is not on this machine. Mend: load only servers of your own, "
            "and say so with --my-own-server"
        )
    return address


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
