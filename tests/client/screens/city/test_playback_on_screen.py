"""The turn told on the city screen: playback, report, what comes, the end."""

import pytest

from game.client.rehearsal import idle
from game.client.screens.city.coming import Tension, tension_coming
from game.client.screens.city.report import ReportWindow
from game.client.widgets.button import Button
from game.rules.ledger import Shifted
from tests.support.played import Opened
from tests.support.stages import find, words


async def test_enter_ends_the_turn_and_the_story_is_told(opened: Opened) -> None:
    played = await opened()
    played.press("1", "1", "return", "return")
    await played.frames(6)
    assert played.screen.model.public.turn == 2
    assert played.screen.playback.playing
    played.press("escape")
    await played.frames()
    assert isinstance(played.stage.desk.top, ReportWindow)
    played.press("return")
    await played.frames()
    assert played.stage.desk.top is played.screen.widget()
    played.press("r")
    assert isinstance(played.stage.desk.top, ReportWindow)


async def test_a_playback_takes_no_more_than_fifteen_seconds(opened: Opened) -> None:
    played = await opened(8)
    played.press("1", "1", "return", "return")
    await played.frames(6)
    assert played.screen.playback.playing
    await played.frames(150, seconds=0.1)
    assert not played.screen.playback.playing


async def test_a_playback_can_be_held_and_skipped(opened: Opened) -> None:
    played = await opened()
    played.press("1", "1", "return", "return")
    await played.frames(6)
    played.press("p")
    await played.frames(20, seconds=1.0)
    assert played.screen.playback.playing
    played.press("p")
    played.press("space")
    await played.frames(20, seconds=1.0)
    assert not played.screen.playback.playing


async def test_the_end_of_the_match_leads_to_the_results(opened: Opened) -> None:
    played = await opened(4, length="short", rival=idle)
    assert not played.screen.model.ended
    while not played.screen.model.ended:
        played.press("return", "return")
        await played.frames(6)
        played.press("escape")
        await played.frames()
        if not played.screen.model.ended:
            played.press("escape")
            await played.frames()
    assert played.calls == ["over"]


async def test_a_report_leads_to_its_places_and_can_be_played_again(opened: Opened) -> None:
    played = await opened()
    played.press("1", "1", "return", "return")
    await played.frames(6)
    played.press("escape")
    await played.frames()
    report = played.stage.desk.top
    assert isinstance(report, ReportWindow)
    played.click(report.lines_rect.centre_x, report.lines_rect.y + 10)
    assert played.screen.model.planning.selected.district == played.screen.playback.last.beats[0].district
    again = next(w for w in find(played.stage, Button) if w.label == "Play again")
    again.press()
    await played.frames()
    assert played.screen.playback.playing


async def test_a_season_that_begins_with_tension_says_so(opened: Opened) -> None:
    played = await opened(8)
    assert played.screen.model.public.turn == 9
    assert "unrest in turn 10" in words(played.stage)
    now = await opened(9)
    assert "unrest now" in words(now.stage)
    calm = await opened(1)
    assert "Tension" not in words(calm.stage)


@pytest.mark.parametrize("turns", [5, 6])
async def test_the_tension_told_is_the_tension_that_comes(opened: Opened, turns: int) -> None:
    """The fourth leaders join in turn 7: they count before they are there."""
    played = await opened(turns, rival=idle)
    coming = tension_coming(played.screen.cockpit)
    played.link.play(7 - turns)
    await played.frames()
    ledger = played.screen.model.ledgers()[7]
    risen = sum(e.amount for e in ledger if isinstance(e, Shifted) and e.cause == "tension")
    assert coming == Tension(7, risen)


async def test_the_first_season_says_what_it_is_all_for(opened: Opened) -> None:
    played = await opened()
    assert "Lead districts" in words(played.stage)
    played.press("1")
    await played.frames()
    assert "Lead districts" not in words(played.stage), "the button needs the room"
    later = await opened(3)
    assert "Lead districts" not in words(later.stage)


async def test_a_turn_is_not_played_under_the_faction_sheet(opened: Opened) -> None:
    played = await opened()
    played.press("1", "1", "return", "return", "f1")
    await played.frames(6)
    assert played.screen.model.public.turn == 2
    assert not played.screen.playback.playing
    played.press("escape")
    await played.frames(6)
    assert played.screen.playback.playing
