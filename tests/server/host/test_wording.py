from game.protocol.messages import Declined, Done, RoomClosed
from game.protocol.refusals import Refused, refusal
from server.host.wording import declined, english, with_words

WORDS = english()
LATE = refusal(Refused.LATE, "turn", found=3, expected=4)


def test_every_refusal_of_an_answer_gets_text_and_mend() -> None:
    message = declined(Declined(7, (LATE, LATE)), WORDS)
    assert message.re == 7
    assert [(r.code, r.text) for r in message.refusals] == [("late", "Turn 3 is closed.")] * 2
    assert message.refusals[0].mend == "Give your orders for turn 4."


def test_a_closed_room_says_why() -> None:
    message = with_words(RoomClosed("r1", refusal(Refused.STORAGE)), WORDS)
    assert isinstance(message, RoomClosed)
    assert message.reason.mend


def test_other_messages_stay_as_they_are() -> None:
    assert with_words(Done(3), WORDS) == Done(3)
