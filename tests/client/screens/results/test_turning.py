from msgspec.structs import replace

from game.client.screens.results.turning import MOST, turning_points
from game.rules.ids import District, Seat
from game.rules.ledger import Contested, Decided, Finished, Fractured, Happened, Scored, Shifted, Stopped
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
    assert kinds <= {"took_lead", "gala", "mandates"}
    assert kinds


def test_a_law_that_passed_is_told_with_its_vote() -> None:
    passed = Decided("open_clinics", Seat(2), 520, 480, passed=True, until=12)
    failed = Decided("smile_levy", Seat(1), 400, 480, passed=False, until=0)
    record = replace(calm(), ledgers={3: (passed, failed)})
    laws = [point for point in turning_points(record, 99) if point.kind == "law"]
    assert [(point.key, point.seats, point.amount, point.to) for point in laws] == [
        ("open_clinics", (Seat(2),), 520, 480)
    ]


def test_a_finished_sanctuary_weighs_what_it_paid() -> None:
    done = Finished(District(3), Seat(1), (4, 8, 6))
    paid = Scored(Seat(1), "stakes", District(3), 250, (), 2000)
    record = replace(calm(), ledgers={9: (done,), 12: (paid,)})
    point = next(point for point in turning_points(record, 99) if point.kind == "finished")
    assert (point.seats, point.amount, point.to) == ((Seat(1), Seat(2), Seat(0)), 18, 3)
    bare = next(
        point
        for point in turning_points(replace(record, ledgers={9: (done,)}), 99)
        if point.kind == "finished"
    )
    assert point.weight > bare.weight


def test_a_crisis_nobody_answered_is_told_with_its_unrest() -> None:
    event = Happened("janus_intrusion", District(2), answered=False, seats=())
    shifts = tuple(Shifted("unrest", District(d), "janus_intrusion", Seat(-1), 1) for d in (2, 3, 4))
    record = replace(calm(), ledgers={5: (event, *shifts)})
    point = next(point for point in turning_points(record, 99) if point.kind == "unanswered")
    assert (point.district, point.amount, point.key) == (District(2), 3, "janus_intrusion")
    met = replace(record, ledgers={5: (replace(event, answered=True),)})
    assert "unanswered" not in {point.kind for point in turning_points(met, 99)}
