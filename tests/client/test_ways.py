import asyncio

from game.client.launcher import Launcher, LaunchError, MatchPlan, Opening
from game.client.rehearsal import RehearsalLink, seated, settled
from game.client.screens.city.screen import CityScreen
from game.client.screens.credits import CreditsScreen
from game.client.screens.join import JoinScreen
from game.client.screens.results.screen import ResultsScreen
from game.client.screens.settings.screen import SettingsScreen
from game.client.screens.setup.screen import SetupScreen
from game.client.screens.title.screen import TitleScreen
from game.client.shots import NoLauncher
from game.client.ways import Ways
from game.link.match_client import MatchClient
from game.protocol.messages import YOU, SeatPlan
from tests.support.rehearsals import core
from tests.support.stages import press, stage, words

PLAN = MatchPlan("Ada", "core", (SeatPlan("sra", YOU), SeatPlan("occ", "greedy")), "short")


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


async def test_the_title_leads_everywhere_and_back() -> None:
    ways = led()
    ways.open(Opening())
    for go, kind in (
        (ways.play, SetupScreen),
        (ways.host, SetupScreen),
        (ways.join, JoinScreen),
        (ways.settings, SettingsScreen),
        (ways.credits, CreditsScreen),
    ):
        go()
        assert isinstance(ways.stage.top, kind)
        ways.stage.items()
        press(ways.stage, "escape")
        assert isinstance(ways.stage.top, TitleScreen)


async def test_a_match_begins_ends_and_is_played_once_more() -> None:
    launcher = Rehearsing()
    ways = led(launcher)
    ways.open(Opening(solo=PLAN))
    await until(ways, CityScreen)
    for _ in range(12):
        if isinstance(ways.stage.top, ResultsScreen):
            break
        press(ways.stage, "return")
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
    assert [plan.seed for plan in launcher.plans] == [None, None]
    assert len(launcher.closed) == 1
    await ways.close()
    assert len(launcher.closed) == 2


async def test_leaving_a_match_closes_its_link() -> None:
    launcher = Rehearsing()
    ways = led(launcher)
    ways.open(Opening(solo=PLAN))
    await until(ways, CityScreen)
    ways.title()
    await settled()
    assert isinstance(ways.stage.top, TitleScreen)
    assert ways.client is None
    assert len(launcher.closed) == 1


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


def test_a_launch_error_is_an_exception_with_a_sentence() -> None:
    assert str(LaunchError("no server there")) == "no server there"
