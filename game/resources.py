"""The one door to the files that ship with the game: maps and assets.

In a checkout they lie beside the packages; in an installed wheel they lie inside `game`.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_data"
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


def asset(*parts: str) -> Path:
    """Path of a shipped asset, e.g. `asset("fonts", "rajdhani-600.woff2")`.

    The file need not exist; whoever opens it reports what is missing.
    """
    return _ROOT.joinpath("assets", *parts)


def maps_folder() -> Path:
    """Folder of the official maps; each map is a folder in it that Tiled opens."""
    return _ROOT / "maps"
