import asyncio

from game.client.events import KeyPressed, TextTyped
from game.client.screens.base import Stage
from game.client.widgets.entry import TextEntry
from game.client.widgets.layout import Column
from tests.support.stages import Holding, shown, stage


class Opening(Holding):
    """Y moves the keyboard into the entry."""

    def __init__(self, on: Stage, entry: TextEntry) -> None:
        super().__init__(on, Column((entry,)))
        self._entry = entry

    def after(self, event: object) -> bool:
        if isinstance(event, KeyPressed) and event.key == "y":
            self.stage.desk.focus_on(self._entry)
            return True
        return False


def test_the_key_that_opens_an_entry_is_not_typed_into_it() -> None:
    on, entry = stage(), TextEntry()
    shown(Opening(on, entry))
    on.handle(KeyPressed("y"))
    on.handle(TextTyped("y"))
    on.handle(KeyPressed("y"))
    on.handle(TextTyped("y"))
    on.handle(TextTyped("es"))
    assert entry.text == "yes"


async def test_work_that_is_cancelled_before_it_began_is_closed() -> None:
    on, done = stage(), []

    async def job() -> None:
        done.append("begun")

    on.work(job()).cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert done == []
