from collections.abc import AsyncIterator

import pytest
from msgspec.structs import replace

from game.client.city_layout import CityLayout
from game.client.screens.city.screen import CityScreen
from game.link import happenings as told
from game.protocol import messages as say
from game.rules.ids import Seat
from game.rules.orders import Campaign
from tests.support.played import Played
from tests.support.rehearsals import rehearsed
from tests.support.stages import button, click, stage, words


@pytest.fixture
async def played() -> AsyncIterator[Played]:
    link, client = await rehearsed(0)
    on = stage(1280, 720, None)

    def nothing() -> None:
        pass

    calls: list[str] = []
    screen = CityScreen(
        on,
        client,
        CityLayout(link.city.art),
        on_over=nothing,
        on_leave=lambda: calls.append("leave"),
        on_settings=nothing,
    )
    on.go(screen)
    made = Played(screen, link)
    made.calls = calls
    await made.frames()
    yield made
    await client.__aexit__(None, None, None)


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
    assert played.screen.model.company.voters() == (1, 2)
    played.press("escape")
    await played.frames()
    assert "End by agreement" not in words(played.stage)


async def test_the_menu_leads_to_the_council(played: Played) -> None:
    played.press("escape")
    click(played.stage, button(played.stage, "The Council"))
    await played.frames()
    assert "THE COUNCIL" in words(played.stage)


async def test_a_seat_taken_elsewhere_can_be_taken_back(played: Played) -> None:
    played.link.tell(say.TakenOver("rehearsal"))
    await played.frames()
    assert "Your seat was taken up on another machine" in words(played.stage)
    assert not played.screen.cockpit.may_plan
    click(played.stage, button(played.stage, "Take it back"))
    await played.frames()
    assert played.screen.model.departure is None
    assert played.screen.cockpit.may_plan


async def test_a_seat_taken_elsewhere_can_be_left(played: Played) -> None:
    played.link.tell(say.TakenOver("rehearsal"))
    await played.frames()
    played.press("escape")
    assert played.calls == ["leave"]


async def test_a_substitute_hears_that_the_owner_is_back(played: Played) -> None:
    played.link.change_chair(Seat(0), name="Mirela", absent=True, substitute="Ada")
    await played.frames()
    assert "for Mirela" in words(played.stage)
    played.press("escape")
    assert "Resign" not in words(played.stage)
    played.press("escape")
    played.link.tell(say.TakenOver("rehearsal"))
    await played.frames()
    assert "Mirela has the seat again" in words(played.stage)
    played.press("return")
    assert played.calls == ["leave"]


async def test_a_closed_link_asks_nothing(played: Played) -> None:
    played.screen.model._take(told.Over("closed"), 0.0)
    await played.frames()
    assert played.stage.desk.top is played.screen.widget()


async def test_whoever_has_the_seat_back_sees_what_was_planned_for_them_and_by_whom(played: Played) -> None:
    model = played.screen.model
    leader = model.board.leaders_of(Seat(0))[0]
    planned = (Campaign(leader, model.public.leaders[leader]),)
    played.link.tell(replace(played.link._begin(), slate=planned, stood_in="Eve"))
    await played.frames()
    assert "What Eve saved" in words(played.stage)
    assert model.planning.slate == planned
    played.press("return")
    await played.frames()
    assert "What Eve saved" not in words(played.stage)


async def test_one_who_was_absent_hears_that_somebody_plays_for_them_and_takes_the_seat_back(
    played: Played,
) -> None:
    played.link.change_chair(Seat(0), absent=True)
    await played.frames()
    played.link.tell(say.TakenOver("rehearsal"))
    await played.frames()
    assert "somebody has taken your seat until you" in " ".join(words(played.stage).split())
    click(played.stage, button(played.stage, "Take it back"))
    await played.frames()
    assert played.screen.model.departure is None
