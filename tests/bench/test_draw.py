"""Cost of a frame: panning over the largest official map, and a screen of panels that did not change."""

import math
from collections.abc import Iterator

import pygame
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from game.client.assets import Assets
from game.client.camera import camera_over
from game.client.city_layout import CityState, CityView, DistrictLook, plane_of
from game.client.draw.fonts import FontMeasure
from game.client.draw.painters import canvas_on
from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.theme import NEON, RESIDENTS, Banner
from game.client.units import units_for
from game.client.widgets.desk import Desk
from game.client.widgets.label import Label
from game.client.widgets.layout import Column, Free
from game.client.widgets.levels import SupportBar
from game.client.widgets.panelbox import PanelBox
from tests.support.maps import core_art

SIZES = [Size(1280, 720), Size(1920, 1080)]
OWNERS = [Banner("sra"), Banner("occ"), Banner("ca"), RESIDENTS]


@pytest.fixture(params=SIZES, ids=["720p", "1080p"])
def window(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[pygame.Surface]:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_FRAMEBUFFER_ACCELERATION", "0")
    pygame.display.init()
    pygame.font.init()
    yield pygame.display.set_mode((request.param.w, request.param.h))
    pygame.display.quit()


def test_panning_the_city(window: pygame.Surface, benchmark: BenchmarkFixture) -> None:
    art, size = core_art(), Size(*window.get_size())
    units = units_for(size, None)
    looks = tuple(
        DistrictLook(OWNERS[i % 4], OWNERS[(i + 1) % 4] if i == 5 else None) for i in range(len(art.outlines))
    )
    state = CityState(looks, frozenset({3, 4, 5, 6}), 4)
    canvas = canvas_on(window, Assets(), NEON, units)
    camera = camera_over(plane_of(art), Rect(0, 0, size.w, size.h), units.scale)
    frames = [camera.panned(200 * math.sin(i / 9), 120 * math.cos(i / 7)) for i in range(60)]
    steps = [CityView(art, frame, state) for frame in frames]
    for step in steps:
        canvas.draw([step])
    at = iter(range(10**9))

    def frame() -> None:
        canvas.draw([steps[next(at) % len(steps)]])
        pygame.display.flip()

    benchmark(frame)


def test_panels_that_did_not_change(window: pygame.Surface, benchmark: BenchmarkFixture) -> None:
    size = Size(*window.get_size())
    assets = Assets()
    look = Look(units_for(size, None), NEON, FontMeasure(assets))
    bar = tuple((owner, 250) for owner in OWNERS)
    panels = [PanelBox(Column([Label(f"Row {i}"), SupportBar(bar)]), caption="Slate") for i in range(6)]

    def placing(look: Look, rect: Rect) -> None:
        for place, panel in enumerate(panels):
            panel.place(
                look, Rect(rect.w // 3 * (place % 3), rect.h // 2 * (place // 3), rect.w // 4, rect.h // 3)
            )

    desk = Desk(look, size)
    desk.show(Free(panels, placing))
    canvas = canvas_on(window, assets, NEON, look.u)

    def frame() -> None:
        canvas.draw(desk.items())
        pygame.display.flip()

    benchmark(frame)
