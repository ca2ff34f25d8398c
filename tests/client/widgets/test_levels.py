from game.client.scene.marks import Bar, LeanBar, Meter
from game.client.theme import RESIDENTS, Banner
from game.client.widgets.levels import LeanMeter, MeterBar, SupportBar
from tests.support.looks import look, placed


def test_levels_paint_what_they_hold() -> None:
    meter = placed(MeterBar(0.66, "loss", mark=0.6), 92, 14)
    meter.put(0.7)
    (drawn,) = meter.paint(look())
    assert isinstance(drawn, Meter)
    assert (drawn.level, drawn.mark) == (0.7, 0.6)
    (lean,) = placed(LeanMeter(-0.22), 92, 14).paint(look())
    assert isinstance(lean, LeanBar)
    assert lean.lean == -0.22


def test_a_support_bar_shows_new_shares() -> None:
    bar = placed(SupportBar(((RESIDENTS, 1000),)), 200, 14)
    before = bar.items(look())
    bar.put(((RESIDENTS, 1000),))
    assert bar.items(look()) is before
    bar.put(((Banner("sra"), 400), (RESIDENTS, 600)))
    (drawn,) = bar.items(look())
    assert isinstance(drawn, Bar)
    assert drawn.parts[0] == (Banner("sra"), 400)
