from functools import partial

import pytest

from game.client.geometry import Rect
from game.client.screens.city.pen import Pen
from game.client.screens.replay.transport import draw_call, draw_transport
from tests.client.screens.replay.conftest import Opened, Watched
from tests.support.stages import texts


def drawn(watched: Watched, *, call: bool = False) -> Pen:
    u = watched.stage.desk.look.u
    pen = Pen(watched.stage.desk.look, Rect(0, 0, u(284 if call else 684), u(76 if call else 104)))
    if call:
        draw_call(watched.screen.cockpit, watched.reel, partial(watched.calls.append, "results"), pen)
    else:
        draw_transport(watched.screen.cockpit, watched.reel, pen)
    return pen


def hints(pen: Pen) -> list[str]:
    return [hot.hint for hot in pen.hots]


def said(pen: Pen) -> list[str]:
    return [text.text for text, _ in texts(tuple(pen.items))]


async def test_every_turn_has_a_cell_and_the_cells_lie_inside(watch: Opened) -> None:
    watched = watch()
    pen = drawn(watched)
    cells = [hot for hot in pen.hots if hot.hint.startswith("After turn ")]
    assert len(cells) == watched.reel.last
    assert all(pen.rect.contains(hot.rect.x, hot.rect.y) for hot in cells)
    assert cells[-1].rect.right <= pen.rect.right


@pytest.mark.parametrize(
    ("at", "off"), [(0, {"To the beginning", "A turn back"}), (99, {"The next turn", "To the end"})]
)
async def test_what_cannot_be_done_is_off(watch: Opened, at: int, off: set[str]) -> None:
    watched = watch()
    watched.reel.go(at)
    await watched.frames(1)
    ways = {"To the beginning", "A turn back", "The next turn", "To the end", "Play"}
    found = {way for way in ways for hint in hints(drawn(watched)) if hint.startswith(f"{way} (")}
    assert ways - found == off


async def test_playing_can_be_stopped(watch: Opened) -> None:
    watched = watch()
    assert "Play (Space)" in hints(drawn(watched))
    watched.reel.toggle()
    assert "Stop (Space)" in hints(drawn(watched))


async def test_the_call_is_the_next_turn_and_then_the_results(watch: Opened) -> None:
    watched = watch()
    pen = drawn(watched, call=True)
    assert f"Turn 1 of {watched.reel.last} comes next" in said(pen)
    pen.hots[0].press()
    assert watched.reel.at == 1
    await watched.frames()
    watched.screen.playback.skip()
    watched.reel.to_end()
    await watched.frames(1)
    pen = drawn(watched, call=True)
    assert "RESULTS" in said(pen)
    pen.hots[0].press()
    assert watched.calls[-1] == "results"
