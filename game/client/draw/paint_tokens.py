"""Painters of emblems, portraits, and what they stand on."""

from typing import Final

import pygame

from game.client.draw import shapes
from game.client.draw.canvas import Canvas, Painter
from game.client.draw.fonts import text_surface
from game.client.scene.marks import Emblem, Pin, Portrait, Rings
from game.client.theme import Colour, Face, mix, signs_of

_WHITE: Final = (255, 255, 255)
_GLYPH_SHARE: Final = 1.16
"""Width of a glyph over the shape's radius."""


def _emblem(c: Canvas, item: Emblem) -> None:
    key = (Emblem, item.banner, item.radius, item.filled, item.light)
    picture = c.kept(key, lambda: _emblem_picture(c, item))
    c.put(picture, item.x - picture.get_width() / 2, item.y - picture.get_height() / 2)


def _emblem_picture(c: Canvas, item: Emblem) -> pygame.Surface:
    side = int(item.radius * 2.6) + 4
    colour = c.palette.of(item.banner)
    ground = colour if item.filled else mix(c.palette.ink, colour, 0.2)
    line = mix(colour, _WHITE, 0.5) if item.filled else colour
    ink = mix(colour, (0, 0, 0), 0.86) if item.filled else mix(colour, _WHITE, 0.25)

    def paint(s: pygame.Surface, k: int) -> None:
        middle = side * k / 2
        spots = shapes.outline(signs_of(item.banner).shape, middle, middle, item.radius * k)
        pygame.draw.polygon(s, ground, spots)
        shapes.stroke(s, spots, line, max(2.0, 1.2 * k * c.u.scale), closed=True)
        _glyph(c, s, item, ink, k)

    picture = shapes.smooth(side, side, paint)
    if item.banner.chapter:
        _numeral(c, picture, item)
    return _lit(picture, item.light)


def _glyph(c: Canvas, s: pygame.Surface, item: Emblem, ink: Colour, k: int) -> None:
    side = round(item.radius * k * _GLYPH_SHARE)
    source = c.kept(
        ("glyph", item.banner.faction), lambda: c.assets.picture(f"emblems/glyph-{item.banner.faction}.png")
    )
    glyph = pygame.transform.smoothscale(source, (side, side))
    glyph.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
    glyph.fill((*ink, 255), special_flags=pygame.BLEND_RGBA_MULT)
    s.blit(glyph, glyph.get_rect(center=s.get_rect().center))


