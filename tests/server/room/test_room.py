import msgspec
import pytest

from game.protocol import messages as say
from game.protocol.refusals import Refused
from game.rules.ids import District, Leader, Seat
from game.rules.orders import NO_ORDERS, Campaign, Care, Slate, Travel
from game.rules.view import apply, public_hash
from server.room.before import SEAT_HELD
from server.room.effects import Ask, Send, StartTimer, Store
from server.room.image import Abandoned, OwnerChanged, Saved
from server.room.room import Room
from server.room.turns import EMPTY_KEPT
from tests.support.rooms import (
    ANN,
    BOB,
    EVE,
    YOU_AND_COMPUTER,
    Bench,
    begun,
    code_of,
    content,
    own_campaign,
    seat_of,
    wall,
)

HOME = District(0)


# --- gathering ------------------------------------------------------------------------------------


def test_the_maker_sits_in_the_seat_marked_you_and_the_first_store_has_the_image() -> None:
    bench = Bench((say.SeatPlan("occ", say.OPEN), say.SeatPlan("sra", say.YOU)))
    answer = bench.open("  Ann   Lee ")
    assert seat_of(answer) == 1
    assert bench.image is not None
    assert bench.image.seats[1].name == "Ann Lee"
    assert bench.room.info().owner == 1


def test_a_maker_with_an_unusable_name_leaves_no_room_behind() -> None:
    bench = Bench()
    assert code_of(bench.open("x\u202ey")) == Refused.BAD_NAME
    assert bench.closed
    assert bench.image is None


def test_joining_takes_the_first_open_seat_or_the_one_named() -> None:
    plans = (say.SeatPlan("any", say.YOU), *(say.SeatPlan("any", say.OPEN),) * 2)
    bench = Bench(plans)
    bench.open()
    assert seat_of(bench.join(BOB, "Bob", 2)) == 2
    assert seat_of(bench.join(EVE, "Eve")) == 1
    assert [chair.name for chair in bench.room.info().seats] == ["Ann", "Eve", "Bob"]


@pytest.mark.parametrize(
    ("member", "name", "seat", "code"),
    [
        (BOB, "ANN", None, Refused.NAME_TAKEN),
        (BOB, "Änn", None, Refused.NAME_TAKEN),
        (BOB, "", None, Refused.BAD_NAME),
        (BOB, "Bob", 0, Refused.SEAT_TAKEN),
        (BOB, "Bob", 7, Refused.NO_SUCH_SEAT),
        (ANN, "Bob", None, Refused.ALREADY_SEATED),
    ],
)
def test_joining_is_refused(member: int, name: str, seat: int | None, code: Refused) -> None:
    bench = Bench()
    bench.open()
    assert code_of(bench.ask(ANN if member == ANN else BOB, say.JoinRoom(name, "r1", seat))) == code


def test_a_full_room_and_a_begun_match_take_nobody() -> None:
    bench = Bench()
    bench.open()
    bench.join(BOB, "Bob")
    assert code_of(bench.join(EVE, "Eve")) == Refused.ROOM_FULL
    assert code_of(begun().join(EVE, "Eve")) == Refused.ALREADY_BEGUN


def test_moving_takes_the_seat_and_the_room_along() -> None:
    plans = (say.SeatPlan("any", say.YOU), say.SeatPlan("any", say.OPEN), say.SeatPlan("occ", say.OPEN))
    bench = Bench(plans)
    bench.open()
    assert seat_of(bench.ask(ANN, say.Sit("r1", 2, "ca"))) == 2
    info = bench.room.info()
    assert [chair.player for chair in info.seats] == [say.OPEN, say.OPEN, say.PERSON]
    assert (info.owner, info.seats[2].faction) == (2, "ca")
    assert bench.stored_image() == bench.room.image


def test_choosing_a_faction_that_is_none_is_refused() -> None:
    bench = Bench()
    bench.open()
    assert code_of(bench.ask(ANN, say.Sit("r1", 0, "pirates"))) == Refused.UNKNOWN_FACTION
    assert isinstance(bench.ask(ANN, say.Sit("r1", 0, "ca")), say.Done)


