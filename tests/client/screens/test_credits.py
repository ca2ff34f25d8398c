import pytest

from game.client.screens.credits import CreditsScreen, Passage, passages
from game.resources import asset
from tests.support.stages import SIZES, check_layout, press, shown, stage, words

DOCUMENT = """# Credits

Written by a script.

## Our own art

Made by us, under `CC BY`.

| files | made by |
|---|---|
| assets/a | a.py |
| assets/b | b.py |

## Fonts
All free.

- one.woff2
- two.woff2
"""


def test_headings_words_tables_and_lists_are_read() -> None:
    assert passages(DOCUMENT) == (
        Passage("heading", "Our own art"),
        Passage("words", "Made by us, under CC BY."),
        Passage("list", "assets/a: a.py"),
        Passage("list", "assets/b: b.py"),
        Passage("heading", "Fonts"),
        Passage("words", "All free."),
        Passage("list", "one.woff2, two.woff2"),
    )


def test_a_text_without_headings_is_shown_as_it_is() -> None:
    assert passages("Thank you.") == (Passage("words", "Thank you."),)


def test_what_ships_names_fonts_and_icons() -> None:
    read = "\n".join(passage.text for passage in passages(asset("CREDITS.md").read_text(encoding="utf-8")))
    for name in ("Orbitron", "Rajdhani", "game-icons.net"):
        assert name in read


@pytest.mark.parametrize("window", SIZES)
def test_it_fits_every_window(window: tuple[int, int, float | None]) -> None:
    made = shown(CreditsScreen(stage(*window), asset("CREDITS.md").read_text(encoding="utf-8"), lambda: None))
    check_layout(made)


def test_down_scrolls_and_escape_leaves() -> None:
    said: list[str] = []
    long = DOCUMENT + "\n\n".join(f"Line {number}." for number in range(60))
    on = shown(CreditsScreen(stage(), long, lambda: said.append("left"))).stage
    before = words(on)
    top = on.items()
    press(on, "down")
    assert on.items() != top
    assert words(on) == before
    press(on, "escape")
    assert said == ["left"]
