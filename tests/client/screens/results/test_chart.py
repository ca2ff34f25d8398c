from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.client.scene.items import Text
from game.client.scene.marks import ChartLine, Marker
from game.client.screens.results.chart import LETTERS, LegacyChart, apart
from game.client.screens.results.figures import leads, points
from game.client.screens.results.record import Record
from game.client.screens.results.turning import turning_points
from game.client.screens.results.words import Words
from game.client.theme import signs_of
from tests.support.looks import look, placed
from tests.support.records import calm
from tests.support.saying import say


def chart(record: Record, width: int = 800, height: int = 220) -> LegacyChart:
    words = Words(record, say)
    return placed(LegacyChart(record, words, turning_points(record)), width, height)


def test_each_seat_has_a_line_in_its_own_stroke_through_its_markers() -> None:
    record = calm()
    items = chart(record).items(look())
    lines = [item for item in items if isinstance(item, ChartLine)]
    markers = [item for item in items if isinstance(item, Marker)]
    strokes = {signs_of(record.banner(seat)).stroke for seat in record.board.all_seats}
    assert {line.stroke for line in lines} == strokes
    assert len(markers) == sum(len(line.spots) for line in lines)
    assert {(m.x, m.y) for m in markers} == {spot for line in lines for spot in line.spots}


def test_who_is_ahead_is_above() -> None:
    record = calm()
    items = chart(record).items(look())
    ends = {item.colour: item.spots[-1][1] for item in items if isinstance(item, ChartLine)}
    last = {
        look().palette.of(record.banner(seat)): leads(record)[seat][-1] for seat in record.board.all_seats
    }
    assert sorted(ends, key=lambda colour: ends[colour]) == sorted(last, key=lambda colour: -last[colour])


def test_the_totals_stand_below() -> None:
    record = calm()
    said = [item.text for item in chart(record).items(look()) if isinstance(item, Text)]
    for seat in record.public.seats:
        assert str(points(seat.legacy)) in said
    assert all(letter in said for letter in LETTERS[: len(turning_points(record))])


def test_everything_lies_inside_even_where_it_is_narrow() -> None:
    made = chart(calm(), 420, 200)
    for item in made.items(look()):
        if isinstance(item, Marker):
            assert made.rect.contains(item.x, item.y)


def test_one_gala_is_a_point_without_a_line_to_divide() -> None:
    record = calm()
    seats = tuple(
        replace(seat, galas=seat.galas[:1], legacy=seat.galas[0].total) for seat in record.public.seats
    )
    items = chart(replace(record, public=replace(record.public, seats=seats), ledgers={})).items(look())
    assert sum(isinstance(item, Marker) for item in items) == record.board.seats


@given(st.lists(st.integers(0, 100), min_size=1, max_size=6), st.integers(1, 16))
def test_labels_never_touch_and_stay_above_the_bottom(wished: list[int], least: int) -> None:
    places = apart(sorted(wished), least, 100)
    assert all(after - before >= least for before, after in pairwise(places))
    assert places[-1] <= 100
    far = [50 * place for place in range(len(wished))]
    assert apart(far, least, 1000) == far
