from pathlib import Path

import pytest
from PIL import Image

from game.client.geometry import Size
from game.client.shots import SIZES
from tests.pictures.pictures import SHARE, as_kept, kept, stray
from tests.pictures.seasons import SCENES, draw


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.w}x{size.h}")
@pytest.mark.parametrize("scene", list(SCENES))
def test_a_seasons_end_looks_as_it_was_kept(scene: str, size: Size, tmp_path: Path) -> None:
    found = tmp_path / f"{scene}-{size.h}.bmp"
    draw(scene, size, found)
    share, where = stray(as_kept(Image.open(found)), Image.open(kept(scene, size)))
    where.save(tmp_path / f"{scene}-{size.h}-stray.png")
    assert share <= SHARE, (
        f"{share:.1%} of the pixels stray. Drawn: {found}; where it strays: {tmp_path}. "
        "If the new picture is right: python -m tests.pictures.seasons"
    )
