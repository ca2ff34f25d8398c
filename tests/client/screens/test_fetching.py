import pytest

from game.client.scene.items import Fill
from game.client.screens.fetching import FetchDoors, FetchScreen, MissingMap, Progress, plain, size_words
from tests.support.looks import look, placed
from tests.support.saying import say
from tests.support.stages import SIZES, button, check_layout, click, press, shown, stage, words

SKYLINE = MissingMap("Skyline Terraces", 1_153_433, "192.168.1.20:24145", differs=False)


def screen(
    said: list[str] | None = None,
    missing: MissingMap = SKYLINE,
    window: tuple[int, int, float | None] = (1280, 720, None),
) -> FetchScreen:
    heard = said if said is not None else []
    names = ("fetch", "always", "later", "never", "stop")
    doors = FetchDoors(*(lambda name=name: heard.append(name) for name in names))
    made = FetchScreen(stage(*window), missing, doors)
    shown(made)
    return made


@pytest.mark.parametrize("window", SIZES)
@pytest.mark.parametrize("differs", [False, True])
def test_the_question_fits_every_window(window: tuple[int, int, float | None], differs: bool) -> None:
    check_layout(screen(missing=MissingMap("W" * 64, 8 << 20, "w" * 99, differs), window=window))


@pytest.mark.parametrize("window", SIZES)
def test_the_progress_fits_every_window(window: tuple[int, int, float | None]) -> None:
    made = screen(missing=MissingMap("W" * 64, 8 << 20, "", differs=False), window=window)
    made.begin()
    made.put(7 << 20, 8 << 20)
    made.stage.items()
    check_layout(made)


def test_it_names_the_map_its_size_and_its_host() -> None:
    read = words(screen().stage)
    for told in ("Skyline Terraces", "1.1 MiB", SKYLINE.host):
        assert told in read
    assert "not on this machine" in read
    other = MissingMap("Core", 500, "here", differs=True)
    assert "another version" in words(screen(missing=other).stage)


def test_each_answer_has_its_button() -> None:
    said: list[str] = []
    on = screen(said).stage
    for label in ("Fetch it", "Always fetch", "Not now", "Never fetch"):
        click(on, button(on, label))
    assert said == ["fetch", "always", "later", "never"]


def test_keys_answer_too_and_then_stop() -> None:
    said: list[str] = []
    made = screen(said)
    press(made.stage, "return")
    press(made.stage, "escape")
    made.begin()
    press(made.stage, "escape")
    click(made.stage, button(made.stage, "Cancel"))
    assert said == ["fetch", "later", "stop", "stop"]


def test_what_has_come_is_told() -> None:
    made = screen()
    made.begin()
    assert "Asking the host" in words(made.stage)
    made.put(448 * 1024, 1_120_101)
    assert "448 KiB of 1.1 MiB" in words(made.stage)
    made.put(1_120_101, 1_120_101)
    assert "Checking the map" in words(made.stage)


def test_the_bar_fills_inside_its_groove() -> None:
    bar = placed(Progress(), 200, 8)
    for done, wide in ((0, 0), (50, 100), (100, 200), (300, 200)):
        bar.put(done, 100)
        groove, lit = (item for item in bar.items(look()) if isinstance(item, Fill))
        assert (groove.rect.w, lit.rect.w) == (200, wide)
    bar.put(0, 0)
    assert bar.filled == 0


def test_a_strangers_words_are_one_short_plain_line() -> None:
    assert plain("Riv\u202eerton\nCity\x1b[31m\t!") == "Riv erton City [31m !"
    assert plain("x" * 64) == "x" * 39 + "…"


def test_sizes_are_rounded_up() -> None:
    assert [size_words(size, say) for size in (1, 1024, 2**20, 2**20 + 1)] == [
        "1 KiB",
        "1 KiB",
        "1.0 MiB",
        "1.1 MiB",
    ]
