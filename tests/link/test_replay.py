from collections.abc import AsyncIterator

import pytest
from msgspec.structs import replace

from game.link.link import Closed
from game.link.match_client import MatchClient
from game.link.replay import ReplayLink, identity_of, opened, room_of
from game.protocol import messages as say
from game.replays.course import course_of
from game.rules.orders import NO_ORDERS
from tests.support.replays import replay


@pytest.fixture
async def watched() -> AsyncIterator[tuple[ReplayLink, MatchClient]]:
    link = ReplayLink(course_of(replay()))
    client = await opened(link)
    yield link, client
    await client.__aexit__(None, None, None)


async def arrived(link: ReplayLink, client: MatchClient) -> None:
    """Wait until the client has what was asked for."""
    while client.copy is None or client.copy.count.number != link.at:
        await client.happening()


Watched = tuple[ReplayLink, MatchClient]


async def test_it_begins_before_the_first_turn_for_one_who_watches(watched: Watched) -> None:
    link, client = watched
    assert client.copy is not None
    assert (client.seat, client.copy.turn, link.at) == (-1, 1, 0)
    assert client.copy.view.mandates == ()
    assert client.copy.match == replay().opening.match


async def test_every_turn_is_played_as_it_was(watched: Watched) -> None:
    link, client = watched
    assert client.copy is not None
    for turn in replay().turns:
        link.forward()
        await arrived(link, client)
        assert client.copy.view.public == link.course.publics[link.at]
        assert client.copy.ledgers[turn.turn] == turn.entries
    assert link.at == link.last
    link.forward()
    assert link.at == link.last


async def test_one_goes_to_any_turn_and_on_from_there(watched: Watched) -> None:
    link, client = watched
    assert client.copy is not None
    for at in (link.last, 2, 0, 3):
        link.go(at)
        await arrived(link, client)
        assert client.copy.view.public == link.course.publics[at]
    link.forward()
    await arrived(link, client)
    assert client.copy.view.public == link.course.publics[4]
    assert sorted(client.copy.ledgers)[:4] == [1, 2, 3, 4]


@pytest.mark.parametrize(("at", "there"), [(-5, 0), (99, len(replay().turns))])
async def test_there_is_nothing_beyond_its_ends(watched: Watched, at: int, there: int) -> None:
    watched[0].go(at)
    assert watched[0].at == there


async def test_nothing_can_be_ordered(watched: Watched) -> None:
    _, client = watched
    assert isinstance(await client.save_slate(NO_ORDERS), say.Declined)
    assert isinstance(await client.leave(), say.Done)


async def test_it_closes_once() -> None:
    link = ReplayLink(course_of(replay()))
    await link.close()
    await link.close()
    await link.receive()
    assert isinstance(await link.receive(), Closed)


def test_the_room_says_who_sat_where() -> None:
    found = replay()
    resigned = replace(found.header.seats[1], name="Bo")
    seats = (found.header.seats[0], resigned, found.header.seats[2])
    chairs = room_of(course_of(replace(found, header=replace(found.header, seats=seats)))).seats
    assert [(c.name, c.player, c.resigned) for c in chairs] == [
        ("Ada", "person", False),
        ("Bo", "random", True),
        ("", "random", False),
    ]


def test_the_map_goes_by_its_hash_where_it_is_known() -> None:
    header = replay().header
    identity = identity_of(header)
    assert identity is not None
    assert identity.rules == "a" * 64
    assert identity_of(replace(header, map_hash="")) is None
