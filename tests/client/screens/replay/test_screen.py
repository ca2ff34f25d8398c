import pytest

from tests.client.screens.replay.conftest import Opened
from tests.support.stages import SIZES, texts, words


async def test_it_opens_before_the_first_turn(watch: Opened) -> None:
    watched = watch()
    await watched.frames()
    told = words(watched.stage)
    for part in ("WHO PLAYS", "Ada", "computer, at random", "Before the first turn", "NEXT TURN", "Proved"):
        assert part in told


async def test_enter_plays_a_turn_and_says_who_ordered_what(watch: Opened) -> None:
    watched = watch()
    await watched.press("return")
    await watched.told()
    told = words(watched.stage)
    assert (watched.reel.at, watched.turn) == (1, 2)
    assert "ORDERS OF TURN 1" in told
    assert "After turn 1 of " in told
    assert "Turn 1. Fracture" in told
    assert watched.calls == []


async def test_the_keys_go_through_it(watch: Opened) -> None:
    watched = watch()
    for chord, turn in (("page down", 2), ("page down", 3), ("backspace", 2), ("page up", 1), ("page up", 1)):
        await watched.press(chord)
        await watched.told()
        assert watched.turn == turn, chord
    await watched.press("page down")
    await watched.told()
    await watched.press("home")
    assert (watched.reel.at, watched.turn) == (0, 1)


async def test_the_end_leads_to_the_results_once_each_time(watch: Opened) -> None:
    watched = watch()
    await watched.press("end")
    await watched.frames(20)
    assert watched.calls == ["over"]
    await watched.press("backspace")
    await watched.frames(20)
    assert watched.calls == ["over"]
    await watched.press("return")
    await watched.told()
    await watched.frames(20)
    assert watched.calls == ["over"] * 2
    await watched.press("return")
    assert watched.calls == ["over"] * 3


async def test_it_plays_by_itself_and_stops(watch: Opened) -> None:
    watched = watch()
    await watched.press("space")
    assert watched.reel.running
    for _ in range(3):
        await watched.told()
        await watched.frames(8, seconds=1.0)
    assert watched.reel.at >= 3
    await watched.told()
    await watched.press("space")
    here = watched.reel.at
    await watched.frames(20, seconds=1.0)
    await watched.told()
    assert watched.reel.at == here


async def test_it_stops_at_the_end(watch: Opened) -> None:
    watched = watch()
    await watched.press("end", "backspace", "space")
    for _ in range(10):
        await watched.told()
        await watched.frames(4, seconds=1.0)
    assert watched.reel.at == watched.reel.last
    assert not watched.reel.running


async def test_a_click_on_a_turn_goes_there(watch: Opened) -> None:
    watched = watch()
    await watched.frames()
    cell = next(hot for hot in watched.screen.parts.verbs.hots if hot.hint == "After turn 5")
    cell.press()
    await watched.frames()
    assert (watched.reel.at, watched.turn) == (5, 6)


async def test_a_click_on_an_order_looks_at_its_place(watch: Opened) -> None:
    watched = watch()
    await watched.press("return")
    await watched.told()
    watched.stage.items()
    watched.screen.parts.slate.hots[-1].press()
    await watched.frames()
    orders = [order for _, slate in watched.reel.slates() for order in slate]
    assert watched.screen.model.planning.selected.district in {getattr(o, "district", None) for o in orders}


async def test_what_came_of_a_turn_is_in_the_log(watch: Opened) -> None:
    watched = watch()
    await watched.press("return")
    await watched.told()
    assert set(watched.reel.outcome()) <= set(watched.screen.narrator.lines)


async def test_escape_opens_the_menu_that_leads_out(watch: Opened) -> None:
    watched = watch()
    await watched.press("escape")
    assert "LEAVE THE MATCH" in words(watched.stage).upper()


@pytest.mark.parametrize("window", SIZES)
@pytest.mark.parametrize("keys", [(), ("end",), ("page down", "page down")])
async def test_words_stay_in_every_window(
    watch: Opened, window: tuple[int, int, float | None], keys: tuple[str, ...]
) -> None:
    watched = watch(window)
    for key in keys:
        await watched.press(key)
        await watched.told()
    measure, width = watched.stage.desk.look.measure, watched.stage.desk.size.w
    bottom = watched.screen.parts.verbs.rect
    for text, _ in texts(watched.screen.parts.verbs.items(watched.screen._look())):
        wide = measure.width(text.text, text.face)
        assert bottom.x <= text.x - {"r": wide}.get(text.anchor[-1], 0)
        assert text.x <= width


@pytest.mark.parametrize(("proved", "said"), [(True, "Proved"), (False, "Not proved"), (None, "Older rules")])
async def test_the_bar_says_whether_it_is_proved(watch: Opened, proved: bool | None, said: str) -> None:
    watched = watch(proved=proved)
    await watched.frames()
    assert said in words(watched.stage).split("\n")
