"""What a seat hides shows nowhere: not to others, in no log, figure or answer to those who run the server, in no clock.

Two runs of each match differ in one seat's slates and brief alone, and everything else must come out the same.
`tests/server/room/test_non_interference.py` holds the same of a room by itself, in more matches, private chat included.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from game.protocol import messages as say
from server.admin import bureau
from server.disk.journal import Storing
from server.host.archivist import Archivist
from server.host.keeper import Keeper
from server.room import table
from server.room.effects import Store
from server.room.image import Image, Saved
from server.room.timing import Timing
from tests.support.overhearing import overhear

MATCHES = 24


def test_what_a_seat_hides_shows_nowhere_until_the_turn_is_played() -> None:
    revealed = 0
    for seed in range(MATCHES):
        one, other = overhear(seed, 1), overhear(seed, 2)
        assert one.logs
        assert one.thoughts
        assert not one.differences(other), f"seed {seed}"
        revealed += one.hidden != other.hidden and one.reveal != other.reveal
    assert revealed > MATCHES // 2, "what was hidden mattered"


def hidden_in(image: Image) -> int:
    """A number that tells of the slates that are saved."""
    return sum(map(len, filter(None, image.slates)))


Patch = pytest.MonkeyPatch


def log(patch: Patch) -> None:
    store(patch, lambda _keeper, orders: logging.getLogger("server").debug("saved %d orders", orders))


def count(patch: Patch) -> None:
    def counted(keeper: Keeper, orders: int) -> None:
        keeper._meters.turns += orders

    store(patch, counted)


def store(patch: Patch, leak: Callable[[Keeper, int], None]) -> None:
    """Let something leak when a slate is stored."""
    stored = Keeper._store

    def leaky(keeper: Keeper, store: Store) -> Storing:
        for record in store.records:
            if isinstance(record, Saved) and record.seat == 1:
                leak(keeper, len(record.orders))
        return stored(keeper, store)

    patch.setattr(Keeper, "_store", leaky)


def refuse(patch: Patch) -> None:
    refusals = table.slate_refusals

    def gossiping(board: Any, image: Image, *rest: Any) -> Any:
        return tuple(replace(one, order=hidden_in(image)) for one in refusals(board, image, *rest))

    patch.setattr(table, "slate_refusals", gossiping)


def show(patch: Patch) -> None:
    row = bureau._row

    def talkative(keeper: Keeper) -> dict[str, Any]:
        return {**row(keeper), "orders": hidden_in(keeper.room.image)}

    patch.setattr(bureau, "_row", talkative)


def advise(patch: Patch) -> None:
    thought = table.thought

    def all_knowing(image: Image, *rest: Any) -> Any:
        think = thought(image, *rest)
        return replace(think, seed=think.seed + hidden_in(image))

    patch.setattr(table, "thought", all_knowing)


def hurry(patch: Patch) -> None:
    said = Timing._said

    def hasty(timing: Timing, now: int) -> say.Clock:
        clock = said(timing, now)
        return replace(clock, left=clock.left - hidden_in(timing._core.image))

    patch.setattr(Timing, "_said", hasty)


def wait(patch: Patch) -> None:
    """A slate that takes the longer the more is in it, with everybody's turn behind it."""
    stored = Keeper._store

    async def slowly(keeper: Keeper, store: Store) -> None:
        await asyncio.sleep(0.01 * sum(len(r.orders) for r in store.records if isinstance(r, Saved)))
        await stored(keeper, store)

    def slow(keeper: Keeper, store: Store) -> asyncio.Future[None]:
        return asyncio.ensure_future(slowly(keeper, store))

    patch.setattr(Keeper, "_store", slow)


@pytest.mark.parametrize(
    ("leak", "where"),
    [
        (log, "logs"),
        (count, "metrics"),
        (refuse, "frames"),
        (show, "admin"),
        (advise, "thoughts"),
        (hurry, "frames"),
        (wait, "frames"),
    ],
)
def test_a_leak_is_found(leak: Callable[[Patch], None], where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    leak(monkeypatch)
    assert any(where in overhear(seed, 1).differences(overhear(seed, 2)) for seed in range(8))


async def _handed_out(archivist: Archivist, _guest: Any, re: int, act: say.AskReplay, **_: Any) -> Any:
    return say.ReplayPart(re, act.room, 0, b"replay", 6)


def test_a_replay_of_a_running_match_that_is_handed_out_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Archivist, "_part", _handed_out)
    with pytest.raises(AssertionError, match="a replay of a match that runs"):
        overhear(0, 1)
