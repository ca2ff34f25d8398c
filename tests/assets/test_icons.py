"""Icons: the table and the folder agree, and each file draws something white on a clear ground."""

from pathlib import Path

import icons
import pygame
import pytest
from facilities import FACILITIES

NAMES = [name for part in icons.table().values() for name in part]
VERBS = (
    "campaign",
    "care",
    "festival",
    "build",
    "forum",
    "pledge",
    "motion",
    "rally",
    "showcase",
    "story_circle",
    "travel",
)


def test_table_and_folder_agree(assets: Path) -> None:
    assert sorted(path.stem for path in (assets / "icons").glob("*.svg")) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_white_on_clear_ground(assets: Path, name: str) -> None:
    surface = pygame.image.load_sized_svg(str(assets / "icons" / f"{name}.svg"), (32, 32))
    drawn = pygame.mask.from_surface(surface, 127).count()
    assert 20 < drawn < 32 * 32
    brightest = max(
        surface.get_at((x, y))[:3] for x in range(32) for y in range(32) if surface.get_at((x, y))[3] > 250
    )
    assert brightest == (255, 255, 255)


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_stands_on_the_common_square(assets: Path, name: str) -> None:
    assert 'viewBox="0 0 512 512"' in (assets / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def test_every_verb_and_facility_has_an_icon() -> None:
    needed = {f"verb-{verb}" for verb in VERBS} | {f"facility-{key}" for key in FACILITIES}
    assert needed <= set(NAMES)
