"""Both archives, on disk and in memory, keep the same promises."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.replays.codec import decode
from game.replays.proof import prove
from game.replays.recording import NotRecordableError
from server.disk.database import open_database
from server.disk.memory_replays import MOST_KEPT, MemoryReplays
from server.disk.replay_store import SqliteReplays
from server.disk.replays import MOST_LISTED, KeptReplay, ReplayBytes, Replays, kept_replay
from tests.support.replays import played_room

IMAGE, TURNS = played_room()


@pytest.fixture(params=["memory", "sqlite"])
async def replays(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Replays]:
    if request.param == "memory":
        yield MemoryReplays()
    else:
        database = await open_database(tmp_path)
        yield SqliteReplays(database)
        await database.close()


def replay(room: str, ended_at: int, *persons: int, public: bool = True) -> KeptReplay:
    kept = kept_replay(IMAGE, TURNS, ended_at)
    about = replace(kept.about, room=room)
    return replace(kept, about=about, persons=frozenset(persons), is_public=public)


def test_a_match_is_kept_with_what_a_list_shows_of_it() -> None:
    kept = kept_replay(IMAGE, TURNS, 1_790_000_000)
    assert (kept.about.room, kept.about.players, kept.about.bytes) == ("r1", ("Ann", "Bob"), len(kept.body))
    assert (kept.about.map, kept.about.mode, kept.about.length) == ("grid", "free", "short")
    assert prove(decode([kept.body])).holds


def test_a_person_who_is_called_as_a_level_is_no_computer() -> None:
    ann, bob = IMAGE.seats
    seats = (replace(ann, name="greedy"), replace(bob, player="greedy", name=""))
    about = kept_replay(replace(IMAGE, seats=seats), TURNS, 0).about
    assert (about.players, about.computers) == (("greedy", "greedy"), (1,))
    resigned = replace(bob, player="greedy", resigned=True)
    about = kept_replay(replace(IMAGE, seats=(ann, resigned)), TURNS, 0).about
    assert (about.players, about.computers) == (("Ann", "Bob"), ())


@pytest.mark.parametrize(
    ("public", "password", "is_public"), [(True, b"", True), (False, b"", False), (True, b"x", False)]
)
def test_only_what_everybody_could_join_is_public(public: bool, password: bytes, is_public: bool) -> None:
    setup = replace(IMAGE.setup, public=public, password=password)
    assert kept_replay(replace(IMAGE, setup=setup), TURNS, 0).is_public is is_public


def test_its_persons_may_have_it() -> None:
    seats = (replace(IMAGE.seats[0], person=7), IMAGE.seats[1])
    assert kept_replay(replace(IMAGE, seats=seats), TURNS, 0).persons == {7}


def test_a_running_match_is_never_kept() -> None:
    image, turns = played_room(3)
    with pytest.raises(NotRecordableError):
        kept_replay(image, turns, 0)


async def test_ones_own_and_public_matches_are_listed_the_latest_first(replays: Replays) -> None:
    for kept in (
        replay("old", 1, 7, public=False),
        replay("public", 2, 8),
        replay("both", 3, 7),
        replay("others", 4, 8, public=False),
    ):
        await replays.keep(kept)
    assert [about.room for about in await replays.listed(7)] == ["both", "public", "old"]
    assert [about.room for about in await replays.listed(0)] == ["both", "public"]


async def test_who_may_have_a_replay(replays: Replays) -> None:
    await replays.keep(replay("private", 1, 7, public=False))
    await replays.keep(replay("public", 1, 7))
    assert [await replays.may_have("private", person) for person in (7, 8, 0)] == [True, False, False]
    assert [await replays.may_have("public", person) for person in (7, 8, 0)] == [True, True, True]
    assert not await replays.may_have("nowhere", 7)


async def test_a_replay_comes_in_parts(replays: Replays) -> None:
    await replays.keep(replay("r1", 1))
    first, second = await replays.part("r1", 0, 30_000), await replays.part("r1", 30_000, 30_000)
    assert first is not None
    assert second is not None
    body = kept_replay(IMAGE, TURNS, 1).body
    assert (len(first.data), first.data + second.data, first.total) == (30_000, body, len(body))
    assert await replays.part("r1", len(body), 10) == ReplayBytes(b"", len(body))
    assert await replays.part("r2", 0, 10) is None


async def test_one_of_the_same_room_stands_in_place_of_the_former(replays: Replays) -> None:
    await replays.keep(replay("r1", 1, 7, public=False))
    await replays.keep(replay("r1", 2, 8, public=False))
    assert not await replays.may_have("r1", 7)
    assert [about.ended_at for about in await replays.listed(8)] == [2]


async def test_a_list_has_an_end(replays: Replays) -> None:
    for number in range(min(MOST_KEPT, MOST_LISTED) + 5):
        await replays.keep(replace(replay(f"r{number}", number, 7), body=b""))
    assert len(await replays.listed(7)) <= MOST_LISTED