def test_only_the_owner_starts_and_only_when_all_are_ready() -> None:
    bench = Bench()
    bench.open()
    assert code_of(bench.ask(ANN, say.StartMatch("r1"))) == Refused.NOT_ALL_READY
    bench.join(BOB, "Bob")
    assert code_of(bench.ask(ANN, say.StartMatch("r1"))) == Refused.NOT_ALL_READY
    bench.ask(BOB, say.SetLobbyReady("r1", ready=True))
    assert code_of(bench.ask(BOB, say.StartMatch("r1"))) == Refused.NOT_OWNER
    assert isinstance(bench.ask(ANN, say.StartMatch("r1")), say.Done)
    assert code_of(bench.ask(ANN, say.StartMatch("r1"))) == Refused.ALREADY_BEGUN


def test_when_the_owner_leaves_the_next_person_owns_and_the_last_closes_the_door() -> None:
    bench = Bench()
    bench.open()
    bench.join(BOB, "Bob")
    bench.ask(ANN, say.LeaveRoom("r1"))
    assert OwnerChanged(Seat(1)) in bench.records
    assert not bench.closed
    bench.ask(BOB, say.LeaveRoom("r1"))
    assert Abandoned() in bench.records
    assert bench.closed


def test_a_dropped_seat_is_held_for_a_while() -> None:
    bench = Bench()
    bench.open()
    bench.join(BOB, "Bob")
    bench.carry_out(bench.room.dropped(BOB, bench.now))
    assert not bench.room.info().seats[1].here
    (timer,) = bench.timers
    assert timer.milliseconds == SEAT_HELD
    bench.fire(timer)
    assert bench.room.info().seats[1].player == say.OPEN


def test_each_drop_is_waited_for_anew() -> None:
    bench = Bench()
    bench.open()
    answer = bench.join(BOB, "Bob")
    assert isinstance(answer, say.Seated)
    bench.carry_out(bench.room.dropped(BOB, bench.now))
    bench.ask(EVE, say.ResumeSeat("r1", answer.token))
    bench.carry_out(bench.room.dropped(EVE, bench.now))
    first, second = bench.timers
    bench.fire(first)
    assert bench.room.info().seats[1].name == "Bob"
    bench.fire(second)
    assert bench.room.info().seats[1].player == say.OPEN


def test_one_who_came_back_keeps_the_seat() -> None:
    bench = Bench()
    bench.open()
    answer = bench.join(BOB, "Bob")
    assert isinstance(answer, say.Seated)
    bench.carry_out(bench.room.dropped(BOB, bench.now))
    assert seat_of(bench.ask(EVE, say.ResumeSeat("r1", answer.token))) == 1
    bench.fire(bench.timers[0])
    assert bench.room.info().seats[1].name == "Bob"


def test_a_stranger_can_do_nothing_in_the_room() -> None:
    bench = begun()
    acts: list[say.Act] = [
        say.Sit("r1", 0),
        say.StartMatch("r1"),
        say.SaveSlate("r1", 1, ()),
        say.SetReady("r1", 1, ready=True),
        say.LeaveRoom("r1"),
    ]
    before = bench.room.image
    assert {code_of(bench.ask(EVE, act)) for act in acts} == {Refused.NOT_SEATED}
    assert bench.room.image == before


# --- playing --------------------------------------------------------------------------------------


def test_each_seat_begins_with_its_own_view() -> None:
    bench = begun()
    begins = [bench.heard(member, say.Begin)[0] for member in (ANN, BOB)]
    assert [begin.seat for begin in begins] == [0, 1]
    assert [begin.view.viewer for begin in begins] == [0, 1]
    assert begins[0].match == begins[1].match


