"""Painters of text, icons, boxes, pictures and groups."""

from typing import Final

import pygame

from game.client.draw import shapes
from game.client.draw.canvas import Canvas, Painter, anchored
from game.client.draw.fonts import shadowed, text_surface
from game.client.geometry import Rect, cut_corners
from game.client.scene.items import (
    Clip,
    CutBox,
    Dotted,
    Fill,
    Glow,
    Gradient,
    Group,
    Icon,
    Image,
    Panel,
    Scaled,
    Shadow,
    Text,
    Veil,
)
from game.client.theme import mix


def _text(c: Canvas, item: Text) -> None:
    if not item.text:
        return
    key = (Text, item.text, item.face, item.colour, item.shadow)
    surface = c.kept(key, lambda: _text_picture(c, item))
    x, y = anchored(item.x, item.y, surface.get_size(), item.anchor)
    c.put(surface, x, y)


def _text_picture(c: Canvas, item: Text) -> pygame.Surface:
    drawn = text_surface(c.assets, item.text, item.face, item.colour)
    if not item.shadow:
        return drawn
    return shadowed(drawn, text_surface(c.assets, item.text, item.face, c.palette.ink), c.u(1))


def _icon(c: Canvas, item: Icon) -> None:
    key = (Icon, item.name, item.size, item.colour)
    surface = c.kept(key, lambda: c.assets.icon(item.name, item.size, item.colour).premul_alpha())
    c.put(surface, item.x - item.size / 2, item.y - item.size / 2)


def _fill(c: Canvas, item: Fill) -> None:
    if item.rect.is_empty:
        return
    if item.alpha == 255 and item.radius == 0 and item.border is None:
        c.target.fill(item.colour, c.local(item.rect))
        return
    key = (Fill, item.rect.size, item.colour, item.alpha, item.radius, item.border, item.width)
    c.put(c.kept(key, lambda: _fill_picture(item)), item.rect.x, item.rect.y)


def _fill_picture(item: Fill) -> pygame.Surface:
    def paint(s: pygame.Surface, k: int) -> None:
        box = s.get_rect()
        pygame.draw.rect(s, (*item.colour, item.alpha), box, border_radius=item.radius * k)
        if item.border is not None:
            pygame.draw.rect(s, item.border, box, item.width * k, border_radius=item.radius * k)

    return shapes.smooth(item.rect.w, item.rect.h, paint)


def _cut_box(c: Canvas, item: CutBox) -> None:
    key = (CutBox, item.rect.size, item.cut, item.colour, item.alpha, item.border, item.width)
    c.put(c.kept(key, lambda: _cut_box_picture(item)), item.rect.x, item.rect.y)


def _cut_box_picture(item: CutBox) -> pygame.Surface:
    ground = shapes.cut_box(item.rect.w, item.rect.h, item.cut, (*item.colour, item.alpha))

    def paint(s: pygame.Surface, k: int) -> None:
        ground(s, k)
        if item.border is not None:
            shapes.cut_line(s, item.cut * k, item.border, item.width * k)

    return shapes.smooth(item.rect.w, item.rect.h, paint)


def _panel(c: Canvas, item: Panel) -> None:
    key = (Panel, item.rect.size, item.accent, item.fill, item.line, item.cut, item.alpha, item.bracket)
    c.put(c.kept(key, lambda: _panel_picture(c, item)), item.rect.x, item.rect.y)


