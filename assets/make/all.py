"""Make the game's art anew, or check that what is committed is what the scripts make.

`python assets/make/all.py` draws every picture of our own. `--only NAME` draws one part. `--check` draws into a spare
folder and names each file that differs from the committed one. `--node-modules FOLDER` also renews what comes from
npm packages: fonts and icons.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import app_icon
import attribution
import cities
import emblems
import facilities
import fonts
import halls
import icons
import mural
import portraits
import tileset
import title
from files import ROOT, Output
from PIL import Image

PARTS: dict[str, Callable[[Output], None]] = {
    "app-icon": app_icon.make,
    "credits": attribution.make,
    "emblems": emblems.make,
    "tileset": tileset.make,
    "cities": cities.make,
    "facilities": facilities.make,
    "portraits": portraits.make,
    "title": title.make,
    "halls": halls.make,
    "mural": mural.make,
}
IMPORTS: dict[str, Callable[[Output, Path], None]] = {"fonts": fonts.make, "icons": icons.make}


def build(output: Output, parts: Iterable[str], modules: Path | None) -> None:
    """Draw the named parts; with `modules`, a folder `node_modules`, also copy the fonts and icons."""
    for name in parts:
        print(f"drawing {name}")
        PARTS[name](output)
    if modules is not None:
        for name, copy in IMPORTS.items():
            print(f"copying {name}")
            copy(output, modules)


def differences(fresh: Path, committed: Path) -> list[str]:
    """The names of the files under `fresh` that `committed` lacks or holds with other content."""
    names = sorted(path.relative_to(fresh) for path in fresh.rglob("*") if path.is_file())
    return [str(name) for name in names if not _same(fresh / name, committed / name)]


def _same(first: Path, second: Path) -> bool:
    """Whether two files are equal; PNGs are if their pixels are, however they were packed."""
    if not second.is_file():
        return False
    if first.read_bytes() == second.read_bytes():
        return True
    if first.suffix != ".png":
        return False
    with Image.open(first) as fresh, Image.open(second) as committed:
        return (
            fresh.mode == committed.mode
            and fresh.size == committed.size
            and fresh.tobytes() == committed.tobytes()
        )


def check(parts: Iterable[str], modules: Path | None) -> int:
    """Rebuild into a spare folder; say what differs; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        build(Output(Path(folder)), parts, modules)
        changed = differences(Path(folder), ROOT)
    for name in changed:
        print(f"{name}: differs from what the scripts make. Mend: run python assets/make/all.py and commit.")
    print(f"{len(changed)} files differ")
    return 1 if changed else 0


def main(arguments: list[str]) -> int:
    """Run the command line; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument(
        "--check", action="store_true", help="compare with the committed files, change nothing"
    )
    parser.add_argument("--only", action="append", choices=sorted(PARTS), help="draw only this part")
    parser.add_argument("--node-modules", type=Path, help="folder with the fonts' and icons' npm packages")
    chosen = parser.parse_args(arguments)
    parts: list[str] = chosen.only or list(PARTS)
    if chosen.check:
        return check(parts, chosen.node_modules)
    build(Output(ROOT), parts, chosen.node_modules)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
