"""Copy the fonts and their licences out of the installed @fontsource packages."""

import io
from pathlib import Path

from files import Output
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

# Package, weights, script subsets. Jura stands in for the scripts and signs the other families lack.
FAMILIES: tuple[tuple[str, tuple[int, ...], tuple[str, ...]], ...] = (
    ("orbitron", (600, 700, 800, 900), ("latin",)),
    ("rajdhani", (500, 600, 700), ("latin", "latin-ext")),
    ("share-tech-mono", (400,), ("latin",)),
    ("jura", (500, 600, 700), ("latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese")),
)

# Signs that none of the families has, cut out of a font of some thousands.
SIGNS = "←↑→↓↔↕⇐⇒⇔−∓∗√∞≈≠≡≤≥∑∆∈∩∪⊂⊃⊕■□▲△▶▷▼▽◀◁◆◇○●★☆✓"
SIGNS_FILE = "noto-sans-400-signs.woff2"


def names() -> list[str]:
    """The font files shipped, in a fixed order."""
    whole = [
        f"{family}-{subset}-{weight}-normal.woff2"
        for family, weights, subsets in FAMILIES
        for subset in subsets
        for weight in weights
    ]
    return [*whole, SIGNS_FILE]


def make(output: Output, modules: Path) -> None:
    """Copy every font of `FAMILIES` and one licence text a family from the folder `node_modules`."""
    for name in names()[:-1]:
        family = next(known for known, _, _ in FAMILIES if name.startswith(known))
        source = modules / "@fontsource" / family / "files" / name
        output.path(f"assets/fonts/{name}").write_bytes(source.read_bytes())
    output.path(f"assets/fonts/{SIGNS_FILE}").write_bytes(_signs(modules))
    for family in (*(known for known, _, _ in FAMILIES), "noto-sans-math"):
        licence = (modules / "@fontsource" / family / "LICENSE").read_text(encoding="utf-8")
        plain = "\n".join(line.rstrip() for line in licence.splitlines())
        output.text(f"assets/fonts/OFL-{family}.txt", plain.strip() + "\n")


def _signs(modules: Path) -> bytes:
    """The font of `SIGNS` alone, cut from Noto Sans Math."""
    folder = modules / "@fontsource" / "noto-sans-math" / "files"
    font = TTFont(folder / "noto-sans-math-latin-400-normal.woff2", recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=[], notdef_outline=True))
    subsetter.populate(text=SIGNS)
    subsetter.subset(font)
    font.flavor = "woff2"
    small = io.BytesIO()
    font.save(small)
    return small.getvalue()
