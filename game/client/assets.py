"""Fonts, icons and pictures as pygame objects, loaded once and by name.

Every name is looked up under one folder, so a test or a mod can bring its own. What is missing is reported once and
drawn as a hollow box, so that one lost file never ends a match; in strict mode (tests) it raises `AssetMissingError`.
"""

import logging
import re
from functools import lru_cache
from pathlib import Path
from typing import Final

import pygame

from game import resources
from game.client.theme import Colour, Face, Family

_log = logging.getLogger(__name__)

CHAINS: Final[dict[Family, tuple[str, ...]]] = {
    "display": ("orbitron", "jura", "rajdhani", "noto-sans", "noto-sans-sc"),
    "text": ("rajdhani", "jura", "noto-sans", "noto-sans-sc"),
    "mono": ("share-tech-mono", "rajdhani", "jura", "noto-sans", "noto-sans-sc"),
}
"""Font families in the order in which a letter is looked for; the pygame font comes last of all."""

_FONT_FILE: Final = re.compile(
    r"(?P<family>[a-z-]+?)(-(latin|latin-ext|cyrillic|greek|sc))*-(?P<weight>\d{3})\b"
)


_NO_LETTER: Final = "\uffff"


class AssetMissingError(Exception):
    """A shipped file that the client draws with is not there."""


class Assets:
    """The door to what is shipped for drawing. pygame's font module must be initialised before a font is asked for."""

    def __init__(self, root: Path | None = None, *, strict: bool = False) -> None:
        self._root = resources.asset() if root is None else root
        self._strict = strict
        self._reported: set[str] = set()
        self._files = _fonts_in(self._root / "fonts")
        self._fonts: dict[Face, tuple[pygame.font.Font, ...]] = {}

    def path(self, name: str) -> Path:
        """Where the asset `name` (`portraits/juno.png`) lies; it need not exist."""
        return self._root / name

    def fonts(self, face: Face) -> tuple[pygame.font.Font, ...]:
        """The fallback chain of a face, at its size; never empty."""
        if face not in self._fonts:
            files = [f for family in CHAINS[face.family] for f in self._nearest(family, face.weight)]
            if not files:
                self._report(f"fonts/{CHAINS[face.family][0]}-{face.weight}.woff2")
            chain = [pygame.font.Font(str(f), face.size) for f in files]
            self._fonts[face] = (*chain, pygame.font.Font(None, round(face.size * 1.1)))
        return self._fonts[face]

    def runs(self, text: str, face: Face) -> list[tuple[pygame.font.Font, str]]:
        """`text` cut into runs of one font each: the first of the chain that has the letter."""
        chain = self.fonts(face)
        if text.isascii():
            return [(chain[0], text)] if text else []
        runs: list[tuple[pygame.font.Font, str]] = []
        for letter in text:
            font = _first_with(chain, letter)
            if runs and runs[-1][0] is font:
                runs[-1] = (font, runs[-1][1] + letter)
            else:
                runs.append((font, letter))
        return runs

    def icon(self, name: str, size: int, colour: Colour) -> pygame.Surface:
        """The icon `icons/NAME.svg` in one colour, `size` pixels square, straight alpha."""
        path = self.path(f"icons/{name}.svg")
        if not path.is_file():
            self._report(f"icons/{name}.svg")
            return _hollow(size, size, colour)
        drawn = pygame.image.load_sized_svg(str(path), (size * 2, size * 2)).convert_alpha()
        return tinted(pygame.transform.smoothscale(drawn, (size, size)), colour)

    def picture(self, name: str) -> pygame.Surface:
        """The picture `name` at its own size, straight alpha."""
        path = self.path(name)
        if not path.is_file():
            self._report(name)
            return _hollow(64, 64, (140, 156, 200))
        return pygame.image.load(str(path)).convert_alpha()

    def has(self, name: str) -> bool:
        """Whether the asset is there."""
        return self.path(name).is_file()

    def _nearest(self, family: str, weight: int) -> list[Path]:
        of_family = [(w, path) for f, w, path in self._files if f == family]
        if not of_family:
            return []
        best = min((abs(w - weight), -w) for w, _ in of_family)
        return [path for w, path in of_family if (abs(w - weight), -w) == best]

    def _report(self, name: str) -> None:
        if self._strict:
            raise AssetMissingError(
                f"{self.path(name)}: not found; run the scripts in assets/make to build it"
            )
        if name not in self._reported:
            self._reported.add(name)
            _log.warning("asset %s not found; the game draws a hollow box instead", self.path(name))


def tinted(surface: pygame.Surface, colour: Colour) -> pygame.Surface:
    """A picture's alpha filled with one colour; straight alpha."""
    out = surface.copy()
    out.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
    out.fill((*colour, 255), special_flags=pygame.BLEND_RGBA_MULT)
    return out


def _hollow(width: int, height: int, colour: Colour) -> pygame.Surface:
    box = pygame.Surface((width, height), pygame.SRCALPHA)
    pygame.draw.rect(box, colour, box.get_rect(), max(1, width // 12))
    return box


def _fonts_in(folder: Path) -> list[tuple[str, int, Path]]:
    """Family, weight and file of every font; a family's Latin file comes before its other scripts."""
    found = []
    for path in folder.glob("*"):
        match = _FONT_FILE.match(path.name)
        if match and path.suffix in (".woff2", ".ttf", ".otf"):
            found.append((match["family"], int(match["weight"]), path))
    return sorted(found, key=lambda f: ("latin-" not in f[2].name or "ext" in f[2].name, f[2].name))


@lru_cache(maxsize=8192)
def _has_letter(font: pygame.font.Font, letter: str) -> bool:
    """Whether the font draws the letter otherwise than what no font has: metrics alone do not tell."""
    if font.metrics(letter) != font.metrics(_NO_LETTER):
        return True
    return _pixels(font, letter) != _pixels(font, _NO_LETTER)


def _pixels(font: pygame.font.Font, letter: str) -> bytes:
    return pygame.image.tobytes(font.render(letter, True, (255, 255, 255)), "RGBA")


def _first_with(chain: tuple[pygame.font.Font, ...], letter: str) -> pygame.font.Font:
    return next((font for font in chain if _has_letter(font, letter)), chain[0])
