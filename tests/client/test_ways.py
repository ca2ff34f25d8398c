import asyncio

import pytest
from msgspec.structs import replace

from game.client.launcher import Launcher, LaunchError, MatchPlan, Opening
from game.client.rehearsal import RehearsalLink, seated, settled
from game.client.screens.city.screen import CityScreen
from game.client.screens.credits import CreditsScreen
from game.client.screens.join import JoinScreen
from game.client.screens.results.screen import ResultsScreen
from game.client.screens.settings.screen import SettingsScreen
from game.client.screens.setup.screen import SetupScreen
from game.client.screens.title.screen import TitleScreen
from game.client.screens.waiting import WaitingScreen
from game.client.shots import NoLauncher
from game.client.ways import Ways
from game.link.match_client import MatchClient
from tests.support.plays import PLAN, Play
from tests.support.rehearsals import core
from tests.support.stages import press, stage, words


async def test_the_title_leads_to_every_screen_and_back(play: Play) -> None:
    play.ways.open(Opening())
    for key, kind in (
        ("s", SettingsScreen),
        ("r", CreditsScreen),
        ("j", JoinScreen),
        ("h", SetupScreen),
        ("return", SetupScreen),
    ):
        play.stage.items()
        press(play.stage, key)
        assert type(play.top) is kind
        press(play.stage, "escape")
        assert isinstance(play.top, TitleScreen)
    press(play.stage, "q")
    assert play.stage.finished


async def test_a_match_is_waited_for_and_then_shown(play: Play) -> None:
    play.ways.open(Opening(solo=PLAN))
    assert isinstance(play.top, WaitingScreen)
    await play.until(lambda: isinstance(play.top, CityScreen))
    assert play.launcher.plans == [PLAN]
    await play.end()
    assert play.launcher.closed == 1


async def test_waiting_can_be_stopped(play: Play) -> None:
    play.launcher.gate = asyncio.Event()
    play.ways.open(Opening(solo=PLAN))
    await play.until(lambda: bool(play.launcher.plans))
    press(play.stage, "escape")
    await play.until(lambda: isinstance(play.top, TitleScreen))
    assert play.ways.client is None


async def test_what_cannot_start_is_told_on_the_title(play: Play) -> None:
    play.launcher.failure = LaunchError("the port is taken")
    play.ways.open(Opening(host=PLAN))
    await play.until(lambda: isinstance(play.top, TitleScreen))
    assert "the port is taken" in words(play.stage)


async def test_a_bug_in_starting_is_not_hidden(play: Play) -> None:
    play.launcher.failure = RuntimeError("a bug")
    play.ways.open(Opening(solo=PLAN))
    with pytest.raises(RuntimeError, match="a bug"):
        await play.ways._contact.job  # type: ignore[misc]


async def test_a_match_left_for_the_title_can_be_continued(play: Play) -> None:
    city = await play.in_city()
    play.ways.title()
    play.stage.items()
    read = words(play.stage)
    assert "CONTINUE" in read
    assert "turn 1 of 24" in read
    press(play.stage, "c")
    assert play.top is city
    await play.end()


async def test_the_end_leads_to_the_results_and_a_rematch_with_another_seed(play: Play) -> None:
    await play.in_city()
    play.launcher.links[0].play(24)
    client = play.ways.client
    assert client is not None
    await play.until(lambda: client.copy is not None and client.copy.view.public.outcome is not None)
    play.ways._show_results()
    assert isinstance(play.top, ResultsScreen)
    play.stage.items()
    press(play.stage, "c")
    assert isinstance(play.top, CityScreen)
    play.ways._show_results()
    play.stage.items()
    press(play.stage, "return")
    await play.until(lambda: len(play.launcher.plans) == 2 and isinstance(play.top, CityScreen))
    assert play.launcher.plans[1] == replace(PLAN, seed=None)
    assert play.launcher.closed == 1
    await play.end()


async def test_a_match_that_is_over_is_closed_when_left(play: Play) -> None:
    await play.in_city()
    play.launcher.links[0].play(24)
    client = play.ways.client
    assert client is not None
    await play.until(lambda: client.copy is not None and client.copy.view.public.outcome is not None)
    play.ways._step_out()
    await play.until(lambda: isinstance(play.top, TitleScreen))
    assert play.launcher.closed == 1
    assert "CONTINUE" not in words(play.stage)


class Rehearsing(NoLauncher):
    """Starts rehearsed matches, and remembers which were closed."""

    def __init__(self) -> None:
        self.plans: list[MatchPlan] = []
        self.closed: list[MatchClient] = []

    async def solo(self, plan: MatchPlan) -> MatchClient:
        self.plans.append(plan)
        link = RehearsalLink(core(), length=plan.length)
        link.play(4)
        return await seated(link)

    async def close(self, client: MatchClient) -> None:
        self.closed.append(client)
        await super().close(client)


def led(launcher: Launcher | None = None) -> Ways:
    made = stage(launcher=launcher or NoLauncher())
    return Ways(made, ())


async def until(ways: Ways, kind: type) -> None:
    for _ in range(400):
        if isinstance(ways.stage.top, kind):
            return
        ways.stage.tick(ways.stage.now + 0.1)
        await asyncio.sleep(0)
    raise AssertionError(f"never came to {kind.__name__}, but to {type(ways.stage.top).__name__}")


async def test_a_match_begins_ends_and_is_played_once_more() -> None:
    launcher = Rehearsing()
    ways = led(launcher)
    ways.open(Opening(solo=PLAN))
    await until(ways, CityScreen)
    for _ in range(12):
        if isinstance(ways.stage.top, ResultsScreen):
            break
        press(ways.stage, "return", "return")
        for _ in range(8):
            ways.stage.tick(ways.stage.now + 0.1)
            await settled()
        press(ways.stage, "escape")
        if isinstance(ways.stage.top, CityScreen):
            press(ways.stage, "escape")
        ways.stage.tick(ways.stage.now + 0.1)
    await until(ways, ResultsScreen)
    press(ways.stage, "return")
    await until(ways, CityScreen)
    await settled()
    assert [plan.seed for plan in launcher.plans] == [PLAN.seed, None]
    assert len(launcher.closed) == 1
    await ways.close()
    assert len(launcher.closed) == 2


async def test_what_cannot_be_started_is_told_on_the_title() -> None:
    ways = led()
    ways.open(Opening(host=PLAN))
    await settled()
    assert isinstance(ways.stage.top, TitleScreen)
    assert "no match can start" in words(ways.stage)


async def test_a_failed_join_is_told_on_its_screen() -> None:
    ways = led()
    ways.join()
    screen = ways.stage.top
    assert isinstance(screen, JoinScreen)
    screen.address.text = "127.0.0.1:9"
    screen.connect()
    await settled()
    assert ways.stage.top is screen
    assert "cannot join" in words(ways.stage)
    assert ways.stage.settings.last_server == "127.0.0.1:9"
