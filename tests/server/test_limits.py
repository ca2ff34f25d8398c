from pathlib import Path

from server import limits
from server.limits import BURST, AddressCount, Bucket, Pace, Tries, Window


def test_a_burst_is_allowed_then_the_rate() -> None:
    bucket = Bucket(rate=20, burst=40)
    assert [bucket.take(100.0) for _ in range(41)] == [True] * 40 + [False]
    assert not bucket.take(100.04)
    assert bucket.take(100.1)


def test_patience_fills_the_bucket_no_further_than_the_burst() -> None:
    bucket = Bucket()
    bucket.take(0.0)
    assert [bucket.take(1e6) for _ in range(BURST + 1)].count(True) == BURST


def test_connections_are_counted_per_address_while_they_last() -> None:
    count = AddressCount(most=2)
    assert [count.enter("a") for _ in range(3)] == [True, True, False]
    assert count.is_full("a")
    assert not count.is_full("b")
    count.leave("a")
    assert not count.is_full("a")
    assert [count.enter("a") for _ in range(2)] == [True, False]


def test_a_pace_lets_a_burst_go_and_then_one_after_the_other() -> None:
    pace = Pace(rate=2, burst=3)
    assert [pace.wait(100.0) for _ in range(5)] == [0.0, 0.0, 0.0, 0.5, 1.0]
    assert pace.wait(101.0) == 0.5
    assert [pace.wait(200.0) for _ in range(4)] == [0.0, 0.0, 0.0, 0.5]
    assert pace.due_in(200.0) == pace.due_in(200.0) == 1.0


def test_a_window_lets_so_many_through_in_any_span() -> None:
    window = Window(3, 10.0)
    assert [window.take(now) for now in (0.0, 4.0, 9.0, 9.9)] == [True, True, True, False]
    assert [window.take(now) for now in (10.0, 10.1, 13.9, 14.0)] == [True, False, False, True]


def test_tries_are_counted_by_address() -> None:
    tries = Tries(2, 10.0)
    for now in (0.0, 1.0):
        assert not tries.are_spent("a", now)
        tries.note("a", now)
    assert tries.are_spent("a", 9.0)
    assert not tries.are_spent("b", 9.0)
    assert not tries.are_spent("a", 10.0)


def test_of_very_many_addresses_the_tries_of_the_latest_are_known() -> None:
    tries = Tries(1, 10.0, addresses=2)
    for address in ("a", "b", "c"):
        tries.note(address, 0.0)
    assert [tries.are_spent(address, 1.0) for address in ("a", "b", "c")] == [False, True, True]


def test_the_page_on_the_protocol_tells_the_limits() -> None:
    page = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text("utf-8")
    table = page.partition("## Limits\n")[2].partition("## Versions\n")[0]
    for words in (
        f"{limits.HELLO_WITHIN:g} seconds, {limits.UNGREETED_PER_ADDRESS} connections",
        f"{limits.MESSAGES_A_SECOND:g} a second, {limits.BURST} at once; after {limits.STRIKES} refusals",
        f"{limits.CONTROLS_A_SECOND:g} a second, {limits.CONTROLS_AT_ONCE} at once",
        f"{limits.TALKS} lines in {limits.TALKS_WITHIN:g} seconds",
        f"seats held by one connection | {limits.ROOMS_PER_CONNECTION} |",
        f"{limits.MOST_BYTES_QUEUED} bytes, {limits.SEND_WITHIN:g} seconds",
    ):
        assert words in table
