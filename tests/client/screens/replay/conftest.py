import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from game.client.city_layout import CityLayout
from game.client.screens.replay.reel import Reel
from game.client.screens.replay.screen import ReplayScreen
from game.link.match_client import MatchClient
from game.link.replay import ReplayLink, opened
from game.replays.codec import decode
from game.replays.course import course_of
from tests.support.rehearsals import core
from tests.support.replays import on_core
from tests.support.stages import press, stage


class Watched:
    """A replay on its stage, with a clock that only the test moves."""

    def __init__(self, screen: ReplayScreen, client: MatchClient, calls: list[str]) -> None:
        self.screen, self.client, self.calls = screen, client, calls
        self.reel, self.stage = screen.reel, screen.stage
        self.now = 0.0

    async def frames(self, count: int = 6, seconds: float = 1 / 30) -> None:
        for _ in range(count):
            self.now += seconds
            self.stage.tick(self.now)
            for _ in range(4):
                await asyncio.sleep(0)
            self.stage.items()

    async def press(self, *chords: str) -> None:
        """Press keys, each with time to be answered; whatever is told by itself is ended first."""
        for chord in chords:
            press(self.stage, chord)
            await self.frames()

    async def told(self) -> None:
        """End what is being told."""
        while self.screen.playback.playing:
            self.screen.playback.skip()
            await self.frames()

    @property
    def turn(self) -> int:
        return self.screen.model.public.turn


Opened = Callable[..., Watched]


@pytest.fixture
async def watch() -> AsyncIterator[Opened]:
    """Opens a replay in a window of a size, with or without a proof."""
    clients: list[MatchClient] = []
    link = ReplayLink(course_of(decode([on_core()])))
    client = await opened(link)
    clients.append(client)

    def made(
        window: tuple[int, int, float | None] = (1280, 720, None), proved: bool | None = True
    ) -> Watched:
        calls: list[str] = []
        reel = Reel(link, client, proved=proved, language="en")
        screen = ReplayScreen(
            stage(*window),
            client,
            reel,
            CityLayout(core().art),
            on_over=lambda: calls.append("over"),
            on_leave=lambda: calls.append("leave"),
            on_settings=lambda: calls.append("settings"),
        )
        screen.stage.go(screen)
        screen.stage.items()
        return Watched(screen, client, calls)

    yield made
    for one in clients:
        await one.__aexit__(None, None, None)
