"""Hosting without a window: a server on all interfaces with one room, until it is stopped."""

import asyncio
import contextlib
import signal
from collections.abc import Callable

from msgspec.structs import replace

from game.cli.launcher import LocalLauncher
from game.client.launcher import LaunchError, MatchPlan
from game.lab.bot import words_of
from game.link.happenings import RoomSeen
from game.link.match_client import MatchClient
from game.protocol.messages import PERSON, Declined, RoomInfo

Tell = Callable[[str], None]


def invitation(address: str, code: str) -> str:
    """What to tell a friend."""
    return f"{address}/{code}"


async def host_headless(launcher: LocalLauncher, plan: MatchPlan, tell: Tell) -> None:
    """Open a room, say where it is, and serve until SIGINT or SIGTERM.

    Whoever opened it gives up the seat marked `you` to the first who joins, and with it the room. At
    least one seat is open. Raises LaunchError.
    """
    stop = _stop_asked()
    client = await launcher.host(replace(plan, terms=replace(plan.terms, public=True)))
    try:
        if client.room is None:
            raise LaunchError("the server made no room")
        tell(f"listening on {launcher.address()}")
        tell(f"join with: neo-sanctum join {invitation(launcher.address(), client.room.code)}")
        handing_over = asyncio.create_task(_hand_over(client, tell))
        await _until(stop, handing_over)
    finally:
        await launcher.close(client)


async def _until(stop: asyncio.Event, task: asyncio.Task[None]) -> None:
    """Wait for `stop`; what goes wrong in the task before that is raised here."""
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((task, stopping), return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
            await stopping
    finally:
        task.cancel()
        stopping.cancel()


def _stop_asked() -> asyncio.Event:
    """Set when the program is asked to end; where a loop takes no signals, Ctrl+C ends it by itself."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    with contextlib.suppress(NotImplementedError):  # the loop of Windows: Ctrl+C ends the program by itself
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop.set)
    return stop


async def _hand_over(client: MatchClient, tell: Tell) -> None:
    """Wait for the first guest, then get up."""
    while True:
        happening = await client.happening()
        if isinstance(happening, RoomSeen) and _has_guest(happening.room):
            answer = await client.leave()
            if isinstance(answer, Declined):
                raise LaunchError(words_of(answer.refusals))
            tell("somebody joined: the room is theirs now")
            return


def _has_guest(room: RoomInfo) -> bool:
    return sum(chair.player == PERSON for chair in room.seats) > 1
