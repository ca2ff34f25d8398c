import gc
import weakref
from collections.abc import Iterator

import pytest

from server.garbage import THRESHOLDS, look_rarely


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


class Ring:
    """An object that holds itself."""

    def __init__(self) -> None:
        self.own = self


def test_what_start_up_made_is_set_aside() -> None:
    kept = [Ring() for _ in range(1000)]
    look_rarely()
    assert gc.get_threshold() == THRESHOLDS
    assert gc.get_freeze_count() >= len(kept)


def test_cycles_made_later_are_still_found() -> None:
    look_rarely()
    lost = weakref.ref(Ring())
    held: list[list[int]] = [[] for _ in range(THRESHOLDS[0] + 1000)]
    assert lost() is None
    assert held
