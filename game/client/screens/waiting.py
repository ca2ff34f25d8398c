"""Something takes a while: what it is, and a way to stop it."""

from collections.abc import Callable, Iterable
from typing import Final

from game.client.events import Event, KeyPressed
from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import Fill, Item
from game.client.screens.base import Screen, Stage
from game.client.screens.centred import Centred, night
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.label import Label
from game.client.widgets.layout import Column, Row, Space
from game.client.widgets.panelbox import PanelBox
from game.client.widgets.widget import Widget

SWEEP_SECONDS: Final = 1.6
STEPS: Final = 40
WIDTH: Final = 440


class Sweep(Widget):
    """A light that runs along a groove while work goes on; it says nothing about how much is left."""

    def __init__(self) -> None:
        super().__init__()
        self._step = 0

    def put(self, now: float) -> None:
        """Show the light where it is at a time in seconds."""
        step = int(now / SWEEP_SECONDS % 1 * STEPS)
        if step != self._step:
            self._step = step
            self.changed()

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(6))

    def paint(self, look: Look) -> Iterable[Item]:
        rect, third = self.rect, self.rect.w // 3
        left = rect.x - third + (rect.w + third) * self._step // STEPS
        lit = Rect(left, rect.y, third, rect.h).intersection(rect)
        return (Fill(rect, look.palette.groove), Fill(lit, look.palette.go))


class WaitingScreen(Screen):
    """Says what is done now; Escape or the button calls `cancel`."""

    def __init__(self, stage: Stage, words: str, cancel: Callable[[], None]) -> None:
        super().__init__(stage)
        self._words, self._cancel = words, cancel
        self._sweep = Sweep()

    def root(self) -> Widget:
        stop = Button(self.stage.say("common-cancel"), self._cancel, key="Esc", height=36)
        words = Label(self._words, Style.STRONG_18, "text", wrap=True)
        column = Column((words, self._sweep, Row((Space(grow=1.0), stop))), gap=16)
        return Centred(PanelBox(column, accent="go", padding=20), WIDTH)

    def backdrop(self) -> tuple[Item, ...]:
        return night(self.stage.desk.size)

    def tick(self, now: float) -> None:
        if not self.stage.desk.look.reduced_motion:
            self._sweep.put(now)

    def after(self, event: Event) -> bool:
        if isinstance(event, KeyPressed) and event.chord == "escape" and not event.repeat:
            self._cancel()
            return True
        return False
