"""Nothing of what is secret is seen before it is revealed (rules 11, 12)."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game.rules.forecast import forecast
from game.rules.ids import Seat
from game.rules.ledger import Entry
from game.rules.resolve import resolve
from game.rules.state import Secret, State
from game.rules.view import view_of
from tests.laws.positions import few, positions, reached

SRA = Seat(0)
seeds = st.integers(0, 2**63 - 1)


def with_others_mandates(state: State, seed: int, swapped: tuple[str, ...]) -> State:
    """The state with another seed and other goals for everybody but the first seat."""
    own, *others = state.secret.mandates
    return replace(state, secret=Secret(seed, (own, *(swapped for _ in others))))


@few
@given(positions, seeds)
def test_in_a_season_neither_the_seed_nor_others_mandates_change_what_is_seen(position, seed):
    board, state, slates = reached(*position)
    assume(not board.ends_season(state.public.turn))
    other = with_others_mandates(state, seed, ("clean_hands", "rainy_day"))
    told: list[Entry] = []
    told_there: list[Entry] = []
    now, now_there = resolve(board, state, slates, told), resolve(board, other, slates, told_there)
    assume(now.public.outcome is None)
    assert view_of(state, SRA) == view_of(other, SRA)
    assert view_of(now, SRA) == view_of(now_there, SRA)
    assert told == told_there


@few
@given(positions)
def test_others_mandates_change_nothing_before_the_end(position):
    board, state, slates = reached(*position)
    other = with_others_mandates(state, state.secret.seed, ("clean_hands", "rainy_day"))
    now, now_there = resolve(board, state, slates), resolve(board, other, slates)
    assume(now.public.outcome is None)
    assert view_of(now, SRA) == view_of(now_there, SRA)


@settings(max_examples=10, deadline=None)
@given(positions, seeds)
def test_a_forecast_knows_nothing_of_the_secret(position, seed):
    board, state, slates = reached(*position)
    known = {Seat(n): slate for n, slate in enumerate(slates)}
    other = with_others_mandates(state, seed, ("many_hands",))
    seen = forecast(board, view_of(state, SRA).public, known)
    assert seen == forecast(board, view_of(other, SRA).public, known)
