"""The rule book's screen: chapters, text, search, keys, narration."""

import pytest
from msgspec.structs import replace

from game.client.screens.rules.chapters import ChapterList
from game.client.screens.rules.screen import RulesScreen, open_rules
from game.client.settings import Settings
from game.client.widgets.entry import TextEntry
from game.client.widgets.scrolling import ScrollArea
from game.content import ruleset
from game.rules.cards import NumberChange
from game.rules.ruleset import Ruleset
from game.rules.tuning import with_numbers
from game.text.catalog import Catalog
from game.text.rulebook import rule_book
from tests.support.stages import SIZES, button, check_layout, click, find, press, shown, stage, words

BOOK = rule_book(Catalog(strict=True), ruleset())


@pytest.fixture
def left() -> list[str]:
    return []


def made(left: list[str], topic: str = "", settings: Settings | None = None) -> RulesScreen:
    screen = RulesScreen(stage(settings=settings), BOOK, lambda: left.append("left"), topic)
    shown(screen)
    return screen


def typed(screen: RulesScreen, text: str) -> None:
    press(screen.stage, "ctrl+f")
    (entry,) = find(screen.stage, TextEntry)
    entry.insert(text)
    screen.stage.items()


def flat(screen: RulesScreen) -> str:
    return " ".join(words(screen.stage).split())


@pytest.mark.parametrize("window", SIZES)
def test_it_fits_every_window(window: tuple[int, int, float | None]) -> None:
    on = stage(*window)
    check_layout(shown(RulesScreen(on, BOOK, lambda: None)))


@pytest.mark.parametrize("window", SIZES)
@pytest.mark.parametrize("topic", ["8", "9", "11", "16"])
def test_wide_tables_fit_every_window(window: tuple[int, int, float | None], topic: str) -> None:
    check_layout(shown(RulesScreen(stage(*window), BOOK, lambda: None, topic)))


def test_it_opens_at_the_core(left: list[str]) -> None:
    screen = made(left)
    assert "THE CORE" in words(screen.stage)
    assert "What it is about" in words(screen.stage)


def test_down_chooses_the_next_chapter(left: list[str]) -> None:
    screen = made(left)
    press(screen.stage, "down")
    assert "1. A TURN" in words(screen.stage)
    assert "1.1" in words(screen.stage)


def test_every_chapter_can_be_chosen(left: list[str]) -> None:
    screen = made(left)
    (chapters,) = find(screen.stage, ChapterList)
    for place, chapter in enumerate(BOOK.chapters):
        chapters.choose(place)
        screen.stage.items()
        assert chapter.heading.upper() in words(screen.stage)


def test_another_chapter_begins_at_its_top(left: list[str]) -> None:
    screen = made(left)
    area = next(a for a in find(screen.stage, ScrollArea))
    press(screen.stage, "tab", "page down", "page down")
    first = next(child for child in area.children()[0].children())
    assert first.rect.y < area.rect.y
    (chapters,) = find(screen.stage, ChapterList)
    chapters.choose(8)
    screen.stage.items()
    first = next(child for child in area.children()[0].children())
    assert first.rect.y == area.rect.y


def test_a_search_shows_what_it_finds(left: list[str]) -> None:
    screen = made(left)
    typed(screen, "quiet streets")
    assert "8. Laws and the Council" in words(screen.stage)
    assert "Unrest falls by 1 a turn" in flat(screen)
    assert "Open Clinics" not in words(screen.stage)
    (chapters,) = find(screen.stage, ChapterList)
    assert chapters.chosen is None


def test_a_search_without_an_answer_says_the_nearest(left: list[str]) -> None:
    screen = made(left)
    typed(screen, "quite streets")
    assert "Nearest: Quiet Streets" in flat(screen)
    typed(screen, "xyzzyqwk")
    assert "“xyzzyqwk”" in flat(screen)


def test_an_emptied_search_shows_the_chapter_again(left: list[str]) -> None:
    screen = made(left)
    press(screen.stage, "down", "down")
    typed(screen, "tension")
    press(screen.stage, "ctrl+a", "delete")
    assert "2. SEATS AND FACTIONS" in words(screen.stage)


def test_escape_empties_the_search_before_it_leaves(left: list[str]) -> None:
    screen = made(left)
    typed(screen, "tension")
    press(screen.stage, "escape")
    assert left == []
    assert "THE CORE" in words(screen.stage)
    press(screen.stage, "escape")
    assert left == ["left"]


def test_back_leaves(left: list[str]) -> None:
    screen = made(left)
    click(screen.stage, button(screen.stage, "Back"))
    assert left == ["left"]


def test_enter_in_the_search_goes_to_what_was_found(left: list[str]) -> None:
    screen = made(left)
    typed(screen, "law")
    before = screen.stage.items()
    press(screen.stage, "return", "down")
    assert screen.stage.items() != before
    assert left == []


def test_a_stroke_goes_to_the_search(left: list[str]) -> None:
    screen = made(left)
    press(screen.stage, "/")
    assert isinstance(screen.stage.desk.focus, TextEntry)


def test_it_opens_at_a_topic(left: list[str]) -> None:
    screen = made(left, "7.7")
    assert "7.7" in words(screen.stage)
    assert "7.8" not in words(screen.stage)


def test_what_is_shown_is_told_to_a_screen_reader(
    left: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    made(left)
    assert capsys.readouterr().out == ""
    screen = made(left, settings=Settings(name="Ada", narrate=True))
    assert "The core\n" in capsys.readouterr().out
    typed(screen, "quiet streets")
    told = capsys.readouterr().out
    assert "Quiet Streets (Commons); It changes: Unrest falls by 1 a turn" in told


def opened(numbers: Ruleset, topic: str) -> str:
    on = stage()
    shown(RulesScreen(on, BOOK, lambda: None))
    open_rules(on, numbers, topic)
    on.items()
    return " ".join(words(on).split())


def test_a_match_shows_its_own_numbers() -> None:
    louder = with_numbers(ruleset(), [NumberChange("campaign.pressure", set=9900)])
    assert "base pressure 99." in opened(louder, "5.6")


def test_numbers_of_other_content_give_way_to_those_that_ship() -> None:
    factions = {key: faction for key, faction in ruleset().factions.items() if key != "occ"}
    assert "Oral Command Centers" in opened(replace(ruleset(), factions=factions), "4.9")
