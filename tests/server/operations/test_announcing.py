import pytest
from zeroconf import Error

from game.link.address import Address
from game.link.here import own_addresses
from server.operations.announcing import Announcement, Announcing, reachable, record
from tests.support.logs import logged

pytestmark = pytest.mark.usefixtures("alone_on_the_network")

LOOPBACK = ["127.0.0.1"]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.9", "::1", "localhost", "fe80::1"])
def test_a_server_for_this_machine_alone_is_reached_by_nobody(host: str) -> None:
    assert reachable(host) == ()


def test_a_server_is_reached_by_what_it_listens_on() -> None:
    assert reachable("192.168.1.20") == ("192.168.1.20",)
    assert reachable("0.0.0.0") == own_addresses()[:4]


async def test_a_server_for_this_machine_alone_is_not_announced() -> None:
    async with Announcing(Announcement("Quiet", Address("127.0.0.1", 5))) as announcing:
        assert announcing._task is None


@pytest.mark.parametrize("name", ["x" * 64, "é" * 64, "...", "a.b", "tab\there"])
def test_any_name_of_a_server_makes_a_record(name: str) -> None:
    info = record(Announcement(name, Address("0.0.0.0", 5)), ["10.0.0.1"])
    assert info.decoded_properties["name"] == name
    assert len(info.get_name().encode()) <= 55
    assert "." not in info.get_name()


@pytest.mark.parametrize(("error", "why"), [(OSError("no multicast"), '"no multicast"'), (Error(), "Error")])
async def test_a_network_that_does_not_take_it_is_logged_and_no_more(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: Exception, why: str
) -> None:
    async def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("zeroconf.asyncio.AsyncZeroconf.async_register_service", fail)
    async with Announcing(Announcement("Quiet", Address("0.0.0.0", 5)), LOOPBACK) as announcing:
        assert announcing._task is not None
        await announcing._task
    assert f"not announced on the local network [not_announced] why={why}" in logged(caplog)
