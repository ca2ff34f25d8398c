import pytest
from msgspec.structs import replace

from game.lab.load.load import MESSAGES_A_SECOND, Load, LoadError, checked

LOAD = Load(10, 3, 5, "maps/core", "short", "none", 1, 15, 120.0, 60.0)


def test_a_load_within_bounds_is_taken() -> None:
    assert checked(LOAD) is LOAD
    assert LOAD.seconds_per_turn == 15 * 10 / 120


def test_a_load_without_a_pace_has_no_length_of_turn() -> None:
    assert replace(LOAD, saves_per_second=None).seconds_per_turn == 0


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"rooms": 2001}, "rooms 2001: expected 1 to 2000"),
        ({"turns": 0}, "turns 0: expected 1 to"),
        ({"within": 4000.0}, "within 4000: expected 1 to 3600"),
        ({"saves_per_turn": 2}, "give at least 3"),
        ({"saves_per_second": 0.0}, "expected more than 0"),
    ],
)
def test_a_load_out_of_bounds_is_refused_with_its_mend(changes, words) -> None:
    with pytest.raises(LoadError, match=words) as refused:
        checked(replace(LOAD, **changes))
    assert "Mend: " in str(refused.value)


def test_no_connection_is_asked_to_say_more_than_a_server_takes() -> None:
    """What the mend names is enough, and one room less is not."""
    fast = replace(LOAD, saves_per_second=1800.0)
    with pytest.raises(LoadError, match="at least 40 rooms"):
        checked(fast)
    assert checked(replace(fast, rooms=40)).rooms == 40
    with pytest.raises(LoadError):
        checked(replace(fast, rooms=39))
    messages_a_turn = 15 / 3 + 1
    assert messages_a_turn / replace(fast, rooms=40).seconds_per_turn <= MESSAGES_A_SECOND
