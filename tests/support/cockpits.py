"""A cockpit over a rehearsed match, for tests of single panels and windows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from game.client.events import KeyPressed
from game.client.model.match import MatchModel
from game.client.rehearsal import RehearsalLink, Rival, idle, settled
from game.client.screens.city.cockpit import Cockpit
from game.client.widgets.layout import Column
from game.client.widgets.widget import Widget
from game.rules.ids import Seat
from game.rules.state import State
from game.rules.view import state_of
from tests.support.matches import SRA
from tests.support.rehearsals import rehearsed
from tests.support.stages import Holding, check_layout, shown, stage


@asynccontextmanager
async def cockpit_of(turns: int = 0, rival: Rival = idle, seat: Seat = SRA) -> AsyncIterator[Cockpit]:
    """A cockpit with the first leader selected and its forecasts worked out."""
    async with linked_cockpit(turns, rival, seat) as (made, _):
        yield made


@asynccontextmanager
async def linked_cockpit(
    turns: int = 0,
    rival: Rival = idle,
    seat: Seat = SRA,
    window: tuple[int, int, float | None] = (1280, 720, None),
) -> AsyncIterator[tuple[Cockpit, RehearsalLink]]:
    """The same in any window, with the link by which the room, the clock and the others speak."""
    link, client = await rehearsed(turns, rival, seat=seat)
    on = stage(*window)
    shown(Holding(on, Column()))
    made = Cockpit(on, MatchModel(client, on.say))
    made.model.planning.step_leader(1)
    await worked_out(made)
    try:
        yield made, link
    finally:
        await client.__aexit__(None, None, None)


async def worked_out(cockpit: Cockpit) -> None:
    """Let what was sent arrive and every forecast be worked out."""
    for _ in range(30):
        await settled()
        cockpit.model.poll(0.0)


def seeing(cockpit: Cockpit, state: State) -> None:
    """Let the cockpit see another state of the same match."""
    cockpit.model.planning.public = state.public


def seen(cockpit: Cockpit) -> State:
    """The state the cockpit sees, for `tests.support.matches` to change; its secret is empty."""
    return state_of(cockpit.public)


def keys(cockpit: Cockpit, *chords: str) -> None:
    """Press keys in the window that is open; no screen lies below it."""
    for chord in chords:
        cockpit.stage.items()
        cockpit.stage.desk.handle(KeyPressed(chord))
        cockpit.stage.items()


def check_window(cockpit: Cockpit, layer: Widget) -> None:
    """A window over the city fits, and the keyboard reaches all of it; the city below is not looked at."""
    screen = cockpit.stage.top
    assert screen is not None
    cockpit.stage.desk.open(layer)
    cockpit.stage.items()
    check_layout(screen)
