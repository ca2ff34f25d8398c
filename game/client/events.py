"""What the player did, as plain values. The drawing layer makes them from its own events; tests make them by hand."""

import msgspec


class PointerMoved(msgspec.Struct, frozen=True):
    """The pointer is now at x, y; `dragging` holds while a button is down."""

    x: int
    y: int
    dragging: bool = False


class PointerPressed(msgspec.Struct, frozen=True):
    """A button went down: 1 left, 2 middle, 3 right. `clicks` counts quick presses on one spot."""

    x: int
    y: int
    button: int = 1
    clicks: int = 1


class PointerReleased(msgspec.Struct, frozen=True):
    """A button came up."""

    x: int
    y: int
    button: int = 1


class Wheel(msgspec.Struct, frozen=True):
    """The wheel turned at x, y: `dy` steps up (above 0) or down, `dx` to the right or left."""

    x: int
    y: int
    dy: float
    dx: float = 0.0


class KeyPressed(msgspec.Struct, frozen=True):
    """A key went down, by its name in small letters: `a`, `1`, `f5`, `tab`, `return`, `escape`, `left`, `page up`."""

    key: str
    shift: bool = False
    ctrl: bool = False
    alt: bool = False
    repeat: bool = False

    @property
    def chord(self) -> str:
        """The key with what was held, as key maps spell it: `ctrl+shift+z`."""
        held = (("ctrl", self.ctrl), ("alt", self.alt), ("shift", self.shift))
        return "+".join([name for name, down in held if down] + [self.key])


class KeyReleased(msgspec.Struct, frozen=True):
    """A key came up."""

    key: str


class TextTyped(msgspec.Struct, frozen=True):
    """Finished text from the keyboard or an input method."""

    text: str


class TextComposed(msgspec.Struct, frozen=True):
    """Text an input method is still working on; empty when it gave up. `start` is the caret inside it."""

    text: str
    start: int = 0


class Pasted(msgspec.Struct, frozen=True):
    """Text from the clipboard, because the player asked for it."""

    text: str


class Resized(msgspec.Struct, frozen=True):
    """The window has a new size in pixels."""

    w: int
    h: int


class Exposed(msgspec.Struct, frozen=True):
    """The window's content was lost or uncovered; draw it again."""


class PointerLeft(msgspec.Struct, frozen=True):
    """The pointer left the window; where it is now, nobody tells."""


class FocusChanged(msgspec.Struct, frozen=True):
    """The window gained or lost the keyboard."""

    gained: bool


class CloseAsked(msgspec.Struct, frozen=True):
    """The player asked to close the window."""


Event = (
    PointerMoved
    | PointerPressed
    | PointerReleased
    | Wheel
    | KeyPressed
    | KeyReleased
    | TextTyped
    | TextComposed
    | Pasted
    | Resized
    | Exposed
    | FocusChanged
    | PointerLeft
    | CloseAsked
)
