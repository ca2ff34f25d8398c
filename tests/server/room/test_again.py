import pytest
from msgspec.structs import replace

from game.protocol import messages as say
from game.protocol.refusals import Refused
from game.rules.ids import Seat
from server.room.before import SEAT_HELD
from server.room.effects import Ask
from server.room.image import Rematched, Substitute
from server.room.room import Room
from tests.server.room.test_timing import restarted
from tests.support.rooms import ANN, BOB, EVE, Bench, begun, code_of, content, seat_of, setup, wall


def over() -> Bench:
    bench = begun()
    for member in (ANN, BOB):
        bench.vote(member)
    assert bench.room.image.phase == say.OVER
    return bench


def ask(bench: Bench, member: int, person: int = 0) -> None:
    asker = {1: ANN, 2: BOB, 3: EVE}[member]
    bench.carry_out(bench.room.receive(Ask(asker, 99, say.Rematch("r1"), person), bench.now))


def again(bench: Bench) -> Bench:
    """The room of the rematch, made for Ann."""
    plans = (say.SeatPlan("sra", say.YOU), say.SeatPlan("occ", say.OPEN))
    made = replace(setup(plans), id="r1")
    new = Bench(room=Room.again(made, bench.room.image, content(), bench.mint, wall))
    new.open()
    return new


def test_the_first_names_the_room_and_all_who_are_here_hear_of_it() -> None:
    bench = over()
    ask(bench, ANN)
    (reopen,) = bench.reopened
    assert (reopen.seat, reopen.name, len(reopen.room)) == (0, "Ann", 16)
    assert bench.records == [Rematched(reopen.room)]
    assert bench.heard(BOB, say.RoomChanged)[-1].room.rematch == reopen.room
    ask(bench, BOB)
    assert [(one.name, one.room) for one in bench.reopened] == [("Ann", reopen.room), ("Bob", reopen.room)]
    assert bench.stored_image() == bench.room.image


def test_a_match_that_runs_is_not_played_again_and_a_stranger_asks_in_vain() -> None:
    assert code_of(begun().ask(ANN, say.Rematch("r1"))) == Refused.NOT_OVER
    assert code_of(over().ask(EVE, say.Rematch("r1"))) == Refused.NOT_SEATED


def test_a_known_person_asks_also_after_the_room_was_let_go() -> None:
    bench = over()
    seats = tuple(replace(seat, person=n + 7) for n, seat in enumerate(bench.room.image.seats))
    bench.room = Room(replace(bench.room.image, seats=seats), content(), bench.mint, wall)
    ask(bench, EVE, person=8)
    assert (bench.reopened[0].seat, bench.reopened[0].name) == (1, "Bob")
    assert bench.closed, "nobody is here: it is let go again"


def test_who_has_moved_is_no_longer_here_and_the_last_one_closes_the_door() -> None:
    bench = over()
    bench.carry_out(bench.room.moved(ANN))
    assert (bench.room.members, bench.closed) == ((BOB,), False)
    bench.carry_out(bench.room.moved(BOB))
    assert bench.closed


def test_a_room_that_is_gone_is_named_anew() -> None:
    bench = over()
    ask(bench, ANN)
    (first,) = bench.reopened
    bench.carry_out(bench.room.anew(first))
    assert bench.reopened[-1].room != first.room
    assert bench.room.image.rematch == bench.reopened[-1].room


def test_seats_are_kept_for_those_who_had_them() -> None:
    new = again(over())
    assert not new.room.is_joinable
    assert [chair.kept_for for chair in new.room.info().seats] == ["", "Bob"]
    assert (new.room.info().seats[1].player, new.room.info().seats[1].name) == (say.OPEN, "")
    for answer in (new.join(EVE, "Eve"), new.join(EVE, "Eve", 1), new.ask(ANN, say.Sit("r1", 1))):
        assert code_of(answer) == Refused.SEAT_KEPT
        assert isinstance(answer, say.Declined)
        assert answer.refusals[0].parameters == {"owner": "Bob"}
    new.carry_out(new.room.rejoin(Ask(BOB, 99, say.Rematch("r1")), Seat(1), "Bob", new.now))
    assert seat_of(new.sent[BOB][0]) == 1
    assert [chair.kept_for for chair in new.room.info().seats] == ["", ""]
    assert new.stored_image() == new.room.image


