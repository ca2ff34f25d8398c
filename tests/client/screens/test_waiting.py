import pytest

from game.client.scene.items import Fill
from game.client.screens.waiting import Sweep, WaitingScreen
from tests.support.looks import look, placed
from tests.support.stages import SIZES, button, check_layout, click, press, shown, stage, words


@pytest.mark.parametrize("window", SIZES)
def test_it_fits_every_window(window: tuple[int, int, float | None]) -> None:
    check_layout(shown(WaitingScreen(stage(*window), "Opening the room", lambda: None)))


def test_it_says_what_is_done_and_can_be_stopped() -> None:
    said: list[str] = []
    on = shown(WaitingScreen(stage(), "Opening the room", lambda: said.append("stop"))).stage
    assert "Opening the room" in words(on)
    press(on, "escape")
    click(on, button(on, "Cancel"))
    assert said == ["stop", "stop"]


def test_the_light_runs_inside_its_groove() -> None:
    sweep = placed(Sweep(), 200, 6)
    seen = set()
    for now in (0.2, 0.6, 1.0, 1.4):
        sweep.put(now)
        groove, lit = (item for item in sweep.items(look()) if isinstance(item, Fill))
        assert lit.rect.is_empty or groove.rect.intersection(lit.rect) == lit.rect
        seen.add(lit.rect.x)
    assert len(seen) > 2


def test_with_less_motion_nothing_moves() -> None:
    on = stage()
    made = WaitingScreen(on, "Opening the room", lambda: None)
    shown(made)
    on.desk.look = type(on.desk.look)(
        on.desk.look.u, on.desk.look.palette, on.desk.look.measure, reduced_motion=True
    )
    before = on.items()
    on.tick(0.9)
    assert on.items() == before
