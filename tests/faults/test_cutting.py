from pathlib import Path

import pytest

from tests.faults.cutting import cut_often

ORDERS, CUTS = 300, 40


@pytest.mark.slow
async def test_lines_cut_at_any_byte_lose_and_double_no_order(tmp_path: Path) -> None:
    toll = await cut_often(tmp_path / "data", ORDERS, CUTS, seed=3)
    assert toll.acknowledged > ORDERS / 2
    assert all(toll.cuts.values()), "every manner in which a line breaks was seen"
    assert toll.with_ledgers.count, "somebody missed a turn and was told it"
    assert not toll.broken
