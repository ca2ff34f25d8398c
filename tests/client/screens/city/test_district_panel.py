from itertools import pairwise

import pygame

from game.client.assets import Assets
from game.client.draw.fonts import FontMeasure
from game.client.geometry import Rect
from game.client.look import Look
from game.client.scene.items import Text
from game.client.screens.city.district_panel import draw_district
from game.client.screens.city.pen import Pen
from game.client.theme import NEON
from game.client.units import Units
from game.rules.ids import District
from tests.support.cockpits import cockpit_of

LINE = 43
"""Where people, quarter and reach stand, in design pixels from the panel's top."""


async def test_people_quarter_and_reach_stand_side_by_side_in_every_district() -> None:
    pygame.font.init()
    real = Look(Units(1.0), NEON, FontMeasure(Assets()))
    async with cockpit_of() as cockpit:
        planning = cockpit.model.planning
        for number in range(cockpit.model.board.districts):
            planning.select_district(District(number))
            pen = Pen(real, Rect(0, 0, 284, 312))
            draw_district(cockpit, pen)
            line = [item for item in pen.items if isinstance(item, Text) and item.y == LINE]
            spans = sorted(
                (item.x - (width if item.anchor == "mr" else 0), width, item.text)
                for item in line
                for width in (real.measure.width(item.text, item.face),)
            )
            assert len(spans) >= 4
            for (x, width, text), (after, _, words) in pairwise(spans):
                assert x + width < after, f"{text!r} runs into {words!r}"
