"""A city screen under test: pressed, clicked, and moved on by a clock that only the test moves."""

from collections.abc import Callable
from typing import Any

from game.client.events import PointerMoved, PointerPressed, PointerReleased
from game.client.rehearsal import RehearsalLink, settled
from game.client.screens.city.screen import CityScreen
from tests.support.stages import press


class Played:
    """A city screen on its stage, with its link and a clock that only the test moves."""

    def __init__(self, screen: CityScreen, link: RehearsalLink) -> None:
        self.screen, self.link = screen, link
        self.stage = screen.stage
        self.calls: list[str] = []
        self.now = 0.0

    async def frames(self, count: int = 4, seconds: float = 1 / 30) -> None:
        for _ in range(count):
            self.now += seconds
            self.stage.tick(self.now)
            await settled()
            self.stage.items()

    def press(self, *chords: str) -> None:
        press(self.stage, *chords)

    def click(self, x: int, y: int, button: int = 1) -> None:
        self.stage.handle(PointerMoved(x, y))
        self.stage.handle(PointerPressed(x, y, button))
        self.stage.handle(PointerReleased(x, y, button))
        self.stage.items()

    @property
    def slate(self) -> tuple[Any, ...]:
        return self.screen.model.planning.slate


Opened = Callable[..., Any]
"""Opens a city screen; see the fixture of that name."""
