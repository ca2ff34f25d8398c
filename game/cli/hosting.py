"""Hosting without a window: a server on all interfaces with one room, until it is stopped."""

import asyncio
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
    """Open a room, say where it is, and serve until cancelled.

    Whoever opened it gives up the seat marked `you` to the first who joins, and with it the room. At least one
    seat is open. Raises LaunchError.
    """
    client = await launcher.host(replace(plan, public=True))
    try:
        if client.room is None:
            raise LaunchError("the server made no room")
        tell(f"listening on {launcher.address()}")
        tell(f"join with: neo-sanctum join {invitation(launcher.address(), client.room.code)}")
        await _hand_over(client, tell)
        await asyncio.Event().wait()
    finally:
        await launcher.close(client)


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
