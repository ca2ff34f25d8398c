from typing import Any

from msgspec.structs import replace

from game.protocol import messages as say
from game.rules.ids import Seat
from server.operations.news import News, awaited, is_slow, one_is_last, turn_began, two_hours_left
from server.room.image import Image, Substitute
from tests.support.rooms import ANN, BOB, Bench, begun

NOBODY: tuple[Seat, ...] = ()
DAY = 24 * 3600


def match() -> Image:
    return begun(timer=DAY).room.image


def changed(image: Image, number: int, **fields: object) -> Image:
    seats = list(image.seats)
    seats[number] = replace(seats[number], **fields)
    return replace(image, seats=tuple(seats))


def test_a_match_is_slow_by_its_calendar_by_long_turns_or_without_a_clock() -> None:
    def image(timer: int | None, **settings: Any) -> Image:
        return Bench(timer=timer, **settings).room.image

    assert is_slow(image(None))
    assert is_slow(image(3600))
    assert is_slow(image(None, calendar=say.Calendar(24)))
    assert not is_slow(image(600))


def test_who_is_away_hears_that_a_turn_began() -> None:
    image = match()
    assert turn_began(image, NOBODY) == News("your_turn", "A room", 1, ("Ann", "Bob"), image.deadline)
    assert turn_began(image, (Seat(0),)) == News("your_turn", "A room", 1, ("Bob",), image.deadline)
    assert turn_began(image, (Seat(0), Seat(1))) is None


def test_two_hours_before_the_end_those_who_are_not_ready_hear_of_it() -> None:
    bench = begun(timer=DAY)
    bench.ready(ANN)
    news = two_hours_left(bench.room.image)
    assert news is not None
    assert (news.kind, news.names) == ("two_hours", ("Bob",))


def test_the_last_one_hears_that_all_others_are_ready() -> None:
    bench = begun(timer=DAY)
    assert one_is_last(bench.room.image, NOBODY) is None
    bench.ready(BOB)
    news = one_is_last(bench.room.image, NOBODY)
    assert news is not None
    assert (news.kind, news.names) == ("last", ("Ann",))
    assert one_is_last(bench.room.image, (Seat(0),)) is None


def test_who_plays_alone_against_computers_is_never_the_last() -> None:
    plans = (say.SeatPlan("sra", say.YOU), say.SeatPlan("any", "greedy"))
    assert one_is_last(begun(plans, DAY).room.image, NOBODY) is None


def test_nobody_waits_for_who_got_up_is_absent_has_resigned_or_while_the_clock_stands_still() -> None:
    image = match()
    assert awaited(changed(image, 0, away=True)) == (1,)
    assert awaited(changed(image, 0, absent=True)) == (1,)
    assert awaited(changed(image, 0, player="greedy", resigned=True)) == (1,)
    assert awaited(replace(image, paused_left=5)) == ()


def test_there_are_no_news_of_a_lobby_nor_of_a_match_that_is_over() -> None:
    assert turn_began(Bench(timer=DAY).room.image, NOBODY) is None
    assert two_hours_left(replace(match(), phase=say.OVER)) is None


def test_a_substitute_is_told_in_place_of_the_one_who_is_gone() -> None:
    news = turn_began(changed(match(), 1, substitute=Substitute("Eve")), (Seat(0),))
    assert news is not None
    assert news.names == ("Eve",)
