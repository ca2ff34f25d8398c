"""Turns pygame's events into the client's own."""

from collections.abc import Callable
from typing import Final

import pygame

from game.client.events import (
    CloseAsked,
    Event,
    Exposed,
    FocusChanged,
    KeyPressed,
    KeyReleased,
    Pasted,
    PointerLeft,
    PointerMoved,
    PointerPressed,
    PointerReleased,
    Resized,
    TextComposed,
    TextTyped,
    Wheel,
)

DOUBLE_CLICK_SECONDS: Final = 0.4
DOUBLE_CLICK_PIXELS: Final = 4
_KEYPAD: Final = {"enter": "return", "keypad enter": "return"}


class InputTranslator:
    """Keeps what one event alone does not tell: where the pointer is, and whether a press is a double click."""

    def __init__(self, clipboard: Callable[[], str]) -> None:
        self._clipboard = clipboard
        self._pointer = (0, 0)
        self._last_press = (-1.0, 0, 0, 0)
        self._clicks = 1

    def translate(self, event: pygame.event.Event, now: float) -> list[Event]:
        """The client's events for one of pygame's; none for those the game has no use for. `now` is in seconds."""
        if event.type in (
            pygame.MOUSEMOTION,
            pygame.MOUSEBUTTONDOWN,
            pygame.MOUSEBUTTONUP,
            pygame.MOUSEWHEEL,
        ):
            return self._pointed(event, now)
        if event.type == pygame.KEYDOWN:
            return self._key(event)
        if event.type == pygame.KEYUP:
            return [KeyReleased(key_name(event.key))]
        return _text_event(event) or _window_event(event)

    def _pointed(self, event: pygame.event.Event, now: float) -> list[Event]:
        if event.type == pygame.MOUSEWHEEL:
            return [Wheel(self._pointer[0], self._pointer[1], float(event.y), float(event.x))]
        self._pointer = x, y = event.pos
        if event.type == pygame.MOUSEMOTION:
            return [PointerMoved(x, y, any(event.buttons))]
        if event.button > 3:
            return []
        if event.type == pygame.MOUSEBUTTONUP:
            return [PointerReleased(x, y, event.button)]
        return [self._pressed(event, now)]

    def _pressed(self, event: pygame.event.Event, now: float) -> PointerPressed:
        (x, y), button = event.pos, event.button
        then, old_x, old_y, old_button = self._last_press
        near = abs(x - old_x) <= DOUBLE_CLICK_PIXELS and abs(y - old_y) <= DOUBLE_CLICK_PIXELS
        again = near and button == old_button and now - then <= DOUBLE_CLICK_SECONDS
        self._clicks = self._clicks + 1 if again else 1
        self._last_press = (now, x, y, button)
        return PointerPressed(x, y, button, self._clicks)

    def _key(self, event: pygame.event.Event) -> list[Event]:
        mod = event.mod
        ctrl = bool(mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
        name = key_name(event.key)
        pressed = KeyPressed(name, bool(mod & pygame.KMOD_SHIFT), ctrl, bool(mod & pygame.KMOD_LALT))
        if ctrl and name == "v":
            return [pressed, Pasted(self._clipboard())]
        return [pressed]


def key_name(key: int) -> str:
    """A key's name as the client spells it."""
    name = pygame.key.name(key)
    return _KEYPAD.get(name, name)


def _text_event(event: pygame.event.Event) -> list[Event]:
    if event.type == pygame.TEXTINPUT:
        return [TextTyped(event.text)]
    if event.type == pygame.TEXTEDITING:
        return [TextComposed(event.text, event.start)]
    return []


def _window_event(event: pygame.event.Event) -> list[Event]:
    if event.type == pygame.WINDOWSIZECHANGED:
        return [Resized(event.x, event.y)]
    if event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWSHOWN, pygame.WINDOWRESTORED):
        return [Exposed()]
    if event.type in (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST):
        return [FocusChanged(event.type == pygame.WINDOWFOCUSGAINED)]
    if event.type == pygame.WINDOWLEAVE:
        return [PointerLeft()]
    if event.type in (pygame.QUIT, pygame.WINDOWCLOSE):
        return [CloseAsked()]
    return []
