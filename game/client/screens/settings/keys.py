"""The keys of the city screen as a list, each of which can be given another."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from game.client.events import KeyPressed
from game.client.geometry import Rect
from game.client.intents import KEYS, Intent, key_of
from game.client.look import Look
from game.client.scene.items import CutBox, Fill, Item, Text
from game.client.scene.plates import keycap_items
from game.client.screens.base import Say
from game.client.theme import Style, mix
from game.client.widgets.richtext import shortened
from game.client.widgets.scrolling import VirtualList

ROW: Final = 30
INTENTS: Final = tuple(Intent)
_CAPS: Final = {"return": "Enter", "escape": "Esc", "delete": "Del"}
"""What stands on a key's cap where it is not the key's name."""
_HELD: Final = frozenset(
    {
        "left shift",
        "right shift",
        "left ctrl",
        "right ctrl",
        "left alt",
        "right alt",
        "left meta",
        "right meta",
        "caps lock",
        "alt gr",
    }
)
"""Keys that only mean something together with another."""


class KeyList(VirtualList):
    """All intents with their keys. Enter or a double click begins to listen for a new key: `on_open(intent)`."""

    def __init__(self, own: Mapping[str, str], say: Say, on_open: Callable[[Intent], None]) -> None:
        super().__init__(self._paint_key, None, lambda index: on_open(INTENTS[index]), ROW, 12)
        self._chords, self._say = dict(own), say
        self._listening: Intent | None = None
        self.fill(len(INTENTS), 0)

    def put(self, own: Mapping[str, str], listening: Intent | None) -> None:
        """Show these own keys; `listening` marks the intent that waits for a key."""
        self._chords, self._listening = dict(own), listening
        self.changed()

    @property
    def intent(self) -> Intent | None:
        """The chosen intent."""
        return INTENTS[self.chosen] if self.chosen is not None else None

    def _paint_key(self, look: Look, rect: Rect, index: int, chosen: bool, hovered: bool) -> Iterable[Item]:
        u, palette, intent = look.u, look.palette, INTENTS[index]
        if chosen or hovered:
            ground = mix(palette.panel, palette.line_strong, 0.35 if chosen else 0.18)
            edge = palette.selection if chosen and self.focused else palette.line
            yield CutBox(rect.inset(0, u(1)), u(6), ground, 255, edge, u(1))
        else:
            yield Fill(Rect(rect.x, rect.bottom - u(1), rect.w, u(1)), mix(palette.panel, palette.line, 0.6))
        name = intent_words(intent, self._say)
        shown = shortened(look, name, rect.w - u(150), Style.STRONG_15)
        yield Text(rect.x + u(10), rect.centre_y, shown, look.face(Style.STRONG_15), palette.text, "ml")
        if intent is self._listening:
            words = self._say("settings-press-key")
            yield Text(
                rect.right - u(10), rect.centre_y, words, look.face(Style.STRONG_15), palette.attention, "mr"
            )
            return
        yield from keycap_items(
            look, rect.right - u(10), rect.centre_y, chord_words(key_of(intent, self._chords))
        )


def intent_words(intent: Intent, say: Say) -> str:
    """What an intent does, in words."""
    if intent.value.startswith("verb_"):
        return say("settings-key-verb", number=int(intent.value.removeprefix("verb_")))
    return say(f"settings-key-{intent.value.replace('_', '-')}")


def chord_words(chord: str) -> str:
    """A chord as it stands on the keys: `Ctrl+Z`."""
    if chord == "+":
        return chord
    return "+".join(_CAPS.get(part, part.capitalize()) for part in chord.split("+"))


def chord_taken(chord: str, intent: Intent, own: Mapping[str, str]) -> Intent | None:
    """The other intent that a chord already means, or None."""
    for other in INTENTS:
        chords = (own[other.value],) if other.value in own else KEYS[other]
        if other is not intent and chord in chords:
            return other
    return None


def is_chord(event: KeyPressed) -> bool:
    """Whether a pressed key can be given to an intent: not one that is only held together with others."""
    return event.key not in _HELD and bool(event.key)
