"""Where the art goes, and how it is written so that a second run gives the same bytes."""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Output:
    """The project folder to write into: the real one, or a spare one for a check."""

    root: Path

    def path(self, name: str) -> Path:
        """The file `name` (relative to the project, with slashes), its folder made if need be."""
        target = self.root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def text(self, name: str, words: str) -> None:
        """Write a text file in UTF-8 with plain line ends."""
        self.path(name).write_bytes(words.encode())

    def png(self, name: str, picture: Image.Image, colours: int = 0) -> None:
        """Write a PNG; with `colours`, as a palette of so many colours with alpha."""
        if colours:
            picture = picture.quantize(colours, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        picture.save(self.path(name), "PNG", optimize=True)

    def webp(self, name: str, picture: Image.Image, quality: int = 88) -> None:
        """Write a WebP picture of the given quality (0..100)."""
        picture.save(self.path(name), "WEBP", quality=quality, method=6)
