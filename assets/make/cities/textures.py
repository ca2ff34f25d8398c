"""How the districts of our cities are built."""

from game.maps.generating.looks import Texture

LOW = ("low0", "low1", "low2")
MID = ("mid0", "mid1", "mid2")
TOWERS = ("tower0", "tower1", "tower2")
SPIRES = ("spire0", "spire1", "spire2")

TEXTURES: dict[str, Texture] = {
    "shanty": Texture(((("stack0",), 48), (("low0", "low1"), 26), (("mark1",), 6), (("fact0",), 4)), 5),
    "levels": Texture(((("stack0",), 54), (("low1", "low2"), 24), (("mid0",), 10), (("bill0",), 3)), 6),
    "quays": Texture(((("fact0",), 30), (LOW, 30), (("crane0",), 10), (("mark0",), 8)), 6),
    "works": Texture(((("fact0",), 46), (("low1", "low2"), 22), (("crane0",), 4), (("mid0",), 6)), 5),
    "old": Texture(((LOW, 64), (("mid0", "mid1"), 10), (("mark0", "mark1"), 7)), 4),
    "lanes": Texture(((LOW, 48), (MID, 22), (("mark0", "mark1"), 6), (("step0",), 3)), 4),
    "blocks": Texture(((MID, 62), (("low2",), 12), (("tower0",), 4), (("bill0",), 4)), 5),
    "halls": Texture(((MID, 34), (("step0",), 22), (("low2",), 12), (("tower1",), 6))),
    "garden": Texture(((LOW, 30), (("step0",), 14), (("mid1",), 8)), 7),
    "towers": Texture(((TOWERS, 52), (MID, 24), (("step0",), 8)), 5),
    "crest": Texture(((TOWERS, 26), (MID, 26), (("step0",), 20))),
    "spires": Texture(((SPIRES, 46), (TOWERS, 26), (("step0",), 14)), 4),
}
"""By name: what stands there, and how far its streets lie apart."""
