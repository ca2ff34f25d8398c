import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli.hosting import host_headless
from game.cli.launcher import LocalLauncher
from game.client.launcher import MatchPlan
from game.link.address import parse
from game.link.happenings import RoomSeen
from game.link.match_client import MatchClient
from game.link.websocket import WebSocketLink
from game.protocol.messages import OPEN, Seated, SeatPlan

PLAN = MatchPlan("Host", "core", (SeatPlan("sra", "you"), SeatPlan("occ", "open")), "short")


async def test_the_first_guest_takes_the_room_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *names, **options: str(tmp_path))
    told: asyncio.Queue[str] = asyncio.Queue()
    hosting = asyncio.create_task(host_headless(LocalLauncher(port=0), PLAN, told.put_nowait))
    assert (await told.get()).startswith("listening on ")
    invite = parse((await told.get()).rpartition(" ")[2])
    local = parse(f"127.0.0.1:{invite.port}/{invite.code}")
    async with MatchClient(WebSocketLink(local)) as guest:
        assert isinstance(await guest.join(invite.code, "Sam"), Seated)
        assert "theirs" in await told.get()
        while guest.room is None or guest.room.owner != guest.seat:
            await guest.happening()
        assert guest.room.seats[0].player == OPEN
        while (seen := guest.poll()) is not None:
            assert not isinstance(seen, RoomSeen) or seen.room.owner == guest.seat
    hosting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await hosting


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to catch")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_hosting_ends_cleanly_when_asked(number: signal.Signals, tmp_path: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "game", "host", "--port", "0", "--seats", "you,open"],
        env={**environment, "XDG_DATA_HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith("listening on ")
    assert "neo-sanctum join " in process.stdout.readline()
    process.send_signal(number)
    _, complaint = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Traceback" not in complaint
