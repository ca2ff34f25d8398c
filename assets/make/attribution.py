"""Write CREDITS.md: what comes from others, file by file, and what is our own and which script makes it."""

from pathlib import Path

import fonts
import icons
from files import Output

OFL = "SIL Open Font License 1.1"
# Family as in the file name: its title, who made it, where it comes from.
FONT_SOURCES: dict[str, tuple[str, str, str]] = {
    "orbitron": ("Orbitron", "The Orbitron Project Authors", "https://github.com/theleagueof/orbitron"),
    "rajdhani": ("Rajdhani", "Indian Type Foundry", "https://github.com/itfoundry/rajdhani"),
    "share-tech-mono": (
        "Share Tech Mono",
        "Carrois Type Design",
        "https://fonts.google.com/specimen/Share+Tech+Mono",
    ),
    "jura": ("Jura", "The Jura Project Authors", "https://github.com/ossobuffo/jura"),
    "noto-sans": (
        "Noto Sans Math (cut to some signs)",
        "Google LLC",
        "https://github.com/notofonts/math",
    ),
}
OWN: tuple[tuple[str, str], ...] = (
    ("assets/app-icon.png", "app_icon.py"),
    ("assets/emblems/", "emblems.py, glyphs.py, shapes.py"),
    ("assets/facilities/", "facilities.py"),
    ("assets/halls/", "halls.py, scene.py"),
    ("assets/mural/", "mural.py, mosaic.py"),
    ("assets/portraits/", "portraits.py, person.py and the parts of a face they name"),
    ("assets/title/", "title.py, skyline.py, logo.py (its letters are Orbitron)"),
    ("maps/core/neon.png, maps/core/landmarks.png", "tileset.py, grounds.py, buildings.py, landmarks.py"),
)
HEAD = """# Credits

Written by `assets/make/attribution.py`; change that instead.

## Our own art

Made by the Neo-Sanctum developers with the scripts in `assets/make/`, under the Creative Commons Attribution 4.0
International licence (CC BY 4.0).

| files | made by |
|---|---|
"""
ICONS = """
## Icons

From [game-icons.net](https://game-icons.net) by Lorc, Delapouite and contributors, under the Creative Commons Attribution
3.0 licence (CC BY 3.0, https://creativecommons.org/licenses/by/3.0/). Changed: coloured white, one file each.
The page of an icon on that site names its author.

| file in assets/icons | icon |
|---|---|
"""


def make(output: Output) -> None:
    """Write the credits from the tables of fonts and icons."""
    output.text("assets/CREDITS.md", "".join([HEAD, *_own(), _fonts(), ICONS, *_icons()]))


def _own() -> list[str]:
    rows = [f"| {files} | {scripts} |\n" for files, scripts in OWN]
    drawn = ", ".join(f"{name}.svg" for name in icons.table()["own"])
    return [*rows, f"| assets/icons: {drawn} | icons.toml, part `own` |\n"]


def _fonts() -> str:
    lines = ["\n## Fonts\n\n", f"All under the {OFL}; the texts lie beside the fonts.\n"]
    for family, (title, author, source) in FONT_SOURCES.items():
        lines.append(f"\n**{title}** by {author}, {source}\n\n")
        lines += [f"- {name}\n" for name in fonts.names() if _family(name) == family]
    return "".join(lines)


def _family(name: str) -> str:
    return next(family for family in FONT_SOURCES if Path(name).name.startswith(family))


def _icons() -> list[str]:
    return [f"| {meaning}.svg | {source} |\n" for meaning, source in icons.table()["game-icons"].items()]
