"""The map of the city screen: districts, tokens, zoom and drag."""

import pytest

from game.client.events import KeyReleased, PointerLeft, PointerMoved, PointerPressed, PointerReleased, Wheel
from game.client.model.mapmode import MapMode
from game.client.screens.city.log_window import LogWindow
from game.client.widgets.tips import TipStack
from tests.support.matches import SRA
from tests.support.played import Opened
from tests.support.stages import texts, words


async def test_arrows_go_along_links(opened: Opened) -> None:
    played = await opened()
    planning = played.screen.model.planning
    start = planning.selected.district
    assert start is not None
    seen = set()
    for key in ("left", "right", "up", "down"):
        planning.select_district(start)
        played.press(key)
        if planning.selected.district != start:
            assert planning.selected.district in planning.board.links[start]
            seen.add(planning.selected.district)
    assert seen


async def test_map_modes_and_the_log_by_keys(opened: Opened) -> None:
    played = await opened()
    for mode in [*list(MapMode)[1:], MapMode.OWNER]:
        played.press("m")
        assert played.screen.cockpit.mode is mode
    played.press("l")
    assert isinstance(played.stage.desk.top, LogWindow)


async def test_a_click_on_the_ground_selects_and_a_drag_moves(opened: Opened) -> None:
    played = await opened()
    city = played.screen.city
    planning = played.screen.model.planning
    other = planning.reach()[0] if planning.reach()[0] != planning.selected.district else planning.reach()[1]
    x, y = city.camera.at(*city.places[other].middle)
    played.click(x, y + 4)
    assert planning.selected.district == other
    before = city.camera
    free = played.screen.frame.areas
    assert free is not None
    cx, cy = free.free.centre_x, free.free.centre_y
    for event in (
        PointerPressed(cx, cy, 3),
        PointerMoved(cx + 40, cy, dragging=True),
        PointerReleased(cx + 40, cy, 3),
    ):
        played.stage.handle(event)
    assert city.camera.at(0, 0)[0] == before.at(0, 0)[0] + 40
    assert planning.selected.district == other


async def test_the_wheel_zooms_at_the_pointer(opened: Opened) -> None:
    played = await opened()
    city = played.screen.city
    free = played.screen.frame.areas
    assert free is not None
    x, y = free.free.centre_x + 20, free.free.centre_y + 10
    under = city.camera.cell(x, y)
    played.stage.handle(Wheel(x, y, 1))
    after = city.camera.cell(x, y)
    assert after == pytest.approx(under, abs=0.2)
    assert city.camera.level == 2


async def test_keys_that_are_held_move_the_city(opened: Opened) -> None:
    played = await opened()
    before = played.screen.city.camera.at(0, 0)
    played.press("d")
    await played.frames(5)
    moved = played.screen.city.camera.at(0, 0)
    assert moved[0] < before[0]
    played.stage.handle(KeyReleased("d"))
    await played.frames(5)
    assert played.screen.city.camera.at(0, 0) == moved


async def test_a_leaders_token_selects_it(opened: Opened) -> None:
    played = await opened()
    planning = played.screen.model.planning
    token = next(t for t in played.screen.city.tokens if t.own and not t.chosen)
    played.click(token.rect.centre_x, token.rect.y + token.radius)
    assert planning.selected.leader == token.leader


async def test_the_city_stands_still_once_the_pointer_has_left_the_window(opened: Opened) -> None:
    played = await opened()
    played.stage.handle(PointerMoved(1279, 400))
    before = played.screen.city.camera.x
    await played.frames(3)
    moved = played.screen.city.camera.x
    assert moved > before
    played.stage.handle(PointerLeft())
    await played.frames(10)
    assert played.screen.city.camera.x == moved


async def test_a_rivals_token_opens_what_it_is_good_at(opened: Opened) -> None:
    played = await opened()
    rival = next(n for n, plan in enumerate(played.screen.model.board.leaders) if plan.seat != SRA)
    played.screen.city.look_at(played.screen.model.public.leaders[rival], 0.0)
    await played.frames(20)
    token = next(token for token in played.screen.city.tokens if token.leader == rival)
    played.click(token.x, token.rect.y + token.rect.h // 3)
    top = played.stage.desk.top
    assert isinstance(top, TipStack)
    assert top.cards()[0].tip.crumbs[0] == played.screen.cockpit.words.leader(token.leader)


async def test_the_pointer_on_a_leader_says_what_it_is_good_at(opened: Opened) -> None:
    played = await opened()
    token = next(token for token in played.screen.city.tokens if token.chosen)
    played.stage.handle(PointerMoved(token.x, token.rect.y + token.rect.h // 3))
    await played.frames()
    trait = played.screen.cockpit.cards.trait(token.leader)
    assert trait.name in words(played.stage)


async def test_the_plate_of_the_district_looked_at_comes_out_from_under_a_panel(opened: Opened) -> None:
    played = await opened(3)
    city, areas = played.screen.city, played.screen.frame.areas
    assert areas is not None
    shown = 0
    for leader in played.screen.model.planning.leaders():
        played.screen.cockpit.select_leader(leader)
        district = played.screen.model.planning.selected.district
        city.look_at(district, 0.0)
        await played.frames(20)
        shown += played.screen.cockpit.words.district(district) in {
            text.text for text, _ in texts(tuple(city.items(played.stage.desk.look)))
        }
    assert shown == len(played.screen.model.planning.leaders())
