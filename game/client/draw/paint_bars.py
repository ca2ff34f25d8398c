"""Painters of bars and levels."""

from typing import Final

import pygame

from game.client.draw import shapes
from game.client.draw.canvas import Canvas, Painter
from game.client.geometry import Rect
from game.client.scene.marks import Bar, LeanBar, Meter, Whisker
from game.client.theme import Banner, hatch_of, mix

HATCH_STEP: Final = 6.0
_WHITE: Final = (255, 255, 255)


def bar_edges(width: int, parts: tuple[tuple[Banner, int], ...]) -> list[int]:
    """Where the parts of a bar begin and end: one more edge than parts, from 0 to `width`."""
    total = sum(size for _, size in parts)
    edges, so_far = [0], 0
    for _, size in parts:
        so_far += size
        edges.append(round(width * so_far / total) if total else 0)
    return edges


def _bar(c: Canvas, item: Bar) -> None:
    if item.rect.is_empty:
        return
    key = (Bar, item.rect.size, item.parts, item.muted, item.gap)
    c.put(c.kept(key, lambda: _bar_picture(c, item)), item.rect.x, item.rect.y)


def _bar_picture(c: Canvas, item: Bar) -> pygame.Surface:
    surface = pygame.Surface((item.rect.w, item.rect.h), pygame.SRCALPHA)
    edges = bar_edges(item.rect.w, item.parts)
    last = len(item.parts) - 1
    for place, (banner, _) in enumerate(item.parts):
        gap = item.gap if place < last else 0
        box = Rect(edges[place], 0, edges[place + 1] - edges[place] - gap, item.rect.h)
        if box.w > 0:
            _segment(c, surface, box, banner, item.muted)
    return surface


def _segment(c: Canvas, surface: pygame.Surface, box: Rect, banner: Banner, muted: float) -> None:
    colour = mix(c.palette.bar(banner), c.palette.panel, muted)
    surface.fill(colour, (box.x, box.y, box.w, box.h))
    if box.h > 5:
        surface.fill(mix(colour, _WHITE, 0.45), (box.x, box.y, box.w, c.u(1)))
    ink = mix(c.palette.of(banner), (0, 0, 0), 0.75)
    pattern = shapes.hatch(box.w, box.h, hatch_of(banner), (*ink, 105), HATCH_STEP * c.u.scale)
    surface.blit(pattern, (box.x, box.y), special_flags=pygame.BLEND_PREMULTIPLIED)


def _meter(c: Canvas, item: Meter) -> None:
    reach = c.u(4)
    key = (Meter, item.rect.size, item.level, item.colour, item.mark, item.ghost, item.hatched)
    c.put(c.kept(key, lambda: _meter_picture(c, item, reach)), item.rect.x, item.rect.y - reach)


def _meter_picture(c: Canvas, item: Meter, reach: int) -> pygame.Surface:
    w, h = item.rect.w, item.rect.h
    surface = pygame.Surface((w, h + 2 * reach), pygame.SRCALPHA)
    pygame.draw.rect(surface, c.palette.groove, (0, reach, w, h), border_radius=c.u(2))
    if item.ghost is not None:
        ghost = mix(item.colour, c.palette.groove, 0.6)
        pygame.draw.rect(surface, ghost, (0, reach, round(w * _held(item.ghost)), h), border_radius=c.u(2))
    filled = round(w * _held(item.level))
    if filled > 0:
        pygame.draw.rect(surface, item.colour, (0, reach, filled, h), border_radius=c.u(2))
        if item.hatched:
            ink = (*mix(item.colour, (0, 0, 0), 0.7), 100)
            pattern = shapes.hatch(filled, h, "rising", ink, 5 * c.u.scale)
            surface.blit(pattern, (0, reach), special_flags=pygame.BLEND_PREMULTIPLIED)
    if item.mark is not None:
        x = min(w - c.u(2), round(w * _held(item.mark)))
        surface.fill(c.palette.text, (x, reach - c.u(3), c.u(2), h + c.u(6)))
    return surface


def _held(share: float) -> float:
    return min(1.0, max(0.0, share))


def _lean_bar(c: Canvas, item: LeanBar) -> None:
    reach = c.u(6)
    key = (LeanBar, item.rect.size, item.lean)
    c.put(c.kept(key, lambda: _lean_picture(c, item, reach)), item.rect.x - reach, item.rect.y - reach)


def _lean_picture(c: Canvas, item: LeanBar, reach: int) -> pygame.Surface:
    w, h = item.rect.w, item.rect.h
    middle, knob = reach + w / 2, reach + w / 2 * (1 + min(1.0, max(-1.0, item.lean)))

    def paint(s: pygame.Surface, k: int) -> None:
        palette, u = c.palette, c.u
        box = (reach * k, reach * k, w * k, h * k)
        pygame.draw.rect(s, palette.groove, box, border_radius=u(2) * k)
        s.fill(palette.line_strong, (int((middle - 0.5) * k), (reach - u(2)) * k, u(1) * k, (h + u(4)) * k))
        left = min(middle, knob)
        s.fill(
            palette.soft, (int(left * k), (reach + u(1)) * k, int(abs(knob - middle) * k), (h - 2 * u(1)) * k)
        )
        pygame.draw.circle(s, palette.text, (knob * k, (reach + h / 2) * k), u(5) * k)

    return shapes.smooth(w + 2 * reach, h + 2 * reach, paint)


def _whisker(c: Canvas, item: Whisker) -> None:
    key = (Whisker, item.rect.size, item.floor, item.ceiling, item.expected)
    reach = c.u(6)
    picture = c.kept(key, lambda: _whisker_picture(c, item, reach))
    c.put(picture, item.rect.x - reach, item.rect.centre_y - reach)


def _whisker_picture(c: Canvas, item: Whisker, reach: int) -> pygame.Surface:
    shares = (item.floor, item.ceiling, item.expected)
    low, high, middle = (reach + item.rect.w * _held(share) for share in shares)

    def paint(s: pygame.Surface, k: int) -> None:
        colour, u, y = c.palette.text, c.u, reach * k
        shapes.stroke(s, [(low * k, y), (high * k, y)], colour, u(2) * k, closed=False)
        for x in (low, high):
            ends = [(x * k, y - u(4) * k), (x * k, y + u(4) * k)]
            shapes.stroke(s, ends, colour, u(2) * k, closed=False)
        m, d, e = middle * k, u(6) * k, u(5) * k
        pygame.draw.polygon(s, colour, [(m, y - d), (m + e, y), (m, y + d), (m - e, y)])

    return shapes.smooth(item.rect.w + 2 * reach, 2 * reach, paint)


PAINTERS: Final[dict[type, Painter]] = {Bar: _bar, Meter: _meter, LeanBar: _lean_bar, Whisker: _whisker}
