"""Text with icons and emblems in it, broken into lines by measured width."""

from collections.abc import Iterable, Sequence

import msgspec

from game.client.look import Ink, Look
from game.client.scene.items import Icon, Item, Text
from game.client.scene.marks import Emblem, Sign, SignKind
from game.client.theme import Banner, Style

ELLIPSIS = "…"
GAP = 5
"""Design pixels between the parts of a line."""


class Span(msgspec.Struct, frozen=True):
    """Words in one colour and style; None takes the label's."""

    text: str
    ink: Ink | None = None
    style: Style | None = None


class IconSpan(msgspec.Struct, frozen=True):
    """An icon among words."""

    name: str
    ink: Ink = "soft"
    size: float = 17


class EmblemSpan(msgspec.Struct, frozen=True):
    """A faction's emblem among words."""

    banner: Banner
    radius: float = 7
    filled: bool = True


class SignSpan(msgspec.Struct, frozen=True):
    """A small drawn sign among words: an arrow before a change."""

    kind: SignKind
    ink: Ink = "go"


Part = Span | IconSpan | EmblemSpan | SignSpan
Parts = str | Sequence[Part]


def parts_of(content: Parts) -> tuple[Part, ...]:
    """Parts as a tuple; a bare string is one span."""
    return (Span(content),) if isinstance(content, str) else tuple(content)


def part_width(look: Look, part: Part, style: Style) -> int:
    """Pixels a part takes."""
    if isinstance(part, Span):
        return look.width(part.text, part.style or style)
    if isinstance(part, IconSpan):
        return look.u(part.size + 1)
    if isinstance(part, EmblemSpan):
        return look.u(part.radius * 2.2)
    return look.u(9)


def line_width(look: Look, parts: Sequence[Part], style: Style, gap: float = GAP) -> int:
    """Pixels a line of parts takes with gaps between them."""
    widths = [part_width(look, p, style) for p in parts]
    return sum(widths) + look.u(gap) * max(0, len(widths) - 1)


def line_items(  # noqa: PLR0913, PLR0917 - a line, a place and a style
    look: Look, parts: Sequence[Part], x: int, y: int, style: Style, ink: Ink = "text", gap: float = GAP
) -> list[Item]:
    """Items of one line that begins at x and is centred on y."""
    items: list[Item] = []
    for part in parts:
        width = part_width(look, part, style)
        items.append(_part_item(look, part, (x, y, width), style, ink))
        x += width + look.u(gap)
    return items


def _part_item(look: Look, part: Part, at: tuple[int, int, int], style: Style, ink: Ink) -> Item:
    x, y, width = at
    if isinstance(part, Span):
        colour = look.colour(ink if part.ink is None else part.ink)
        return Text(x, y, part.text, look.face(part.style or style), colour, "ml")
    if isinstance(part, IconSpan):
        return Icon(x + width // 2, y, part.name, look.u(part.size), look.colour(part.ink))
    if isinstance(part, EmblemSpan):
        return Emblem(x + width // 2, y, part.banner, look.u(part.radius), part.filled)
    return Sign(x + width // 2, y, part.kind, look.u(4), look.colour(part.ink))


def wrapped(look: Look, text: str, width: int, style: Style) -> list[str]:
    """Lines of at most `width` pixels, broken at spaces; a longer word is broken inside. Line ends are kept."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        current = ""
        for word in paragraph.split(" "):
            longer = f"{current} {word}" if current else word
            if look.width(longer, style) <= width:
                current = longer
                continue
            if current:
                lines.append(current)
            *full, current = _broken(look, word, width, style)
            lines += full
        lines.append(current)
    return lines


def _broken(look: Look, word: str, width: int, style: Style) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and look.width(pieces[-1] + letter, style) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def shortened(look: Look, text: str, width: int, style: Style) -> str:
    """`text`, or as much of it as fits `width` with an ellipsis after it."""
    if look.width(text, style) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if look.width(text[:middle].rstrip() + ELLIPSIS, style) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS


def flowed(look: Look, parts: Iterable[Part], width: int, style: Style, gap: float = GAP) -> list[list[Part]]:
    """Parts broken into lines; a span is broken at its spaces, a word longer than a line inside, nothing else is."""
    lines: list[list[Part]] = [[]]
    for part in parts:
        for piece in _pieces(look, part, width, style):
            if lines[-1] and line_width(look, _joined([*lines[-1], piece]), style, gap) > width:
                lines.append([])
            lines[-1].append(piece)
    return [_joined(line) for line in lines]


def _pieces(look: Look, part: Part, width: int, style: Style) -> list[Part]:
    if not isinstance(part, Span):
        return [part]
    words = (_broken(look, word, width, part.style or style) for word in part.text.split(" "))
    return [msgspec.structs.replace(part, text=piece) for pieces in words for piece in pieces]


def _joined(line: list[Part]) -> list[Part]:
    """Neighbouring words of one look put together again."""
    joined: list[Part] = []
    for part in line:
        last = joined[-1] if joined else None
        if (
            isinstance(part, Span)
            and isinstance(last, Span)
            and (last.ink, last.style) == (part.ink, part.style)
        ):
            joined[-1] = msgspec.structs.replace(last, text=f"{last.text} {part.text}")
        else:
            joined.append(part)
    return joined
