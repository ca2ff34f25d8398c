from typing import get_args

import msgspec
import pygame
import pytest

from game.client.assets import Assets
from game.client.camera import camera_over
from game.client.city_layout import CityState, CityView, DistrictLook, plane_of
from game.client.draw.canvas import Canvas
from game.client.draw.fonts import FontMeasure
from game.client.draw.paint_bars import bar_edges
from game.client.draw.painters import PAINTERS, canvas_on
from game.client.geometry import Rect
from game.client.look import Look
from game.client.scene import items as plain
from game.client.scene import marks
from game.client.scene.plates import Plate, arc_items, flag_items, keycap_items, plate_items, token_items
from game.client.theme import COLOUR_BLIND_SAFE, NEON, RESIDENTS, Banner, Face
from game.client.units import Units
from tests.support.maps import four_district_art

pytestmark = pytest.mark.usefixtures("window")

SRA, OCC = Banner("sra"), Banner("occ", 1)
FACE = Face("text", 16, 600)
BOX = Rect(10, 10, 80, 30)
RED = (255, 0, 0)
PARTS = ((SRA, 310), (OCC, 290), (RESIDENTS, 400))
DISTRICTS = (marks.MiniDistrict(RED), marks.MiniDistrict(RED, (0, 0, 255), False))

SAMPLES: list[msgspec.Struct] = [
    plain.Text(20, 20, "Hub Street", FACE, RED),
    plain.Text(20, 20, "Привет", FACE, RED, "c", shadow=True),
    plain.Icon(30, 30, "credits", 24, RED),
    plain.Fill(BOX, RED),
    plain.Fill(BOX, RED, 120, 4, (0, 255, 0)),
    plain.CutBox(BOX, 7, RED, 255, (0, 255, 0)),
    plain.Panel(BOX, RED, NEON.panel, NEON.line),
    plain.Dotted(10, 20, 40, RED),
    plain.Line(((10, 10), (60, 10)), RED),
    plain.Line(((10, 10), (60, 30), (80, 20)), RED, 3, True, (6, 4), (0, 0, 0)),
    plain.Polygon(((10, 10), (60, 30), (20, 50)), RED, 200, (0, 255, 0)),
    plain.Disc(40, 40, 12, RED, (0, 255, 0)),
    plain.Image(BOX, "emblems/emblem-sra.png", 0.5),
    plain.Glow(BOX, RED, 20),
    plain.Gradient(BOX, RED, (0, 255, 0)),
    plain.Clip(BOX, (plain.Fill(Rect(0, 0, 300, 300), RED),)),
    plain.Group(BOX, (plain.Text(20, 12, "In a group", FACE, RED),), (4, 4), 0.5),
    plain.Scaled(Units(2.0), (plain.Dotted(10, 20, 40, RED), marks.Whisker(BOX, 0.2, 0.8, 0.5))),
    marks.Emblem(40, 40, SRA, 14),
    marks.Emblem(40, 40, OCC, 14, filled=False),
    marks.Portrait(60, 60, "juno_armitage", SRA, 21, badge="given"),
    marks.Portrait(60, 60, "juno_armitage", OCC, 21, ring=RED, badge="waiting", light=0.8),
    marks.Marker(40, 40, SRA, 5),
    marks.Bar(BOX, PARTS),
    marks.Meter(BOX, 0.6, RED, 0.5, 0.7, hatched=True),
    marks.LeanBar(BOX, -0.3),
    marks.Whisker(BOX, 0.2, 0.8, 0.5),
    *(marks.Sign(40, 40, kind, 6, RED) for kind in get_args(marks.SignKind)),
    marks.Pin(60, 60, RED, 16),
    marks.Rings(100, 60, RED, 24, 0.4),
    *(marks.ChartLine(((10, 10), (60, 40)), RED, s, 3) for s in ("solid", "dashes", "dots")),
    marks.MiniMap(
        Rect(10, 10, 200, 140), (0, 0, 1, 1), 2, DISTRICTS, 0, Rect(20, 20, 60, 40), ((0, 0, RED),)
    ),
    CityView(
        four_district_art(),
        camera_over(plane_of(four_district_art()), Rect(0, 0, 320, 200)),
        CityState((DistrictLook(SRA, OCC), *[DistrictLook()] * 3), frozenset({0}), 0),
    ),
]


def canvas(assets: Assets | None = None) -> Canvas:
    target = pygame.Surface((320, 200))
    target.fill((9, 10, 28))
    return canvas_on(target, assets or Assets(), NEON, Units(1.0))


