import pytest

from game.client.screens.city.brief_dialog import BriefDialog
from game.client.widgets.choice import Checkbox
from game.protocol.messages import CAREFUL_BRIEF
from tests.support.cockpits import check_window, linked_cockpit
from tests.support.played import Opened
from tests.support.stages import SIZES, button, click, find, words


async def test_what_is_ticked_is_sent_and_remembered(opened: Opened) -> None:
    played = await opened()
    played.screen.layers.brief()
    await played.frames()
    ticks = {tick.label: tick for tick in find(played.stage, Checkbox)}
    assert [label for label, tick in ticks.items() if not tick.ticked] == ["Move laws", "Give to others"]
    click(played.stage, ticks["Festival"])
    click(played.stage, ticks["Give to others"])
    click(played.stage, ticks["Care"])
    click(played.stage, ticks["Care"])
    click(played.stage, button(played.stage, "So be it"))
    await played.frames()
    brief = played.screen.model.client.copy.brief
    assert brief.verbs == tuple(verb for verb in CAREFUL_BRIEF.verbs if verb != "festival")
    assert (brief.gifts, brief.motions) == (True, False)


async def test_nothing_is_sent_without_the_call(opened: Opened) -> None:
    played = await opened()
    played.screen.layers.brief()
    await played.frames()
    click(played.stage, find(played.stage, Checkbox)[0])
    played.press("escape")
    await played.frames()
    assert played.screen.model.client.copy.brief == CAREFUL_BRIEF
    assert "WHILE I AM AWAY" not in words(played.stage)


@pytest.mark.parametrize("window", SIZES)
async def test_it_fits_every_window(window: tuple[int, int, float | None]) -> None:
    def nothing() -> None:
        pass

    async with linked_cockpit(window=window) as (cockpit, _):
        check_window(cockpit, BriefDialog(cockpit, CAREFUL_BRIEF, nothing))
