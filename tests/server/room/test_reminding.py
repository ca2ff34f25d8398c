from game.protocol import messages as say
from server.room.effects import StartTimer
from tests.server.room.test_absence import PASS, lost
from tests.support.rooms import ANN, BOB, YOU_AND_COMPUTER, Bench, begun

HOOK = "https://example.org/hook"
HOUR = 3_600_000
DAILY = say.Calendar(24)


def causes(bench: Bench) -> list[tuple[str, tuple[int, ...]]]:
    return [(reminder.cause, reminder.seats) for reminder in bench.reminders]


def near(bench: Bench) -> StartTimer:
    return [timer for timer in bench.timers if timer.name.startswith("near")][-1]


def test_a_room_without_a_webhook_reminds_nobody() -> None:
    bench = begun(calendar=DAILY)
    bench.ready(ANN)
    assert bench.reminders == []
    assert not any(timer.name.startswith("near") for timer in bench.timers)


def test_everybody_is_told_that_a_turn_has_begun_and_how_long_it_lasts() -> None:
    bench = begun(timer=60, webhook=HOOK)
    assert causes(bench) == [("turn", (0, 1))]
    assert (bench.reminders[0].turn, bench.reminders[0].left) == (1, 60_000)
    assert begun(webhook=HOOK).reminders[0].left is None


def test_the_last_one_is_told_so_once_a_turn() -> None:
    bench = begun(webhook=HOOK)
    bench.ready(ANN)
    bench.ready(ANN, ready=False)
    bench.ready(ANN)
    assert causes(bench)[1:] == [("last", (1,))]
    bench.ready(BOB)
    bench.ready(BOB, turn=2)
    assert causes(bench)[2:] == [("turn", (0, 1)), ("last", (0,))]


def test_who_plays_alone_is_never_the_last() -> None:
    assert causes(begun(YOU_AND_COMPUTER, webhook=HOOK)) == [("turn", (0,))]
    bench = begun(absence=PASS, webhook=HOOK)
    lost(bench, BOB)
    assert causes(bench) == [("turn", (0, 1))]


def test_two_hours_before_a_deadline_those_are_told_who_are_not_ready() -> None:
    bench = begun(calendar=DAILY, webhook=HOOK)
    left = bench.room.left(bench.now)
    assert left is not None
    assert near(bench).milliseconds == left - 2 * HOUR
    bench.ready(BOB)
    bench.now += left - 2 * HOUR
    bench.fire(near(bench))
    bench.fire(near(bench))
    assert causes(bench)[-1] == ("two_hours", (0,))
    assert len(bench.reminders) == 3
    assert bench.reminders[-1].left == 2 * HOUR


def test_a_deadline_that_was_moved_is_looked_at_again_later() -> None:
    bench = begun(calendar=DAILY, webhook=HOOK)
    first = near(bench)
    for member in (ANN, BOB):
        bench.ask(member, say.SetVote("r1", 1, "extend", True))
    bench.now += first.milliseconds
    bench.fire(first)
    assert near(bench).milliseconds == 24 * HOUR
    bench.now += 24 * HOUR
    bench.fire(near(bench))
    assert causes(bench)[-1] == ("two_hours", (0, 1))


def test_a_paused_match_is_looked_at_again_and_reminds_nobody() -> None:
    bench = begun(calendar=DAILY, webhook=HOOK)
    bench.carry_out(bench.room.hold(bench.now, on=True))
    first = near(bench)
    bench.now += first.milliseconds
    bench.fire(first)
    assert causes(bench) == [("turn", (0, 1))]
    assert near(bench) is not first
