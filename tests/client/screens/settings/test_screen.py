import pytest

from game.client.intents import Intent
from game.client.screens.settings.keys import KeyList
from game.client.screens.settings.screen import SCALES, SettingsScreen
from game.client.settings import Settings
from game.client.widgets.choice import Checkbox, Choice
from game.client.widgets.entry import TextEntry
from tests.support.stages import SIZES, button, check_layout, click, find, press, shown, stage, words


def screen(
    settings: Settings | None = None,
    left: list[str] | None = None,
    window: tuple[int, int, float | None] = (1280, 720, None),
) -> SettingsScreen:
    said = left if left is not None else []
    made = SettingsScreen(
        stage(*window, settings=settings), lambda: said.append("left"), lambda: said.append("profile")
    )
    made.stage.on_settings = lambda: said.append("applied")
    shown(made)
    return made


@pytest.mark.parametrize("window", SIZES)
def test_it_fits_every_window(window: tuple[int, int, float | None]) -> None:
    check_layout(screen(window=window))


def test_who_is_ignored_is_heard_again() -> None:
    said: list[str] = []
    on = stage(settings=Settings(ignored=("Mirela", "Zoe")))
    shown(SettingsScreen(on, lambda: None, hear_all=lambda: said.append("all")))
    click(on, button(on, "Hear again whom you ignore (2)"))
    assert said == ["all"]
    assert "you ignore nobody" in words(on)


def test_the_profile_is_led_to_where_a_server_is_known() -> None:
    said: list[str] = []
    on = screen(left=said).stage
    click(on, button(on, "Your profile and devices"))
    assert said == ["profile"]
    on = stage()
    shown(SettingsScreen(on, lambda: None))
    assert "Your profile" not in words(on)


def test_every_choice_takes_effect_at_once() -> None:
    said: list[str] = []
    made = screen(left=said, window=(1920, 1080, None))
    scale, text, palette, maps = find(made.stage, Choice)
    scale.choose(SCALES.index(1.5))
    text.choose(0)
    palette.choose(1)
    maps.choose(2)
    now = made.stage.settings
    assert (now.ui_scale, now.text_scale, now.palette) == (1.5, 0.8, "colour-blind-safe")
    assert now.map_transfer == "never"
    assert said == ["applied"] * 4


def test_boxes_are_ticked_and_cleared() -> None:
    made = screen()
    for box in find(made.stage, Checkbox):
        click(made.stage, box)
    now = made.stage.settings
    assert (now.reduced_motion, now.fullscreen, now.narrate) == (True, True, True)


def test_the_name_is_kept_as_typed() -> None:
    made = screen(Settings(name=""))
    find(made.stage, TextEntry)[0].insert("Mirela")
    assert made.stage.settings.name == "Mirela"


def test_what_is_set_already_is_shown() -> None:
    kept = Settings(ui_scale=1.5, palette="high-contrast", keys={"log": "k"})
    read = words(screen(kept, window=(1920, 1080, None)).stage)
    assert "150%" in read
    assert "High contrast" in read
    assert "\nK\n" in read


def test_a_key_is_given_to_what_waits_for_it() -> None:
    made = screen()
    made.listen(Intent.LOG)
    assert "press a key" in words(made.stage)
    press(made.stage, "ctrl+k")
    assert made.stage.settings.keys == {"log": "ctrl+k"}
    assert "press a key" not in words(made.stage)


def test_a_key_that_means_something_else_is_refused_with_its_mend() -> None:
    made = screen()
    made.listen(Intent.LOG)
    press(made.stage, "m")
    assert made.stage.settings.keys == {}
    assert "M means “Next map mode” already." in words(made.stage)
    press(made.stage, "escape")
    assert "already." not in words(made.stage)


def test_escape_leaves_the_key_first_and_the_screen_then() -> None:
    said: list[str] = []
    made = screen(left=said)
    made.listen(Intent.LOG)
    press(made.stage, "escape")
    assert said == []
    press(made.stage, "escape")
    assert said == ["left"]


def test_delete_gives_the_first_key_back() -> None:
    made = screen(Settings(keys={"next_leader": "n", "log": "k"}))
    made.stage.desk.focus_on(find(made.stage, KeyList)[0])
    press(made.stage, "delete")
    assert made.stage.settings.keys == {"log": "k"}


def test_the_button_changes_the_chosen_line() -> None:
    made = screen()
    click(made.stage, button(made.stage, "Change"))
    press(made.stage, "q")
    assert made.stage.settings.keys == {"next_leader": "q"}
