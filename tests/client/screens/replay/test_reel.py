from game.client.screens.replay.reel import PAUSE
from tests.client.screens.replay.conftest import Opened


async def test_nothing_is_asked_for_twice(watch: Opened) -> None:
    reel = watch().reel
    reel.forward()
    reel.forward()
    reel.go(5)
    assert reel.at == 1


async def test_going_somewhere_stops_it(watch: Opened) -> None:
    watched = watch()
    watched.reel.toggle()
    assert watched.reel.running
    watched.reel.go(3)
    await watched.frames()
    assert (watched.reel.running, watched.reel.at) == (False, 3)


async def test_it_waits_between_turns(watch: Opened) -> None:
    watched = watch()
    reel = watched.reel
    reel.toggle()
    reel.rest(100.0)
    reel.tick(100.0 + PAUSE - 0.1)
    assert reel.at == 0
    reel.tick(100.0 + PAUSE)
    assert reel.at == 1


async def test_playing_from_the_end_begins_anew(watch: Opened) -> None:
    watched = watch()
    watched.reel.to_end()
    await watched.frames(1)
    watched.reel.toggle()
    assert (watched.reel.at, watched.reel.running) == (0, True)


async def test_a_turn_has_its_orders_and_what_came_of_it(watch: Opened) -> None:
    watched = watch()
    assert (watched.reel.slates(), watched.reel.outcome()) == ((), ())
    watched.reel.forward()
    played = watched.reel.link.course.replay.turns[0]
    assert tuple(slate for _, slate in watched.reel.slates()) == played.slates
    lines = watched.reel.outcome()
    assert lines[0].startswith("Turn 1. ")
    assert not any(line.startswith("Smile Rights Alliance: ") for line in lines)


async def test_every_change_is_told(watch: Opened) -> None:
    watched = watch()
    calls: list[int] = []
    watched.reel.changed = lambda: calls.append(watched.reel.at)
    watched.reel.forward()
    await watched.frames()
    watched.reel.back()
    await watched.frames()
    watched.reel.first()
    assert calls == [1, 0, 0]
