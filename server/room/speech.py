"""What people say: readable by everyone who hears it, and nothing that spoils the lines around it."""

import unicodedata

from game.protocol.messages import MOST_TEXT
from server.room.names import BLANK

_JOINERS = frozenset("\u200c\u200d")
"""Invisible, but Persian, the scripts of India, and composed signs cannot do without."""
_MOST_CLINGING = 4
"""Marks and joiners on one letter: more than any language needs."""


def tidy(text: str) -> str | None:
    """The text in its normal form (NFC, single spaces), or None if it cannot be said.

    No control, format, private or unassigned characters, none that look like nothing, no towers of accents;
    1 to 300 characters.
    """
    words = " ".join(unicodedata.normalize("NFC", text).split())
    return words if 0 < len(words) <= MOST_TEXT and _is_readable(words) else None


def _is_readable(words: str) -> bool:
    clinging = _MOST_CLINGING
    for character in words:
        category = unicodedata.category(character)
        if category.startswith("M") or character in _JOINERS:
            clinging += 1
        elif category.startswith("C") or character in BLANK:
            return False
        else:
            # Nothing clings to a space or stands at the beginning.
            clinging = _MOST_CLINGING if character == " " else 0
        if clinging > _MOST_CLINGING:
            return False
    return True
