"""The books find an order that was lost, doubled, changed, or counts although it was refused."""

import pytest

from game.protocol import messages as say
from game.protocol.refusals import Refused, refusal
from game.rules.ids import District, Leader, Seat
from game.rules.orders import Care, Forum
from server.room.image import Readied, Saved
from tests.faults.books import Entered, Order, fits

A = Saved(Seat(0), 1, (Care(Leader(0), District(1)),))
B = Saved(Seat(0), 1, (Forum(Leader(0), District(1)),))
READY, NOT_READY = Readied(Seat(0), 1, ready=True), Readied(Seat(0), 1, ready=False)
DONE, REFUSED, UNANSWERED = say.Done(1), say.Declined(1, (refusal(Refused.LATE),)), None


def entered(*orders: tuple[Order, say.Answer | None]) -> list[Entered]:
    return [Entered(order, answer) for order, answer in orders]


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ([], []),
        ([(A, DONE), (B, DONE), (READY, DONE)], [A, B, READY]),
        ([(A, UNANSWERED), (B, DONE)], [A, B]),
        ([(A, UNANSWERED), (B, DONE)], [B]),
        ([(A, DONE), (B, REFUSED)], [A]),
        ([(READY, DONE), (NOT_READY, DONE), (READY, DONE)], [READY, NOT_READY, READY]),
    ],
)
def test_what_was_told_and_what_is_stored_can_belong_together(
    sent: list[tuple[Order, say.Answer | None]], stored: list[Order]
) -> None:
    assert fits(entered(*sent), stored)


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ([(A, DONE)], []),
        ([(A, DONE)], [A, A]),
        ([(A, DONE)], [B]),
        ([(A, DONE), (B, DONE)], [B, A]),
        ([(A, DONE), (B, DONE)], [A, B, A]),
        ([(A, UNANSWERED), (B, DONE)], [A, A, B]),
        ([(A, REFUSED)], [A]),
        ([(READY, DONE), (READY, DONE)], [READY]),
        ([], [READY]),
    ],
    ids=[
        "lost",
        "doubled",
        "changed",
        "out of order",
        "done again",
        "doubled before its answer",
        "counts though refused",
        "one of two lost",
        "never sent",
    ],
)
def test_what_was_told_and_what_is_stored_cannot_belong_together(
    sent: list[tuple[Order, say.Answer | None]], stored: list[Order]
) -> None:
    assert not fits(entered(*sent), stored)