def test_a_slate_is_stored_before_it_is_acknowledged_and_nobody_else_hears() -> None:
    bench = begun()
    slate = own_campaign(bench, 0)
    heard = len(bench.sent[BOB])

    effects = bench.room.receive(Ask(ANN, 99, say.SaveSlate("r1", 1, slate)), bench.now)
    assert effects == [Store((Saved(Seat(0), 1, slate),)), Send((ANN,), say.Done(99))]
    assert len(bench.sent[BOB]) == heard


def test_a_slate_can_be_changed_even_after_ready_until_the_turn_closes() -> None:
    bench = begun()
    bench.ready(ANN)
    slate = own_campaign(bench, 0)
    bench.save(ANN, slate)
    assert bench.room.image.slates[0] == slate
    assert bench.room.image.ready == (True, False)


@pytest.mark.parametrize(
    ("orders", "code", "field"),
    [
        ((Care(Leader(9), HOME),), "unknown_leader", "leader"),
        ((Campaign(Leader(4), HOME),), "not_your_leader", "leader"),
        ((Campaign(Leader(0), District(200)),), "unknown_district", "district"),
        ((Travel(Leader(0), District(3)), Travel(Leader(0), District(4))), "leader_twice", "leader"),
    ],
)
def test_a_slate_against_the_rules_is_refused_and_the_room_goes_on(
    orders: Slate, code: str, field: str
) -> None:
    bench = begun()
    answer = bench.save(ANN, orders)
    assert isinstance(answer, say.Declined)
    assert (code, field) in {(refusal.code, refusal.field) for refusal in answer.refusals}
    assert bench.room.image.slates == (None, None)
    assert isinstance(bench.save(ANN, own_campaign(bench, 0)), say.Done)


def test_every_fault_of_a_slate_is_named_at_once() -> None:
    answer = begun().save(ANN, (Campaign(Leader(4), District(0)), Campaign(Leader(0), District(200))))
    assert isinstance(answer, say.Declined)
    assert {(refusal.code, refusal.order) for refusal in answer.refusals} == {
        ("not_your_leader", 0),
        ("unknown_district", 1),
    }


def test_the_turn_is_played_when_all_are_ready_and_every_copy_agrees() -> None:
    bench = begun()
    bench.save(ANN, own_campaign(bench, 0))
    bench.ready(ANN)
    assert not bench.heard(ANN, say.Update)
    bench.ready(BOB)
    for member in (ANN, BOB):
        (update,) = bench.heard(member, say.Update)
        (begin,) = bench.heard(member, say.Begin)
        view = apply(begin.view, update.patch)
        assert (update.number, update.turn, view.public.turn) == (1, 1, 2)
        assert public_hash(view.public) == update.public_hash
        assert view.viewer == begin.seat


def test_taking_ready_back_keeps_the_turn_open() -> None:
    bench = begun()
    bench.ready(ANN)
    bench.ready(ANN, ready=False)
    bench.ready(BOB)
    assert not bench.heard(BOB, say.Update)
    assert bench.heard(BOB, say.Readiness)[-1].ready == (False, True)


def test_a_computer_player_thinks_at_the_start_of_each_turn_and_counts_as_ready() -> None:
    bench = begun(YOU_AND_COMPUTER)
    (think,) = bench.thinks
    assert (think.seat, think.turn, think.level, think.view.viewer) == (1, 1, "greedy", 1)
    bench.ready(ANN)
    assert not bench.heard(ANN, say.Update)
    bench.think()
    assert bench.heard(ANN, say.Update)
    assert bench.thinks[0].turn == 2
    assert bench.thinks[0].seed != think.seed


def test_a_thought_against_the_rules_becomes_no_orders() -> None:
    bench = begun(YOU_AND_COMPUTER)
    bench.think((Campaign(Leader(0), District(200)),))
    assert bench.room.image.slates[1] == NO_ORDERS
    assert bench.room.image.ready[1]


def test_a_thought_that_comes_too_late_or_twice_changes_nothing() -> None:
    bench = begun(YOU_AND_COMPUTER)
    bench.think()
    before = bench.room.image
    bench.carry_out(bench.room.thought(Seat(1), 1, own_campaign(bench, 1), bench.now))
    bench.carry_out(bench.room.thought(Seat(1), 5, NO_ORDERS, bench.now))
    assert bench.room.image == before


