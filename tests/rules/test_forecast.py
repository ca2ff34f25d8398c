from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.forecast import forecast
from game.rules.ids import District
from game.rules.ledger import Ended, Entry, Joined, Pressed
from game.rules.legality import faults
from game.rules.orders import SPOKEN, Campaign, Care, verb_of
from game.rules.resolve import resolve
from game.rules.view import state_of
from tests.support.matches import (
    CA,
    OCC,
    SRA,
    after,
    district,
    leader,
    line,
    match,
    of,
    public,
    seat,
)
from tests.support.ranges import loudest, whole_range

D = District


def test_a_forecast_tells_what_a_slate_would_do():
    board, state = line()
    juno = leader(board, "juno_armitage")
    seen = forecast(board, state.public, {SRA: (Care(juno, D(0)),)})
    assert seen.public.districts[0].need == 55 - 22 - 4 + 4
    assert [entry.seat for entry in of(seen.ledger, Pressed, cause="care")] == [SRA]


def test_it_stops_before_the_next_turn():
    board, state = line()
    seen = forecast(board, public(state, turn=6).public, {})
    assert seen.public.turn == 6
    assert not of(seen.ledger, Joined)
    last = forecast(board, public(state, turn=24).public, {})
    assert last.public.outcome is None
    assert not of(last.ledger, Ended)


def test_floor_and_ceiling_enclose_what_is_expected():
    board, state = line()
    slate = (Campaign(leader(board, "alok_dsouza"), D(1)),)
    rival = {OCC: (Campaign(leader(board, "zara_lin"), D(1)),)}
    asked = whole_range(board, state.public, SRA, slate, D(1), rival)
    assert asked.floor < asked.expected < asked.ceiling


def test_out_of_rivals_reach_floor_is_ceiling():
    board, state = line()
    far = public(state, leaders=tuple(D(4) if plan.seat else D(0) for plan in board.leaders))
    bare = district(far, 2, facilities=())
    asked = whole_range(board, bare.public, SRA, (), D(0), {})
    assert asked.floor == asked.ceiling


def test_the_strongest_slate_is_legal_and_affordable():
    board, state = line()
    for purse in (0, 2, 40):
        poor = seat(state, OCC, credits=purse, voice=0)
        slate = loudest(board, poor.public, OCC, D(2))
        assert not faults(board, poor.public, OCC, slate)
        assert len(slate) == (3 if purse else 2)


def test_the_strongest_slate_is_the_loudest_that_can_be_paid_together():
    board, state = line()
    there = public(state, leaders=tuple(D(0) for _ in board.leaders))
    short = seat(district(there, 0, need=14, unrest=0), CA, credits=2, voice=3).public
    slate = loudest(board, short, CA, D(0))
    # A festival is the loudest single order, but it takes the credits that care needs.
    assert {verb_of(order) for order in slate} == {"campaign", "care", "forum", "unique"}


@settings(max_examples=20, deadline=None)
@given(
    st.integers(0, 12), st.integers(0, 999), st.integers(0, 15), st.permutations(SPOKEN), st.integers(1, 3)
)
def test_no_slate_presses_harder_than_the_strongest(turns, seed, where, verbs, count):
    board, state = match(seed=seed)
    reached = after(board, state, turns, seed)
    now = public(reached, leaders=tuple(D(where) for _ in board.leaders)).public
    slate = tuple(verb(by, D(where)) for verb, by in zip(verbs, board.leaders_of(CA)[:count], strict=False))
    if faults(board, now, CA, slate):
        return
    most = loudness(board, now, loudest(board, now, CA, D(where)), where)
    assert loudness(board, now, slate, where) <= most


def loudness(board, now, slate, where):
    """What CA presses in the district with this slate when nobody else gives orders."""
    ledger: list[Entry] = []
    resolve(board, state_of(now), [slate if who == CA else () for who in board.all_seats], ledger)
    return sum(entry.amount for entry in of(ledger, Pressed, seat=CA, district=D(where)))


def test_nobody_presses_where_nobody_reaches():
    board, state = line()
    assert loudest(board, state.public, CA, D(0)) == ()
