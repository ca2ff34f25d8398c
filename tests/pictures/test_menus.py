from pathlib import Path

import pytest
from PIL import Image

from game.client.geometry import Size
from game.client.shots import SIZES
from tests.pictures.menus import SCENES, draw
from tests.pictures.pictures import SHARE, kept, stray


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.w}x{size.h}")
@pytest.mark.parametrize("scene", list(SCENES))
def test_a_screen_looks_as_it_was_kept(scene: str, size: Size, tmp_path: Path) -> None:
    found = tmp_path / f"{scene}-{size.h}.bmp"
    draw(scene, size, found)
    share, where = stray(Image.open(found), Image.open(kept(scene, size)))
    where.save(tmp_path / f"{scene}-{size.h}-stray.png")
    assert share <= SHARE, (
        f"{share:.2%} of {found.name} differ from {kept(scene, size)}; look at both and at the picture of where. "
        "Mend: if it is meant, draw the kept one anew with python -m tests.pictures.menus"
    )
