import pytest
from msgspec.structs import replace

from game.link.match_copy import MatchCopy, OutOfStepError
from game.protocol.messages import Begin, Pin, Turned, Update
from game.rules.ids import District, Seat
from game.rules.orders import NO_ORDERS
from tests.support.rooms import ANN, BOB, Bench, begun


def play(bench: Bench, turn: int) -> Update:
    bench.ready(ANN, turn)
    bench.ready(BOB, turn)
    return bench.heard(ANN, Update)[-1]


def copy_of(bench: Bench) -> MatchCopy:
    return MatchCopy(bench.heard(ANN, Begin)[0])


def test_a_copy_follows_the_match() -> None:
    bench = begun()
    copy = copy_of(bench)
    for turn in (1, 2):
        assert copy.update(play(bench, turn))
    assert bench.room.image.state is not None
    assert copy.view.public == bench.room.image.state.public
    assert (copy.turn, copy.seat, sorted(copy.ledgers)) == (3, Seat(0), [1, 2])


def test_a_played_turn_clears_the_slate_and_who_is_ready() -> None:
    bench = begun()
    copy = copy_of(bench)
    copy.ready = (True, False)
    copy.vote("end", (True, False))
    copy.pin(Seat(1), (Pin("care", District(3)),))
    copy.update(play(bench, 1))
    assert (copy.slate, copy.ready, copy.votes["end"]) == (NO_ORDERS, (False, False), (False, False))
    assert copy.pins == ((), ())


def test_a_seats_pins_stand_in_place_of_those_before() -> None:
    copy = copy_of(begun())
    one, other = Pin("care", District(3)), Pin("build", District(4))
    copy.pin(Seat(1), (one,))
    copy.pin(Seat(0), (one,))
    copy.pin(Seat(1), (other, one))
    assert copy.pins == ((one,), (other, one))


def test_a_snapshot_brings_pins_and_votes() -> None:
    begin = begun().heard(ANN, Begin)[0]
    pins = ((), (Pin("care", District(3)),))
    copy = MatchCopy(replace(begin, votes=(True, False), pins=pins))
    assert (copy.votes["end"], copy.pins) == ((True, False), pins)


def test_a_match_that_ends_by_agreement_is_followed_to_its_end() -> None:
    bench = begun()
    copy = copy_of(bench)
    bench.vote(ANN)
    bench.vote(BOB)
    assert copy.update(bench.heard(ANN, Update)[-1])
    assert copy.view.public.outcome is not None
    assert copy.turn == 1


def test_an_update_twice_is_ignored() -> None:
    bench = begun()
    copy = copy_of(bench)
    update = play(bench, 1)
    assert copy.update(update)
    assert not copy.update(update)


def test_a_gap_is_out_of_step_once() -> None:
    bench = begun()
    copy = copy_of(bench)
    play(bench, 1)
    late = play(bench, 2)
    with pytest.raises(OutOfStepError, match="after 0"):
        copy.update(late)
    assert not copy.update(late)


@pytest.mark.parametrize("patch", [{1: {0: [99]}}, {7: [1]}, {1: {0: {5: [1]}}}, {1: [3]}, {1: {0: []}}])
def test_a_patch_that_does_not_fit_is_out_of_step_and_a_snapshot_mends_it(patch: dict[int, object]) -> None:
    bench = begun()
    copy = copy_of(bench)
    update = play(bench, 1)
    before = copy.view
    with pytest.raises(OutOfStepError):
        copy.update(replace(update, patch=patch))
    assert copy.view == before
    snapshot = replace(bench.room._turns.snapshot(Seat(0)), missed=(Turned(1, update.ledger),))
    copy.renew(snapshot)
    assert copy.turn == 2
    assert copy.update(play(bench, 2))
