from msgspec.structs import replace

from game.client.geometry import Rect
from game.client.scene.items import CutBox, Text
from game.client.scene.marks import Bar, Emblem
from game.client.screens.results.ranking import Ranking, source_bars
from game.client.screens.results.words import Words
from game.client.theme import Banner
from game.rules.board import Board
from game.rules.ids import Seat
from game.rules.state import Ending, Outcome
from game.text.amounts import tenths
from tests.support.looks import look, placed
from tests.support.records import calm, stormy
from tests.support.saying import say


def test_the_winners_row_alone_is_lit() -> None:
    record = calm()
    items = placed(Ranking(record, Words(record, say)), 384, 228).items(look())
    boxes = [item for item in items if isinstance(item, CutBox)]
    assert [box.border for box in boxes] == [look().palette.of(record.banner(record.winners[0]))]
    assert sum(isinstance(item, Emblem) for item in items) == 3


def test_nobody_is_lit_in_a_sundered_city() -> None:
    record = stormy()
    items = placed(Ranking(record, Words(record, say)), 384, 228).items(look())
    assert not [item for item in items if isinstance(item, CutBox)]
    told = [item.text for item in items if isinstance(item, Text)]
    assert tenths(max(seat.blame for seat in record.public.seats)) in told
    assert sum(text.endswith("Legacy") for text in told) == 3


def test_a_seat_that_is_not_ranked_has_no_place() -> None:
    record = calm()
    match = replace(record.board.match, unranked=(Seat(2),))
    outcome = Outcome(Ending.PLAYED, (1, 2, 0))
    neutral = replace(record, board=Board(match), public=replace(record.public, outcome=outcome))
    items = placed(Ranking(neutral, Words(neutral, say)), 384, 228).items(look())
    told = [item.text for item in items if isinstance(item, Text)]
    assert told.count("–") == 1
    assert any(text.startswith("not ranked, ") for text in told)


def test_a_bar_is_cut_by_source_and_stays_inside() -> None:
    rect = Rect(10, 0, 300, 9)
    bars = [
        item
        for item in source_bars(look(), rect, Banner("sra"), (50, 0, 50, 0, 0, 0))
        if isinstance(item, Bar)
    ]
    assert [bar.rect.w for bar in bars] == [149, 149]
    assert all(rect.x <= bar.rect.x and bar.rect.right <= rect.right for bar in bars)
    assert bars[0].muted < bars[1].muted


def test_no_points_make_no_bar() -> None:
    assert list(source_bars(look(), Rect(0, 0, 300, 9), Banner("sra"), (0,) * 6)) == []


def test_a_low_row_has_its_words_on_one_line() -> None:
    record = calm()
    items = placed(Ranking(record, Words(record, say)), 384, 120).items(look())
    names = {item.text: item.y for item in items if isinstance(item, Text)}
    assert names["Mirela"] == names["Oral Command Centers"]
    high = placed(Ranking(record, Words(record, say)), 384, 240).items(look())
    names = {item.text: item.y for item in high if isinstance(item, Text)}
    assert names["Mirela"] > names["Oral Command Centers"]
