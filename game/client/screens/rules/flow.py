"""Text of the rule book in lines: words of three looks side by side, without gaps where the marks have none."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from game.client.look import Ink, Look
from game.client.scene.items import Item, Text
from game.client.theme import Style
from game.text.rulebook import Mark, Run, runs

_GAPS: Final = re.compile(r"( +)")
_STRONG: Final = {
    Style.PLAIN: Style.STRONG,
    Style.PLAIN_15: Style.STRONG_15,
    Style.PLAIN_14: Style.STRONG_14,
}
"""What bold words among words of a style are set in."""

Word = tuple[Run, ...]
"""What stands between two spaces: one run, or several glued together."""


class Fragment(msgspec.Struct, frozen=True):
    """Words of one mark at their place in a line, in pixels from its left."""

    x: int
    width: int
    text: str
    mark: Mark


Line = tuple[Fragment, ...]


def flow(look: Look, text: str, width: int, style: Style) -> tuple[Line, ...]:
    """A marked text in lines of at most `width` pixels, broken at spaces; a longer word stands alone and sticks out."""
    lines: list[list[Fragment]] = [[]]
    space = look.width(" ", style)
    for word in _words(text):
        wide = sum(look.width(run.text, style_of(run.mark, style)) for run in word)
        line = lines[-1]
        if line and line[-1].x + line[-1].width + space + wide > width:
            line = []
            lines.append(line)
        for place, run in enumerate(word):
            _add(look, line, run, style, space if place == 0 and line else 0)
    return tuple(tuple(line) for line in lines)


def flow_width(lines: Iterable[Line]) -> int:
    """Pixels the widest line takes."""
    return max((line[-1].x + line[-1].width for line in lines if line), default=0)


def longest_word(look: Look, text: str, style: Style) -> int:
    """Pixels the longest word of a text takes: no column is narrower."""
    words = [sum(look.width(run.text, style_of(run.mark, style)) for run in word) for word in _words(text)]
    return max(words, default=0)


def flow_items(
    look: Look, lines: Iterable[Line], at: tuple[int, int], style: Style, ink: Ink
) -> Iterator[Item]:
    """The lines as items, the first one's top left corner at `at`."""
    x, y = at
    pitch = look.line(style)
    inks: dict[Mark, Ink] = {"plain": ink, "strong": "text", "code": "text"}
    for number, line in enumerate(lines):
        middle = y + pitch * number + pitch // 2
        for part in line:
            face = look.face(style_of(part.mark, style))
            yield Text(x + part.x, middle, part.text, face, look.colour(inks[part.mark]), "ml")


def style_of(mark: Mark, style: Style) -> Style:
    """The style of words with a mark among words of `style`."""
    if mark == "code":
        return Style.MONO
    return _STRONG.get(style, style) if mark == "strong" else style


def _words(text: str) -> Iterator[Word]:
    word: list[Run] = []
    for run in runs(text):
        for piece in _GAPS.split(run.text):
            if piece.strip():
                word.append(Run(piece, run.mark))
            elif piece and word:
                yield tuple(word)
                word = []
    if word:
        yield tuple(word)


def _add(look: Look, line: list[Fragment], run: Run, style: Style, space: int) -> None:
    """Put a run at the end of a line, into its last fragment where that is of the same mark."""
    own = style_of(run.mark, style)
    last = line[-1] if line else None
    if last is not None and last.mark == run.mark:
        text = f"{last.text}{' ' if space else ''}{run.text}"
        line[-1] = Fragment(last.x, look.width(text, own), text, run.mark)
        return
    x = last.x + last.width + space if last is not None else 0
    line.append(Fragment(x, look.width(run.text, own), run.text, run.mark))
