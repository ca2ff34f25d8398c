"""A match of computer players over a real server on this machine, told in the terminal as it happens."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack

from game.ai.roster import LEVELS
from game.cli.table import MatchTable
from game.content import ruleset
from game.lab.bot import Bot, accepted, words_of
from game.link.happenings import TurnPlayed
from game.link.match_client import MatchClient
from game.link.websocket import WebSocketLink
from game.protocol.messages import OPEN, YOU, CreateRoom, Declined, Seated, SeatPlan
from game.rules.board import Board
from game.text.catalog import Catalog
from game.text.chronicle import chronicle
from server.config import Config
from server.host.library import Library
from server.local import LocalHost

Tell = Callable[[str], None]
"""Prints a line."""


class WatchError(Exception):
    """The match could not be played to its end; the message says why."""


async def watch(table: MatchTable, seed: int, delay: float, tell: Tell) -> None:
    """Play the match to its end, one line after another, with `delay` seconds between the turns.

    Every seat is a client of its own over a websocket; all seats are computer players'. Raises BotError,
    OSError, WatchError.
    """
    map_id = table.city.map_id
    scenarios = {} if table.scenario is None else {map_id: table.scenario}
    library = Library(ruleset(), {map_id: table.city}, LEVELS, scenarios=scenarios)
    config = Config(host="127.0.0.1", port=0, name="watch")
    async with LocalHost(config, library=library, listen=True) as host, AsyncExitStack() as stack:
        if host.address is None:
            raise WatchError("the server on this machine has no address")
        tell(f"{table.city.title}: a match of {_players(table.seats)}, seed {seed}, over {host.url}")
        clients = [
            await stack.enter_async_context(MatchClient(WebSocketLink(host.address))) for _ in table.seats
        ]
        await _sit_down(clients, table, seed)
        reports: asyncio.Queue[TurnPlayed | None] = asyncio.Queue(maxsize=0)
        async with _playing(clients, table, seed, reports):
            await _narrate(clients[0], reports, delay, tell)


def _players(seats: Sequence[SeatPlan]) -> str:
    return ", ".join(f"{seat.faction}:{seat.player}" for seat in seats)


async def _sit_down(clients: Sequence[MatchClient], table: MatchTable, seed: int) -> None:
    """The first client makes the room, the others join it, all are ready, and the match begins."""
    owner, *others = clients
    plans = tuple(SeatPlan(seat.faction, OPEN if number else YOU) for number, seat in enumerate(table.seats))
    room = CreateRoom(
        player="Player 1",
        name="Watch",
        map=table.city.map_id,
        seats=plans,
        length=table.length,
        public=False,
        seed=seed,
        mode=table.mode,
        temper=table.temper,
        neutral=table.neutral,
    )
    seated = _seated(await owner.create(room))
    for number, client in enumerate(others, start=2):
        _seated(await client.join(seated.room.code, f"Player {number}"))
        accepted(await client.set_lobby_ready(ready=True))
    accepted(await owner.start())


def _seated(answer: Seated | Declined) -> Seated:
    if isinstance(answer, Declined):
        raise WatchError(words_of(answer.refusals))
    return answer


@contextlib.asynccontextmanager
async def _playing(
    clients: Sequence[MatchClient],
    table: MatchTable,
    seed: int,
    reports: asyncio.Queue[TurnPlayed | None],
) -> AsyncIterator[None]:
    """Everyone plays while the block runs; the first one reports each turn, and None after the last."""
    bots = [
        Bot(client, plan.player, seed, None if number else reports.put_nowait)
        for number, (client, plan) in enumerate(zip(clients, table.seats, strict=True))
    ]

    async def first() -> None:
        try:
            await bots[0].play()
        finally:
            reports.put_nowait(None)

    async with asyncio.TaskGroup() as group:
        group.create_task(first())
        for bot in bots[1:]:
            group.create_task(bot.play())
        yield


async def _narrate(
    client: MatchClient, reports: asyncio.Queue[TurnPlayed | None], delay: float, tell: Tell
) -> None:
    catalog = Catalog()
    while (report := await reports.get()) is not None:
        if client.copy is None:
            raise WatchError("a turn was played before the match began")
        for line in _story(catalog, client.copy.board, report):
            tell(line)
        tell("")
        if delay and report.after.public.outcome is None:
            await asyncio.sleep(delay)


def _story(catalog: Catalog, board: Board, report: TurnPlayed) -> Sequence[str]:
    legacy = [seat.legacy for seat in report.after.public.seats]
    return chronicle(catalog, board, report.turn, report.entries, legacy)