def test_a_seat_is_kept_for_a_substitute_who_played_it_to_the_end() -> None:
    bench = over()
    ann, bob = bench.room.image.seats
    stood_in = replace(bob, substitute=Substitute("Zoe", (b"",)))
    bench.room = Room(replace(bench.room.image, seats=(ann, stood_in)), content(), bench.mint, wall)
    assert again(bench).room.info().seats[1].kept_for == "Zoe"


@pytest.mark.parametrize("player", [say.OPEN, "greedy"])
def test_the_owner_may_give_a_kept_seat_away(player: str) -> None:
    new = again(over())
    assert isinstance(new.ask(ANN, say.FillSeat("r1", 1, player)), say.Done)
    new.ask(ANN, say.FillSeat("r1", 1, say.OPEN))
    assert new.room.info().seats[1].kept_for == ""
    assert new.room.is_joinable
    assert new.stored_image() == new.room.image
    assert seat_of(new.join(EVE, "Eve")) == 1


def test_after_a_while_the_seats_are_open() -> None:
    new = again(over())
    (timer,) = new.timers
    assert (timer.name, timer.milliseconds) == ("reserved", SEAT_HELD)
    new.fire(timer)
    assert new.room.is_joinable
    assert new.room.info().seats[1].kept_for == ""
    assert seat_of(new.join(EVE, "Eve")) == 1
    new.carry_out(new.room.rejoin(Ask(BOB, 99, say.Rematch("r1")), Seat(1), "Bob", new.now))
    assert code_of(new.sent[BOB][-1]) == Refused.ROOM_FULL


def test_who_was_shown_out_before_stays_out() -> None:
    bench = over()
    bench.room = Room(replace(bench.room.image, barred=("eve",)), content(), bench.mint, wall)
    new = again(bench)
    new.fire(new.timers[0])
    assert code_of(new.join(EVE, "Eve")) == Refused.KICKED


@pytest.mark.parametrize("begins", [False, True])
def test_nobody_follows_twice_or_into_a_match_that_has_begun(begins: bool) -> None:
    new = again(over())
    new.carry_out(new.room.rejoin(Ask(BOB, 99, say.Rematch("r1")), Seat(1), "Bob", new.now))
    if begins:
        new.ask(BOB, say.SetLobbyReady("r1", ready=True))
        new.ask(ANN, say.StartMatch("r1"))
    new.carry_out(new.room.rejoin(Ask(BOB, 98, say.Rematch("r1")), Seat(1), "Bob", new.now))
    declined = new.heard(BOB, say.Declined)[-1]
    assert declined.refusals[0].code == (Refused.ALREADY_BEGUN if begins else Refused.ALREADY_SEATED)


def test_the_seats_are_kept_also_after_a_restart() -> None:
    back = restarted(again(over()), 1_000)
    reserved = [timer for timer in back.timers if timer.name == "reserved"]
    assert [timer.milliseconds for timer in reserved] == [SEAT_HELD]
    assert back.room.info().seats[1].kept_for == "Bob"
    assert code_of(back.join(EVE, "Eve")) == Refused.SEAT_KEPT
    back.carry_out(back.room.rejoin(Ask(BOB, 99, say.Rematch("r1")), Seat(1), "Bob", back.now))
    assert seat_of(back.sent[BOB][0]) == 1


def test_seats_that_were_opened_or_taken_are_not_kept_after_a_restart() -> None:
    new = again(over())
    new.fire(new.timers[0])
    assert restarted(new, 1_000).room.is_joinable
    left = again(over())
    left.carry_out(left.room.rejoin(Ask(BOB, 99, say.Rematch("r1")), Seat(1), "Bob", left.now))
    left.ask(BOB, say.LeaveRoom("r1"))
    assert restarted(left, 1_000).room.is_joinable


def test_who_asks_for_the_rematch_again_after_a_restart_has_the_seat_they_had() -> None:
    new = again(over())
    rematch = Ask(BOB, 99, say.Rematch("r1"), asked=b"bob:99")
    new.carry_out(new.room.rejoin(rematch, Seat(1), "Bob", new.now))
    back = restarted(new, 1_000)
    back.carry_out(back.room.rejoin(rematch, Seat(1), "Bob", back.now))
    assert seat_of(back.heard(BOB, say.Seated)[-1]) == 1
    token = back.heard(BOB, say.Seated)[-1].token
    assert seat_of(back.ask(EVE, say.ResumeSeat("r1", token))) == 1
