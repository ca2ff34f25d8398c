import pytest

from game.client.rehearsal import RehearsalLink, seated
from game.client.screens.results.record import Sitter, record_of
from game.client.theme import Banner
from game.link.match_client import MatchClient
from game.maps import find, load
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


async def test_a_running_match_gives_a_record_of_what_stands() -> None:
    client = await seated(RehearsalLink(load(find("core"))))
    try:
        assert client.copy is not None
        record = record_of(client)
        assert record.you == client.copy.seat
        assert len(record.sitters) == record.board.seats
        assert all(isinstance(sitter, Sitter) for sitter in record.sitters)
    finally:
        await client.__aexit__(None, None, None)


async def test_without_a_match_there_is_no_record() -> None:
    link = RehearsalLink(load(find("core")))
    client = MatchClient(link)
    with pytest.raises(LookupError, match="has not begun"):
        record_of(client)
