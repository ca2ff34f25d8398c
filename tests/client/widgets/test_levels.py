import msgspec
import pytest

from game.client.scene.items import Text
from game.client.scene.marks import Bar, LeanBar, Meter
from game.client.theme import RESIDENTS, Banner
from game.client.widgets.layout import Row
from game.client.widgets.levels import Counter, LeanMeter, MeterBar, SupportBar
from tests.support.looks import desk_with, look, placed

SRA = Banner("sra")


def meter_of(bar: MeterBar) -> Meter:
    (drawn,) = bar.paint(look())
    assert isinstance(drawn, Meter)
    return drawn


def test_levels_paint_what_they_hold() -> None:
    assert (
        meter_of(MeterBar(0.66, "loss", mark=0.6)).level,
        meter_of(MeterBar(0, "loss", mark=0.6)).mark,
    ) == (0.66, 0.6)
    (lean,) = placed(LeanMeter(-0.22), 92, 14).paint(look())
    assert isinstance(lean, LeanBar)
    assert lean.lean == -0.22


def test_a_level_slides_and_leaves_a_ghost_until_it_has_arrived() -> None:
    bar = MeterBar(0.8, "loss")
    desk = desk_with(Row([bar]))
    bar.put(0.2)
    desk.tick(10.0)
    assert (meter_of(bar).level, meter_of(bar).ghost) == (0.8, 0.8)
    desk.tick(10.1)
    assert 0.2 < meter_of(bar).level < 0.8
    desk.tick(10.4)
    assert (meter_of(bar).level, meter_of(bar).ghost) == (0.2, None)
    desk.items()
    desk.tick(11.0)
    assert not desk.dirty


def test_without_motion_a_value_is_there_at_once() -> None:
    bar = MeterBar(0.8, "loss")
    bar.put(0.2)
    still = msgspec.structs.replace(look(), reduced_motion=True)
    assert not bar.move(still, 5.0)
    assert meter_of(bar).level == 0.2


def test_a_number_counts_through_whole_numbers_to_the_right_edge() -> None:
    counter = placed(Counter(10), 60, 30)
    counter.put(20)
    seen = []
    for now in (0.0, 0.05, 0.1, 0.2, 0.3):
        counter.move(look(), now)
        (text,) = counter.paint(look())
        assert isinstance(text, Text)
        assert text.x == 60
        seen.append(int(text.text))
    assert (seen[0], seen[-1]) == (10, 20)
    assert seen == sorted(seen)


@pytest.mark.parametrize("now", [0.0, 0.1, 0.2])
def test_shares_slide_and_stay_near_their_sum(now: float) -> None:
    bar = placed(SupportBar(((SRA, 200), (RESIDENTS, 800))), 200, 14)
    bar.put(((SRA, 600), (RESIDENTS, 400)))
    bar.move(look(), 0.0)
    assert bar.move(look(), now)
    assert 200 <= bar.drawn()[0][1] < 600
    assert sum(share for _, share in bar.drawn()) == pytest.approx(1000, abs=1)
    bar.move(look(), 0.4)
    (drawn,) = bar.paint(look())
    assert isinstance(drawn, Bar)
    assert drawn.parts == ((SRA, 600), (RESIDENTS, 400))


def test_shares_of_other_seats_do_not_slide() -> None:
    bar = SupportBar(((SRA, 1000),))
    before = placed(bar).items(look())
    bar.put(((SRA, 1000),))
    assert bar.items(look()) is before
    bar.put(((SRA, 500), (RESIDENTS, 500)))
    assert bar.drawn() == ((SRA, 500), (RESIDENTS, 500))
