from game.client.launcher import LaunchError, Opening
from game.client.screens.lobby.server import ServerScreen
from game.client.screens.profile import ProfileScreen
from game.client.screens.settings.screen import SettingsScreen
from game.client.screens.title.screen import TitleScreen
from game.client.settings import Settings
from game.protocol import messages as say
from tests.support.plays import Play, in_lobby
from tests.support.stages import button, click, press, words


async def test_the_profile_is_looked_at_and_another_device_becomes_known() -> None:
    play = Play(Settings(name="Ada", last_server="example.org:24145"))
    play.launcher.you = say.Profile(1, "Ada", 4, 99)
    play.ways.open(Opening())
    play.ways.settings()
    play.stage.items()
    click(play.stage, button(play.stage, "Your profile and devices"))
    await play.until(lambda: "4 matches, 99% of turns kept" in words(play.stage))
    click(play.stage, button(play.stage, "Show a code"))
    await play.until(lambda: "CODE1234" in words(play.stage))
    assert isinstance(play.top, ProfileScreen)
    play.top.entry.put("other567")
    click(play.stage, button(play.stage, "Use the code"))
    await play.until(lambda: "This device is known as you now." in words(play.stage))
    assert "Zoe" in words(play.stage)
    play.top.entry.put("wrong")
    click(play.stage, button(play.stage, "Use the code"))
    await play.until(lambda: "The code is not known here" in words(play.stage))
    press(play.stage, "escape")
    await play.until(lambda: play.launcher.closed == 1)
    assert isinstance(play.top, SettingsScreen)


async def test_a_profile_without_a_server_says_so() -> None:
    play = Play(Settings(name="Ada", last_server="example.org:24145"))
    play.launcher.failure = LaunchError("no server answered")
    play.ways.open(Opening())
    play.ways.settings()
    play.stage.items()
    click(play.stage, button(play.stage, "Your profile and devices"))
    await play.until(lambda: "no server answered" in words(play.stage))
    assert not button(play.stage, "Show a code").enabled
    press(play.stage, "escape", "escape")
    assert isinstance(play.top, TitleScreen)


async def test_the_profile_on_the_server_one_is_on_needs_no_other_connection(play: Play) -> None:
    await in_lobby(play, 0)
    play.ways._profile.show()
    await play.until(lambda: "does not know you yet" in words(play.stage))
    assert len(play.launcher.links) == 1
    press(play.stage, "escape")
    assert isinstance(play.top, ServerScreen)
    assert play.launcher.closed == 0
    await play.end()
