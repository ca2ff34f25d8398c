import socket
from functools import partial
from pathlib import Path
from unittest.mock import Mock

import pytest
from msgspec.structs import replace

from game.cli.late_launcher import LateLauncher
from game.cli.launcher import LocalLauncher
from game.client.launcher import Launcher, LaunchError, MatchPlan
from game.link.happenings import MatchBegun, TurnPlayed
from game.maps import check, find
from game.protocol.messages import LOBBY, PLAYING, DeviceCode, Seated, SeatPlan
from game.replays.course import course_of
from game.replays.proof import prove
from game.replays.recording import record
from game.replays.shelf import ReplayShelf, read
from tests.support.travel import DRAWN, draw

SEATS = (SeatPlan("any", "you"), SeatPlan("any", "random"))
KEY = b"k" * 32
OPEN_SEATS = (SeatPlan("any", "you"), SeatPlan("any", "open"))


def plan(seats: tuple[SeatPlan, ...] = SEATS, map_id: str = "core") -> MatchPlan:
    return MatchPlan("Mira", map_id, seats, "short", seed=7)


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Matches hosted here are kept in the test's own folder."""
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *names, **options: str(tmp_path))


def launchers() -> list[Launcher]:
    return [LocalLauncher(port=0), LateLauncher(port=0, key=lambda: KEY)]


async def test_a_match_is_played_as_the_plan_says() -> None:
    launcher = LocalLauncher(port=0)
    wanted = replace(plan(), mode="common_cause", temper="gentle", neutral=False)
    client = await launcher.solo(wanted)
    try:
        while not isinstance(await client.happening(), MatchBegun):
            pass
        assert client.copy is not None
        match = client.copy.match
        assert (match.mode.key, match.temper, len(match.seating)) == ("common_cause", "gentle", 2)
    finally:
        await launcher.close(client)


async def test_an_installed_map_is_played(tmp_path: Path) -> None:
    draw(tmp_path / "maps")
    launcher = LocalLauncher(port=0)
    assert DRAWN in [offer.id for offer in launcher.maps()]
    client = await launcher.solo(plan(map_id=DRAWN))
    assert client.room is not None
    assert client.room.map == DRAWN
    await launcher.close(client)


async def test_a_match_played_to_its_end_is_kept_as_a_replay_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Mock(side_effect=record)
    monkeypatch.setattr("server.disk.replaying.record", made)
    launcher = LocalLauncher(port=0)
    client = await launcher.solo(replace(plan(), neutral=False))
    try:
        while client.copy is None or client.copy.view.public.outcome is None:
            plans = isinstance(await client.happening(), MatchBegun | TurnPlayed)
            if plans and client.copy is not None and client.copy.view.public.outcome is None:
                await client.set_ready(ready=True)
    finally:
        await launcher.close(client)
    made.assert_called_once()
    (kept,) = ReplayShelf(tmp_path / "replays").listed()
    found = course_of(read(kept.path)).replay
    assert prove(found).holds
    assert [(seat.name, seat.player) for seat in found.header.seats] == [("Mira", "person"), ("", "random")]
    assert found.header.map_hash == check(find("core")).rules_hash


@pytest.mark.parametrize("launcher", launchers())
async def test_a_solo_match_is_seated_and_begun(launcher: Launcher) -> None:
    client = await launcher.solo(plan())
    try:
        while not isinstance(await client.happening(), MatchBegun):
            pass
        assert client.copy is not None
        assert client.copy.turn == 1
        assert [sitting.faction for sitting in client.copy.match.seating] == ["sra", "occ", "ca"]
        assert client.copy.match.unranked == (2,)
        assert launcher.address() == ""
    finally:
        await launcher.close(client)


@pytest.mark.parametrize(("host", "guest"), [launchers()])
async def test_a_hosted_room_is_joined_by_its_invite(host: Launcher, guest: Launcher) -> None:
    owner = await host.host(plan(OPEN_SEATS))
    assert owner.room is not None
    assert owner.room.phase == LOBBY
    port = host.address().rpartition(":")[2]
    friend = await guest.join(f"127.0.0.1:{port}/{owner.room.code}", "Sam")
    assert friend.room is not None
    assert friend.room.id == owner.room.id
    await friend.set_lobby_ready(ready=True)
    await owner.start()
    while not isinstance(await friend.happening(), MatchBegun):
        pass
    assert friend.room.phase == PLAYING
    await guest.close(friend)
    await host.close(owner)
    assert host.address() == ""


async def test_a_player_with_a_key_is_known_by_it_where_they_host_and_where_they_join() -> None:
    host, guest = (LateLauncher(port=0, key=partial(bytes.__mul__, letter, 32)) for letter in (b"h", b"g"))
    owner = await host.host(plan(OPEN_SEATS))
    assert owner.room is not None
    place = f"127.0.0.1:{host.address().rpartition(':')[2]}"
    friend = await guest.join(f"{place}/{owner.room.code}", "Sam")
    await guest.close(friend)
    again = await guest.join(place, "Sam")
    assert again.welcome is not None
    assert again.welcome.you is not None
    assert again.welcome.you.name == "Sam"
    assert isinstance(await owner.device_code(), DeviceCode)
    await guest.close(again)
    await host.close(owner)


async def test_without_a_code_one_is_in_no_room() -> None:
    host, guest = launchers()
    owner = await host.host(plan(OPEN_SEATS))
    friend = await guest.join(f"127.0.0.1:{host.address().rpartition(':')[2]}", "Sam")
    assert friend.room is None
    assert friend.welcome is not None
    await guest.close(friend)
    await host.close(owner)


async def test_what_cannot_be_launched_says_why() -> None:
    launcher = LocalLauncher(port=0)
    with pytest.raises(LaunchError, match="nowhere"):
        await launcher.solo(plan(map_id="nowhere"))
    with pytest.raises(LaunchError, match="port"):
        await launcher.join("host:99999", "Sam")


async def test_a_server_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.cli.launcher.PATIENCE", 0.2)
    with pytest.raises(LaunchError, match="no server answered"):
        await LocalLauncher().join("127.0.0.1:1", "Sam")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def test_a_hosted_match_goes_on_when_its_port_is_hosted_again() -> None:
    port = free_port()
    first = LocalLauncher(port)
    owner = await first.host(plan())
    await owner.start()
    assert owner.room is not None
    assert owner.token is not None
    await first.close(owner)
    second = LocalLauncher(port)
    other = await second.host(plan())
    friend = await second.join(f"127.0.0.1:{port}", "Mira")
    assert isinstance(await friend.resume(owner.room.id, owner.token), Seated)
    await second.close(friend)
    await second.close(other)


async def test_a_taken_port_is_named() -> None:
    first = LocalLauncher(port=0)
    owner = await first.host(plan(OPEN_SEATS))
    port = int(first.address().rpartition(":")[2])
    with pytest.raises(LaunchError, match=f"port {port}"):
        await LocalLauncher(port=port).host(plan(OPEN_SEATS))
    await first.close(owner)


async def test_closing_all_ends_what_is_open() -> None:
    launcher = LocalLauncher(port=0)
    await launcher.host(plan(OPEN_SEATS))
    await launcher.close_all()
    assert launcher.address() == ""
    await LateLauncher().close_all()


@pytest.mark.parametrize("launcher", launchers())
def test_maps_and_levels_of_this_machine(launcher: Launcher) -> None:
    assert "core" in [offer.id for offer in launcher.maps()]
    assert launcher.levels() == ("random", "greedy")
