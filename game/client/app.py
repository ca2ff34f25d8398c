"""The window: one loop of input, model, scene and drawing. Nothing is drawn that has not changed.

Importing it imports pygame; `run` opens the window.
"""

import asyncio
import logging
import os
from typing import Final

import msgspec
import pygame

from game.client.assets import Assets
from game.client.desktop import Desktop
from game.client.draw.canvas import Canvas
from game.client.draw.fonts import FontMeasure
from game.client.draw.input import InputTranslator
from game.client.draw.painters import canvas_on
from game.client.events import CloseAsked, Event, Exposed, KeyPressed, Resized
from game.client.geometry import Size
from game.client.launcher import Launcher, Opening
from game.client.look import Look
from game.client.platform import Platform
from game.client.screens.base import Say, Stage
from game.client.settings import Settings, read_settings, write_settings
from game.client.units import units_for
from game.client.ways import Ways
from game.client.widgets.desk import Desk
from game.resources import asset
from game.text.catalog import Catalog

FIRST: Final = Size(1280, 720)
SMALLEST: Final = Size(1024, 576)
TITLE: Final = "Neo-Sanctum"
QUIET_FRAMES: Final = 30
"""Frames without an event or a change after which the window is idle."""

_log = logging.getLogger(__name__)


def run(launcher: Launcher, opening: Opening | None = None) -> None:
    """Open the window and stay until it is closed. Raises what a bug in a screen raised."""
    asyncio.run(main(launcher, opening or Opening()))


async def main(launcher: Launcher, opening: Opening, platform: Platform | None = None) -> None:
    """The whole life of the window, in the running loop."""
    window = Window(launcher, opening, platform or Desktop())
    try:
        await window.live()
    finally:
        await window.close()


class Window:
    """The window with its canvas, and the loop that fills it."""

    def __init__(self, launcher: Launcher, opening: Opening, platform: Platform) -> None:
        # The accelerated framebuffer costs ten times the CPU of a plain one where there is no graphics card.
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
        pygame.display.init()
        pygame.font.init()
        self._platform = platform
        settings = self._settings()
        self._fullscreen = settings.fullscreen
        self._surface = self._open()
        self._assets = Assets()
        self._measure = FontMeasure(self._assets)
        size = Size(*self._surface.get_size())
        units = units_for(size, settings.ui_scale, settings.text_scale)
        self._canvas: Canvas = canvas_on(self._surface, self._assets, settings.colours(), units)
        look = Look(units, settings.colours(), self._measure, settings.reduced_motion)
        self.stage = Stage(Desk(look, size), launcher, settings, saying(settings.language))
        self.stage.on_settings = self._take_settings
        self._input = InputTranslator(_clipboard)
        self.ways = Ways(
            self.stage,
            (*opening.maps, platform.maps_folder()),
            replays=platform.replays_folder(),
            seats=platform.seats_file(),
        )
        self._opening = opening
        self.drawn = 0

    async def live(self) -> None:
        """Show frames until the player or a bug ends it."""
        pygame.key.start_text_input()
        pygame.key.set_repeat(400, 40)
        self.ways.open(self._opening)
        now, quiet = asyncio.get_running_loop().time(), 0
        while not self.stage.finished:
            events = self._events(now)
            for event in events:
                self._handle(event)
            self.stage.tick(now)
            stirs = bool(events) or self.stage.dirty or self._canvas.is_unfinished
            if self.stage.dirty or self._canvas.is_unfinished:
                self._draw()
            self._copy_out()
            quiet = 0 if stirs else quiet + 1
            now = await self._platform.next_frame(idle=quiet > QUIET_FRAMES)
        if self.stage.failure is not None:
            raise self.stage.failure

    async def close(self) -> None:
        """Leave the match and close the window."""
        await self.stage.close()
        await self.ways.close()
        pygame.display.quit()

    # --- frames ---------------------------------------------------------------------------------

    def _events(self, now: float) -> list[Event]:
        """What happened since the last frame; of many pointer moves in a row the last one counts."""
        events = [event for raw in pygame.event.get() for event in self._input.translate(raw, now)]
        return [
            event
            for place, event in enumerate(events)
            if type(event).__name__ != "PointerMoved"
            or place + 1 == len(events)
            or type(events[place + 1]).__name__ != "PointerMoved"
        ]

    def _handle(self, event: Event) -> None:
        if isinstance(event, CloseAsked):
            self.stage.quit()
        elif isinstance(event, Resized):
            self._resize(Size(event.w, event.h))
        elif isinstance(event, Exposed):
            self.stage.redraw()
        elif isinstance(event, KeyPressed) and event.chord in ("f11", "alt+return"):
            self._toggle_fullscreen()
        else:
            self.stage.handle(event)

    def _draw(self) -> None:
        self._canvas.is_unfinished = False
        self._surface.fill(self._canvas.palette.ink)
        self._canvas.draw(self.stage.items())
        pygame.display.flip()
        self.drawn += 1

    def _copy_out(self) -> None:
        """What a text entry copied goes to the clipboard."""
        copied, self.stage.desk.copied = self.stage.desk.copied, None
        if copied is not None:
            pygame.scrap.put_text(copied)

    # --- the window -----------------------------------------------------------------------------

    def _open(self) -> pygame.Surface:
        pygame.display.set_caption(TITLE)
        pygame.display.set_icon(pygame.image.load(asset("app-icon.png")))
        if self._fullscreen:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        return pygame.display.set_mode((FIRST.w, FIRST.h), pygame.RESIZABLE)

    def _toggle_fullscreen(self) -> None:
        self._fullscreen = not self._fullscreen
        self.stage.settings = msgspec.structs.replace(self.stage.settings, fullscreen=self._fullscreen)
        self._surface = self._open()
        self._take_settings()

    def _resize(self, size: Size) -> None:
        """Take the window's new size; a smaller one than the least is made that large again."""
        if not self._fullscreen and (size.w < SMALLEST.w or size.h < SMALLEST.h):
            size = Size(max(size.w, SMALLEST.w), max(size.h, SMALLEST.h))
            pygame.display.set_mode((size.w, size.h), pygame.RESIZABLE)
        self._surface = pygame.display.get_surface() or self._surface
        self._restyle()

    def _restyle(self) -> None:
        settings, size = self.stage.settings, Size(*self._surface.get_size())
        units = units_for(size, settings.ui_scale, settings.text_scale)
        self._canvas.retarget(self._surface)
        self._canvas.restyle(settings.colours(), units)
        look = Look(units, settings.colours(), self._measure, settings.reduced_motion)
        self.stage.desk.restyle(look, size)
        self.stage.redraw()

    def _settings(self) -> Settings:
        data = self._platform.load_settings()
        settings, faults = read_settings(data) if data is not None else (Settings(), ())
        for fault in faults:
            _log.warning(
                "settings: %s: found %s, %s; the default is used", fault.entry, fault.found, fault.why
            )
        return settings

    def _take_settings(self) -> None:
        """The player changed something: show it, and keep it."""
        if self.stage.settings.fullscreen != self._fullscreen:
            self._fullscreen = self.stage.settings.fullscreen
            self._surface = self._open()
        self._restyle()
        try:
            self._platform.save_settings(write_settings(self.stage.settings))
        except OSError as error:
            _log.warning("settings: could not be saved: %s", error)


def saying(language: str) -> Say:
    """The words of a language by key."""
    catalog = Catalog(language)

    def say(key: str, /, **parameters: str | int) -> str:
        return catalog.say(key, **parameters)

    return say


def _clipboard() -> str:
    return pygame.scrap.get_text()
