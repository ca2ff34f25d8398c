"""The ways to the rule book: from the title, and from the menu of a running match with the match's numbers."""

from game.client.city_layout import CityLayout
from game.client.launcher import Opening
from game.client.screens.base import Screen, Stage
from game.client.screens.city.screen import CityScreen
from game.client.screens.rules.screen import RulesScreen
from game.client.screens.title.screen import TitleScreen
from game.client.ways import Ways
from tests.support.played import Played
from tests.support.rehearsals import rehearsed
from tests.support.stages import button, press, stage, words


def nothing() -> None:
    """What doors lead to that nobody takes."""


def top(on: Stage) -> Screen | None:
    """The screen the player sees now."""
    return on.top


def test_the_title_leads_to_the_rules_and_back() -> None:
    on = stage()
    Ways(on, ()).open(Opening())
    press(on, "u")
    assert isinstance(on.top, RulesScreen)
    assert "What it is about" in words(on)
    press(on, "escape")
    assert isinstance(top(on), TitleScreen)


async def test_the_menu_of_a_match_leads_to_its_rules_and_back() -> None:
    link, client = await rehearsed()
    on = stage()
    screen = CityScreen(
        on, client, CityLayout(link.city.art), on_over=nothing, on_leave=nothing, on_settings=nothing
    )
    on.go(screen)
    played = Played(screen, link)
    await played.frames()
    played.press("escape")
    on.items()
    button(on, "Rules").press()
    assert isinstance(on.top, RulesScreen)
    on.top.look_up("10.1")
    on.items()
    per_unrest = screen.model.board.ruleset.fracture.per_unrest
    assert f"is {per_unrest} x mean unrest" in " ".join(words(on).split())
    press(on, "escape")
    assert top(on) is screen
    played.press("f2")
    assert isinstance(top(on), RulesScreen)
    press(on, "escape")
    assert top(on) is screen
    await client.__aexit__(None, None, None)