def test_at_the_deadline_a_slate_that_is_not_ready_counts() -> None:
    bench = begun(timer=60)
    (timer,) = bench.timers
    assert timer.milliseconds == 60_000
    assert bench.heard(BOB, say.Clock) == [say.Clock("r1", 1, 60_000)]
    bench.save(ANN, own_campaign(bench, 0))
    bench.now += 60_000
    bench.fire(timer)
    (update,) = bench.heard(BOB, say.Update)
    assert any(type(entry).__name__ == "Pressed" for entry in update.ledger.entries)


def test_what_comes_after_the_deadline_is_late_even_before_the_timer_fires() -> None:
    bench = begun(timer=60)
    bench.now += 60_000
    assert code_of(bench.save(ANN, NO_ORDERS)) == Refused.LATE
    assert code_of(bench.ready(ANN)) == Refused.LATE
    bench.fire(bench.timers[0])
    assert code_of(bench.save(ANN, NO_ORDERS)) == Refused.LATE
    assert code_of(bench.save(ANN, NO_ORDERS, turn=3)) == Refused.TOO_EARLY


def test_the_timer_of_a_turn_that_is_closed_does_nothing() -> None:
    bench = begun(timer=60)
    bench.ready(ANN)
    bench.ready(BOB)
    bench.now += 60_000 - 1
    bench.fire(bench.timers[0])
    assert len(bench.heard(ANN, say.Update)) == 1


def test_nobody_waits_for_one_who_left_and_the_seat_stays_theirs() -> None:
    bench = begun()
    token = bench.heard(BOB, say.Seated)[0].token
    bench.ready(ANN)
    assert isinstance(bench.ask(BOB, say.LeaveRoom("r1")), say.Done)
    assert [think.seat for think in bench.thinks] == [1]
    bench.think()
    assert len(bench.heard(ANN, say.Update)) == 1
    assert seat_of(bench.ask(EVE, say.ResumeSeat("r1", token))) == 1
    bench.ready(ANN, turn=2)
    assert len(bench.heard(ANN, say.Update)) == 1


def test_a_match_everybody_left_waits_for_one_to_return() -> None:
    bench = begun(timer=60)
    token = bench.heard(ANN, say.Seated)[0].token
    bench.ask(ANN, say.LeaveRoom("r1"))
    bench.ask(BOB, say.LeaveRoom("r1"))
    bench.now += 60_000
    bench.fire(bench.timers[0])
    assert bench.room.image.number == 0
    bench.ask(EVE, say.ResumeSeat("r1", token))
    assert bench.timers[-1].milliseconds == 60_000


def empty_timer(bench: Bench) -> StartTimer:
    return next(timer for timer in bench.timers if timer.name == "empty")


def test_a_match_without_anybody_is_let_go_after_a_while_and_can_come_back() -> None:
    bench = begun()
    bench.carry_out(bench.room.dropped(ANN, bench.now))
    assert all(timer.name != "empty" for timer in bench.timers)
    bench.carry_out(bench.room.dropped(BOB, bench.now))
    timer = empty_timer(bench)
    assert timer.milliseconds == EMPTY_KEPT
    bench.fire(timer)
    assert bench.closed
    assert Abandoned() not in bench.records
    back = Bench(room=Room(bench.stored_image(), content(), bench.mint, wall))
    back.carry_out(back.room.restored(0))
    back.fire(empty_timer(back))
    assert back.closed


def test_a_match_that_everybody_left_is_let_go_after_a_while() -> None:
    bench = begun(YOU_AND_COMPUTER)
    bench.ask(ANN, say.LeaveRoom("r1"))
    bench.fire(empty_timer(bench))
    assert bench.closed


