from pathlib import Path

import pytest

from game.client.events import TextTyped
from game.client.launcher import Opening
from game.client.rehearsal import settled
from game.client.screens.city.screen import CityScreen
from game.client.screens.lobby.download import DownloadScreen
from game.client.screens.lobby.server import ServerScreen
from game.client.screens.replay.screen import ReplayScreen
from game.protocol import messages as say
from game.replays.shelf import ReplayShelf
from tests.support.plays import KEPT, Play, in_lobby, in_tab
from tests.support.stages import press, words


async def test_without_a_code_the_rooms_are_shown_and_one_is_joined(play: Play) -> None:
    play.ways.open(Opening(join="example.org"))
    await play.until(lambda: isinstance(play.top, ServerScreen) and bool(play.top.entries))
    press(play.stage, "return")
    await play.until(lambda: isinstance(play.top, CityScreen))
    await play.end()


async def test_a_room_that_is_gone_is_told_in_the_list(play: Play) -> None:
    play.launcher.refuses = (say.JoinRoom,)
    play.ways.open(Opening(join="example.org"))
    await play.until(lambda: isinstance(play.top, ServerScreen) and bool(play.top.entries))
    press(play.stage, "return")
    await play.until(lambda: "There is no such room." in words(play.stage))
    await play.end()


@pytest.mark.parametrize("tab", [1, 2])
async def test_a_match_is_watched_or_stood_in_for(play: Play, tab: int) -> None:
    await in_lobby(play, tab)
    press(play.stage, "return")
    await play.until(lambda: isinstance(play.top, CityScreen))
    await play.end()


async def test_an_own_match_is_gone_on_with(play: Play) -> None:
    await in_lobby(play, 3)
    press(play.stage, "return")
    await play.until(lambda: isinstance(play.top, CityScreen))
    await play.end()


async def test_a_room_with_a_password_asks_for_it_until_it_is_right(play: Play) -> None:
    play.launcher.password = "sesame"
    await in_lobby(play, 0)
    press(play.stage, "return")
    for word in ("wrong", "sesame"):
        await play.until(lambda: "THIS ROOM HAS A PASSWORD" in words(play.stage))
        play.stage.handle(TextTyped(word))
        press(play.stage, "return")
        if word == "wrong":
            await play.until(lambda: "The password is not right." in words(play.stage))
    await play.until(lambda: isinstance(play.top, CityScreen))
    await play.end()


async def test_a_replay_is_fetched_kept_and_watched_and_leads_back(tmp_path: Path) -> None:
    play = Play(replays=tmp_path)
    play.launcher.replay = KEPT.read_bytes()
    await in_lobby(play, 4)
    press(play.stage, "return")
    assert isinstance(play.top, DownloadScreen)
    await play.until(lambda: isinstance(play.top, ReplayScreen), 0.01)
    assert len(ReplayShelf(tmp_path).listed()) == 1
    play.ways._replays._leave()
    await play.until(lambda: isinstance(play.top, ServerScreen) and play.top.tabs.chosen == 4)
    await play.end()


@pytest.mark.parametrize(("sent", "told"), [(b"odd", "expected a replay of"), (None, "could not be fetched")])
async def test_a_replay_that_is_none_leads_back_with_why(
    tmp_path: Path, sent: bytes | None, told: str
) -> None:
    play = Play(replays=tmp_path)
    play.launcher.replay = sent or b"x" * 10
    await in_lobby(play, 4)
    if sent is None:
        play.launcher.links[-1].skips = 1
    press(play.stage, "return")
    await play.until(lambda: isinstance(play.top, ServerScreen) and told in words(play.stage), 0.01)
    await play.end()


async def test_fetching_a_replay_can_be_stopped(tmp_path: Path) -> None:
    play = Play(replays=tmp_path)
    await in_lobby(play, 4)
    play.launcher.refuses = ()
    press(play.stage, "return", "escape")
    await play.until(lambda: isinstance(play.top, ServerScreen))
    await play.end()


async def test_a_match_of_days_is_set_aside_for_the_next(play: Play) -> None:
    play.ways.open(Opening(join="example.org:4000/KX7P2M"))
    await play.until(lambda: isinstance(play.top, CityScreen))
    play.launcher.links[0].change_room(calendar=say.Calendar(24))
    await play.until(lambda: play.ways.client is not None and play.ways.client.room is not None)
    for _ in range(4):
        await settled()
    play.ways._step_out()
    await play.until(lambda: isinstance(play.top, ServerScreen))
    client = play.ways.client
    assert client is not None
    assert client.room is None
    assert play.launcher.closed == 0
    await in_tab(play, 3)
    press(play.stage, "return")
    await play.until(lambda: isinstance(play.top, CityScreen))
    await play.end()


async def test_without_a_common_map_no_room_can_be_made(play: Play) -> None:
    play.ways.open(Opening(join="example.org"))
    await play.until(lambda: isinstance(play.top, ServerScreen) and bool(play.top.entries))
    press(play.stage, "n")
    assert "none of the maps" in words(play.stage)
    await play.end()
