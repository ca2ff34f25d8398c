"""What every screen is, and the stage it plays on.

One desk holds the widgets of the screen on top of the stack. The app hands every event to the stage, lets time
pass, and draws `items()` when `dirty` says so.
"""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any, Protocol

from game.client.events import Event, KeyPressed, TextTyped
from game.client.launcher import Launcher
from game.client.scene.items import Item
from game.client.settings import Settings
from game.client.widgets.desk import Desk
from game.client.widgets.widget import Widget


class Say(Protocol):
    """Words by key in the player's language."""

    def __call__(self, key: str, /, **parameters: str | int) -> str:
        """The text of `key` with its parameters filled in."""
        ...


class Screen:
    """One screen: a tree of widgets, and what it does when time passes.

    A subclass builds its widgets in `root`, which is asked once. It reaches everything else through `stage`.
    """

    def __init__(self, stage: "Stage") -> None:
        self.stage = stage
        self._root: Widget | None = None

    def root(self) -> Widget:
        """Build the widget that fills the window."""
        raise NotImplementedError(f"{type(self).__name__} must build its root widget")

    def widget(self) -> Widget:
        """The root, built when it is first asked for."""
        if self._root is None:
            self._root = self.root()
        return self._root

    def entered(self) -> None:
        """It is on top now: the first time, and again after a screen above it was closed."""

    def left(self) -> None:
        """It is no longer on top."""

    def tick(self, now: float) -> None:
        """Let time pass, once a frame; `now` is in seconds of a steady clock. Call `stage.redraw` after a change."""

    def before(self, event: Event) -> bool:
        """Answer an event before the widgets do; True if it was used."""
        return False

    def after(self, event: Event) -> bool:
        """Answer an event that no widget used: the keys of the screen. True if it was used."""
        return False

    def backdrop(self) -> tuple[Item, ...]:
        """What is drawn under the widgets."""
        return ()


class Stage:
    """The stack of screens, and what they share: desk, launcher, settings, words, work in the background."""

    def __init__(self, desk: Desk, launcher: Launcher, settings: Settings, say: Say) -> None:
        self.desk = desk
        self.launcher = launcher
        self.settings = settings
        self.say = say
        self.now = 0.0
        self.finished = False
        self.failure: Exception | None = None
        self.on_settings: Callable[[], None] = lambda: None
        self.wall: Callable[[], datetime] = lambda: datetime.now().astimezone()
        """The date and hour here, for deadlines."""
        self._screens: list[Screen] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._dirty = True
        self._opener = ""

    @property
    def top(self) -> Screen | None:
        """The screen the player sees."""
        return self._screens[-1] if self._screens else None

    @property
    def dirty(self) -> bool:
        """Whether something looks different since `items` was last asked for."""
        return self._dirty or self.desk.dirty

    # --- the stack ------------------------------------------------------------------------------

    def go(self, screen: Screen) -> None:
        """Replace the whole stack by one screen: from the title into a match and back."""
        self._leave()
        self._screens = [screen]
        self._enter()

    def push(self, screen: Screen) -> None:
        """Put a screen on top; `back` returns to the one below."""
        self._leave()
        self._screens.append(screen)
        self._enter()

    def back(self) -> None:
        """Close the screen on top. The last one stays: nothing happens."""
        if len(self._screens) > 1:
            self._leave()
            self._screens.pop()
            self._enter()

    def quit(self) -> None:
        """End the program after this frame."""
        self.finished = True

    def _leave(self) -> None:
        if self.top is not None:
            self.top.left()

    def _enter(self) -> None:
        screen = self._screens[-1]
        self.desk.show(screen.widget())
        screen.entered()
        self.redraw()

    # --- frames ---------------------------------------------------------------------------------

    def redraw(self) -> None:
        """Something looks different now."""
        self._dirty = True

    def handle(self, event: Event) -> bool:
        """Hand an event to the screen, its widgets, and the screen again; True if one used it.

        A letter whose key moved the keyboard into an entry is not typed there as well.
        """
        screen, focus = self.top, self.desk.focus
        if screen is None:
            return False
        if isinstance(event, TextTyped) and self._opener and event.text.lower() == self._opener:
            self._opener = ""
            return True
        used = screen.before(event) or self.desk.handle(event) or (self.top is screen and screen.after(event))
        if isinstance(event, KeyPressed):
            self._opener = event.key if used and self.desk.focus is not focus else ""
        return used

    def tick(self, now: float) -> None:
        """Let time pass for the screen on top and its widgets."""
        self.now = now
        if self.top is not None:
            self.top.tick(now)
        self.desk.tick(now)

    def items(self) -> tuple[Item, ...]:
        """Everything to draw, from the bottom up; clears `dirty`."""
        self._dirty = False
        backdrop = self.top.backdrop() if self.top is not None else ()
        return (*backdrop, *self.desk.items())

    # --- work in the background -----------------------------------------------------------------

    def work(
        self, job: Coroutine[Any, Any, None], failed: Callable[[Exception], None] | None = None
    ) -> asyncio.Task[None]:
        """Run `job` beside the frames: a request to the server, the start of a match. Cancel it by the task.

        An exception goes to `failed`; without `failed`, or when that raises again, it ends the program: it is a bug.
        """
        task = asyncio.get_running_loop().create_task(self._guarded(job, failed))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        # One that is cancelled before its first step would otherwise be told as never awaited.
        task.add_done_callback(lambda _: job.close())
        return task

    async def _guarded(
        self, job: Coroutine[Any, Any, None], failed: Callable[[Exception], None] | None
    ) -> None:
        try:
            await job
        except Exception as error:
            if failed is None:
                self._fail(error)
                raise
            try:
                failed(error)
            except Exception as bug:
                self._fail(bug)
                raise
        self.redraw()

    def _fail(self, error: Exception) -> None:
        """A bug: the program ends and tells it."""
        self.failure = error
        self.finished = True

    async def close(self) -> None:
        """Cancel what still works in the background and leave the screen; the caller closes the window after it."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._leave()
