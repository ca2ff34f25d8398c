import asyncio
from contextlib import AsyncExitStack

import pytest

from game import __version__
from game.cli.launcher import LocalLauncher
from game.cli.nearby import look_around
from game.client.launcher import LaunchError, Nearby
from game.link.address import Address
from server.operations.announcing import Announcement, Announcing
from tests.support.servers import PATIENCE

pytestmark = pytest.mark.usefixtures("alone_on_the_network")

LOOPBACK = ["127.0.0.1"]


async def test_servers_are_shown_as_they_come() -> None:
    seen: asyncio.Queue[tuple[Nearby, ...]] = asyncio.Queue()
    looking = asyncio.create_task(look_around(seen.put_nowait, LOOPBACK))
    async with (
        Announcing(Announcement("Open", Address("0.0.0.0", 1005)), LOOPBACK),
        Announcing(Announcement("Locked", Address("0.0.0.0", 1004), locked=True), LOOPBACK),
        asyncio.timeout(PATIENCE),
    ):
        wanted = (
            Nearby("127.0.0.1:1004", "Locked", True, __version__),
            Nearby("127.0.0.1:1005", "Open", False, __version__),
        )
        assert await seen.get() == ()
        while await seen.get() != wanted:
            pass
    looking.cancel()
    await asyncio.gather(looking, return_exceptions=True)


async def test_a_network_that_cannot_be_asked_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("no network")

    monkeypatch.setattr("zeroconf.asyncio.AsyncZeroconf", fail)
    with pytest.raises(LaunchError, match="no network"):
        await look_around(lambda _found: None, LOOPBACK)


async def test_a_match_hosted_here_is_announced_unless_the_environment_says_no(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[Announcement] = []

    class Quiet(Announcing):
        def __init__(self, announcement: Announcement) -> None:
            told.append(announcement)
            super().__init__(Announcement("", Address("127.0.0.1", 1)))

    monkeypatch.setattr("game.cli.launcher.Announcing", Quiet)
    for word in ("true", "false", "0"):
        monkeypatch.setenv("NEO_SANCTUM_ANNOUNCE", word)
        launcher = LocalLauncher(port=0)
        async with AsyncExitStack() as stack:
            await launcher.serve(stack)
    assert [(said.address.host, said.locked) for said in told] == [("0.0.0.0", False)]
