from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from game.client.geometry import Size
from game.client.shots import SIZES
from tests.pictures.pictures import SCENES, SHARE, as_kept, draw, kept, stray


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.w}x{size.h}")
@pytest.mark.parametrize("scene", list(SCENES))
def test_the_city_looks_as_it_was_kept(scene: str, size: Size, tmp_path: Path) -> None:
    found = tmp_path / f"{scene}-{size.h}.bmp"
    draw(scene, size, found)
    share, where = stray(as_kept(Image.open(found)), Image.open(kept(scene, size)))
    where.save(tmp_path / f"{scene}-{size.h}-stray.png")
    assert share <= SHARE, (
        f"{share:.1%} of the pixels stray. Drawn: {found}; where it strays: {tmp_path}. "
        "If the new picture is right: python -m tests.pictures.pictures"
    )


def test_a_picture_that_differs_is_noticed() -> None:
    size = SIZES[0]
    expected = Image.open(kept("planning", size))
    changed = expected.convert("RGB")
    ImageDraw.Draw(changed).rectangle((492, 190, 634, 312), fill=(200, 200, 200))
    assert stray(changed, expected)[0] > SHARE
    assert stray(expected, expected)[0] == 0
