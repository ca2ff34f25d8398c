from game.client.theme import Banner
from game.rules.ids import Seat
from tests.support.records import calm, stormy


def test_the_winners_are_the_seats_in_the_first_place() -> None:
    record = calm()
    assert record.public.outcome is not None
    assert [record.public.outcome.places[seat] for seat in record.winners] == [1]
    assert not record.sundered


def test_nobody_wins_a_sundered_city() -> None:
    assert stormy().sundered
    assert stormy().winners == ()


def test_chapters_are_counted_from_0_in_banners() -> None:
    assert calm().banner(Seat(1)) == Banner("occ", 0)
