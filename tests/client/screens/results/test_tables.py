import pytest

from game.client.scene.items import Text
from game.client.scene.marks import Emblem, Sign
from game.client.screens.results.reasons import reasons
from game.client.screens.results.tables import SourceTable, TurningList, WhyList, delta
from game.client.screens.results.turning import turning_points
from game.client.screens.results.words import Words
from game.client.widgets.widget import Widget
from tests.support.looks import look, placed
from tests.support.records import calm, stormy
from tests.support.saying import say


def read(widget: Widget, width: int = 380, height: int = 150) -> list[str]:
    return [item.text for item in placed(widget, width, height).items(look()) if isinstance(item, Text)]


def test_the_table_has_a_column_for_each_seat() -> None:
    record = calm()
    table = placed(SourceTable(record, Words(record, say)), 380, 150)
    emblems = [item for item in table.items(look()) if isinstance(item, Emblem)]
    assert len({emblem.x for emblem in emblems}) == 3
    assert "Agenda" in read(table)


def test_turning_points_are_listed_with_their_letters() -> None:
    record = calm()
    points = turning_points(record)
    said = read(TurningList(record, Words(record, say), points))
    assert said[:1] == ["A"]
    assert sum(text.startswith("turn ") for text in said) == len(points)


def test_without_turning_points_it_says_so() -> None:
    record = calm()
    assert "No single moment" in read(TurningList(record, Words(record, say), ()), 500)[0]


def test_the_sum_below_the_reasons_ends_in_the_whole() -> None:
    record = calm()
    told = reasons(record)
    said = read(WhyList(record, Words(record, say), told), 600, 200)
    assert f"{sum(told.deltas):+d}" in said
    assert "Legacy" in said


def test_nobody_is_compared_in_a_sundered_city() -> None:
    record = stormy()
    assert "Agenda" not in read(WhyList(record, Words(record, say), reasons(record)), 400, 200)


@pytest.mark.parametrize(("value", "kind"), [(5, "up"), (-5, "down")])
def test_a_gain_points_up_and_a_loss_down(value: int, kind: str) -> None:
    items = list(delta(look(), 0, 0, value))
    assert [item.kind for item in items if isinstance(item, Sign)] == [kind]
    assert [item.text for item in items if isinstance(item, Text)] == [f"{value:+d}"]


def test_no_difference_has_no_arrow() -> None:
    assert [type(item) for item in delta(look(), 0, 0, 0)] == [Text]
