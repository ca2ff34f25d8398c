from game.protocol import messages as say
from game.protocol.refusals import Refused
from server.room.effects import StartTimer
from server.room.room import Room
from tests.support.rooms import ANN, BOB, Bench, begun, code_of, content, wall


def turn_timer(bench: Bench) -> StartTimer:
    """The timer that was started last for a turn."""
    return [timer for timer in bench.timers if timer.name.startswith("turn")][-1]


def clock(bench: Bench) -> say.Clock:
    return bench.heard(ANN, say.Clock)[-1]


def restarted(bench: Bench, after: int) -> Bench:
    """The room as the journal brings it back, so many milliseconds later."""
    back = Bench(room=Room(bench.stored_image(), content(), bench.mint, wall))
    back.now = bench.now + after
    back.carry_out(back.room.restored(back.now))
    return back


def test_a_turn_goes_on_by_the_banks_until_all_are_used_up() -> None:
    bench = begun(timer=60, bank=30)
    bench.ready(ANN)
    bench.now += 60_000
    bench.fire(turn_timer(bench))
    assert clock(bench).overtime
    assert clock(bench).left == 30_000
    assert isinstance(bench.save(BOB, ()), say.Done)
    bench.now += 30_000
    assert code_of(bench.save(BOB, ())) == Refused.LATE
    bench.fire(turn_timer(bench))
    assert bench.room.image.number == 1
    assert bench.room.image.banks == (30_000, 0)


def test_who_gets_ready_in_overtime_keeps_what_is_left() -> None:
    bench = begun(timer=60, bank=30)
    bench.ready(ANN)
    bench.now += 60_000
    bench.fire(turn_timer(bench))
    bench.now += 10_000
    bench.ready(BOB)
    assert bench.room.image.number == 1
    assert bench.room.image.banks == (30_000, 20_000)


def test_overtime_survives_a_restart() -> None:
    bench = begun(timer=60, bank=30)
    bench.ready(ANN)
    bench.now += 60_000
    bench.fire(turn_timer(bench))
    back = restarted(bench, 5_000)
    assert turn_timer(back).milliseconds == 25_000
    late = restarted(bench, 10**7)
    assert turn_timer(late).milliseconds == 15_000


def test_a_connection_lost_just_before_the_end_gets_its_grace_once() -> None:
    bench = begun(timer=60, grace=15)
    bench.ready(ANN)
    bench.now += 55_000
    bench.carry_out(bench.room.dropped(BOB, bench.now))
    bench.now += 5_000
    bench.fire(turn_timer(bench))
    assert bench.room.image.number == 0
    assert clock(bench).left == 10_000
    bench.now += 10_000
    bench.fire(turn_timer(bench))
    assert bench.room.image.number == 1


def test_what_comes_at_the_instant_of_the_deadline_is_late() -> None:
    bench = begun(timer=60)
    bench.now += 59_999
    assert isinstance(bench.save(ANN, ()), say.Done)
    bench.now += 1
    assert code_of(bench.save(ANN, ())) == Refused.LATE


def test_a_restart_keeps_the_deadline() -> None:
    bench = begun(timer=60)
    assert turn_timer(restarted(bench, 20_000)).milliseconds == 40_000


def test_a_calendar_keeps_its_grid_when_a_turn_ends_early() -> None:
    daily = say.Calendar(24, active_from=8, active_to=20)
    bench = begun(calendar=daily)
    first = bench.room.image.deadline
    assert first > wall(bench.now)
    bench.now += 3_600_000
    bench.ready(ANN)
    bench.ready(BOB)
    assert bench.room.image.number == 1
    assert bench.room.image.deadline == first + 24 * 3_600_000


def test_the_server_holds_a_match_and_lets_it_go_on() -> None:
    bench = begun(timer=60)
    bench.now += 20_000
    bench.carry_out(bench.room.hold(bench.now, on=True))
    assert clock(bench).paused
    bench.now += 10**6
    assert isinstance(bench.save(ANN, ()), say.Done)
    bench.carry_out(bench.room.hold(bench.now, on=False))
    assert (clock(bench).paused, clock(bench).left) == (False, 40_000)
