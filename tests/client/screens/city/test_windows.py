"""What opens over the city screen: windows, sums, words read out."""

import pytest

from game.client.screens.city.choice_rows import RowChoice
from game.client.screens.city.gift_dialog import GiftDialog
from game.client.screens.city.what_if_dialog import WhatIfDialog
from game.client.widgets.tips import TipStack
from game.client.widgets.widget import Widget
from tests.support.played import Opened
from tests.support.stages import SIZES, texts, words


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
    for text, clip in texts(top.items(on.desk.look)):
        wide = on.desk.look.measure.width(text.text, text.face)
        left = text.x - {"l": 0, "r": wide}.get(text.anchor[-1], wide // 2)
        assert left >= 0, text.text
        assert left + wide <= on.desk.size.w + 1, text.text
        assert clip is not None or 0 <= text.y <= on.desk.size.h, text.text


async def test_the_narration_says_what_is_afoot_where_one_looks(opened: Opened) -> None:
    played = await opened()
    event = next(iter(played.screen.model.public.events))
    played.screen.cockpit.select_district(event.district)
    await played.frames()
    name = played.screen.cockpit.words.event(event.key)
    assert any(name in line for line in played.screen.narrator.lines)


async def test_the_narration_reads_out_what_there_is_to_choose(opened: Opened) -> None:
    played = await opened()
    played.press("4")
    lines = list(played.screen.narrator.lines)
    assert any(line.startswith("1: Community Clinic") for line in lines)
    played.press("escape", "7", "7")
    assert any(line.startswith("1: Consent. Gives 3") for line in played.screen.narrator.lines)
