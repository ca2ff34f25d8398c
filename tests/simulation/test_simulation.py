"""1,000 seeds: whatever the network, the disk and the players do, every promise holds at every step.

A seed that fails replays alone: `python -m tests.simulation --seed N -v`.
"""

import pytest

from tests.simulation.__main__ import told
from tests.simulation.simulation import simulate

SEEDS, AT_ONCE = 1000, 50


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, SEEDS, AT_ONCE))
def test_every_promise_holds_in_every_story(first: int) -> None:
    for seed in range(first, first + AT_ONCE):
        report = simulate(seed)
        assert not report.broken, (
            f"{told(report, whole=False)}\nreplay it: python -m tests.simulation --seed {seed} -v"
        )
