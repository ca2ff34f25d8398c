import pytest

from server.people.ban import AddressBan, Ban, ban_of, network_of

RUDE = Ban(1000, "rude")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("10.1.2.3", "10.1.2.3/32"),
        ("10.1.2.3/16", "10.1.0.0/16"),
        ("2001:db8::1", "2001:db8::/64"),
        ("2001:DB8::/32", "2001:db8::/32"),
        ("somewhere", None),
        ("", None),
    ],
)
def test_networks_are_written_one_way(written: str, meant: str | None) -> None:
    assert network_of(written) == meant


@pytest.mark.parametrize(
    ("address", "now", "is_out"),
    [
        ("10.1.2.3", 999, True),
        ("10.1.2.3", 1000, False),
        ("10.2.0.1", 0, False),
        ("2001:db8::beef", 0, True),
        ("2001:db9::1", 0, False),
        ("memory", 0, False),
    ],
)
def test_who_is_inside_a_banned_network_is_out_until_it_ends(address: str, now: int, is_out: bool) -> None:
    bans = (AddressBan("10.1.0.0/16", RUDE), AddressBan("2001:db8::/64", RUDE))
    assert ban_of(address, bans, now) == (RUDE if is_out else None)
