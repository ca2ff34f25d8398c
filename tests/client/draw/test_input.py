import pygame
import pytest

from game.client.draw.input import InputTranslator
from game.client.events import (
    CloseAsked,
    Exposed,
    FocusChanged,
    KeyPressed,
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

pytestmark = pytest.mark.usefixtures("window")


def one(kind: int, **values: object) -> pygame.event.Event:
    return pygame.event.Event(kind, values)


def test_pointer_and_wheel() -> None:
    hands = InputTranslator(lambda: "")
    moved = one(pygame.MOUSEMOTION, pos=(5, 6), rel=(1, 1), buttons=(1, 0, 0))
    assert hands.translate(moved, 0) == [PointerMoved(5, 6, True)]
    assert hands.translate(one(pygame.MOUSEWHEEL, x=0, y=-2), 0) == [Wheel(5, 6, -2.0)]
    assert hands.translate(one(pygame.MOUSEBUTTONUP, pos=(7, 8), button=1), 0) == [PointerReleased(7, 8)]
    assert hands.translate(one(pygame.MOUSEBUTTONDOWN, pos=(7, 8), button=4), 0) == []


def test_two_quick_presses_on_one_spot_are_a_double_click() -> None:
    hands = InputTranslator(lambda: "")
    press = one(pygame.MOUSEBUTTONDOWN, pos=(7, 8), button=1)
    clicks = [hands.translate(press, now) for now in (1.0, 1.2, 9.0)]
    assert clicks == [[PointerPressed(7, 8, 1, n)] for n in (1, 2, 1)]


def test_keys_by_name_with_what_is_held() -> None:
    hands = InputTranslator(lambda: "from elsewhere")
    tab = one(pygame.KEYDOWN, key=pygame.K_TAB, mod=pygame.KMOD_LSHIFT, unicode="")
    assert hands.translate(tab, 0) == [KeyPressed("tab", shift=True)]
    enter = one(pygame.KEYDOWN, key=pygame.K_KP_ENTER, mod=0, unicode="")
    assert hands.translate(enter, 0) == [KeyPressed("return")]
    paste = one(pygame.KEYDOWN, key=pygame.K_v, mod=pygame.KMOD_LCTRL, unicode="")
    assert hands.translate(paste, 0) == [KeyPressed("v", ctrl=True), Pasted("from elsewhere")]


def test_text_and_window() -> None:
    hands = InputTranslator(lambda: "")
    assert hands.translate(one(pygame.TEXTINPUT, text="é"), 0) == [TextTyped("é")]
    assert hands.translate(one(pygame.TEXTEDITING, text="ni", start=2), 0) == [TextComposed("ni", 2)]
    assert hands.translate(one(pygame.WINDOWSIZECHANGED, x=800, y=600), 0) == [Resized(800, 600)]
    assert hands.translate(one(pygame.WINDOWEXPOSED), 0) == [Exposed()]
    assert hands.translate(one(pygame.WINDOWFOCUSLOST), 0) == [FocusChanged(False)]
    assert hands.translate(one(pygame.WINDOWLEAVE), 0) == [PointerLeft()]
    assert hands.translate(one(pygame.QUIT), 0) == [CloseAsked()]
    assert hands.translate(one(pygame.USEREVENT), 0) == []
