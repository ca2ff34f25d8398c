from hypothesis import given
from hypothesis import strategies as st

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
from game.rules.ids import Seat
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


def test_a_sundered_city_has_no_places() -> None:
    ranked = standings(stormy())
    assert {standing.place for standing in ranked} == {0}
    assert [standing.total for standing in ranked] == sorted((s.total for s in ranked), reverse=True)


def test_running_totals_end_at_the_legacy() -> None:
    record = calm()
    assert [row[-1] for row in running(record)] == [seat.legacy for seat in record.public.seats]


def test_leads_over_the_mean_cancel_out() -> None:
    for column in zip(*leads(calm()), strict=True):
        assert abs(sum(column)) < 1e-6


def test_a_gala_is_held_in_the_last_turn_of_its_season() -> None:
    assert [gala_turn(calm(), gala) for gala in range(3)] == [3, 6, 9]


def test_the_winner_is_ahead_after_the_last_gala() -> None:
    record = calm()
    last = len(record.public.seats[0].galas) - 1
    assert leaders_after(record, last) == frozenset(Seat(seat) for seat in record.winners)
