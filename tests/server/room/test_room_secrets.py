"""What a seat hides shows in nobody else's stream: mandates until the end, draws until they are revealed."""

from typing import Any

from msgspec.structs import replace

from game.protocol import messages as say
from game.protocol.codec import encode
from game.rules.ids import Seat
from game.rules.state import State
from game.rules.view import View, apply, view_of
from server.room.effects import Member
from server.room.room import Room
from tests.support.matches import random_slates
from tests.support.rooms import ANN, BOB, EVE, YOU_AND_OPEN, Bench, begun, content, own_campaign, wall

THREE = (*YOU_AND_OPEN, say.SeatPlan("ca", "greedy"))


def with_secret(**changes: Any) -> Bench:
    """A room at its first turn with that secret, brought back from the journal; Ann and Bob have come back."""
    bench = begun(THREE)
    image = bench.room.image
    secret = replace(state(bench).secret, **changes)
    changed = replace(image, state=replace(state(bench), secret=secret))
    back = Bench(room=Room(changed, content(), bench.mint, wall))
    for member in (ANN, BOB):
        back.ask(member, say.ResumeSeat("r1", bench.heard(member, say.Seated)[0].token))
    return back


def state(bench: Bench) -> State:
    assert bench.room.image.state is not None
    return bench.room.image.state


def play(bench: Bench, turns: int = 99) -> None:
    """Random legal slates, the same in equal positions, until the end or for so many turns."""
    for turn in range(1, turns + 1):
        if bench.room.image.phase == say.OVER:
            return
        slates = random_slates(bench.room._core.board, state(bench).public, 5)
        for member, seat in ((ANN, 0), (BOB, 1)):
            bench.save(member, slates[seat], turn)
            bench.ready(member, turn)
        bench.carry_out(bench.room.thought(Seat(2), turn, slates[2], bench.now))


def stream(bench: Bench) -> list[bytes]:
    return [encode(message) for message in bench.sent[ANN]]


def view_at_the_end(bench: Bench, member: Member) -> View:
    view = bench.heard(member, say.Begin)[-1].view
    for update in bench.heard(member, say.Update):
        view = apply(view, update.patch)
    return view


def test_the_mandates_of_others_show_in_no_byte_before_the_end() -> None:
    own, bobs, thirds = state(begun(THREE)).secret.mandates
    plain, other = with_secret(), with_secret(mandates=(own, thirds, bobs))
    assert bobs != thirds
    play(plain)
    play(other)
    assert len(plain.heard(ANN, say.Update)) > 6, "two Councils and Galas went by"
    last = next(n for n, message in enumerate(plain.sent[ANN]) if message == plain.heard(ANN, say.Update)[-1])
    assert stream(plain)[:last] == stream(other)[:last]
    assert stream(plain)[last] != stream(other)[last]


def test_the_end_reveals_every_mandate_to_everybody() -> None:
    bench = with_secret()
    play(bench)
    for member in (ANN, BOB):
        outcome = view_at_the_end(bench, member).public.outcome
        assert outcome is not None
        assert outcome.mandates == state(bench).secret.mandates


def test_draws_to_come_show_in_no_byte_before_they_are_revealed() -> None:
    season = 3
    plain, other = with_secret(), with_secret(seed=99)
    for bench in (plain, other):
        play(bench, season - 1)
    assert stream(plain) == stream(other)
    assert len(plain.heard(ANN, say.Update)) == season - 1


def test_each_seat_has_its_own_mandates_and_no_others() -> None:
    bench = begun(THREE)
    dealt = state(bench).secret.mandates
    assert len(set(dealt)) == 3
    views = [bench.heard(member, say.Begin)[0].view for member in (ANN, BOB)]
    views += [think.view for think in bench.thinks]
    assert [view.mandates for view in views] == list(dealt)
    assert view_of(state(bench), Seat(-1)).mandates == ()


def test_who_comes_back_has_the_own_mandates_and_keeps_them() -> None:
    bench = begun()
    token = bench.heard(BOB, say.Seated)[0].token
    bench.ready(ANN)
    bench.ask(EVE, say.ResumeSeat("r1", token))
    (begin,) = bench.heard(EVE, say.Begin)
    assert begin.view == view_of(state(bench), Seat(1))
    bench.ready(EVE)
    (update,) = bench.heard(EVE, say.Update)
    assert apply(begin.view, update.patch) == view_of(state(bench), Seat(1))
    assert apply(begin.view, update.patch).mandates == state(bench).secret.mandates[1]


def test_the_conditions_of_a_saved_slate_show_to_nobody_else() -> None:
    streams = []
    for saved in (True, False):
        bench = begun(THREE)
        if saved:
            bench.save(BOB, own_campaign(bench, 1))
        bench.vote(BOB)
        bench.pin(BOB)
        streams.append(stream(bench))
    assert streams[0] == streams[1]


def test_no_turn_changes_a_mandate_so_one_update_is_right_for_every_view() -> None:
    bench = begun(THREE)
    before = [view_of(state(bench), seat) for seat in (Seat(0), Seat(1), Seat(2), Seat(-1))]
    play(bench)
    after = [view_of(state(bench), seat) for seat in (Seat(0), Seat(1), Seat(2), Seat(-1))]
    for update in bench.heard(ANN, say.Update):
        before = [apply(view, update.patch) for view in before]
    assert before == after
