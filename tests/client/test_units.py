import pytest

from game.client.geometry import Size
from game.client.units import Units, fitting_scale, units_for


@pytest.mark.parametrize(
    ("window", "scale"),
    [
        (Size(1280, 720), 1.0),
        (Size(1920, 1080), 1.5),
        (Size(2560, 1080), 1.5),
        (Size(1366, 768), 1.05),
        (Size(640, 360), 0.75),
        (Size(7680, 4320), 3.0),
    ],
)
def test_the_design_fills_the_window(window: Size, scale: float) -> None:
    assert fitting_scale(window) == pytest.approx(scale)


def test_a_players_own_scale_replaces_the_fit() -> None:
    assert units_for(Size(1920, 1080), None).scale == 1.5
    assert units_for(Size(1920, 1080), 1.0).scale == 1.0


def test_a_hairline_never_vanishes_and_nothing_stays_nothing() -> None:
    u = Units(0.3)
    assert u(1) == 1
    assert u(0) == 0
    assert Units(1.5)(28) == 42


def test_text_size_scales_type_alone() -> None:
    u = Units(1.0, 1.5)
    assert u(16) == 16
    assert u.type(16) == 24
