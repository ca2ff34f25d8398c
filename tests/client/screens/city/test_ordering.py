"""Giving orders on the city screen by keys and by hand: verbs, slate, pins, the end of the turn."""

from game.client.events import PointerMoved
from game.client.rehearsal import idle
from game.client.screens.city.choice_rows import RowChoice
from game.protocol.messages import Pin
from game.rules.ids import District, Seat
from game.rules.orders import Build, Campaign, Pledge, verb_of
from tests.support.played import Opened
from tests.support.stages import words


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


async def test_escape_first_drops_what_is_tried(opened: Opened) -> None:
    played = await opened()
    played.press("1", "escape")
    assert played.screen.model.planning.selected.verb is None
    assert played.stage.desk.top is played.screen.widget()


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
