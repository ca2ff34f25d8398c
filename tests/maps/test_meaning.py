from tests.maps.workshop import Workshop

_SEAT_1 = '<property name="seat" type="int" value="1"/>'
_SEAT_2 = '<property name="seat" type="int" value="2"/>'
_PLACE_2 = 'name="Seat 2" type="start" x="64" y="320"'


def test_seats_may_not_leave_a_gap(tiny: Workshop) -> None:
    fault = tiny.edit(_SEAT_2, _SEAT_2.replace('"2"', '"4"')).only()

    assert (fault.code, fault.found, fault.expected) == ("M309", "seats 1, 4", "seats 1 to 2")


def test_a_seat_has_one_start(tiny: Workshop) -> None:
    faults = tiny.manifest(players=[1, 1]).edit(_SEAT_2, _SEAT_1).refused()

    assert [(fault.code, fault.place.object_id) for fault in faults] == [("M311", 8), ("M311", 9)]


def test_two_seats_may_not_start_in_one_district(tiny: Workshop) -> None:
    fault = tiny.edit(_PLACE_2, _PLACE_2.replace("320", "96")).only()

    assert (fault.code, fault.found) == ("M311", 'a second start in "north_row"')


def test_a_map_may_have_more_seats_than_players_it_promises(tiny: Workshop) -> None:
    assert len(tiny.manifest(players=[1, 1]).load().city.starts) == 2


def test_quarters_of_very_unequal_weight_are_a_warning(tiny: Workshop) -> None:
    tiny.edit('name="population" type="int" value="6"', 'name="population" type="int" value="12"')

    (warning,) = tiny.load().warnings

    assert (warning.code, warning.found) == ("M312", "population 1: 12, 2: 8, 3: 5, 4: 6")


def test_a_landmark_between_districts_is_named_with_its_tile(tiny: Workshop) -> None:
    assert tiny.edit('x="320" y="192"', 'x="272" y="360"').only().found == "tile 8.5, 11.25"


def test_a_start_outside_every_district_is_refused(tiny: Workshop) -> None:
    fault = tiny.edit(_PLACE_2, _PLACE_2.replace('x="64"', 'x="272"').replace("320", "360")).only()

    assert (fault.code, fault.place.object_name) == ("M310", "Seat 2")
