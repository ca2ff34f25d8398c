from game.client.screens.field import Field
from game.client.screens.setup.pace import DAYS, LIVE, NO_CLOCK, Pace
from game.client.screens.setup.pace_fields import PaceFields
from game.client.widgets.choice import Choice
from tests.support.stages import stage


def labels(pace: Pace) -> list[str]:
    rows = PaceFields(stage(), pace, lambda _: None).time()
    return [field.label for row in rows for field in row if isinstance(field, Field) and field.label]


def test_a_clock_brings_its_own_fields() -> None:
    assert labels(Pace(NO_CLOCK)) == ["Clock", "Who is gone", "after"]
    assert labels(Pace(LIVE))[1:3] == ["Time for a turn", "Bank for the whole match"]
    assert labels(Pace(DAYS)) == [
        "Clock",
        "A deadline every",
        "Who is gone",
        "Deadlines from",
        "Deadlines until",
    ]


def test_several_changes_add_up() -> None:
    said: list[Pace] = []
    rows = PaceFields(stage(), Pace(LIVE), said.append).time()
    first, second = rows[0][1], rows[0][2]
    assert isinstance(first, Field)
    assert isinstance(second, Field)
    for field in (first, second):
        assert isinstance(field.control, Choice)
        field.control.choose(field.control.chosen + 1)
    assert (said[-1].timer, said[-1].bank) == (120, 60)
