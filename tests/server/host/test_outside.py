from datetime import UTC, datetime

from server.host.outside import OUTSIDE


def test_the_wall_clock_counts_milliseconds_since_1970() -> None:
    seen = datetime.fromtimestamp(OUTSIDE.wall() / 1000, UTC)
    assert abs((datetime.now(UTC) - seen).total_seconds()) < 60


def test_a_token_holds_256_bits_and_never_comes_twice() -> None:
    tokens = {OUTSIDE.mint() for _ in range(1000)}
    assert len(tokens) == 1000
    assert {len(token) for token in tokens} == {43}, "43 letters of 6 bits"


def test_a_draw_lies_below_its_bound() -> None:
    assert {OUTSIDE.draw(3) for _ in range(200)} == {0, 1, 2}