@pytest.mark.parametrize("item", SAMPLES, ids=lambda item: type(item).__name__)
def test_an_item_changes_pixels_and_the_second_time_the_same_ones(item: msgspec.Struct) -> None:
    first = canvas()
    before = pygame.image.tobytes(first.target, "RGB")
    first.draw([item])
    drawn = pygame.image.tobytes(first.target, "RGB")
    assert drawn != before
    first.target.fill((9, 10, 28))
    first.draw([item])
    assert pygame.image.tobytes(first.target, "RGB") == drawn


def test_every_item_has_a_painter_and_a_sample() -> None:
    dimming = {plain.Shadow, plain.Veil}
    assert {type(sample) for sample in SAMPLES} | dimming == set(PAINTERS)


@pytest.mark.parametrize("item", [plain.Veil(BOX, 0.4), plain.Shadow(BOX, 10)])
def test_dimming_makes_darker(item: msgspec.Struct) -> None:
    made = canvas()
    made.target.fill((200, 200, 200))
    made.draw([item])
    assert made.target.get_at((40, 20)).r < 200


def test_an_unknown_item_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="no painter for Rect"):
        canvas().draw([BOX])


def test_nothing_shows_outside_a_clip_or_group() -> None:
    for wrap in (plain.Clip, plain.Group):
        made = canvas()
        made.draw([wrap(BOX, (plain.Fill(Rect(0, 0, 300, 200), RED),))])
        assert made.target.get_at((BOX.x, BOX.y))[:3] == RED
        assert made.target.get_at((BOX.right, BOX.y))[:3] == (9, 10, 28)


def test_a_group_is_the_same_picture_as_its_items() -> None:
    inside = (plain.CutBox(BOX, 7, RED, 255, (0, 255, 0)), plain.Text(20, 14, "same", FACE, (255, 255, 255)))
    alone, grouped = canvas(), canvas()
    alone.draw(inside)
    grouped.draw([plain.Group(Rect(0, 0, 320, 200), inside)])
    for x in range(0, 320, 3):
        for y in range(0, 200, 3):
            near = zip(alone.target.get_at((x, y)), grouped.target.get_at((x, y)), strict=True)
            assert all(abs(a - b) <= 3 for a, b in near)


def test_what_is_scaled_is_drawn_as_on_a_window_of_that_scale_and_nothing_after_it() -> None:
    whisker = marks.Whisker(BOX, 0.2, 0.8, 0.5)
    pictures = []
    for scale, items in (
        (1.0, [whisker]),
        (2.0, [plain.Scaled(Units(1.0), (whisker,))]),
        (2.0, [whisker]),
        (2.0, [plain.Scaled(Units(1.0), ()), whisker]),
    ):
        made = canvas_on(pygame.Surface((320, 200)), Assets(), NEON, Units(scale))
        made.draw(items)
        pictures.append(pygame.image.tobytes(made.target, "RGB"))
    assert pictures[0] == pictures[1] != pictures[2] == pictures[3]


def test_another_palette_draws_other_pixels() -> None:
    made = canvas()
    made.draw([marks.Bar(BOX, PARTS)])
    neon = pygame.image.tobytes(made.target, "RGB")
    made.restyle(COLOUR_BLIND_SAFE, made.u)
    assert made.cached_bytes == 0
    made.draw([marks.Bar(BOX, PARTS)])
    assert pygame.image.tobytes(made.target, "RGB") != neon


def test_the_parts_of_a_bar_add_up_to_its_width() -> None:
    assert bar_edges(252, PARTS) == [0, 78, 151, 252]
    assert bar_edges(100, ((SRA, 0),)) == [0, 0]


def test_composed_signs_can_be_drawn() -> None:
    assets = Assets()
    look = Look(Units(1.0), NEON, FontMeasure(assets))
    portrait = marks.Portrait(100, 150, "juno_armitage", SRA, 21)
    made = canvas(assets)
    made.draw(
        [
            *plate_items(look, Plate("Sanctum Core", SRA, "31%", PARTS, OCC), 160, 40),
            *keycap_items(look, 300, 20, "Enter"),
            *token_items(look, portrait, swell=0.5),
            *flag_items(look, 250, 150, OCC, 13),
            *arc_items(look, (100, 150), (250, 150), NEON.go),
        ]
    )
    assert made.cached_bytes > 0
