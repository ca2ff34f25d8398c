"""Screens under test, opened on a stage and closed with the test."""

from collections.abc import AsyncIterator

import pytest

from game.client.city_layout import CityLayout
from game.client.rehearsal import Rival, idle
from game.client.screens.city.screen import CityScreen
from game.rules.ids import Seat
from tests.support.matches import SRA
from tests.support.played import Opened, Played
from tests.support.rehearsals import lively, rehearsed
from tests.support.stages import stage


@pytest.fixture
async def opened() -> AsyncIterator[Opened]:
    """Opens city screens after so many turns, at a size, for a seat; what they call is kept in `calls`."""
    clients = []

    async def opening(
        turns: int = 0,
        size: tuple[int, int, float | None] = (1280, 720, None),
        length: str = "standard",
        rival: Rival = lively,
        seat: Seat = SRA,
    ) -> Played:
        link, client = await rehearsed(turns, rival if turns else idle, length, seat)
        clients.append(client)
        link_calls: list[str] = []
        on = stage(*size)
        screen = CityScreen(
            on,
            client,
            CityLayout(link.city.art),
            on_over=lambda: link_calls.append("over"),
            on_leave=lambda: link_calls.append("leave"),
            on_settings=lambda: link_calls.append("settings"),
        )
        on.go(screen)
        played = Played(screen, link)
        played.calls = link_calls
        await played.frames()
        return played

    yield opening
    for client in clients:
        await client.__aexit__(None, None, None)
