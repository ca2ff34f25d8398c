from game.rules.ids import Seat
from tests.support.played import Opened
from tests.support.stages import button, click, words


async def test_who_watches_sees_the_seats_and_how_late_it_is(opened: Opened) -> None:
    played = await opened(3, seat=Seat(-1))
    played.link.change_room(delay=2, watchers=3)
    played.link.change_chair(Seat(1), name="Mirela")
    await played.frames()
    read = words(played.stage)
    assert read.count("2 turns later") == 2, "in the bar and on the call"
    assert "Mirela" in read
    assert "3 watch" in read
    assert "SLATE" not in read
    assert "FORECAST" not in read
    assert "Campaign" not in read


async def test_who_watches_can_leave_and_see_who_plays(opened: Opened) -> None:
    played = await opened(seat=Seat(-1))
    played.press("u")
    await played.frames()
    assert "WHO PLAYS" in words(played.stage)
    played.press("escape", "escape")
    await played.frames()
    click(played.stage, button(played.stage, "Leave the match"))
    assert played.calls == ["leave"]


async def test_who_watches_has_nothing_to_end(opened: Opened) -> None:
    played = await opened(seat=Seat(-1))
    played.press("return", "1", "g")
    await played.frames()
    assert played.slate == ()