def test_one_who_came_back_in_time_keeps_the_match_in_memory() -> None:
    bench = begun(YOU_AND_COMPUTER)
    token = bench.heard(ANN, say.Seated)[-1].token
    bench.carry_out(bench.room.dropped(ANN, bench.now))
    bench.ask(EVE, say.ResumeSeat("r1", token))
    bench.fire(empty_timer(bench))
    assert not bench.closed


def test_a_match_with_a_clock_waits_for_its_people_and_is_let_go_when_all_are_absent() -> None:
    bench = begun(timer=60)
    for member in (ANN, BOB):
        bench.carry_out(bench.room.dropped(member, bench.now))
    assert all(timer.name != "empty" for timer in bench.timers)
    bench.now += 120_000
    for timer in [timer for timer in bench.timers if timer.name.startswith("absent")]:
        bench.fire(timer)
    assert [chair.absent for chair in bench.room.info().seats] == [True, True]
    assert bench.left() is None
    bench.fire(empty_timer(bench))
    assert bench.closed


def test_a_clock_that_stops_because_everybody_left_lets_the_match_go() -> None:
    bench = begun(YOU_AND_COMPUTER, timer=60)
    bench.ask(ANN, say.LeaveRoom("r1"))
    bench.now += 60_000
    bench.fire(bench.timers[0])
    bench.fire(empty_timer(bench))
    assert bench.closed


def test_a_match_is_played_to_its_end_and_then_refuses_orders() -> None:
    bench = begun()
    turn = 1
    while bench.room.image.phase == say.PLAYING:
        bench.ready(ANN, turn)
        bench.ready(BOB, turn)
        turn += 1
    assert bench.room.image.state is not None
    assert bench.room.image.state.public.outcome is not None
    assert code_of(bench.save(ANN, NO_ORDERS, turn=turn - 1)) == Refused.ENDED
    assert bench.heard(ANN, say.RoomChanged)[-1].room.phase == say.OVER
    bench.carry_out(bench.room.dropped(ANN, bench.now))
    assert not bench.closed
    bench.carry_out(bench.room.dropped(BOB, bench.now))
    assert bench.closed


def test_what_one_seat_hides_no_other_stream_shows() -> None:
    streams = []
    for hides in (False, True):
        bench = begun()
        if hides:
            bench.save(ANN, own_campaign(bench, 0))
            bench.save(ANN, (Campaign(Leader(9), District(0)),))
        bench.ready(ANN)
        streams.append([msgspec.msgpack.encode(message) for message in bench.sent[BOB]])
    assert streams[0] == streams[1]


def test_no_seed_goes_to_any_seat() -> None:
    bench = begun()
    bench.ready(ANN)
    bench.ready(BOB)
    assert bench.room.image.state is not None
    secret = bench.room.image.state.secret
    for message in bench.sent[ANN]:
        if isinstance(message, say.Begin):
            assert not hasattr(message.view, "secret")
        assert msgspec.msgpack.encode(secret) not in msgspec.msgpack.encode(getattr(message, "view", None))


@pytest.mark.parametrize(
    ("settings", "absent", "offered"),
    [
        ({"delay": 1}, False, True),
        ({"delay": None}, False, False),
        ({"delay": None, "absence": say.Absence(60, "substitute")}, False, False),
        ({"delay": None, "absence": say.Absence(60, "substitute")}, True, True),
        ({"delay": None, "absence": say.Absence(60, "pass")}, True, False),
    ],
)
def test_guests_are_offered_what_can_be_watched_or_where_somebody_is_missing(
    settings: dict[str, object], absent: bool, offered: bool
) -> None:
    bench = begun(**settings)  # type: ignore[arg-type]
    core = bench.room._core
    places = tuple(
        msgspec.structs.replace(seat, absent=absent and number == 1)
        for number, seat in enumerate(core.image.seats)
    )
    core.image = msgspec.structs.replace(core.image, seats=places)
    assert bench.room.is_open_to_guests is offered


def test_before_the_match_guests_can_only_sit_down() -> None:
    bench = Bench()
    bench.open()
    assert not bench.room.is_open_to_guests
