from game.client.geometry import Rect
from game.client.screens.city.pen import Pen
from game.client.screens.city.top_bar import NAME, two_lines
from game.client.theme import Style
from tests.support.stages import stage


def test_a_long_name_breaks_where_its_longer_half_is_shortest() -> None:
    pen = Pen(stage(1280, 720, None).desk.look, Rect(0, 0, 1280, 52))
    assert two_lines(pen, "CA") == ["CA"]
    assert two_lines(pen, "Oral Command Centers") == ["Oral Command", "Centers"]
    assert pen.wide("Smile Rights Alliance", Style.STRONG_15) > NAME
    assert len(two_lines(pen, "Smile Rights Alliance II")) == 2
