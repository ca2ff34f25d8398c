import pytest

from game.client.geometry import Rect, Size
from game.client.scene.items import Image
from game.client.screens.centred import Centred, night
from game.client.widgets.layout import Space
from tests.support.looks import placed


def test_a_child_stands_in_the_middle_at_its_own_height() -> None:
    child = Space(height=100)
    placed(Centred(child, 200), 600, 400)
    assert child.rect == Rect(200, 150, 200, 100)


@pytest.mark.parametrize("height", [None, 4000])
def test_it_never_leaves_its_room(height: float | None) -> None:
    child = Space(height=900)
    made = placed(Centred(child, 5000, height), 600, 400)
    assert child.rect == made.rect


def test_the_night_behind_it_is_dim() -> None:
    (picture,) = night(Size(1280, 720))
    assert isinstance(picture, Image)
    assert picture.light < 0.5
