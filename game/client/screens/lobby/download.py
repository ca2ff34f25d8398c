"""A replay is on its way: how far it has come, and a way to stop it."""

from collections.abc import Callable
from typing import Final

from game.client.events import Event, KeyPressed
from game.client.scene.items import Item
from game.client.screens.base import Screen, Stage
from game.client.screens.centred import Centred, night
from game.client.screens.fetching import Progress, plain, size_words
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.label import Label
from game.client.widgets.layout import Column, Row, Space
from game.client.widgets.panelbox import PanelBox
from game.client.widgets.widget import Widget

WIDTH: Final = 560


class DownloadScreen(Screen):
    """Whoever fetches calls `put`; Escape or the button calls `stop`."""

    def __init__(self, stage: Stage, title: str, stop: Callable[[], None]) -> None:
        super().__init__(stage)
        self._title, self._stop = title, stop
        self._bar = Progress()
        self._state = Label(stage.say("lobby-asking"), Style.STRONG, "soft")

    def put(self, arrived: int, total: int) -> None:
        """So many bytes have come, of so many."""
        say = self.stage.say
        self._bar.put(arrived, total)
        self._state.say(say("maps-arrived", arrived=size_words(arrived, say), total=size_words(total, say)))

    def root(self) -> Widget:
        stop = Button(self.stage.say("common-cancel"), self._stop, key="Esc", height=36)
        column = Column(
            (
                Label(plain(self._title), Style.H2, wrap=True),
                self._bar,
                self._state,
                Row((Space(grow=1.0), stop)),
            ),
            gap=14,
        )
        caption = self.stage.say("lobby-download")
        return Centred(PanelBox(column, caption=caption, accent="voice", padding=20), WIDTH)

    def backdrop(self) -> tuple[Item, ...]:
        return night(self.stage.desk.size)

    def after(self, event: Event) -> bool:
        if isinstance(event, KeyPressed) and event.chord == "escape" and not event.repeat:
            self._stop()
            return True
        return False
