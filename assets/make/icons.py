"""Take the icons named in icons.toml out of the game-icons collection and write one white SVG each."""

import json
import tomllib
from pathlib import Path
from typing import Any

from files import Output

TABLE = Path(__file__).with_name("icons.toml")
FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512">{body}</svg>\n'
)


def table() -> dict[str, dict[str, str]]:
    """The table of icons: part `game-icons` (meaning to source name) and part `own` (meaning to path data)."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def make(output: Output, modules: Path) -> None:
    """Write every icon of the table, reading the collection under the folder `node_modules`."""
    collection: dict[str, Any] = json.loads(
        (modules / "@iconify-json" / "game-icons" / "icons.json").read_text(encoding="utf-8")
    )["icons"]
    rows = table()
    unknown = sorted(set(rows["game-icons"].values()) - set(collection))
    if unknown:
        raise SystemExit(
            f"{TABLE.name}: not in the collection: {', '.join(unknown)}. Mend: name another icon."
        )
    for meaning, source in rows["game-icons"].items():
        body = collection[source]["body"].replace("currentColor", "#fff")
        output.text(f"assets/icons/{meaning}.svg", FRAME.format(body=body))
    for meaning, path in rows["own"].items():
        output.text(f"assets/icons/{meaning}.svg", FRAME.format(body=f'<path fill="#fff" d="{path}"/>'))
