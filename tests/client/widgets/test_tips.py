from game.client.events import KeyPressed, PointerPressed
from game.client.geometry import Rect
from game.client.scene.items import Line, Text, Veil
from game.client.widgets.desk import Desk
from game.client.widgets.layout import Space
from game.client.widgets.tips import Tip, TipCard, TipRow, TipStack
from tests.support.looks import desk_with

NUMBER, KEPT = Rect(1100, 480, 70, 46), Rect(984, 380, 284, 244)


def deeper() -> Tip:
    rows = (TipRow("", "100%", "Start"), TipRow("=", "100%", "Affinity", kind="sum"))
    return Tip(("Pressure", "Affinity 100%"), "SRA", rows, ("rule 4.2",))


PRESSURE = Tip(
    ("Forecast", "Pressure 21"),
    "Care in The Margins",
    (
        TipRow("", "14", "Care", "12 need relieved", 0, 14),
        TipRow("x", "125%", "Affinity", "how well heard", 14, 17.5, opens=deeper),
        TipRow("=", "21", "Pressure", "", 0, 21, "sum"),
    ),
    ("rule 6.3",),
    0,
    22,
)


def card_opened(card: TipCard) -> int | None:
    return card.opened


def opened() -> tuple[TipStack, list[str], Desk]:
    closed: list[str] = []
    stack = TipStack(PRESSURE, NUMBER, KEPT, lambda: closed.append("closed"))
    desk = desk_with(Space(), 1280, 720)
    desk.open(stack, veiled=False)
    desk.items()
    return stack, closed, desk


def test_the_card_stands_clear_of_what_it_explains() -> None:
    stack, _, _ = opened()
    (card,) = stack.cards()
    assert not card.rect.overlaps(KEPT)
    assert Rect(0, 0, 1280, 720).union(card.rect) == Rect(0, 0, 1280, 720)


def test_all_else_dims_and_the_explained_panel_does_not() -> None:
    stack, _, desk = opened()
    veils = [i for i in stack.items(desk.look) if isinstance(i, Veil)]
    assert sum(v.rect.w * v.rect.h for v in veils) == 1280 * 720 - KEPT.w * KEPT.h
    assert not any(v.rect.overlaps(KEPT) for v in veils)


def test_a_term_opens_to_the_left_and_escape_closes_one_at_a_time() -> None:
    stack, closed, desk = opened()
    row = stack.cards()[0].row_rect(1)
    desk.handle(PointerPressed(row.x + 40, row.centre_y))
    items = desk.items()
    first, second = stack.cards()
    assert card_opened(first) == 1
    assert second.rect.right < first.rect.x
    assert "Affinity 100%" in [i.text for i in items if isinstance(i, Text)]
    assert len([i for i in items if isinstance(i, Line)]) == 2
    desk.handle(KeyPressed("escape"))
    assert len(stack.cards()) == 1
    assert card_opened(first) is None
    assert not closed
    desk.handle(KeyPressed("escape"))
    assert closed == ["closed"]


def test_a_term_opens_by_keyboard() -> None:
    stack, _, desk = opened()
    for name in ("tab", "down", "return"):
        desk.handle(KeyPressed(name))
    assert len(stack.cards()) == 2
