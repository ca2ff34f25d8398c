"""The command line of the server: flags in, settings out."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from game.link.address import DEFAULT_PORT
from game.maps.limits import FOLDER_BYTES
from server.config import PREFIX, Config, read_config
from server.logs import FORMATS, LEVELS
from server.room.content import STAND_IN


def parser() -> argparse.ArgumentParser:
    """The command line of the server."""
    flags = argparse.ArgumentParser(
        prog="neo-sanctum-server",
        description="Host matches of Neo-Sanctum. Prints one line with the address when it is ready.",
        epilog="Other commands: admin, backup, restore, check, export, import, each with --help. "
        f"Every setting can also be given as {PREFIX}PORT and so on, or in a file: --config.",
    )
    flags.add_argument("--host", help="address to listen on; 127.0.0.1 unless told, 0.0.0.0 for everyone")
    flags.add_argument("--port", type=int, help=f"port, 0 for any free one; {DEFAULT_PORT} unless told")
    flags.add_argument("--data", metavar="DIR", help="folder of the journal with every match")
    flags.add_argument("--maps", metavar="DIR", help="folder of further maps")
    flags.add_argument("--name", help="what players see as the server's name")
    flags.add_argument(
        "--message", metavar="TEXT", help="what everybody is told who comes in; nothing unless told"
    )
    flags.add_argument("--origins", nargs="*", metavar="ORIGIN", help="web pages that may connect")
    flags.add_argument(
        "--workers", type=int, help="processes that think for computer players and make replays"
    )
    flags.add_argument("--rooms", type=int, help="most rooms at a time")
    flags.add_argument(
        "--modes", nargs="*", metavar="MODE", help="modes rooms can be made in; all unless told"
    )
    flags.add_argument("--tempers", nargs="*", metavar="TEMPER", help="tempers of the city; all unless told")
    flags.add_argument("--stand-in", metavar="LEVEL", help=f"who takes empty seats; {STAND_IN} unless told")
    flags.add_argument(
        "--share-maps",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="send maps to players who lack them; on unless told",
    )
    flags.add_argument(
        "--map-bytes",
        type=int,
        metavar="BYTES",
        help=f"most bytes of files in a map that is sent; {FOLDER_BYTES} unless told",
    )
    flags.add_argument(
        "--announce",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="let players on the local network find this server; off unless told",
    )
    flags.add_argument(
        "--webhook-hosts",
        nargs="*",
        metavar="HOST",
        help="where rooms may have their news sent; none unless told",
    )
    flags.add_argument(
        "--log", metavar="FORM", help=f"form of the log, {' or '.join(FORMATS)}; text unless told"
    )
    flags.add_argument("--log-level", metavar="LEVEL", help=f"{', '.join(LEVELS)}; info unless told")
    flags.add_argument(
        "--verbose",
        action="store_const",
        dest="log_level",
        const="debug",
        help="the same as --log-level debug",
    )
    flags.add_argument(
        "--allow",
        nargs="*",
        metavar="PLAYER",
        help="who may play, by name or by # and number; everybody unless told",
    )
    flags.add_argument(
        "--keep-days",
        type=int,
        metavar="DAYS",
        help="how long rooms that are over are kept; 30 unless told, 0 for good",
    )
    flags.add_argument(
        "--keep-replays-days",
        type=int,
        metavar="DAYS",
        help="how long replays are kept; for good unless told",
    )
    _add_flags_of_the_port(flags)
    flags.add_argument("--config", type=Path, metavar="FILE", help="TOML file with settings")
    flags.add_argument("--check-config", action="store_true", help="show the settings and stop")
    return flags


def _add_flags_of_the_port(flags: argparse.ArgumentParser) -> None:
    flags.add_argument(
        "--trusted-proxies",
        nargs="*",
        metavar="ADDRESS",
        help="proxies in front of the server, believed where a connection comes from; none unless told",
    )
    flags.add_argument(
        "--quick-frames",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="read small frames the short way, not by the websocket library; on unless told",
    )


def config_of(
    arguments: Sequence[str] | None, environment: Mapping[str, str]
) -> tuple[Config, argparse.Namespace]:
    """The settings of a command line, and the flags that are no settings. Raises ConfigError."""
    flags = parser().parse_args(arguments)
    given = {field: getattr(flags, field, None) for field in Config.__struct_fields__}
    return read_config(given, environment, flags.config), flags
