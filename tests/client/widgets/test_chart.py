from hypothesis import given
from hypothesis import strategies as st

from game.client.scene.items import Text
from game.client.scene.marks import ChartLine, Marker
from game.client.theme import Banner
from game.client.widgets.chart import ChartMark, LineChart, Series, scale_of
from tests.support.looks import look, placed


@given(st.lists(st.floats(-5000, 5000), min_size=1, max_size=20))
def test_the_scale_holds_all_values_in_a_few_steps(values: list[float]) -> None:
    low, high, step = scale_of(values)
    assert low <= min(0, *values) <= max(0, *values) <= high
    assert 1 <= round((high - low) / step) <= 7


def test_each_series_has_its_own_stroke_and_markers() -> None:
    series = [Series(Banner("sra"), (1, 2, 3)), Series(Banner("occ"), (3, 2, 1))]
    chart = placed(LineChart(series, ["1", "2", "3"], [ChartMark(0.5, "A")], zero="mean"), 400, 200)
    items = list(chart.paint(look()))
    assert [i.stroke for i in items if isinstance(i, ChartLine)] == ["solid", "dashes"]
    assert len([i for i in items if isinstance(i, Marker)]) == 6
    assert {"mean", "A", "+3", "+1", "2"} <= {i.text for i in items if isinstance(i, Text)}
