import pytest

from server.wire.proxies import Proxies, counted_as

OURS = Proxies(["127.0.0.1", "10.0.0.0/8", "fd00::/8"])


@pytest.mark.parametrize(
    ("address", "forwarded", "origin"),
    [
        ("127.0.0.1", ["203.0.113.7"], "203.0.113.7"),
        ("10.1.2.3", ["203.0.113.7, 10.9.9.9"], "203.0.113.7"),
        ("10.1.2.3", ["203.0.113.7", "10.9.9.9"], "203.0.113.7"),
        ("127.0.0.1", ["1.2.3.4, 203.0.113.7"], "203.0.113.7"),
        ("fd00::1", ["2001:db8::5"], "2001:db8::5"),
        ("::ffff:127.0.0.1", ["203.0.113.7"], "203.0.113.7"),
        ("127.0.0.1", [], "127.0.0.1"),
        ("127.0.0.1", [""], "127.0.0.1"),
        ("127.0.0.1", ["203.0.113.7, somebody"], "127.0.0.1"),
        ("127.0.0.1", ["10.0.0.5"], "10.0.0.5"),
        ("203.0.113.9", ["1.2.3.4"], "203.0.113.9"),
        ("unknown", ["1.2.3.4"], "unknown"),
    ],
)
def test_only_proxies_of_ours_are_believed_and_only_about_the_last_stranger(
    address: str, forwarded: list[str], origin: str
) -> None:
    assert OURS.origin(address, forwarded) == origin


def test_without_proxies_nobody_is_believed() -> None:
    assert not Proxies().trusts("127.0.0.1")
    assert Proxies().origin("127.0.0.1", ["1.2.3.4"]) == "127.0.0.1"


def test_a_household_of_ipv6_is_counted_as_one() -> None:
    assert counted_as("2001:db8:1:2::5") == counted_as("2001:db8:1:2:ffff::9")
    assert counted_as("2001:db8:1:2::5") != counted_as("2001:db8:1:3::5")
    assert counted_as("203.0.113.7") == "203.0.113.7"
    assert counted_as("::ffff:203.0.113.7") == "::ffff:203.0.113.7"
    assert counted_as("unknown") == "unknown"
