"""Painter of the city: keeps the renderer of the map that is shown."""

from typing import Final

from game.client.city_layout import CityView
from game.client.draw.canvas import Canvas, Painter
from game.client.draw.city import CityRenderer


def _city(c: Canvas, item: CityView) -> None:
    renderer = c.companion if isinstance(c.companion, CityRenderer) else None
    if renderer is None or renderer.art is not item.art:
        renderer = c.companion = CityRenderer(item.art, c.palette)
    renderer.restyle(c.palette)
    if not (
        renderer.draw(c.target, item.camera, item.state) and renderer.look_ahead(item.camera, item.state)
    ):
        c.is_unfinished = True


PAINTERS: Final[dict[type, Painter]] = {CityView: _city}
