from collections.abc import AsyncIterator

import pytest

from game.client.city_layout import CityLayout
from game.client.screens.city.leaving import voters
from game.client.screens.city.screen import CityScreen
from game.rules.ids import Seat
from tests.support.played import Played
from tests.support.rehearsals import rehearsed
from tests.support.stages import button, click, stage, words


@pytest.fixture
async def played() -> AsyncIterator[Played]:
    link, client = await rehearsed(0)
    on = stage(1280, 720, None)

    def nothing() -> None:
        pass

    screen = CityScreen(
        on, client, CityLayout(link.city.art), on_over=nothing, on_leave=nothing, on_settings=nothing
    )
    on.go(screen)
    made = Played(screen, link)
    await made.frames()
    yield made
    await client.__aexit__(None, None, None)


async def test_a_vote_to_end_is_seen_by_everybody_and_can_be_taken_back(played: Played) -> None:
    played.press("escape")
    click(played.stage, button(played.stage, "End by agreement"))
    await played.frames()
    assert "has not said so" in words(played.stage)
    click(played.stage, button(played.stage, "I agree"))
    await played.frames()
    assert played.screen.model.votes == (True, False, False)
    assert "SRA would" in words(played.stage)
    played.screen.cockpit.open_agreement()
    await played.frames()
    click(played.stage, button(played.stage, "Take it back"))
    await played.frames()
    assert played.screen.model.votes == (False, False, False)


async def test_anothers_wish_to_end_stands_over_the_map(played: Played) -> None:
    played.link.vote(Seat(2), agree=True)
    await played.frames()
    assert "CA would" in words(played.stage)
    assert voters(played.screen.cockpit) == (0, 1, 2)


async def test_resigning_asks_first_and_leaves_one_watching(played: Played) -> None:
    played.press("escape")
    click(played.stage, button(played.stage, "Resign"))
    await played.frames()
    assert "for good" in words(played.stage)
    played.press("escape")
    assert not played.screen.model.resigned
    played.press("escape")
    click(played.stage, button(played.stage, "Resign"))
    played.press("return")
    await played.frames()
    left: bool = played.screen.model.resigned
    assert left
    assert not played.screen.cockpit.may_plan
    assert "WATCHING" in words(played.stage)
    assert voters(played.screen.cockpit) == (1, 2)
    played.press("escape")
    await played.frames()
    assert "End by agreement" not in words(played.stage)


async def test_the_menu_leads_to_the_council(played: Played) -> None:
    played.press("escape")
    click(played.stage, button(played.stage, "The Council"))
    await played.frames()
    assert "THE COUNCIL" in words(played.stage)
