import msgspec

from game.protocol import messages as say
from game.protocol.refusals import Refused
from server.room.effects import Ask, StartTimer
from server.room.room import Room
from server.room.tokens import digest
from tests.server.room.test_timing import restarted
from tests.support.rooms import (
    ANN,
    BOB,
    EVE,
    YOU_AND_OPEN,
    Bench,
    begun,
    code_of,
    content,
    own_campaign,
    seat_of,
    wall,
)


def test_a_seat_is_resumed_by_its_token_and_the_old_connection_is_told() -> None:
    bench = begun(timer=60)
    token = bench.heard(ANN, say.Seated)[0].token
    slate = own_campaign(bench, 0)
    bench.save(ANN, slate)
    bench.now += 10_000
    answer = bench.ask(EVE, say.ResumeSeat("r1", token))
    assert isinstance(answer, say.Seated)
    assert (answer.seat, answer.token != token) == (0, True)
    assert bench.heard(ANN, say.TakenOver) == [say.TakenOver("r1")]
    (begin,) = bench.heard(EVE, say.Begin)
    assert begin.slate == slate
    assert bench.heard(EVE, say.Clock) == [say.Clock("r1", 1, 50_000)]
    assert code_of(bench.save(ANN, ())) == Refused.NOT_SEATED


def test_a_resume_asks_for_the_ledgers_that_were_missed() -> None:
    bench = begun()
    token = bench.heard(ANN, say.Seated)[0].token
    bench.ready(ANN)
    bench.ready(BOB)
    bench.ask(EVE, say.ResumeSeat("r1", token, 0))
    assert bench.recalls[0].after == 0
    assert bench.recalls[0].begin.number == 1


def test_a_token_is_stored_as_a_digest_and_void_once_the_newer_one_is_used() -> None:
    bench = begun()
    first = bench.heard(ANN, say.Seated)[0].token
    bench.ask(EVE, say.ResumeSeat("r1", first))
    second = bench.heard(EVE, say.Seated)[-1].token
    assert bench.room.image.seats[0].tokens == (digest(first), digest(second))
    assert first.encode() not in msgspec.msgpack.encode(bench.room.image)
    bench.ask(EVE, say.ResumeSeat("r1", first))
    third = bench.heard(EVE, say.Seated)[-1].token
    assert code_of(bench.ask(BOB, say.ResumeSeat("r1", second))) == Refused.BAD_TOKEN
    bench.ask(EVE, say.ResumeSeat("r1", third))
    assert code_of(bench.ask(BOB, say.ResumeSeat("r1", first))) == Refused.BAD_TOKEN


def test_a_resume_over_the_same_connection_takes_nothing_over() -> None:
    bench = begun()
    bench.ask(ANN, say.ResumeSeat("r1", bench.heard(ANN, say.Seated)[0].token))
    assert not bench.heard(ANN, say.TakenOver)
    assert isinstance(bench.ready(ANN), say.Done)


def test_what_is_stored_is_the_whole_room() -> None:
    bench = begun(timer=60)
    bench.save(ANN, own_campaign(bench, 0))
    bench.ready(BOB)
    assert bench.stored_image() == bench.room.image
    back = Bench(room=Room(bench.stored_image(), content(), bench.mint, wall))
    back.carry_out(back.room.restored(back.now + 20_000))
    assert turn_timer(back).milliseconds == 40_000
    token = bench.heard(ANN, say.Seated)[0].token
    assert seat_of(back.ask(ANN, say.ResumeSeat("r1", token))) == 0
    back.ready(ANN)
    bench.ready(ANN)
    assert back.room.image.state == bench.room.image.state


def test_a_restored_turn_leaves_time_to_come_back() -> None:
    bench = begun(timer=60)
    back = Bench(room=Room(bench.stored_image(), content(), bench.mint, wall))
    back.carry_out(back.room.restored(back.now + 10**9))
    assert turn_timer(back).milliseconds == 15_000


def test_a_restored_lobby_holds_its_seats() -> None:
    bench = Bench()
    bench.open()
    back = Bench(room=Room(bench.stored_image(), content(), bench.mint, wall))
    back.carry_out(back.room.restored(back.now))
    back.fire(back.timers[0])
    assert back.closed


def test_two_chapters_of_a_faction_can_play() -> None:
    plans = (say.SeatPlan("sra", say.YOU), say.SeatPlan("sra", say.OPEN))
    match = begun(plans).heard(ANN, say.Begin)[0].match
    assert [(s.faction, s.chapter) for s in match.seating] == [("sra", 1), ("sra", 2)]


def test_the_list_of_rooms_does_not_show_the_code() -> None:
    room = Bench(YOU_AND_OPEN).room
    assert room.info().code == "CODE23"
    assert room.info(with_code=False).code == ""


def turn_timer(bench: Bench) -> StartTimer:
    """The timer of the turn being planned."""
    return next(timer for timer in bench.timers if timer.name.startswith("turn"))


def test_a_command_that_seated_somebody_is_answered_again_with_that_seat() -> None:
    bench = Bench()
    made = Ask(ANN, 1, say.CreateRoom("Ann", "A room", "grid", YOU_AND_OPEN, "short"), asked=b"ann:1")
    joined = Ask(BOB, 7, say.JoinRoom("Bob", "r1"), asked=b"bob:7")
    bench.carry_out(bench.room.opened(made, "Ann"))
    bench.carry_out(bench.room.receive(joined, bench.now))
    back = restarted(bench, 1_000)
    for ask in (made, joined):
        back.carry_out(back.room.receive(ask, back.now))
    assert [seat_of(back.sent[member][0]) for member in (ANN, BOB)] == [0, 1]
    assert [seat.name for seat in back.room.info().seats] == ["Ann", "Bob"]
    strange = Ask(EVE, 1, made.act, asked=b"eve:1")
    back.carry_out(back.room.receive(strange, back.now))
    assert code_of(back.sent[EVE][-1]) == Refused.NOT_SEATED
