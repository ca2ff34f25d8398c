"""What a player has set, and how it is read back: a broken entry costs that entry only, and is named."""

from typing import Annotated, Any, Final, Literal

import msgspec

from game.client.theme import NEON, PALETTES, Palette

Share = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]

ASK: Final = "ask"
ALWAYS: Final = "always"
NEVER: Final = "never"
MAP_TRANSFERS: Final = (ASK, ALWAYS, NEVER)
"""Whether a map that a match needs and that is not here is fetched from its host."""


class Settings(msgspec.Struct, frozen=True):
    """A player's settings. `ui_scale` None fits the window; volumes are 0..1; `keys` maps an action to a chord.

    Of `ignored` names nothing that they say is shown.
    """

    name: Annotated[str, msgspec.Meta(max_length=24)] = ""
    language: str = "en"
    ui_scale: Annotated[float, msgspec.Meta(ge=1.0, le=2.0)] | None = None
    text_scale: Annotated[float, msgspec.Meta(ge=0.8, le=1.5)] = 1.0
    palette: str = NEON.name
    reduced_motion: bool = False
    fullscreen: bool = False
    sound_volume: Share = 0.8
    music_volume: Share = 0.5
    narrate: bool = False
    last_server: str = ""
    map_transfer: Literal["ask", "always", "never"] = "ask"
    keys: dict[str, str] = {}
    ignored: tuple[str, ...] = ()

    def colours(self) -> Palette:
        """The palette chosen; the neon one where the name is unknown."""
        return PALETTES.get(self.palette, NEON)


class SettingsFault(msgspec.Struct, frozen=True):
    """An entry that could not be used: its name, what stood there, and why; the default is in force instead."""

    entry: str
    found: str
    why: str


def read_settings(data: bytes) -> tuple[Settings, tuple[SettingsFault, ...]]:
    """Settings from JSON as `write_settings` made it, with every fault met; unknown entries are left out."""
    try:
        raw = msgspec.json.decode(data)
    except msgspec.DecodeError as error:
        return Settings(), (SettingsFault("", data[:40].decode(errors="replace"), str(error)),)
    if not isinstance(raw, dict):
        return Settings(), (SettingsFault("", str(raw)[:40], "expected an object of entries"),)
    taken: dict[str, Any] = {}
    faults: list[SettingsFault] = []
    for field in msgspec.structs.fields(Settings):
        if field.name in raw:
            _take(field, raw[field.name], taken, faults)
    return Settings(**taken), tuple(faults)


def write_settings(settings: Settings) -> bytes:
    """Settings as JSON that a person can edit."""
    return msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n"


def _take(
    field: msgspec.structs.FieldInfo, found: Any, taken: dict[str, Any], faults: list[SettingsFault]
) -> None:
    try:
        value = msgspec.convert(found, field.type)
    except msgspec.ValidationError as error:
        faults.append(SettingsFault(field.name, str(found)[:40], str(error)))
        return
    if field.name == "palette" and value not in PALETTES:
        faults.append(SettingsFault("palette", str(value)[:40], f"expected one of {', '.join(PALETTES)}"))
        return
    taken[field.name] = value
