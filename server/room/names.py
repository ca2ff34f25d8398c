"""Names that people choose: readable by everyone in the room, and not another's in disguise."""

import unicodedata

LEAST, MOST = 2, 20
_MOST_MARKS_IN_A_ROW = 2
_GOOD = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "Mn", "Mc"})
_MARKS = frozenset({"Mn", "Mc"})
BLANK = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and signs that look like nothing at all."""


def tidy(name: str) -> str | None:
    """The name in its normal form (NFKC, single spaces), or None if it is not acceptable.

    Letters, digits and spaces, 2 to 20 of them; no control or format characters, no stacks of accents.
    """
    words = " ".join(filter(None, unicodedata.normalize("NFKC", name).strip().split(" ")))
    return words if LEAST <= len(words) <= MOST and _all_good(words) else None


def _all_good(words: str) -> bool:
    if words.isascii():  # nearly all are, and need not be looked at letter by letter
        return words.replace(" ", "").isalnum()
    marks = 0
    for place, character in enumerate(words):
        category = unicodedata.category(character)
        if character in BLANK or (character != " " and category not in _GOOD):
            return False
        marks = marks + 1 if category in _MARKS else 0
        if marks > _MOST_MARKS_IN_A_ROW or (marks and place == 0):
            return False
    return True


def skeleton(name: str) -> str:
    """What two names have in common that look alike but for case, accents and spaces."""
    if name.isascii():
        return name.lower().replace(" ", "")
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if not unicodedata.category(c).startswith("M") and c != " ")
