"""The factions' emblems: filled, outlined, and their glyphs and shapes alone as white masks for tinting."""

from canvas import Canvas, Ink
from files import Output
from glyphs import glyph
from palette import ACCENTS, INK, WHITE, Colour, mix
from PIL import Image
from shapes import outline

SIZE = 128
# The file name says "residents"; the tilesets say "res" because a kind must stay short.
NAMES = {"sra": "sra", "occ": "occ", "ca": "ca", "res": "residents"}
GLYPH_SHARE = {"sra": 1.0, "occ": 0.9, "ca": 0.92, "res": 0.84}


def make(output: Output) -> None:
    """Write emblem, outlined emblem, glyph mask and shape mask of each faction and the residents."""
    for owner, name in NAMES.items():
        colour = ACCENTS[owner]
        output.png(f"assets/emblems/emblem-{name}.png", filled(owner, colour))
        output.png(f"assets/emblems/emblem-{name}-outline.png", outlined(owner, colour))
        output.png(f"assets/emblems/glyph-{name}.png", _white(glyph(owner, SIZE)))
        output.png(f"assets/emblems/shape-{name}.png", _white(shape_mask(owner, SIZE, 52)))


def filled(owner: str, colour: Colour, size: int = SIZE) -> Image.Image:
    """The emblem with a solid ground and a dark glyph."""
    canvas = Canvas(size, size)
    middle, radius = (size / 2, size / 2), size * 0.4
    canvas.polygon(outline(owner, middle, radius * 1.05), Ink(mix(colour, WHITE, 0.5)))
    canvas.polygon(outline(owner, middle, radius * 0.97), Ink(colour))
    return _stamp(canvas.finish(1, 0), owner, mix(colour, INK, 0.84), radius)


def outlined(owner: str, colour: Colour, size: int = SIZE) -> Image.Image:
    """The emblem with a dark ground and a bright outline and glyph."""
    canvas = Canvas(size, size)
    middle, radius = (size / 2, size / 2), size * 0.4
    canvas.polygon(outline(owner, middle, radius * 1.05), Ink(colour))
    canvas.polygon(outline(owner, middle, radius * 0.96), Ink(mix(INK, colour, 0.2)))
    return _stamp(canvas.finish(1, 0), owner, mix(colour, WHITE, 0.25), radius)


def shape_mask(owner: str, size: int, radius: float) -> Image.Image:
    """The faction's outline as an alpha mask of `size` pixels a side."""
    canvas = Canvas(size, size)
    canvas.polygon(outline(owner, (size / 2, size / 2), radius), Ink(WHITE))
    return canvas.finish(1, 0).getchannel("A")


def _stamp(picture: Image.Image, owner: str, colour: Colour, radius: float) -> Image.Image:
    side = round(radius * 2 * GLYPH_SHARE[owner])
    corner = ((picture.width - side) // 2, (picture.height - side) // 2)
    mask = Image.new("L", picture.size, 0)
    mask.paste(glyph(owner, side), corner)
    return Image.composite(Image.new("RGBA", picture.size, (*colour, 255)), picture, mask)


def _white(mask: Image.Image) -> Image.Image:
    picture = Image.new("RGBA", mask.size, (255, 255, 255, 0))
    picture.putalpha(mask)
    return picture
