"""A table of the rule book: the room is shared by what the columns ask for."""

from hypothesis import given
from hypothesis import strategies as st

from game.client.scene.items import Text
from game.client.screens.rules.table import BookTable, column_widths
from game.text.rule_tables import RuleTable
from tests.support.looks import look, placed

HEAD = ("Law", "It changes")
ROWS = (("Quiet Streets", "unrest falls by one in every district of the city"), ("Mural Fund", "art"))
CELLS = st.text("ab ", max_size=40)


def table(indent: float = 0) -> BookTable:
    return BookTable(RuleTable(HEAD, ROWS, ("", "")), indent)


def texts(made: BookTable) -> list[Text]:
    return [item for item in made.items(look()) if isinstance(item, Text)]


def test_columns_are_as_wide_as_their_words_where_there_is_room() -> None:
    widths = column_widths(look(), (HEAD, *ROWS), 10_000)
    assert widths[0] < widths[1] < 10_000


def test_a_long_column_gives_way_where_there_is_little_room() -> None:
    natural = column_widths(look(), (HEAD, *ROWS), 10_000)
    narrow = column_widths(look(), (HEAD, *ROWS), 240)
    assert sum(narrow) <= 240
    assert natural[1] - narrow[1] > natural[0] - narrow[0]


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=5), st.integers(60, 900))
def test_columns_never_take_more_than_the_room(rows: list[tuple[str, ...]], room: int) -> None:
    widths = column_widths(look(), rows, room)
    assert len(widths) == 3
    assert sum(widths) <= room


def test_every_word_is_drawn_inside_the_table() -> None:
    made = placed(table(), 300, 400)
    drawn = " ".join(text.text for text in texts(made)).split()
    assert sorted(drawn) == sorted(" ".join([*HEAD, *ROWS[0], *ROWS[1]]).split())
    height = made.wanted(look(), 300).h
    assert all(0 <= text.x < 300 and 0 <= text.y < height for text in texts(made))


def test_it_grows_higher_where_it_is_narrow() -> None:
    assert table().wanted(look(), 200).h > table().wanted(look(), 900).h


def test_an_indent_moves_it_to_the_right() -> None:
    assert min(text.x for text in texts(placed(table(52), 400, 300))) == 52
