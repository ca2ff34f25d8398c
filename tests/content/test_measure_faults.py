import pytest

from game.content.measure_faults import COUNTED, Reader, measure_faults
from game.rules.basics import Place
from game.rules.measure import CITY_READINGS, SEAT_READINGS, Measure
from game.rules.phases import reading

SOME = Place("wealth", most=0)


@pytest.mark.parametrize(
    ("measure", "reader", "place"),
    [
        (Measure("leads", least=3), "residents", "m.reads"),
        (Measure("support", least=3), "city", "m.reads"),
        (Measure("fracture", most=40), "seat", "m.reads"),
        (Measure("fracture", most=40, where=SOME), "residents", "m.where"),
        (Measure("credits", least=4, where=SOME), "mandate", "m.where"),
        (Measure("leads", least=4, where=Place("wealth")), "mandate", "m.where"),
        (Measure("need", least=50, most=40), "residents", "m"),
        (Measure("need"), "residents", "m"),
    ],
)
def test_a_measure_that_cannot_be_read_so_is_told(measure: Measure, reader: Reader, place: str) -> None:
    assert [fault.place for fault in measure_faults("laws.toml", "m", measure, reader)] == [place]


@pytest.mark.parametrize(
    ("measure", "reader"),
    [
        (Measure("need_gap", least=21), "residents"),
        (Measure("leads", least=3, where=SOME), "mandate"),
        (Measure("fracture", most=40), "mandate"),
        (Measure("sanctuaries", per_seat=1, least=1, where=SOME), "city"),
        (Measure("stewards", least=3), "seat"),
    ],
)
def test_a_measure_that_can_be_read_is_taken(measure: Measure, reader: Reader) -> None:
    assert list(measure_faults("laws.toml", "m", measure, reader)) == []


def test_every_reading_is_known_to_the_rules() -> None:
    assert set(CITY_READINGS) | set(SEAT_READINGS) == set(reading._CITY) | set(reading._SEAT)
    assert set(COUNTED) <= set(CITY_READINGS) | set(SEAT_READINGS)
