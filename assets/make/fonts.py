"""Copy the fonts and their licences out of the installed @fontsource packages."""

from pathlib import Path

from files import Output

# Package, weights, script subsets. Jura stands in for the scripts and signs the other families lack.
FAMILIES: tuple[tuple[str, tuple[int, ...], tuple[str, ...]], ...] = (
    ("orbitron", (600, 700, 800, 900), ("latin",)),
    ("rajdhani", (500, 600, 700), ("latin", "latin-ext")),
    ("share-tech-mono", (400,), ("latin",)),
    ("jura", (500, 600, 700), ("latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese")),
)


def names() -> list[str]:
    """The font files shipped, in a fixed order."""
    return [
        f"{family}-{subset}-{weight}-normal.woff2"
        for family, weights, subsets in FAMILIES
        for subset in subsets
        for weight in weights
    ]


def make(output: Output, modules: Path) -> None:
    """Copy every font of `FAMILIES` and one licence text a family from the folder `node_modules`."""
    for name in names():
        family = next(known for known, _, _ in FAMILIES if name.startswith(known))
        source = modules / "@fontsource" / family / "files" / name
        output.path(f"assets/fonts/{name}").write_bytes(source.read_bytes())
    for family, _, _ in FAMILIES:
        licence = (modules / "@fontsource" / family / "LICENSE").read_text(encoding="utf-8")
        plain = "\n".join(line.rstrip() for line in licence.splitlines())
        output.text(f"assets/fonts/OFL-{family}.txt", plain.strip() + "\n")
