from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.client.screens.results.figures import (
    SOURCES,
    gala_turn,
    leaders_after,
    leads,
    points,
    running,
    sources,
    split,
    standings,
)
from game.rules.ids import District, Seat
from game.rules.ledger import Scored
from game.rules.state import Ending, Outcome
from tests.support.records import calm, stormy


@given(st.lists(st.integers(0, 100_000), max_size=8))
def test_parts_shown_always_add_up_to_the_total_shown(hundredths: list[int]) -> None:
    assert sum(split(hundredths)) == points(sum(hundredths))


def test_the_sources_of_a_seat_add_up_to_its_legacy() -> None:
    record = calm()
    for seat in record.board.all_seats:
        assert sum(sources(record, seat)) == points(record.public.seats[seat].legacy)
        assert len(sources(record, seat)) == len(SOURCES)


def test_the_ranking_follows_the_places_and_says_how_far_behind() -> None:
    ranked = standings(calm())
    assert [standing.place for standing in ranked] == sorted(standing.place for standing in ranked)
    assert ranked[0].behind == 0
    assert [ranked[0].total - standing.total for standing in ranked] == [s.behind for s in ranked]


def test_a_sundered_city_is_ranked_by_blame() -> None:
    ranked = standings(stormy())
    assert [standing.blame for standing in ranked] == sorted(standing.blame for standing in ranked)
    assert [standing.place for standing in ranked] == sorted(standing.place for standing in ranked)


def test_who_has_no_place_comes_last() -> None:
    record = calm()
    outcome = Outcome(Ending.PLAYED, (2, 0, 1))
    ranked = standings(replace(record, public=replace(record.public, outcome=outcome)))
    assert [standing.seat for standing in ranked] == [2, 0, 1]
    failed = replace(record, public=replace(record.public, outcome=Outcome(Ending.FAILED, ())))
    assert {standing.place for standing in standings(failed)} == {0}


def test_laws_count_from_the_gala_of_their_turn() -> None:
    record = calm()
    seats = tuple(replace(seat, legacy=seat.galas[-1].total, passed=0) for seat in record.public.seats)
    seats = (replace(seats[0], passed=1, legacy=seats[0].legacy + 2000), *seats[1:])
    law = Scored(Seat(0), "law", District(-1), 2000, (), 2000)
    plain = replace(record, public=replace(record.public, seats=seats), ledgers={})
    told = replace(plain, ledgers={6: (law,)})
    before, after = running(plain)[0], running(told)[0]
    steps = [b - a for a, b in zip(before, after, strict=False)]
    assert steps[:3] == [0, 2000, 2000]
    assert sources(told, Seat(0))[SOURCES.index("laws")] == 20


def test_running_totals_end_at_the_legacy() -> None:
    record = calm()
    assert [row[-1] for row in running(record)] == [seat.legacy for seat in record.public.seats]


def test_leads_over_the_mean_cancel_out() -> None:
    for column in zip(*leads(calm()), strict=True):
        assert abs(sum(column)) < 1e-6


def test_a_gala_is_held_in_the_last_turn_of_its_season() -> None:
    assert [gala_turn(calm(), gala) for gala in range(3)] == [3, 6, 9]


def test_the_winner_is_ahead_in_the_end() -> None:
    record = calm()
    last = len(running(record)[0]) - 1
    assert leaders_after(running(record), last) == frozenset(Seat(seat) for seat in record.winners)
