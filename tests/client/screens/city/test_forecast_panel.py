import pygame

from game.client.assets import Assets
from game.client.draw.fonts import FontMeasure
from game.client.geometry import Rect
from game.client.look import Look
from game.client.scene.items import Text
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.forecast_panel import draw_forecast
from game.client.screens.city.pen import Pen
from game.client.theme import NEON
from game.client.units import Units
from game.rules.orders import Campaign
from tests.support.cockpits import cockpit_of, worked_out
from tests.support.matches import SRA


def said(cockpit: Cockpit) -> list[str]:
    """The panel's words, cut where the real letters need more room than the smallest window gives."""
    pygame.font.init()
    pen = Pen(Look(Units(1.0), NEON, FontMeasure(Assets())), Rect(0, 0, 284, 244))
    draw_forecast(cockpit, pen)
    return [item.text for item in pen.items if isinstance(item, Text)]


def share(words: list[str], name: str) -> int:
    return int(next(line for line in words if line.startswith(name)).split()[-1])


async def test_floor_and_ceiling_hold_what_is_forecast() -> None:
    async with cockpit_of() as cockpit:
        words = said(cockpit)
        then = float([line for line in words if line.endswith("%")][-1].rstrip("%"))
        assert then % 1 > 0, "a whole number would prove nothing"
        assert share(words, "floor") <= then <= share(words, "ceiling")


async def test_the_way_back_is_not_cut() -> None:
    async with cockpit_of() as cockpit:
        leader = cockpit.model.board.leaders_of(SRA)[0]
        cockpit.give(Campaign(leader, cockpit.model.board.homes[SRA]))
        cockpit.model.planning.try_verb("campaign")
        await worked_out(cockpit)
        assert "Take back" in said(cockpit)
