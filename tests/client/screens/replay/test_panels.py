from collections.abc import Callable

from game.client.geometry import Rect
from game.client.screens.city.pen import Pen
from game.client.screens.replay.panels import draw_orders, draw_outcome, order_rows, orders_height
from tests.client.screens.replay.conftest import Opened, Watched
from tests.support.stages import texts


def read(watched: Watched, draw: Callable[..., None], width: int = 264, height: int = 400) -> list[str]:
    """The words of a panel; all of them lie inside it."""
    pen = Pen(
        watched.stage.desk.look,
        Rect(0, 0, watched.stage.desk.look.u(width), watched.stage.desk.look.u(height)),
    )
    draw(watched.screen.cockpit, watched.reel, pen)
    found = [text for text, _ in texts(tuple(pen.items))]
    assert all(0 <= text.y <= pen.rect.h for text in found)
    return [text.text for text in found]


async def test_every_order_stands_under_its_seat(watch: Opened) -> None:
    watched = watch()
    watched.reel.forward()
    await watched.frames()
    rows = order_rows(watched.reel)
    assert [row.seat for row in rows if row.order is None] == [0, 1, 2]
    said = read(watched, draw_orders, height=int(orders_height(watched.reel)) + 8)
    assert len(said) == 1 + len(rows)
    assert "Smile Rights Alliance" in said


async def test_orders_without_room_are_counted(watch: Opened) -> None:
    watched = watch()
    watched.reel.forward()
    await watched.frames()
    said = read(watched, draw_orders, height=150)
    shown = sum(": " in line for line in said)
    orders = sum(row.order is not None for row in order_rows(watched.reel))
    assert said[-1] == f"and {orders - shown} more"


async def test_before_the_first_turn_the_seats_are_named(watch: Opened) -> None:
    watched = watch()
    said = read(watched, draw_orders, height=int(orders_height(watched.reel)))
    assert said[1:3] == ["Smile Rights Alliance", "Ada"]
    assert read(watched, draw_outcome)[1:] == ["No turn has been played yet."]


async def test_what_came_of_it_is_cut_where_the_room_ends(watch: Opened) -> None:
    watched = watch()
    watched.reel.forward()
    await watched.frames()
    whole = " ".join(read(watched, draw_outcome, 900, 900)[1:])
    assert whole == " ".join(watched.reel.outcome())
    for height in range(60, 300, 20):
        said = read(watched, draw_outcome, 264, height)
        assert said[-1].endswith("in the log (L).") or " ".join(said[1:]) == whole
