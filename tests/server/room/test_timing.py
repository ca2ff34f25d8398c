from msgspec.structs import replace

from game.protocol import messages as say
from game.protocol.refusals import Refused
from server.room.effects import StartTimer
from server.room.room import Room
from tests.support.rooms import ANN, BOB, EVE, Bench, begun, code_of, content, wall


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


def test_a_turn_waits_for_lost_connections_only_once() -> None:
    bench = begun(timer=60, grace=15)
    bench.ready(ANN)
    bench.now += 50_000
    bench.carry_out(bench.room.dropped(BOB, bench.now))
    bench.now += 10_000
    bench.fire(turn_timer(bench))
    assert clock(bench).left == 5_000
    bench.ask(EVE, say.ResumeSeat("r1", bench.heard(BOB, say.Seated)[0].token))
    bench.now += 4_000
    bench.carry_out(bench.room.dropped(EVE, bench.now))
    bench.now += 1_000
    bench.fire(turn_timer(bench))
    assert bench.room.image.number == 1


def test_who_is_back_or_ready_needs_no_grace() -> None:
    bench = begun(timer=60, grace=15)
    bench.ready(ANN)
    bench.now += 55_000
    bench.carry_out(bench.room.dropped(ANN, bench.now))
    bench.carry_out(bench.room.dropped(BOB, bench.now))
    bench.ask(EVE, say.ResumeSeat("r1", bench.heard(BOB, say.Seated)[0].token))
    bench.now += 5_000
    bench.fire(turn_timer(bench))
    assert bench.room.image.number == 1


def test_banks_follow_the_grace() -> None:
    bench = begun(timer=60, grace=15, bank=30)
    bench.ready(ANN)
    bench.now += 60_000
    bench.carry_out(bench.room.dropped(BOB, bench.now - 5_000))
    bench.fire(turn_timer(bench))
    assert (clock(bench).left, clock(bench).overtime) == (10_000, False)
    bench.now += 10_000
    bench.fire(turn_timer(bench))
    assert (clock(bench).left, clock(bench).overtime) == (30_000, True)


def test_what_comes_when_the_time_is_up_starts_the_bank_before_any_timer_does() -> None:
    bench = begun(timer=60, bank=30)
    bench.now += 60_004
    assert isinstance(bench.save(BOB, ()), say.Done)
    assert clock(bench).overtime
    assert clock(bench).left == 29_996


def test_in_overtime_the_turn_lasts_as_long_as_the_longest_bank_of_those_who_are_not_ready() -> None:
    bench = begun(timer=60, bank=30)
    bench.ready(ANN)
    bench.now += 60_000
    bench.fire(turn_timer(bench))
    bench.now += 20_000
    bench.ready(BOB)
    assert bench.room.image.banks == (30_000, 10_000)
    bench.now += 60_000
    bench.fire(turn_timer(bench))
    assert clock(bench).left == 30_000
    bench.now += 4_000
    bench.ready(ANN, 2)
    assert (clock(bench).left, clock(bench).banks) == (6_000, (26_000, 6_000))
    bench.ready(ANN, 2, ready=False)
    assert clock(bench).left == 26_000


def test_a_pause_in_overtime_stops_the_banks() -> None:
    bench = begun(timer=60, bank=30)
    bench.ready(ANN)
    bench.now += 60_000
    bench.fire(turn_timer(bench))
    bench.now += 10_000
    bench.carry_out(bench.room.hold(bench.now, on=True))
    back = restarted(bench, 10**6)
    assert (back.left(), back.room.image.banks) == (20_000, (30_000, 20_000))
    back.carry_out(back.room.hold(back.now, on=False))
    assert (back.left(), back.room.image.overtime) == (20_000, True)


def test_a_turn_stored_by_an_earlier_version_without_a_deadline_gets_a_whole_one() -> None:
    bench = begun(timer=60)
    old = replace(bench.stored_image(), deadline=0)
    back = Bench(room=Room(old, content(), bench.mint, wall))
    back.carry_out(back.room.restored(back.now))
    assert back.left() == 60_000


def test_the_turn_after_the_one_in_which_a_match_was_held_begins_held() -> None:
    bench = begun(timer=60)
    bench.carry_out(bench.room.hold(bench.now, on=True))
    bench.now += 10**6
    bench.ready(ANN)
    bench.ready(BOB)
    assert bench.room.info().paused
    assert bench.left() == 60_000
    bench.carry_out(bench.room.hold(bench.now, on=False))
    assert clock(bench) == say.Clock("r1", 2, 60_000)


def test_players_do_not_undo_what_those_who_run_the_server_want() -> None:
    bench = begun(timer=60)
    bench.carry_out(bench.room.hold(bench.now, on=True))
    assert isinstance(bench.ask(ANN, say.SetVote("r1", 1, "pause", False)), say.Done)
    assert bench.room.info().paused
    for member in (ANN, BOB):
        bench.ask(member, say.SetVote("r1", 1, "pause", True))
    bench.carry_out(bench.room.hold(bench.now, on=False))
    assert bench.room.info().paused, "the players want it now"


def test_a_match_without_a_clock_cannot_be_held() -> None:
    bench = begun()
    assert bench.room.hold(bench.now, on=True) == []
