import pytest

from game.client.screens.lobby.download import DownloadScreen
from tests.support.stages import SIZES, check_layout, press, shown, stage, words


@pytest.mark.parametrize("window", SIZES)
def test_it_says_how_much_has_come_and_can_be_stopped(window: tuple[int, int, float | None]) -> None:
    said: list[str] = []
    made = DownloadScreen(stage(*window), "Late shift", lambda: said.append("stop"))
    shown(made)
    check_layout(made)
    assert "Asking the server" in words(made.stage)
    made.put(51_200, 204_800)
    assert "50 KiB" in words(made.stage)
    press(made.stage, "escape")
    assert said == ["stop"]
