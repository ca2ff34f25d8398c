"""What a host can set. Flags beat the environment, the environment beats the file, the file beats defaults."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from ipaddress import ip_network
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
from game.protocol.messages import MOST_MESSAGE
from server.logs import FORMATS
from server.logs import LEVELS as LOG_LEVELS
from server.room.content import STAND_IN, Offered
from server.room.names import tidy
from server.room.speech import tidy as readable

PREFIX = "NEO_SANCTUM_"
LISTS = ("allow", "origins", "modes", "tempers", "webhook_hosts", "trusted_proxies")
"""Settings of several items, with commas between in the environment."""


HIDDEN = "(hidden)"
SECRETS = ("metrics_token", "password", "webhook")
"""Settings without a flag: everybody on a machine can read the flags of a process."""


class ConfigError(Exception):
    """A setting that cannot be used: which, where it stood, what was expected."""


def _data_folder() -> str:
    return platformdirs.user_data_dir("neo-sanctum-server", appauthor=False)


class Config(Struct, frozen=True, forbid_unknown_fields=True):
    """The settings. `maps` is a folder of further maps; `workers` think for computer players and make replays.

    Rooms can be made in these `modes` and `tempers`, in all where none is named; `stand_in` is the level of
    the computer players that take a neutral or a resigned seat. Maps whose files have at most `map_bytes`
    are sent to players who lack them, unless `share_maps` is off. `log` is the form of the log, `log_level` how
    much is logged; `metrics_token` opens the figures, and is made in the data folder where it is not given.
    `webhook` is an address to which the server's news go, `webhook_hosts` are where rooms may have theirs sent.
    Nobody plays without the server's `password`, if it has one, and where `allow` names players, by name or by `#`
    and number, nobody else does.
    A room that is over goes `keep_days` after its end, its replay `keep_replays_days`; 0 keeps them for good.
    With `announce` players on the local network find a server that listens there. Only `trusted_proxies` are
    believed where a connection comes from. Without `quick_frames` every request and every frame is the websocket library's.
    `message` is told to everybody who comes: a line, at most `MOST_MESSAGE` characters.
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
    webhook: Annotated[str, Meta(max_length=300, pattern=r"^https?://[^\s/]")] | None = None
    webhook_hosts: tuple[str, ...] = ()
    metrics_token: Annotated[str, Meta(min_length=16, max_length=256)] | None = None
    password: Annotated[str, Meta(min_length=1, max_length=64)] | None = None
    allow: tuple[str, ...] = ()
    keep_days: Annotated[int, Meta(ge=0, le=36_500)] = 30
    keep_replays_days: Annotated[int, Meta(ge=0, le=36_500)] = 0
    announce: bool = False
    trusted_proxies: tuple[str, ...] = ()
    quick_frames: bool = True
    message: str = ""

    def shown(self) -> "Config":
        """The same with its secrets hidden, for people to look at."""
        hidden = {name: HIDDEN for name in SECRETS if getattr(self, name) is not None}
        return replace(self, **hidden)

    @property
    def offered(self) -> Offered:
        """What rooms can be made of."""
        return Offered(
            self.modes, self.tempers, self.stand_in, self.share_maps, self.map_bytes, self.webhook_hosts
        )


def message_of(text: str) -> str | None:
    """The text as it is told to everybody who comes, with single spaces; None where it cannot be."""
    line = readable(text)
    return line if line is not None and len(line) <= MOST_MESSAGE else None


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
    _check_proxies(config.trusted_proxies)
    _check_allowed(config.allow)
    _check_message(config.message)
    _check_known("log", (config.log,), FORMATS)
    _check_known("log_level", (config.log_level,), LOG_LEVELS)
    return config


def _check_offers(config: Config) -> None:
    _check_known("stand_in", (config.stand_in,), LEVELS)
    if config.modes or config.tempers:
        rules = ruleset()
        _check_known("modes", config.modes, (*rules.modes, SCENARIO))
        _check_known("tempers", config.tempers, rules.tempers)


def _check_allowed(allow: Sequence[str]) -> None:
    for entry in allow:
        is_number = entry.startswith("#") and entry[1:].isdecimal()
        if not is_number and tidy(entry) is None:
            raise ConfigError(
                f"setting: allow: found {entry!r}, expected a player's name, or # and their number; "
                "correct it, or leave it out"
            )


def _check_message(text: str) -> None:
    if text and message_of(text) != text:
        raise ConfigError(
            f"setting: message: found {text!r}, expected one line of at most {MOST_MESSAGE} readable characters, "
            "with single spaces; shorten or correct it, or leave it out"
        )


def _check_proxies(proxies: Sequence[str]) -> None:
    for proxy in proxies:
        try:
            ip_network(proxy, strict=False)
        except ValueError as error:
            raise ConfigError(
                f"setting: trusted_proxies: found {proxy!r}, expected an address such as 127.0.0.1 or a network "
                "such as 10.0.0.0/8; correct it, or leave it out"
            ) from error


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
