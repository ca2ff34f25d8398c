import sys

import pytest

from server.threads import HANDED_OVER_AFTER, hand_over_soon


def test_a_thread_waits_less_long_for_the_interpreter() -> None:
    before = sys.getswitchinterval()
    try:
        hand_over_soon()
        assert sys.getswitchinterval() == pytest.approx(HANDED_OVER_AFTER)
    finally:
        sys.setswitchinterval(before)
