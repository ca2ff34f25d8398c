from collections.abc import AsyncIterator

import pytest

from game.client.city_layout import CityLayout
from game.client.events import KeyReleased, PointerLeft, PointerMoved, PointerPressed, PointerReleased, Wheel
from game.client.geometry import Rect
from game.client.model.mapmode import MapMode
from game.client.rehearsal import Rival, idle
from game.client.screens.city.choice_rows import RowChoice
from game.client.screens.city.coming import Tension, tension_coming
from game.client.screens.city.gift_dialog import GiftDialog
from game.client.screens.city.log_window import LogWindow
from game.client.screens.city.report import ReportWindow
from game.client.screens.city.screen import CityScreen
from game.client.screens.city.what_if_dialog import WhatIfDialog
from game.client.widgets.button import Button
from game.client.widgets.panelbox import Dialog
from game.client.widgets.tips import TipStack
from game.client.widgets.widget import Widget
from game.protocol.messages import Pin
from game.rules.ids import District, Seat
from game.rules.ledger import Shifted
from game.rules.orders import Build, Campaign, Pledge, verb_of
from tests.support.matches import SRA
from tests.support.played import Opened, Played
from tests.support.rehearsals import lively, rehearsed
from tests.support.stages import SIZES, find, stage, texts, words


@pytest.fixture
async def opened() -> AsyncIterator[Opened]:
    clients = []

    async def opening(
        turns: int = 0,
        size: tuple[int, int, float | None] = (1280, 720, None),
        length: str = "standard",
        rival: Rival = lively,
        seat: Seat = SRA,
    ) -> Played:
        link, client = await rehearsed(turns, rival if turns else idle, length, seat)
        clients.append(client)
        link_calls: list[str] = []
        on = stage(*size)
        screen = CityScreen(
            on,
            client,
            CityLayout(link.city.art),
            on_over=lambda: link_calls.append("over"),
            on_leave=lambda: link_calls.append("leave"),
            on_settings=lambda: link_calls.append("settings"),
        )
        on.go(screen)
        played = Played(screen, link)
        played.calls = link_calls
        await played.frames()
        return played

    yield opening
    for client in clients:
        await client.__aexit__(None, None, None)


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


async def test_a_verb_is_shown_by_its_key_and_given_by_the_second_press(opened: Opened) -> None:
    played = await opened()
    played.press("1")
    assert played.slate == ()
    assert played.screen.model.planning.selected.verb == "campaign"
    played.press("1")
    leader = played.screen.model.planning.leaders()[0]
    assert played.slate == (Campaign(leader, played.screen.model.public.leaders[leader]),)


async def test_enter_gives_what_is_tried_before_it_ends_the_turn(opened: Opened) -> None:
    played = await opened()
    played.press("1", "return")
    assert [verb_of(order) for order in played.slate] == ["campaign"]
    assert not played.screen.model.courier.ready
    played.press("return")
    assert not played.screen.model.courier.ready, "two leaders have no order: the key asks first"
    await played.frames()
    assert "2 leaders idle: Enter ends it" in words(played.stage)
    played.press("return")
    assert played.screen.model.courier.ready


async def test_enter_asks_anew_once_the_plan_has_changed(opened: Opened) -> None:
    played = await opened()
    played.press("return", "tab", "return")
    assert not played.screen.model.courier.ready
    played.press("return")
    assert played.screen.model.courier.ready


async def test_enter_ends_the_turn_at_once_where_every_leader_has_an_order(opened: Opened) -> None:
    played = await opened()
    played.press("1", "1", "tab", "5", "5", "tab", "6", "6", "return")
    assert len(played.slate) == 3
    assert played.screen.model.courier.ready


async def test_enter_ends_the_turn_where_the_leader_has_its_order_already(opened: Opened) -> None:
    played = await opened()
    played.press("1", "1", "6", "return", "return")
    assert [verb_of(order) for order in played.slate] == ["campaign"]
    assert played.screen.model.courier.ready


async def test_undo_redo_and_withdraw_by_keys(opened: Opened) -> None:
    played = await opened()
    played.press("1", "1")
    given = played.slate
    played.press("ctrl+z")
    assert played.slate == ()
    played.press("ctrl+y")
    assert played.slate == given
    played.press("delete")
    assert played.slate == ()


