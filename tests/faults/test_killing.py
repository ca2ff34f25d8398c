from pathlib import Path

import pytest

from tests.faults.killing import kill_often


@pytest.mark.slow
async def test_random_kills_lose_no_order_that_was_acknowledged(tmp_path: Path) -> None:
    toll = await kill_often(tmp_path / "data", kills=4, seed=3)
    assert toll.acknowledged
    assert not toll.broken
