"""A data folder full of running matches, as a server leaves it."""

import time
from pathlib import Path

from msgspec.structs import replace

from game.content import ruleset
from game.maps import check, find
from game.protocol import messages as say
from server.disk.store import open_journal
from server.room.content import Content
from server.room.room import Room
from tests.support.rooms import ANN, BOB, Bench, setup

TIMER = 3600


def _today(now: int) -> int:
    """A clock by which the matches are under way when a server finds them."""
    return time.time_ns() // 1_000_000 - 2_000 + now


def _running() -> Bench:
    """A match on Core in its sixth turn, with a slate saved."""
    bench = Bench(timer=TIMER)
    content = Content(ruleset(), check(find("core")).city)
    bench.room = Room.made(replace(setup(timer=TIMER), map="core"), content, bench.mint, _today)
    bench.open()
    bench.join(BOB, "Bob")
    bench.ask(BOB, say.SetLobbyReady("r1", ready=True))
    assert isinstance(bench.ask(ANN, say.StartMatch("r1")), say.Done)
    for turn in range(1, 6):
        bench.ready(ANN, turn)
        bench.ready(BOB, turn)
    bench.save(ANN, (), 6)
    return bench


async def fill(folder: Path, rooms: int) -> None:
    """So many rooms, with an hour for a turn each; their ids are `room0` and so on."""
    bench = _running()
    assert bench.image is not None
    journal = await open_journal(folder)
    for number in range(rooms):
        room = f"room{number}"
        own = replace(bench.image.setup, id=room, code=f"C{number:05d}")
        epoch = await journal.claim(room)
        await journal.append(room, epoch, (), replace(bench.image, setup=own))
        await journal.append(room, epoch, tuple(bench.records), None)
    await journal.close()