async def test_tab_goes_through_the_leaders(opened: Opened) -> None:
    played = await opened()
    planning = played.screen.model.planning
    first = planning.selected.leader
    played.press("tab")
    assert planning.selected.leader == planning.leaders()[1]
    played.press("shift+tab")
    assert planning.selected.leader == first


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


async def test_build_asks_which_facility(opened: Opened) -> None:
    played = await opened()
    planning = played.screen.model.planning
    planning.select_district(planning.reach()[0])
    played.press("4")
    assert isinstance(played.stage.desk.top, RowChoice)
    played.press("2")
    await played.frames()
    assert [type(order) for order in played.slate] == [Build]
    assert not isinstance(played.stage.desk.top, RowChoice)


async def test_the_pressure_opens_into_its_factors_and_those_into_their_parts(opened: Opened) -> None:
    played = await opened()
    played.press("1")
    await played.frames()
    played.press("e")
    stack = played.stage.desk.top
    assert isinstance(stack, TipStack)
    assert "Affinity" in words(played.stage)
    rows = stack.cards()[0].tip.rows
    assert [row.kind for row in rows][-1] == "sum"
    opening = next(row.opens for row in rows if row.opens is not None)
    assert opening().crumbs[-1].startswith("Affinity")
    played.press("escape")
    assert not isinstance(played.stage.desk.top, TipStack)


async def test_every_number_that_is_dotted_opens(opened: Opened) -> None:
    played = await opened(10)
    played.press("2")
    await played.frames()
    parts = played.screen.parts
    count = 0
    for board in (parts.bar, parts.district, parts.forecast):
        for hot in board.hots:
            hot.press()
            if isinstance(played.stage.desk.top, TipStack):
                played.stage.items()
                count += 1
            if played.stage.desk.top is not played.screen.widget():
                played.press("escape")
    assert count >= 12


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


async def test_ready_is_taken_back_by_enter_while_others_plan(opened: Opened) -> None:
    played = await opened()
    played.link.waits = True
    played.press("return", "return")
    await played.frames(6)
    assert "YOU ARE READY" in words(played.stage)
    played.press("1", "1")
    assert played.slate == (), "who is ready changes nothing"
    played.press("return")
    await played.frames(6)
    assert "END TURN" in words(played.stage)


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


async def test_escape_first_drops_what_is_tried(opened: Opened) -> None:
    played = await opened()
    played.press("1", "escape")
    assert played.screen.model.planning.selected.verb is None
    assert played.stage.desk.top is played.screen.widget()


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


async def test_the_pointer_over_a_verb_tries_it_and_a_click_gives_it(opened: Opened) -> None:
    played = await opened()
    rect = played.screen.parts.verbs.hots[1].rect
    played.stage.handle(PointerMoved(rect.centre_x, rect.centre_y))
    await played.frames(2)
    assert played.screen.model.planning.selected.verb == "care"
    played.stage.handle(PointerMoved(rect.centre_x, rect.y - 200))
    await played.frames(2)
    assert played.screen.model.planning.selected.verb == "care", "its numbers can still be opened"
    played.click(rect.centre_x, rect.centre_y)
    assert len(played.slate) == 1
    assert type(played.slate[0]).__name__ == "Care"


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


async def test_the_keys_reach_the_parts_of_a_sum(opened: Opened) -> None:
    played = await opened()
    played.press("1")
    await played.frames()
    played.press("e", "down", "return")
    stack = played.stage.desk.top
    assert isinstance(stack, TipStack)
    assert len(stack.cards()) == 2
    played.press("escape")
    assert len(stack.cards()) == 1


async def test_the_tried_order_can_be_given_in_the_forecast(opened: Opened) -> None:
    played = await opened()
    tile = played.screen.parts.verbs.hots[1].rect
    played.stage.handle(PointerMoved(tile.centre_x, tile.centre_y))
    await played.frames(3)
    button = played.screen.parts.forecast.hots[-1].rect
    played.click(button.centre_x, button.centre_y)
    assert [type(order).__name__ for order in played.slate] == ["Care"]
    await played.frames(3)
    again = played.screen.parts.forecast.hots[-1].rect
    played.click(again.centre_x, again.centre_y)
    assert played.slate == ()


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


