import pytest

from game.rules.change import ALONE, WITH_CAUSE, Change


@pytest.mark.parametrize(
    ("target", "constant", "cause", "operation"),
    [
        ("pressure:care", "pressure", "care", "percent"),
        ("unrest:story_circle", "unrest", "story_circle", "add"),
        ("harm", "harm", "", "percent"),
        ("reach", "reach", "", "add"),
    ],
)
def test_a_target_is_a_constant_and_perhaps_a_cause(target, constant, cause, operation):
    change = Change(target, 1)
    assert (change.constant, change.cause, change.operation) == (constant, cause, operation)


def test_no_constant_stands_alone_and_with_a_cause():
    assert not set(ALONE) & set(WITH_CAUSE)
