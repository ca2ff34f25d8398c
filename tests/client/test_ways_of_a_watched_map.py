"""What a save of the map means for the match on the screen."""

import pytest

from game.client.screens.city.screen import CityScreen
from game.maps import find, load
from tests.support.plays import Play
from tests.support.stages import words


@pytest.fixture
async def play():
    return Play()


async def test_new_looks_keep_the_match_and_draw_its_city_anew(play):
    before = await play.in_city()
    client = play.ways.client
    play.ways._new_looks(load(find("core")))
    assert isinstance(play.top, CityScreen)
    assert play.top is not before
    assert play.ways.client is client
    assert len(play.launcher.plans) == 1
    await play.end()


async def test_other_rules_begin_the_match_anew_with_the_maps_read_again(play):
    await play.in_city()
    play.ways._new_rules(load(find("core")))
    await play.until(lambda: len(play.launcher.plans) == 2 and isinstance(play.top, CityScreen))
    assert play.launcher.forgot
    assert play.launcher.closed == 1
    await play.end()


async def test_a_broken_save_is_told_once_and_the_match_goes_on(play):
    city = await play.in_city()
    for _ in range(3):
        play.ways._broken_map("map.tmx:3: error M010")
    play.stage.items()
    assert words(play.stage).count("M010") == 1
    assert play.top is city
    await play.end()