async def test_a_pin_is_set_and_taken_back_by_its_key(opened: Opened) -> None:
    played = await opened()
    home = played.screen.model.planning.selected.district
    played.press("5", "p")
    await played.frames()
    assert [(pin.verb, pin.district) for pin in played.screen.cockpit.own_pins()] == [("forum", home)]
    assert played.slate == (), "a pin is no order"
    assert "Pin: Forum" in words(played.stage)
    played.press("p")
    await played.frames()
    assert played.screen.cockpit.own_pins() == ()


async def test_pins_are_gone_when_the_turn_ends(opened: Opened) -> None:
    played = await opened()
    played.link.pin(Seat(1), (Pin("campaign", District(2)),))
    await played.frames()
    assert played.screen.model.pins[1]
    played.press("return", "return")
    await played.frames(6)
    assert not any(played.screen.model.pins)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("7", RowChoice),
        ("8", RowChoice),
        ("x", RowChoice),
        ("t", GiftDialog),
        ("i", WhatIfDialog),
        ("n", TipStack),
    ],
)
async def test_every_window_opens_by_its_key_and_closes_by_escape(
    opened: Opened, key: str, kind: type[Widget]
) -> None:
    played = await opened()
    played.press(*((key, key) if key == "7" else (key,)))
    await played.frames()
    assert isinstance(played.stage.desk.top, kind)
    played.press("escape")
    await played.frames()
    assert played.stage.desk.top is played.screen.widget()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["7", "8", "x", "t", "i", "n"])
async def test_the_windows_fit_and_cut_no_text(
    opened: Opened, size: tuple[int, int, float | None], key: str
) -> None:
    played = await opened(5, size)
    played.press("7", key)
    await played.frames()
    top = played.stage.desk.top
    assert top is not None
    on = played.stage
    for text, _ in texts(top.items(on.desk.look)):
        wide = on.desk.look.measure.width(text.text, text.face)
        left = text.x - {"l": 0, "r": wide}.get(text.anchor[-1], wide // 2)
        assert left >= 0, text.text
        assert left + wide <= on.desk.size.w + 1, text.text
        assert 0 <= text.y <= on.desk.size.h, text.text


async def test_a_pledge_is_shown_by_its_key_and_asks_by_the_second_press(opened: Opened) -> None:
    played = await opened()
    played.press("7")
    await played.frames()
    order = played.screen.model.planning.candidate()
    assert isinstance(order, Pledge)
    assert order.kind == "consent", "the own speciality"
    assert "Pledge in" in words(played.stage)
    played.press("7", "2")
    await played.frames()
    assert [order.kind for order in played.slate] == ["technique"]


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


async def test_the_narration_says_what_is_afoot_where_one_looks(opened: Opened) -> None:
    played = await opened()
    event = next(iter(played.screen.model.public.events))
    played.screen.cockpit.select_district(event.district)
    await played.frames()
    name = played.screen.cockpit.words.event(event.key)
    assert any(name in line for line in played.screen.narrator.lines)


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


async def test_the_narration_reads_out_what_there_is_to_choose(opened: Opened) -> None:
    played = await opened()
    played.press("4")
    lines = list(played.screen.narrator.lines)
    assert any(line.startswith("1: Community Clinic") for line in lines)
    played.press("escape", "7", "7")
    assert any(line.startswith("1: Consent. Gives 3") for line in played.screen.narrator.lines)


async def test_the_pin_of_the_panel_says_what_it_would_say(opened: Opened) -> None:
    played = await opened()
    played.press("2")
    await played.frames()
    pins = [hot for hot in played.screen.parts.district.hots if "you mean to Care here" in hot.hint]
    pins[0].press()
    await played.frames()
    assert [pin.verb for pin in played.screen.cockpit.own_pins()] == ["care"]


async def test_orders_that_were_played_are_not_told_as_taken_back(opened: Opened) -> None:
    played = await opened(11, length="short", rival=idle)
    played.press("1", "1")
    assert played.slate
    for _ in range(4):
        if not played.screen.model.is_waiting() and not played.screen.model.ended:
            played.press("return")
            await played.frames(2)
    await played.frames(6)
    assert played.screen.model.ended
    assert not any("taken back" in line for line in played.screen.narrator.lines)
