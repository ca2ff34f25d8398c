from game.client.screens.results.tally import tallies
from tests.support.records import calm


def test_it_counts_what_stands_at_the_end() -> None:
    record = calm()
    ends = tallies(record)
    standing = sum(len(district.facilities) for district in record.public.districts)
    assert sum(end.facilities for end in ends) == standing
    assert all(0 <= end.people <= 100 for end in ends)
    assert sum(end.people for end in ends) <= 100
    assert sum(end.led for end in ends) > 0
    assert all(end.led <= record.board.districts for end in ends)
