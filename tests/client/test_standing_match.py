"""The match one stepped out of, on the title: whose turn, how it stands, the way back."""

import pytest

from game.client.screens.city.screen import CityScreen
from game.client.shelf import MapShelf
from game.client.standing_match import resumable
from tests.support.plays import Play


@pytest.fixture
async def play():
    return Play()


async def test_without_a_match_there_is_nothing_to_go_on_with(play):
    assert resumable(play.stage, None, None, MapShelf()) is None
    await play.end()


async def test_the_match_that_runs_is_told_and_led_back_to(play):
    city = await play.in_city()
    shown = resumable(play.stage, play.ways.city, play.ways.client, MapShelf())
    assert shown is not None
    assert (shown.title, shown.turn) == ("Core", 1)
    assert sum(line.own for line in shown.lines) == 1
    assert [line.legacy for line in shown.lines] == sorted(
        (line.legacy for line in shown.lines), reverse=True
    )
    assert shown.sketch is not None
    play.ways.title()
    shown.go()
    assert play.top is city
    assert isinstance(play.top, CityScreen)
    await play.end()
