"""What a palette looks like: the factions' signs, a bar, a gain and a loss in its colours."""

from collections.abc import Iterable
from typing import Final

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import Item
from game.client.scene.marks import Bar, Emblem, Sign
from game.client.theme import RESIDENTS, Banner
from game.client.widgets.widget import Widget

BANNERS: Final = (Banner("sra"), Banner("occ"), Banner("ca"), RESIDENTS)
SHARES: Final = (31, 26, 22, 21)


class PalettePreview(Widget):
    """The signs in the colours in force now: they change with the palette."""

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(36))

    def paint(self, look: Look) -> Iterable[Item]:
        u, palette, rect = look.u, look.palette, self.rect
        x = rect.x + u(14)
        for banner in BANNERS:
            yield Emblem(x, rect.centre_y, banner, u(12))
            x += u(34)
        bar = Rect(x, rect.centre_y - u(7), max(0, rect.right - x - u(60)), u(14))
        yield Bar(bar, tuple(zip(BANNERS, SHARES, strict=True)), 0.0, u(2))
        yield Sign(rect.right - u(38), rect.centre_y, "up", u(6), palette.go)
        yield Sign(rect.right - u(14), rect.centre_y, "down", u(6), palette.loss)