def _numeral(c: Canvas, picture: pygame.Surface, item: Emblem) -> None:
    """A second chapter carries its number, so that tint and hatch are not alone."""
    face = Face("text", max(9, round(item.radius * 0.9)), 700)
    number = text_surface(c.assets, str(item.banner.chapter + 1), face, c.palette.text)
    side = max(number.get_width(), number.get_height() * 2 // 3) + 2
    plate = shapes.smooth(side, side, lambda s, _: _circle(s, c.palette.ink))
    w, h = picture.get_size()
    picture.blit(plate, (w - side, h - side), special_flags=pygame.BLEND_PREMULTIPLIED)
    at = number.get_rect(center=(w - side / 2, h - side / 2))
    picture.blit(number, at, special_flags=pygame.BLEND_PREMULTIPLIED)


def _circle(s: pygame.Surface, colour: Colour) -> None:
    pygame.draw.circle(s, colour, s.get_rect().center, s.get_width() / 2)


def _lit(picture: pygame.Surface, light: float) -> pygame.Surface:
    if light < 1:
        level = round(255 * light)
        picture.fill((level, level, min(255, level + 20), 255), special_flags=pygame.BLEND_RGBA_MULT)
    return picture


def _portrait(c: Canvas, item: Portrait) -> None:
    key = (Portrait, item.picture, item.banner, item.radius, item.ring, item.light)
    picture = c.kept(key, lambda: _portrait_picture(c, item))
    c.put(picture, item.x - picture.get_width() / 2, item.y - picture.get_height() / 2)
    if item.badge != "none":
        _badge(c, item)


def _portrait_picture(c: Canvas, item: Portrait) -> pygame.Surface:
    side = int(item.radius * 2.6) + 6
    colour, ink = c.palette.of(item.banner), c.palette.ink
    source = c.assets.picture(f"portraits/{item.picture}.png")

    def paint(s: pygame.Surface, k: int) -> None:
        middle, shape = side * k / 2, signs_of(item.banner).shape
        spots = shapes.outline(shape, middle, middle, item.radius * k)
        bust = round(item.radius * k * 2.06)
        s.fill((*mix(colour, ink, 0.6), 255))
        place = (round(middle - bust / 2), round(middle - bust / 2))
        s.blit(pygame.transform.smoothscale(source, (bust, bust)), place)
        mask = pygame.Surface(s.get_size(), pygame.SRCALPHA)
        pygame.draw.polygon(mask, (255, 255, 255, 255), spots)
        s.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        _lit(s, item.light)
        rim = shapes.outline(shape, middle, middle, (item.radius + 0.6 * c.u.scale) * k)
        shapes.stroke(s, rim, ink, k * 3.4 * c.u.scale, closed=True)
        shapes.stroke(s, spots, item.ring or colour, k * 2 * c.u.scale, closed=True)

    return shapes.smooth(side, side, paint)


def _badge(c: Canvas, item: Portrait) -> None:
    u = c.u
    given = item.badge == "given"
    colour = c.palette.go if given else c.palette.attention

    def paint(s: pygame.Surface, _: int) -> None:
        unit = s.get_width() / 16
        middle = (8 * unit, 8 * unit)
        pygame.draw.circle(s, c.palette.ink, middle, 8 * unit)
        pygame.draw.circle(s, colour, middle, 6.6 * unit)
        if given:
            tick = [(x * unit, y * unit) for x, y in ((4.6, 8.2), (7, 10.8), (11.4, 5.4))]
            shapes.stroke(s, tick, c.palette.on_go, 2 * unit, closed=False)
        else:
            for x in (4.9, 8, 11.1):
                pygame.draw.circle(s, (60, 40, 0), (x * unit, 8 * unit), 1.2 * unit)

    picture = c.kept(("badge", item.badge), lambda: shapes.smooth(u(16), u(16), paint))
    away = item.radius * 0.78 - u(8)
    c.put(picture, item.x + away, item.y + away)


def _pin(c: Canvas, item: Pin) -> None:
    u = c.u
    w, below = u(34), u(10)
    h = item.height + 2 * below

    def paint(s: pygame.Surface, k: int) -> None:
        x, y = w * k / 2, (h - below) * k
        shade, foot, core = ((x - r * k, y - r * k / 2, 2 * r * k, r * k) for r in (u(16), u(14), u(8)))
        pygame.draw.ellipse(s, (2, 3, 10, 150), shade)
        pygame.draw.ellipse(s, item.colour, foot, max(1, round(1.6 * k * u.scale)))
        pygame.draw.ellipse(s, (*item.colour, 120), core)
        stem = [(x, y), (x, y - item.height * k)]
        shapes.stroke(s, stem, c.palette.ink, 4 * k * u.scale, closed=False)
        shapes.stroke(s, stem, mix(item.colour, _WHITE, 0.3), 2 * k * u.scale, closed=False)

    picture = c.kept((Pin, item.colour, item.height), lambda: shapes.smooth(w, h, paint))
    c.put(picture, item.x - w / 2, item.y - h + below)


def _rings(c: Canvas, item: Rings) -> None:
    reach = round(item.radius * 2.7)

    def paint(s: pygame.Surface, k: int) -> None:
        for ring in range(3):
            r = item.radius * (1 + ring * 0.62 + item.swell * 0.2) * k
            width = max(1, int((2.4 - ring * 0.5) * k * c.u.scale))
            box = (reach * k - r, (reach * k - r) / 2, 2 * r, r)
            pygame.draw.ellipse(s, (*item.colour, 220 - ring * 70), box, width)

    key = (Rings, item.colour, item.radius, item.swell)
    picture = c.kept(key, lambda: shapes.smooth(2 * reach, reach, paint))
    c.put(picture, item.x - reach, item.y - reach / 2)


PAINTERS: Final[dict[type, Painter]] = {Emblem: _emblem, Portrait: _portrait, Pin: _pin, Rings: _rings}