def _panel_picture(c: Canvas, item: Panel) -> pygame.Surface:
    hair, bracket = float(c.u(1)), float(c.u(2))
    light = mix(item.fill, (44, 54, 112) if c.palette.name != "high-contrast" else item.fill, 0.22)

    def paint(s: pygame.Surface, k: int) -> None:
        pygame.draw.polygon(s, (255, 255, 255, 255), cut_corners(Rect(0, 0, *s.get_size()), item.cut * k))
        column = pygame.Surface((1, 16), pygame.SRCALPHA)
        for y in range(16):
            column.set_at((0, y), (*mix(light, item.fill, y / 5), item.alpha))
        ground = pygame.transform.smoothscale(column, s.get_size())
        s.blit(ground, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        shapes.cut_line(s, item.cut * k, mix(item.line, item.accent, 0.35), hair * k)
        if item.bracket:
            _bracket(s, item, (item.cut * k, c.u(16) * k, c.u(34) * k, bracket * k))

    return shapes.smooth(item.rect.w, item.rect.h, paint)


def _bracket(s: pygame.Surface, item: Panel, sizes: tuple[float, float, float, float]) -> None:
    cut, down, across, width = sizes
    half = width / 2
    spots = [(half, cut + down), (half, cut), (cut, half), (cut + across, half)]
    shapes.stroke(s, spots, item.accent, width, closed=False)


def _dotted(c: Canvas, item: Dotted) -> None:
    step = c.u(4)
    for x in range(item.x, item.x + item.length - 1, step):
        c.target.fill(item.colour, c.local(Rect(x, item.y, max(2, c.u(2)), c.u(1))))


def _image(c: Canvas, item: Image) -> None:
    key = (Image, item.rect.size, item.path, item.light)
    c.put(c.kept(key, lambda: _image_picture(c, item)), item.rect.x, item.rect.y)


def _image_picture(c: Canvas, item: Image) -> pygame.Surface:
    source = c.assets.picture(item.path).premul_alpha()
    surface = pygame.transform.smoothscale(source, (item.rect.w, item.rect.h))
    if item.light < 1:
        level = round(255 * item.light)
        surface.fill((level, level, level), special_flags=pygame.BLEND_RGB_MULT)
    return surface


def _glow(c: Canvas, item: Glow) -> None:
    key = (Glow, item.rect.size, item.colour, item.reach)
    lit = c.kept(key, lambda: shapes.glow(item.rect.w, item.rect.h, item.colour, item.reach))
    c.put(lit, item.rect.x - item.reach, item.rect.y - item.reach)


def _shadow(c: Canvas, item: Shadow) -> None:
    key = (Shadow, item.rect.size, item.reach)
    dark = c.kept(key, lambda: shapes.shadow(item.rect.w, item.rect.h, item.reach))
    c.put(dark, item.rect.x - item.reach, item.rect.y - item.reach)


def _veil(c: Canvas, item: Veil) -> None:
    level = round(255 * item.light)
    c.target.fill((level, level, min(255, level + 12)), c.local(item.rect), pygame.BLEND_RGB_MULT)


def _gradient(c: Canvas, item: Gradient) -> None:
    key = (Gradient, item.rect.size, item.top, item.bottom)
    ground = c.kept(key, lambda: shapes.gradient(item.rect.w, item.rect.h, item.top, item.bottom))
    c.put_opaque(ground, item.rect.x, item.rect.y)


def _clip(c: Canvas, item: Clip) -> None:
    c.draw_clipped(item.rect, item.items)


def _scaled(c: Canvas, item: Scaled) -> None:
    c.draw_scaled(item.units, item.items)


def _group(c: Canvas, item: Group) -> None:
    if item.rect.is_empty:
        return
    key = (Group, item.rect, item.items, item.opacity)
    surface = c.kept(key, lambda: _group_picture(c, item))
    c.put(surface, item.rect.x + item.shift[0], item.rect.y + item.shift[1])


def _group_picture(c: Canvas, item: Group) -> pygame.Surface:
    surface = c.picture_of(item.rect, item.items)
    if item.opacity < 1:
        level = round(255 * max(0.0, item.opacity))
        surface.fill((level,) * 4, special_flags=pygame.BLEND_RGBA_MULT)
    return surface


PAINTERS: Final[dict[type, Painter]] = {
    Text: _text,
    Icon: _icon,
    Fill: _fill,
    CutBox: _cut_box,
    Panel: _panel,
    Dotted: _dotted,
    Image: _image,
    Glow: _glow,
    Shadow: _shadow,
    Veil: _veil,
    Gradient: _gradient,
    Clip: _clip,
    Group: _group,
    Scaled: _scaled,
}
