"""Pictures: each one the tables name is there, opens in pygame, and has the size it promises."""

from pathlib import Path

import pygame
import pytest
from emblems import NAMES as OWNERS
from facilities import FACILITIES
from person import PEOPLE

MURALS = ("mural", "mural-sra", "mural-occ", "mural-ca", "mural-sundered")


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.key)
def test_a_portrait_is_a_full_square(assets: Path, person) -> None:
    surface = pygame.image.load(str(assets / "portraits" / f"{person.key}.png"))
    assert surface.get_size() == (256, 256)


def test_each_faction_has_four_leaders() -> None:
    assert sorted(person.faction for person in PEOPLE) == ["ca"] * 4 + ["occ"] * 4 + ["sra"] * 4


@pytest.mark.parametrize("owner", OWNERS.values())
@pytest.mark.parametrize("name", ["emblem-{}", "emblem-{}-outline", "glyph-{}", "shape-{}"])
def test_an_emblem_is_drawn_within_its_edges(assets: Path, owner: str, name: str) -> None:
    surface = pygame.image.load(str(assets / "emblems" / f"{name.format(owner)}.png"))
    assert surface.get_size() == (128, 128)
    box = pygame.mask.from_surface(surface, 60).get_bounding_rects()[0]
    assert surface.get_rect().inflate(-2, -2).contains(box)


@pytest.mark.parametrize("key", FACILITIES)
def test_a_facility_stands_on_one_tile(assets: Path, key: str) -> None:
    surface = pygame.image.load(str(assets / "facilities" / f"{key}.png"))
    assert surface.get_size() == (64, 120)
    assert surface.get_at((0, 0))[3] == 0


@pytest.mark.parametrize("name", MURALS)
def test_a_mural_fits_the_banner(assets: Path, name: str) -> None:
    path = assets / "mural" / f"{name}.webp"
    assert pygame.image.load(str(path)).get_size() == (2560, 344)
    assert path.stat().st_size <= 700_000


@pytest.mark.parametrize("name", ["council", "gala"])
def test_a_hall_is_as_large_as_the_title(assets: Path, name: str) -> None:
    path = assets / "halls" / f"{name}.webp"
    assert pygame.image.load(str(path)).get_size() == (2560, 1440)


def test_the_title_pictures_open(assets: Path) -> None:
    backdrop = assets / "title" / "backdrop.webp"
    assert pygame.image.load(str(backdrop)).get_size() == (2560, 1440)
    assert backdrop.stat().st_size <= 1_000_000
    assert pygame.image.load(str(assets / "title" / "logo.png")).get_size() == (1360, 240)


def test_the_icon_of_the_program_has_clear_corners(assets: Path) -> None:
    icon = pygame.image.load(str(assets / "app-icon.png"))
    assert icon.get_size() == (256, 256)
    assert icon.get_at((0, 0))[3] == 0
