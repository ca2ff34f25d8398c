from pathlib import Path

import pytest

from tests.bench.stalls import measured


@pytest.mark.slow
async def test_the_steps_of_a_busy_loop_are_timed(tmp_path: Path) -> None:
    steps = await measured(tmp_path / "data", seconds=2.0)
    assert steps.steps > 100
    assert steps.longest[0][0] >= steps.longest[-1][0] > 0
