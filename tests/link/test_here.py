import ipaddress

import pytest

from game.link import here


def test_the_own_address_is_an_address() -> None:
    assert ipaddress.ip_address(here.own_address()).version == 4


def test_the_best_address_comes_first_and_loopback_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    addresses = here.own_addresses()
    assert not any(ipaddress.ip_address(address).is_loopback for address in addresses)
    if addresses:
        monkeypatch.setattr(here, "own_address", lambda: addresses[-1])
        assert here.own_addresses()[0] == addresses[-1]
