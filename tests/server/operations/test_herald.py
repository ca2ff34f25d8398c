import asyncio
from typing import Any

import msgspec
from msgspec.structs import replace

from game.protocol import messages as say
from game.rules.ids import Seat
from server.operations.herald import Herald
from server.operations.news import TWO_HOURS
from server.room.image import Image
from tests.support.rooms import ANN, BOB, Bench, begun

DAY = 24 * 3600
NOW = 1_793_606_400_000
HERE: tuple[Seat, ...] = ()


class Desk:
    """A herald, and what it has written."""

    def __init__(self, url: str = "https://hooks.example/server") -> None:
        self.letters: list[tuple[str, str]] = []
        self.herald = Herald(self._take, "Our server", url, lambda: NOW)

    def _take(self, url: str, body: bytes) -> None:
        self.letters.append((url, msgspec.json.decode(body)["content"]))

    def look(self, bench: Bench, here: tuple[Seat, ...] = HERE, **changes: Any) -> list[str]:
        """What is written when the room looks like this."""
        before = len(self.letters)
        self.herald.look(replace(bench.room.image, **changes), here)
        return [text for _, text in self.letters[before:]]


def lobby(**settings: Any) -> Bench:
    bench = Bench(timer=DAY, **settings)
    bench.open()
    bench.join(BOB, "Bob")
    bench.ask(BOB, say.SetLobbyReady("r1", ready=True))
    return bench


async def test_each_turn_is_told_once() -> None:
    desk, bench = Desk(), lobby()
    assert desk.look(bench) == []
    bench.ask(ANN, say.StartMatch("r1"))
    (told,) = desk.look(bench)
    assert told.startswith("Turn 1 of “A room” has begun.")
    assert desk.look(bench) == []
    for member in (ANN, BOB):
        bench.ready(member)
    (told,) = desk.look(bench)
    assert told.startswith("Turn 2")


async def test_the_last_one_is_told_once_a_turn() -> None:
    desk, bench = Desk(), begun(timer=DAY)
    desk.look(bench)
    bench.ready(BOB)
    assert [text[:4] for text in desk.look(bench)] == ["Ann,"]
    bench.ready(BOB, ready=False)
    bench.ready(BOB)
    assert desk.look(bench) == []


async def test_after_a_restart_the_turn_is_not_told_again() -> None:
    desk, bench = Desk(), begun(timer=DAY)
    assert desk.look(bench) == []
    assert desk.look(bench) == []


async def test_two_hours_before_the_deadline_the_room_as_it_is_then_says_who_is_told() -> None:
    desk, bench = Desk(), begun(timer=DAY)
    soon = NOW + TWO_HOURS + 40
    desk.look(bench, deadline=soon)
    desk.look(bench, (Seat(0),), deadline=soon, ready=(True, False), slates=(None, None))
    desk.letters.clear()
    await asyncio.sleep(0.2)
    assert [text for _, text in desk.letters] == [
        "Two hours are left of turn 1 of “A room”. It waits for: Bob."
    ]


async def test_a_deadline_that_moves_or_a_room_that_goes_takes_the_timer_along() -> None:
    desk, bench = Desk(), begun(timer=DAY)
    desk.look(bench, deadline=NOW + TWO_HOURS + 20)
    desk.look(bench, deadline=NOW + DAY * 1000)
    desk.look(bench, deadline=NOW + TWO_HOURS + 20)
    desk.herald.forget("r1")
    desk.herald.forget("another")
    await asyncio.sleep(0.1)
    assert desk.letters == []


async def test_a_turn_shorter_than_two_hours_needs_no_such_word() -> None:
    desk, bench = Desk(), begun(timer=3600)
    desk.look(bench, deadline=NOW + TWO_HOURS - 1)
    await asyncio.sleep(0.05)
    assert desk.letters == []


async def test_a_live_match_is_not_told_of() -> None:
    desk, bench = Desk(), Bench(timer=60)
    desk.look(bench)
    assert desk.look(begun(timer=60)) == []


async def test_a_room_writes_to_its_own_webhook_and_only_a_public_one_to_the_servers() -> None:
    own = "https://hooks.example/own"

    def addresses(**changes: Any) -> set[str]:
        desk, bench = Desk(), lobby(webhook=own)
        image: Image = bench.room.image
        image = replace(image, setup=replace(image.setup, **changes))
        desk.herald.look(image, HERE)
        bench.ask(ANN, say.StartMatch("r1"))
        desk.herald.look(replace(bench.room.image, setup=image.setup), HERE)
        return {url for url, _ in desk.letters}

    assert addresses() == {own, "https://hooks.example/server"}
    assert addresses(public=False) == {own}
    assert addresses(public=False, webhook="") == set()


async def test_secrets_of_the_match_are_not_in_a_letter() -> None:
    bodies: list[bytes] = []
    herald = Herald(
        lambda _url, body: bodies.append(body), "Our server", "https://hooks.example/", lambda: NOW
    )
    bench = lobby()
    herald.look(bench.room.image, HERE)
    bench.ask(ANN, say.StartMatch("r1"))
    herald.look(bench.room.image, HERE)
    (body,) = bodies
    assert b"CODE23" not in body
    assert b"token" not in body
