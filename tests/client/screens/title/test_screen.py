import pytest
from msgspec.structs import replace

from game import __version__
from game.client.geometry import Rect, Size
from game.client.scene.items import Image, Scaled
from game.client.screens.sketch import Sketch
from game.client.screens.title.menu import MenuRow
from game.client.screens.title.resume import Line, Resumable
from game.client.screens.title.screen import BACKDROP, LOGO, Doors, TitleScreen, covering
from game.client.theme import Banner
from game.resources import asset
from tests.support.stages import SIZES, check_layout, click, find, press, shown, stage, words

NAMES = ("play", "host", "join", "replays", "rules", "settings", "credits", "quit")


def resumable(said: list[str]) -> Resumable:
    lines = (Line(Banner("occ"), "Mirela", 76), Line(Banner("sra"), "you", 58, own=True))
    sketch = Sketch((0, 0, 1, 1), 2)
    leaders = (Banner("sra"), Banner("residents"))
    return Resumable("Core", lambda: said.append("continue"), "your turn", 11, 24, lines, sketch, leaders)


def screen(
    said: list[str],
    *,
    card: bool = True,
    language: bool = True,
    window: tuple[int, int, float | None] = (1280, 720, None),
) -> TitleScreen:
    doors = Doors(*(lambda name=name: said.append(name) for name in NAMES))
    if language:
        doors = replace(doors, language=lambda: said.append("language"))
    made = TitleScreen(stage(*window), doors, resumable(said) if card else None)
    shown(made)
    return made


@pytest.mark.parametrize("window", SIZES)
@pytest.mark.parametrize("card", [True, False])
def test_it_fits_every_window(window: tuple[int, int, float | None], card: bool) -> None:
    check_layout(screen([], card=card, language=card, window=window))


def test_every_row_leads_where_it_says() -> None:
    said: list[str] = []
    on = screen(said).stage
    for row in find(on, MenuRow):
        click(on, row)
    assert said == list(NAMES)


def test_every_key_leads_where_its_cap_stands() -> None:
    said: list[str] = []
    press(screen(said).stage, "return", "h", "j", "p", "u", "s", "r", "q", "c")
    assert said == [*NAMES, "continue"]


def test_tab_and_enter_go_through_the_menu() -> None:
    said: list[str] = []
    press(screen(said).stage, "tab", "tab", "return", "down", "space")
    assert said == ["host", "join"]


def test_without_a_match_there_is_no_card() -> None:
    said: list[str] = []
    on = screen(said, card=False).stage
    press(on, "c")
    assert said == []
    assert "CONTINUE" not in words(on)


def test_the_language_is_offered_only_where_there_are_several() -> None:
    assert "English" in words(screen([]).stage)
    assert "English" not in words(screen([], language=False).stage)


def test_it_says_its_version() -> None:
    assert __version__ in words(screen([]).stage)


def test_the_pictures_ship() -> None:
    assert asset(BACKDROP).is_file()
    assert asset(LOGO).is_file()


def test_the_logo_never_lies_on_the_menu() -> None:
    for window in SIZES:
        on = screen([], window=window).stage
        drawn = [i for item in on.items() for i in (item.items if isinstance(item, Scaled) else (item,))]
        logo = next(item.rect for item in drawn if isinstance(item, Image) and item.path == LOGO)
        assert not any(logo.overlaps(row.rect) for row in find(on, MenuRow))
        assert min(logo.w, logo.h) > 20, "the smallest window and the largest scale leave some of it"


@pytest.mark.parametrize("size", [Size(1280, 720), Size(1920, 1200), Size(3440, 1440), Size(800, 800)])
def test_the_backdrop_covers_the_window(size: Size) -> None:
    room = Rect(0, 0, size.w, size.h)
    assert covering(size).intersection(room) == room
