from server.room.clock import LEAST_AFTER_RESTART, TurnClock


def test_a_turn_is_up_when_its_time_has_passed() -> None:
    clock = TurnClock(60)
    assert clock.start(1000) == 60_000
    assert (clock.left(31_000), clock.is_up(60_999), clock.is_up(61_000)) == (30_000, False, True)
    assert clock.left(99_000) == 0


def test_without_a_timer_nothing_runs() -> None:
    clock = TurnClock(None)
    assert clock.start(0) is None
    assert clock.start_again(0, 5) is None
    assert (clock.runs, clock.left(10**9), clock.is_up(10**9)) == (False, None, False)


def test_a_stopped_clock_is_never_up() -> None:
    clock = TurnClock(60)
    clock.start(0)
    clock.stop()
    assert (clock.runs, clock.is_up(10**9)) == (False, False)


def test_after_a_restart_the_time_that_passed_counts_but_some_is_left() -> None:
    clock = TurnClock(60)
    assert clock.start_again(0, 20_000) == 40_000
    assert clock.start_again(0, 10**9) == LEAST_AFTER_RESTART
    assert clock.start_again(0, -5) == 60_000
    assert TurnClock(5).start_again(0, 10**9) == 5000
