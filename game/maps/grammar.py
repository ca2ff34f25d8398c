"""The XML a map may hold: each element with its attributes and the elements inside it.

Source: the TMX format as Tiled 1.8 to 1.11 writes it, less what this version of the game does not read.
"""

from typing import Final

from msgspec import Struct


class Element(Struct, frozen=True):
    """An element's attributes, the elements it may hold, and whether its text counts."""

    attributes: frozenset[str]
    children: frozenset[str]
    has_text: bool = False


def _element(attributes: str, children: str = "", *, has_text: bool = False) -> Element:
    return Element(frozenset(attributes.split()), frozenset(children.split()), has_text)


_LAYER = "id name class x y width height opacity visible locked tintcolor offsetx offsety parallaxx parallaxy"

ELEMENTS: Final[dict[str, Element]] = {
    "map": _element(
        "version tiledversion class orientation renderorder compressionlevel width height tilewidth tileheight "
        "infinite nextlayerid nextobjectid backgroundcolor parallaxoriginx parallaxoriginy",
        "properties editorsettings tileset layer objectgroup",
    ),
    "editorsettings": _element("", "chunksize export"),
    "chunksize": _element("width height"),
    "export": _element("target format"),
    "tileset": _element(
        "firstgid source name class version tiledversion tilewidth tileheight spacing margin tilecount columns "
        "objectalignment tilerendersize fillmode backgroundcolor",
        "properties editorsettings image tileoffset grid transformations tile wangsets",
    ),
    "tileoffset": _element("x y"),
    "grid": _element("orientation width height"),
    "transformations": _element("hflip vflip rotate preferuntransformed"),
    "image": _element("source width height trans"),
    "tile": _element("id type class probability", "properties"),
    "wangsets": _element("", "wangset"),
    "wangset": _element("name type class tile", "properties wangcolor wangtile"),
    "wangcolor": _element("name class color tile probability", "properties"),
    "wangtile": _element("tileid wangid hflip vflip dflip"),
    "layer": _element(_LAYER, "properties data"),
    "data": _element("encoding compression", has_text=True),
    "objectgroup": _element(f"{_LAYER} color draworder", "properties object"),
    "object": _element(
        "id name type class x y width height rotation gid visible",
        "properties point polygon polyline ellipse text capsule",
    ),
    "point": _element(""),
    "ellipse": _element(""),
    "capsule": _element(""),
    "polygon": _element("points"),
    "polyline": _element("points"),
    "text": _element(
        "fontfamily pixelsize wrap color bold italic underline strikeout kerning halign valign", has_text=True
    ),
    "properties": _element("", "property"),
    "property": _element("name type propertytype value", has_text=True),
}

UNREAD: Final = {
    "group": "a group layer",
    "imagelayer": "an image layer",
    "animation": "an animated tile",
    "chunk": "an infinite map",
    "template": "an object template",
}
"""Elements and attributes that Tiled knows and the game does not, and how a person calls them."""
