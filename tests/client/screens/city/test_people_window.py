import pytest

from game.client.screens.city.people_window import people_window
from game.protocol.messages import Absence, Standing
from game.rules.ids import Seat
from tests.support.cockpits import check_window, linked_cockpit
from tests.support.played import Opened
from tests.support.stages import SIZES, button, click, words


async def test_everybody_is_told_with_standing_and_state(opened: Opened) -> None:
    played = await opened()
    played.link.change_room(watchers=2, absence=Absence(60, "caretaker"))
    played.link.change_chair(Seat(1), name="Mirela", absent=True, standing=Standing(1520, 80, 97))
    played.link.change_chair(Seat(2), name="Zoe", resigned=True, player="greedy")
    await played.frames()
    played.press("u")
    await played.frames()
    read = words(played.stage)
    assert "1520 ±80, 97% of turns kept" in read
    assert "absent, a computer plays" in read
    assert "Computer, one turn ahead, for Zoe" in read
    assert "Who is gone for 1 minute is played by a computer" in read
    assert "2 watch" in read


async def test_somebody_is_muted_by_the_owner_ignored_and_reported(opened: Opened) -> None:
    played = await opened()
    played.link.change_chair(Seat(1), name="Mirela")
    played.link.change_chair(Seat(2), player="greedy")
    await played.frames()
    for label in ("Mute for everybody here", "Ignore: show nothing they say", "Talk privately"):
        played.screen.cockpit.open_people()
        await played.frames()
        click(played.stage, button(played.stage, "More"))
        click(played.stage, button(played.stage, label))
        await played.frames()
    assert played.screen.model.company.talk.ignored == {"Mirela"}
    assert "to Mirela" in words(played.stage)


async def test_who_does_not_own_the_room_mutes_nobody(opened: Opened) -> None:
    played = await opened()
    played.link.change_room(owner=Seat(1))
    await played.frames()
    played.press("u")
    await played.frames()
    more = [b for b in played.stage.desk._ring() if getattr(b, "label", "") == "More"]
    click(played.stage, more[0])
    read = words(played.stage)
    assert "Mute" not in read
    assert "Report" in read


async def test_a_report_is_confirmed_in_the_log(opened: Opened) -> None:
    played = await opened()
    played.link.change_chair(Seat(2), player="greedy")
    await played.frames()
    played.press("u")
    await played.frames()
    click(played.stage, button(played.stage, "More"))
    click(played.stage, button(played.stage, "Report to those who run the server"))
    played.stage.desk.focus.insert("rude")
    played.press("return")
    await played.frames()
    assert played.screen.narrator.lines[-1] == "Your report is with those who run the server."


@pytest.mark.parametrize("window", SIZES)
async def test_it_fits_every_window(window: tuple[int, int, float | None]) -> None:
    def nothing() -> None:
        pass

    async with linked_cockpit(window=window) as (cockpit, _):
        check_window(cockpit, people_window(cockpit, nothing))
