"""Fonts: each is there, opens in pygame, and every chain of fallbacks can write what the game writes."""

from pathlib import Path

import fonts
import pygame
import pytest
from fontTools.ttLib import TTFont

# U+0149 and U+017F are left out: deprecated, and no language of today is written with them.
LATIN = {*range(0x20, 0x7F), *range(0xA0, 0x180)} - {0x149, 0x17F}
SIGNS = {ord(sign) for sign in "–—‘’“”„…•€×÷±−½¼¾" + fonts.SIGNS}
LAST = ("noto-sans-400-signs.woff2",)
JURA = ("jura-latin-{}", "jura-latin-ext-{}")


def covered(names: list[str], folder: Path) -> set[int]:
    found: set[int] = set()
    for name in names:
        found |= set(TTFont(folder / name).getBestCmap())
    return found


@pytest.mark.parametrize("name", fonts.names())
def test_every_font_opens(assets: Path, name: str) -> None:
    pygame.font.init()
    assert pygame.font.Font(str(assets / "fonts" / name), 16).get_height() > 8


def test_nothing_lies_there_unlisted(assets: Path) -> None:
    lying = {path.name for path in (assets / "fonts").glob("*.woff2")}
    assert lying == set(fonts.names())


@pytest.mark.parametrize("weight", [500, 600, 700])
def test_the_reading_chain_covers_latin_and_signs(assets: Path, weight: int) -> None:
    chain = ("rajdhani-latin-{}", "rajdhani-latin-ext-{}", *JURA)
    names = [f"{part.format(weight)}-normal.woff2" for part in chain]
    assert (LATIN | SIGNS) - covered([*names, *LAST], assets / "fonts") == set()


@pytest.mark.parametrize("weight", [600, 700, 800, 900])
def test_the_display_chain_covers_latin_and_signs(assets: Path, weight: int) -> None:
    reading = ("rajdhani-latin-{}", "rajdhani-latin-ext-{}", *JURA)
    names = [f"{part.format(min(700, weight))}-normal.woff2" for part in reading]
    names.append(f"orbitron-latin-{weight}-normal.woff2")
    assert (LATIN | SIGNS) - covered([*names, *LAST], assets / "fonts") == set()


@pytest.mark.parametrize(("subset", "first", "last"), [("cyrillic", 0x410, 0x44F), ("greek", 0x3B1, 0x3C9)])
def test_jura_stands_in_for_other_scripts(assets: Path, subset: str, first: int, last: int) -> None:
    letters = set(range(first, last + 1))
    assert letters <= covered([f"jura-{subset}-500-normal.woff2"], assets / "fonts")


def test_every_family_brings_its_licence(assets: Path) -> None:
    families = [*(family for family, _, _ in fonts.FAMILIES), "noto-sans-math"]
    for family in families:
        text = (assets / "fonts" / f"OFL-{family}.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE" in text.upper()
