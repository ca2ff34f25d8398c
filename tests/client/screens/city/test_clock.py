from datetime import datetime, timedelta

import pytest

from game.client.screens.city.clock import date_words, figure
from game.protocol.messages import Calendar
from game.rules.ids import Seat
from tests.support.cockpits import cockpit_of
from tests.support.lobby import NOON
from tests.support.played import Opened, Played
from tests.support.saying import say
from tests.support.stages import words


async def told(played: Played) -> str:
    await played.frames()
    return words(played.stage)


async def test_a_bank_stands_below_the_time_and_runs_down_in_overtime(opened: Opened) -> None:
    played = await opened()
    assert "no clock" in await told(played)
    played.link.change_room(timer=90, bank=300)
    played.link.set_clock(72_000, banks=(270_000, 300_000, 300_000))
    read = await told(played)
    assert "01:12" in read
    assert "bank 04:30" in read
    played.link.set_clock(300_000, overtime=True, banks=(200_000, 300_000, 300_000))
    read = await told(played)
    assert "03:20" in read
    assert "over time" in read


async def test_a_match_of_days_tells_the_date_and_how_long_that_is(opened: Opened) -> None:
    played = await opened()
    played.stage.wall = lambda: NOON
    played.link.change_room(calendar=Calendar(24))
    played.link.set_clock(30 * 3_600_000)
    read = await told(played)
    assert "Tue 18:00" in read or "Tue 17:59" in read
    assert "29 hours" in read or "30 hours" in read


async def test_a_pause_is_told_with_who_wanted_it(opened: Opened) -> None:
    played = await opened()
    played.link.change_room(timer=90)
    played.link.set_clock(60_000, paused=True)
    assert "Those who run the server have stopped the clock." in await told(played)
    for seat in range(3):
        played.link.vote(seat, agree=True, matter="pause")
    read = await told(played)
    assert "The match is paused" in read
    assert "Everybody wanted it." in read
    assert "press to go on" in read
    played.now += 50
    read = await told(played)
    assert "01:00" in read, "a clock that is paused stands still"
    assert "Everybody wanted it." not in read, "the banner has made room for the strip"
    assert "press to go on" in read


async def test_a_match_whose_clock_one_is_not_told_is_not_said_to_have_none(opened: Opened) -> None:
    played = await opened(seat=Seat(-1))
    played.link.change_room(timer=90, delay=1)
    assert "no clock" not in await told(played)


async def test_one_who_let_deadlines_go_by_is_told_and_a_substitute_is_not(opened: Opened) -> None:
    played = await opened()
    played.link.change_chair(Seat(0), absent=True)
    assert "You are taken to be away" in await told(played)
    played.link.change_chair(Seat(0), substitute="Mirela")
    assert "You are taken to be away" not in await told(played)


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today 12:00"), (1, "Tue 12:00"), (6, "Sun 12:00"), (7, "8 Mar, 12:00"), (40, "10 Apr, 12:00")],
)
def test_a_date_is_as_short_as_it_can_be(days: int, words: str) -> None:
    moment: datetime = NOON + timedelta(days=days)
    assert date_words(moment, NOON, say) == words


async def test_long_is_told_in_hours() -> None:
    async with cockpit_of() as cockpit:
        assert [figure(seconds, cockpit) for seconds in (0.4, 59.2, 3600)] == ["00:01", "01:00", "1 h"]
