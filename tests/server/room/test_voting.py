from game.protocol import messages as say
from game.protocol.refusals import Refused
from tests.server.room.test_timing import clock, restarted
from tests.support.rooms import ANN, BOB, Bench, begun, code_of


def wants(bench: Bench, matter: say.Matter, *members: object, agree: bool = True) -> None:
    for member in members:
        answer = bench.ask(member, say.SetVote("r1", bench.room.info().turn, matter, agree))  # type: ignore[arg-type]
        assert isinstance(answer, say.Done)


def test_a_pause_needs_everybody_and_ends_with_anybody() -> None:
    bench = begun(timer=60)
    bench.now += 10_000
    wants(bench, "pause", ANN)
    assert not bench.room.info().paused
    wants(bench, "pause", BOB)
    assert bench.room.info().paused
    bench.now += 10**6
    assert isinstance(bench.save(ANN, ()), say.Done)
    wants(bench, "pause", ANN, agree=False)
    assert not bench.room.info().paused
    assert clock(bench).left == 50_000
    assert not any(bench.room.image.pausing), "a new pause is asked for anew"


def test_a_paused_match_is_paused_after_a_restart() -> None:
    bench = begun(timer=60)
    wants(bench, "pause", ANN, BOB)
    back = restarted(bench, 10**6)
    assert back.room.info().paused
    assert back.left() == 60_000


def test_a_paused_turn_closes_when_all_are_ready() -> None:
    bench = begun(timer=60)
    wants(bench, "pause", ANN, BOB)
    bench.ready(ANN)
    bench.ready(BOB)
    assert bench.room.image.number == 1


def test_a_turn_gets_as_much_time_again_and_the_votes_are_gone() -> None:
    bench = begun(timer=60)
    bench.now += 10_000
    wants(bench, "extend", ANN, BOB)
    assert clock(bench).left == 110_000
    assert not any(bench.room.image.extending)


def test_without_a_clock_there_is_nothing_to_pause_or_extend() -> None:
    bench = begun()
    assert code_of(bench.ask(ANN, say.SetVote("r1", 1, "pause", True))) == Refused.NO_CLOCK
    assert code_of(bench.ask(ANN, say.SetVote("r1", 1, "extend", True))) == Refused.NO_CLOCK


def test_a_paused_turn_cannot_be_extended() -> None:
    bench = begun(timer=60)
    wants(bench, "pause", ANN, BOB)
    assert code_of(bench.ask(ANN, say.SetVote("r1", 1, "extend", True))) == Refused.PAUSED
