from msgspec.structs import replace

from game.protocol import messages as say
from game.rules.ids import District, Leader, Seat
from game.rules.orders import Ballot, Campaign, Care, Close, Gift, Motion, Order, Slate
from server.room import caretaking
from server.room.image import SeatChanged, with_record
from tests.support.rooms import Bench, begun, own_campaign


def within(bench: Bench, brief: say.Brief, *orders: Order) -> Slate:
    image = bench.room.image
    image = with_record(image, SeatChanged(Seat(0), replace(image.seats[0], brief=brief)))
    return caretaking.within(bench.room._core.board, image, Seat(0), orders)


def test_only_verbs_of_the_brief_are_carried_out() -> None:
    bench = begun()
    (campaign,) = own_campaign(bench, 0)
    assert within(bench, say.CAREFUL_BRIEF, campaign) == (campaign,)
    assert within(bench, say.Brief(("care",)), campaign) == ()


def test_gifts_and_motions_need_leave_and_nothing_is_ever_closed() -> None:
    allowed = caretaking._allows
    bold, shy = say.Brief((), gifts=True, motions=True), say.CAREFUL_BRIEF
    gift, motion = Gift(Seat(1), 1), Motion(Leader(0), District(0), "x")
    assert [allowed(bold, gift), allowed(bold, motion)] == [True, True]
    assert [allowed(shy, gift), allowed(shy, motion)] == [False, False]
    assert not allowed(say.Brief(("motion",)), motion)
    assert not allowed(bold, Close(District(0), "free_school"))
    assert allowed(say.Brief(()), Ballot("x", True))


def test_what_is_against_the_rules_falls_and_the_rest_stands() -> None:
    bench = begun()
    (campaign,) = own_campaign(bench, 0)
    nowhere = Campaign(Leader(0), District(200))
    stranger = Care(Leader(9), District(0))
    assert within(bench, say.CAREFUL_BRIEF, stranger, campaign) == (campaign,)
    assert within(bench, say.CAREFUL_BRIEF, nowhere, stranger) == ()
