from msgspec.structs import replace

from game.client.screens.results.turning import MOST, turning_points
from game.rules.ids import District, Seat
from game.rules.ledger import Contested, Fractured, Stopped
from tests.support.records import calm, stormy


def test_they_come_in_the_order_of_their_turns_and_are_few() -> None:
    points = turning_points(calm())
    assert 2 <= len(points) <= MOST
    assert [point.turn for point in points] == sorted(point.turn for point in points)


def test_no_kind_has_more_than_half_of_them() -> None:
    kinds = [point.kind for point in turning_points(calm())]
    support = [kind for kind in kinds if kind in ("took", "gained", "lost")]
    assert len(support) <= MOST // 2


def test_a_sundered_city_names_the_turn_it_broke_in() -> None:
    record = stormy()
    broke = [point for point in turning_points(record) if point.kind == "sundered"]
    assert [(point.turn, point.amount) for point in broke] == [(record.public.turn, 100)]


def test_a_great_move_of_support_is_found_with_its_numbers() -> None:
    move = Contested(District(3), (9000, 0, 0), (0, 0, 0), (100, 300, 0), (900, 50, 0))
    record = replace(calm(), ledgers={5: (move,)})
    took = next(point for point in turning_points(record) if point.kind == "took")
    assert (took.turn, took.district, took.seats) == (5, 3, (Seat(0),))
    assert (took.amount, took.to) == (100, 900)


def test_the_peak_of_fracture_counts_from_50() -> None:
    def peaks(after: int) -> list[int]:
        record = replace(calm(), ledgers={4: (Fractured(20, after, ()),)})
        return [point.amount for point in turning_points(record, 9) if point.kind == "fracture"]

    assert peaks(49) == []
    assert peaks(50) == [50]


def test_only_the_first_stop_of_a_seat_counts() -> None:
    record = replace(calm(), ledgers={4: (Stopped(Seat(1), 2),), 7: (Stopped(Seat(1), 5),)})
    stops = [point for point in turning_points(record, 99) if point.kind == "stopped"]
    assert [(point.turn, point.amount) for point in stops] == [(4, 2)]


def test_without_ledgers_the_galas_still_tell() -> None:
    kinds = {point.kind for point in turning_points(replace(calm(), ledgers={}))}
    assert kinds <= {"took_lead", "gala"}
    assert kinds
