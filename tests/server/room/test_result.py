from game.protocol import messages as say
from game.rules.ids import Seat
from server.room.effects import Ask, Finished, Store
from server.room.result import SeatResult, result_of
from tests.support.rooms import ANN, BOB, WITH_NEUTRAL, Bench, begun


def ended(bench: Bench) -> Bench:
    bench.vote(ANN)
    bench.vote(BOB)
    return bench


def test_a_match_that_runs_has_no_result() -> None:
    assert result_of(Bench().room.image) is None
    assert result_of(begun().room.image) is None


def test_the_result_is_told_once_right_after_the_end_is_on_disk() -> None:
    bench = begun()
    bench.vote(ANN)
    effects = bench.room.receive(Ask(BOB, 99, say.SetVote("r1", 1, "end", agree=True)), bench.now)
    stores = [n for n, effect in enumerate(effects) if isinstance(effect, Store)]
    told = [n for n, effect in enumerate(effects) if isinstance(effect, Finished)]
    assert told == [stores[-1] + 1]
    assert bench.room.image.phase == say.OVER


def test_a_result_says_of_each_seat_who_had_it_and_how_it_ended() -> None:
    bench = begun(WITH_NEUTRAL, unranked=(Seat(2),))
    (finished,) = ended(bench).finished
    result = finished.result
    assert (result.room, result.mode, result.seeded, result.ending) == ("r1", "free", False, "agreed")
    assert [seat.name for seat in result.seats] == ["Ann", "Bob", ""]
    assert [seat.ranked for seat in result.seats] == [True, True, False]
    assert result.seats[2] == SeatResult(0, "", 0, False, False, 2, 0, 0)
    assert result == result_of(bench.room.image)


def test_who_resigned_is_still_named_in_the_result() -> None:
    bench = begun()
    bench.resign(BOB)
    bench.resign(ANN)
    (finished,) = bench.finished
    assert [(seat.name, seat.resigned) for seat in finished.result.seats] == [("Ann", True), ("Bob", True)]


def test_who_lost_together_has_no_place() -> None:
    bench = ended(begun(mode="common_cause"))
    (finished,) = bench.finished
    assert finished.result.ending == "failed"
    assert [seat.place for seat in finished.result.seats] == [0, 0]
