"""What a host can set. Flags beat the environment, the environment beats the file, the file beats defaults."""

import argparse
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import msgspec
import platformdirs
from msgspec import Meta, Struct
from msgspec.structs import replace

from game.ai.roster import LEVELS
from game.content import ruleset
from game.link.address import DEFAULT_PORT
from game.maps.limits import FOLDER_BYTES
from game.maps.scenario import SCENARIO
from server.logs import FORMATS
from server.logs import LEVELS as LOG_LEVELS
from server.room.content import STAND_IN, Offered

PREFIX = "NEO_SANCTUM_"
LISTS = ("origins", "modes", "tempers")
"""Settings of several items, with commas between in the environment."""


HIDDEN = "(hidden)"


class ConfigError(Exception):
    """A setting that cannot be used: which, where it stood, what was expected."""


def _data_folder() -> str:
    return platformdirs.user_data_dir("neo-sanctum-server", appauthor=False)


class Config(Struct, frozen=True, forbid_unknown_fields=True):
    """The settings. `maps` is a folder of further maps; `workers` think for computer players.

    Rooms can be made in these `modes` and `tempers`, in all where none is named; `stand_in` is the level of
    the computer players that take a neutral or a resigned seat. Maps whose files have at most `map_bytes`
    are sent to players who lack them, unless `share_maps` is off. `log` is the form of the log, `log_level` how
    much is logged; `metrics_token` opens the figures, and is made in the data folder where it is not given.
    """

    host: Annotated[str, Meta(min_length=1)] = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535)] = DEFAULT_PORT
    data: Annotated[str, Meta(min_length=1)] = msgspec.field(default_factory=_data_folder)
    maps: str | None = None
    name: Annotated[str, Meta(min_length=1, max_length=64)] = "Neo-Sanctum"
    origins: tuple[str, ...] = ()
    workers: Annotated[int, Meta(ge=1, le=64)] = 1
    rooms: Annotated[int, Meta(ge=1, le=100_000)] = 2000
    modes: tuple[str, ...] = ()
    tempers: tuple[str, ...] = ()
    stand_in: str = STAND_IN
    share_maps: bool = True
    map_bytes: Annotated[int, Meta(ge=0, le=FOLDER_BYTES)] = FOLDER_BYTES
    log: str = FORMATS[0]
    log_level: str = "info"
    metrics_token: Annotated[str, Meta(min_length=16, max_length=256)] | None = None

    def shown(self) -> "Config":
        """The same with its secrets hidden, for people to look at."""
        return replace(self, metrics_token=self.metrics_token and HIDDEN)

    @property
    def offered(self) -> Offered:
        """What rooms can be made of."""
        return Offered(self.modes, self.tempers, self.stand_in, self.share_maps, self.map_bytes)


def read_config(flags: Mapping[str, Any], environment: Mapping[str, str], file: Path | None) -> Config:
    """Put the settings together; a flag that is None was not given. Raises ConfigError."""
    settings = _of_file(file) if file else {}
    for field in Config.__struct_fields__:
        text = environment.get(PREFIX + field.upper())
        if text is not None:
            settings[field] = text.split(",") if field in LISTS else text
    settings |= {key: value for key, value in flags.items() if value is not None}
    try:
        config = msgspec.convert(settings, Config, strict=False)
    except msgspec.ValidationError as error:
        raise ConfigError(f"setting: {error}; see neo-sanctum-server --help") from error
    if config.maps is not None and not Path(config.maps).is_dir():
        raise ConfigError(f"setting: maps: found no folder {config.maps}; make it, or name another one")
    _check_offers(config)
    _check_known("log", (config.log,), FORMATS)
    _check_known("log_level", (config.log_level,), LOG_LEVELS)
    return config


def _check_offers(config: Config) -> None:
    _check_known("stand_in", (config.stand_in,), LEVELS)
    if config.modes or config.tempers:
        rules = ruleset()
        _check_known("modes", config.modes, (*rules.modes, SCENARIO))
        _check_known("tempers", config.tempers, rules.tempers)


def _check_known(setting: str, found: Sequence[str], known: Iterable[str]) -> None:
    strangers = [key for key in found if key not in known]
    if strangers:
        raise ConfigError(
            f"setting: {setting}: found {strangers[0]!r}, expected one of {', '.join(known)}; "
            "correct it, or leave it out"
        )


def _of_file(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(
            f"{file}: {error}; expected a TOML file with settings such as port = 24145"
        ) from error


def parser() -> argparse.ArgumentParser:
    """The command line of the server."""
    flags = argparse.ArgumentParser(
        prog="neo-sanctum-server",
        description="Host matches of Neo-Sanctum. Prints one line with the address when it is ready.",
        epilog=f"Every setting can also be given as {PREFIX}PORT and so on, or in a file: --config.",
    )
    flags.add_argument("--host", help="address to listen on; 127.0.0.1 unless told, 0.0.0.0 for everyone")
    flags.add_argument("--port", type=int, help=f"port, 0 for any free one; {DEFAULT_PORT} unless told")
    flags.add_argument("--data", metavar="DIR", help="folder of the journal with every match")
    flags.add_argument("--maps", metavar="DIR", help="folder of further maps")
    flags.add_argument("--name", help="what players see as the server's name")
    flags.add_argument("--origins", nargs="*", metavar="ORIGIN", help="web pages that may connect")
    flags.add_argument("--workers", type=int, help="processes that think for computer players")
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
        "--log", metavar="FORM", help=f"form of the log, {' or '.join(FORMATS)}; text unless told"
    )
    flags.add_argument("--log-level", metavar="LEVEL", help=f"{', '.join(LOG_LEVELS)}; info unless told")
    flags.add_argument(
        "--verbose",
        action="store_const",
        dest="log_level",
        const="debug",
        help="the same as --log-level debug",
    )
    flags.add_argument("--config", type=Path, metavar="FILE", help="TOML file with settings")
    flags.add_argument("--check-config", action="store_true", help="show the settings and stop")
    return flags


def config_of(
    arguments: Sequence[str] | None, environment: Mapping[str, str]
) -> tuple[Config, argparse.Namespace]:
    """The settings of a command line, and the flags that are no settings. Raises ConfigError."""
    flags = parser().parse_args(arguments)
    given = {field: getattr(flags, field, None) for field in Config.__struct_fields__}
    return read_config(given, environment, flags.config), flags
