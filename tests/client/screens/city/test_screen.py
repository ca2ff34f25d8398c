"""The city screen as a whole: its layout at every size, the line, the menu, who only watches."""

import pytest

from game.client.geometry import Rect
from game.client.model.mapmode import MapMode
from game.client.scene.items import Scaled
from game.client.widgets.panelbox import Dialog
from game.rules.ids import Seat
from tests.support.played import Opened
from tests.support.stages import SIZES, texts, words


@pytest.mark.parametrize("size", SIZES)
async def test_every_text_lies_inside_the_window(opened: Opened, size: tuple[int, int, float | None]) -> None:
    played = await opened(10, size)
    on = played.stage
    played.press("2")
    await played.frames()
    for text, _ in texts(on.items()):
        if text.x == 0 and text.y == 0:
            continue
        wide = on.desk.look.measure.width(text.text, text.face)
        left = text.x - {"l": 0, "r": wide}.get(text.anchor[-1], wide // 2)
        assert left + wide <= on.desk.size.w + 1, text.text


@pytest.mark.parametrize("size", SIZES)
async def test_no_panel_overlaps_another(opened: Opened, size: tuple[int, int, float | None]) -> None:
    played = await opened(10, size)
    areas = played.screen.frame.areas
    assert areas is not None
    rects = [areas.bar, areas.slate, areas.minimap, areas.district, areas.forecast, areas.call, areas.verbs]
    window = Rect(0, 0, size[0], size[1])
    for place, one in enumerate(rects):
        assert window.intersection(one) == one
        for other in rects[place + 1 :]:
            assert not one.overlaps(other)


async def test_a_lost_line_is_told_with_a_countdown(opened: Opened) -> None:
    played = await opened()
    played.link.drop(9.0)
    await played.frames()
    assert "Connection lost" in words(played.stage)
    assert "9 s" in words(played.stage)
    await played.frames(3, seconds=1.0)
    assert "6 s" in words(played.stage)


async def test_the_menu_leads_out(opened: Opened) -> None:
    played = await opened()
    played.press("escape")
    assert isinstance(played.stage.desk.top, Dialog)
    played.press("escape")
    assert played.stage.desk.top is played.screen.widget()


async def test_nothing_is_drawn_anew_while_nothing_happens(opened: Opened) -> None:
    played = await opened()
    await played.frames(80)
    for _ in range(10):
        played.now += 1 / 30
        played.stage.tick(played.now)
        assert not played.stage.dirty


async def test_one_who_watches_sees_the_city_and_orders_nothing(opened: Opened) -> None:
    played = await opened(4, seat=Seat(-1))
    said = words(played.stage)
    assert "WATCHING" in said
    played.press("1", "1", "tab", "return", "4", "e", "g")
    assert played.slate == ()
    x, y = played.screen.city.camera.at(*played.screen.city.places[3].middle)
    played.click(x, y)
    await played.frames()
    for mode in MapMode:
        played.screen.cockpit.set_mode(mode)
        await played.frames(2)


async def test_a_watcher_can_look_at_everything_and_order_nothing(opened: Opened) -> None:
    played = await opened(4, seat=Seat(-1))
    played.press("right")
    for key in ("7", "8", "i", "t", "x", "p", "v", "n", "escape", "g", "return"):
        played.press(key)
        await played.frames()
        if played.stage.desk.top is not played.screen.widget():
            played.press("escape")
    assert played.slate == ()
    assert not any(played.screen.model.pins)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
async def test_it_opens_with_the_own_place_in_the_middle_of_what_no_panel_covers(
    opened: Opened, width: int, height: int
) -> None:
    played = await opened(size=(width, height, None))
    city, areas = played.screen.city, played.screen.frame.areas
    assert areas is not None
    centred = city._centred(city.camera.looking_at(*city._first_spot()))
    assert (centred.x, centred.y) == (city.camera.x, city.camera.y)


@pytest.mark.parametrize(("scale", "scaled"), [(None, 0), (1.0, 0), (2.0, 1)])
async def test_where_the_players_scale_finds_no_room_all_of_it_is_drawn_smaller(
    opened: Opened, scale: float | None, scaled: int
) -> None:
    played = await opened(size=(1280, 720, scale))
    found = [item for item in played.stage.items() if isinstance(item, Scaled)]
    assert len(found) == scaled
    assert all(item.units.scale == 1.0 for item in found)
