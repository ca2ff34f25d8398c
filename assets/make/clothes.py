"""What the leaders wear: one cut of coat, collar and trim a dress."""

from collections.abc import Callable
from typing import TypeAlias

from bust import Bust, union
from canvas import Point
from painter import Mask
from palette import WHITE, Colour, mix, scale

Dress: TypeAlias = Callable[[Bust, Mask], None]


def paint_clothes(bust: Bust) -> Mask:
    """Paint shoulders and dress over the neck; return the mask of both."""
    painter, cloth, build = bust.painter, bust.person.cloth, bust.person.build
    wide, neck = 36 * build, 9.5 * (0.55 + 0.45 * build)
    shoulders = painter.area(
        [
            (50 - neck, 76), (50 - neck - 6, 80.5), (50 - wide * 0.7, 86), (50 - wide, 95), (50 - wide - 4, 112),
            (50 + wide + 4, 112), (50 + wide, 95), (50 + wide * 0.7, 86), (50 + neck + 6, 80.5), (50 + neck, 76),
            (50 + neck * 0.5, 86), (50, 89), (50 - neck * 0.5, 86),
        ]
    )  # fmt: skip
    painter.fill(shoulders, cloth)
    painter.fill(painter.edge(shoulders, -9, 0, 4), scale(cloth, 0.5), 0.8)
    painter.fill(painter.edge(shoulders, 4, -6, 3), mix(cloth, WHITE, 0.25), 0.5)
    shade = painter.soft(painter.moved(bust.head, -2, 15), 3) * shoulders
    painter.fill(shade, scale(cloth, 0.4), 0.6)
    DRESSES[bust.person.dress](bust, shoulders)
    return shoulders


def _mirror(points: list[Point]) -> list[list[Point]]:
    return [points, [(100 - x, y) for x, y in points]]


def _panel(bust: Bust, outline: list[Point], colour: Colour, rounds: int = 2) -> Mask:
    """A piece of cloth with its own light and shade."""
    painter = bust.painter
    piece = painter.area(outline, rounds)
    painter.fill(piece, colour)
    painter.fill(painter.edge(piece, -2.4, 1, 0.8), scale(colour, 0.58), 0.7)
    painter.fill(painter.edge(piece, 1.6, -1, 0.6), mix(colour, WHITE, 0.3), 0.55)
    return piece


def _trim(bust: Bust, lines: list[list[Point]], width: float = 0.9) -> None:
    """Piping that glows in the faction's colour."""
    painter = bust.painter
    mask = painter.strokes(lines, width, (0.9, 0.9))
    painter.glow(painter.soft(mask, 1.4), bust.accent, 0.7)
    painter.fill(mask, mix(bust.accent, WHITE, 0.35))


def _hoodie(bust: Bust, _body: Mask) -> None:
    cloth = bust.person.cloth
    _panel(
        bust,
        [
            (50, 96),
            (38, 88),
            (37, 80),
            (30, 83),
            (24, 90),
            (34, 100),
            (50, 108),
            (66, 100),
            (76, 90),
            (70, 83),
            (63, 80),
            (62, 88),
        ],
        scale(cloth, 1.18),
    )
    for string in _mirror([(43.5, 90), (42.6, 96), (43, 101)]):
        bust.painter.fill(bust.painter.brush(string, 1.1, (0.8, 0.8)), (240, 230, 240))
    _trim(bust, _mirror([(20, 92), (22, 100)]), 1.4)


def _leather(bust: Bust, _body: Mask) -> None:
    for flap in _mirror([(40, 78), (28, 82), (25, 92), (34, 94), (44, 104), (47, 96)]):
        _panel(bust, flap, (58, 42, 66))
    _panel(bust, [(42, 86), (58, 86), (55, 104), (45, 104)], (220, 50, 130))
    studs = [
        bust.painter.disc((50 + side * x, y), (0.8, 0.8))
        for side in (-1, 1)
        for x, y in ((19, 88.5), (15.6, 91), (22, 92))
    ]
    bust.painter.fill(union(*studs), (226, 222, 240))
    _trim(bust, _mirror([(39, 79), (28, 83), (25.6, 91.6)]))


def _shawl(bust: Bust, _body: Mask) -> None:
    cloth = bust.person.cloth
    _panel(
        bust,
        [(36, 79), (24, 84), (12, 96), (14, 110), (50, 110), (70, 98), (62, 88), (50, 94), (41, 88)],
        mix(cloth, WHITE, 0.08),
    )
    _panel(bust, [(64, 79), (76, 84), (88, 96), (88, 110), (36, 110), (50, 96), (59, 88)], scale(cloth, 1.15))
    folds = [
        [(30, 84), (36, 94), (52, 104)],
        [(24, 90), (32, 100), (46, 108)],
        [(70, 84), (66, 94), (52, 104)],
        [(78, 89), (70, 100), (58, 108)],
    ]
    bust.painter.fill(bust.painter.soft(bust.painter.strokes(folds, 1.2), 0.4), scale(cloth, 0.5), 0.7)
    _trim(bust, [[(63.6, 80), (59.4, 88), (50.4, 95.6), (38, 108)]], 1.0)


def _coat(bust: Bust, _body: Mask) -> None:
    """A laboratory coat over a dark shirt."""
    _panel(bust, [(41, 82), (59, 82), (56, 106), (44, 106)], (40, 48, 84))
    _panel(bust, [(48.4, 90), (51.6, 90), (53, 108), (47, 108)], bust.accent)
    for collar in _mirror([(40, 77), (49, 88.5), (43, 92), (37, 82)]):
        _panel(bust, collar, (236, 238, 248))
    for lapel in _mirror([(36, 80), (30, 84), (31, 93), (36, 93), (45, 108), (46, 98)]):
        _panel(bust, lapel, mix(bust.person.cloth, WHITE, 0.3))
    _trim(bust, _mirror([(31, 85), (32, 93), (36.4, 93.6)]), 0.8)


def _high(bust: Bust, _body: Mask) -> None:
    """A high collar with a lit seam."""
    cloth = bust.person.cloth
    _panel(bust, [(38, 74), (62, 74), (65, 88), (50, 93), (35, 88)], scale(cloth, 1.2))
    for yoke in _mirror([(35, 84), (20, 90), (12, 100), (30, 96), (46, 100), (48, 92)]):
        _panel(bust, yoke, scale(cloth, 0.74))
    _trim(bust, [[(50, 76), (50, 92), (50, 108)], [(38, 75.6), (50, 79), (62, 75.6)]], 1.0)
    _trim(bust, _mirror([(35.4, 88), (46, 100), (47, 108)]), 0.7)


def _scarf(bust: Bust, _body: Mask) -> None:
    for lapel in _mirror([(34, 82), (27, 87), (32, 98), (46, 110), (47, 100)]):
        _panel(bust, lapel, scale(bust.person.cloth, 1.2))
    _panel(
        bust,
        [(36, 77), (44, 84), (56, 84), (64, 77), (68, 84), (58, 94), (44, 94), (32, 85)],
        (236, 240, 250),
    )
    _panel(bust, [(52, 90), (60, 92), (64, 108), (54, 108)], (216, 226, 246))
    folds = [[(36, 80), (46, 88), (58, 89)], [(35, 84), (44, 91), (54, 92)], [(57, 94), (59, 100), (60, 107)]]
    bust.painter.fill(bust.painter.strokes(folds, 0.8), (120, 150, 196), 0.7)
    _trim(bust, [[(53, 106), (63.4, 106)]], 1.2)


def _overall(bust: Bust, _body: Mask) -> None:
    """Work overalls with reflective straps and a collar."""
    _panel(bust, [(40, 80), (60, 80), (57, 92), (50, 97), (43, 92)], (228, 232, 240))
    for collar in _mirror([(38, 77), (49, 92), (42, 98), (32, 84)]):
        _panel(bust, collar, scale(bust.person.cloth, 1.3))
    for strap in _mirror([(24, 86), (31, 84), (37, 108), (29, 108)]):
        _panel(bust, strap, (216, 220, 236))
    _trim(bust, _mirror([(27.4, 86), (33, 108)]), 1.2)


def _robe(bust: Bust, _body: Mask) -> None:
    """A wrapped robe with a broad embroidered hem."""
    _panel(
        bust, [(62, 79), (80, 88), (90, 110), (40, 110), (46, 98), (58, 88)], scale(bust.person.cloth, 1.1)
    )
    _panel(bust, [(38, 79), (42, 88), (60, 102), (64, 110), (54, 110), (40, 98), (31, 84)], (86, 30, 66))
    _panel(bust, [(62, 79), (69, 84), (60, 98), (46, 110), (38, 110), (50, 98), (58, 88)], (112, 38, 76))
    beads = [bust.painter.disc((64.6 - step * 3.6, 83.6 + step * 4.4), (1.1, 1.1)) for step in range(6)]
    beads += [bust.painter.disc((35.6 + step * 3.5, 84 + step * 3.8), (1.1, 1.1)) for step in range(4)]
    bust.painter.fill(union(*beads), (255, 214, 120))


def _jacket(bust: Bust, _body: Mask) -> None:
    _panel(bust, [(41, 82), (59, 82), (57, 106), (43, 106)], (236, 226, 214))
    for lapel in _mirror([(37, 77), (30, 82), (28, 91), (36, 91), (46, 108), (46, 92)]):
        _panel(bust, lapel, scale(bust.person.cloth, 1.3))
    _trim(bust, _mirror([(29, 83), (28.6, 91), (35.6, 91.8), (45, 107)]), 0.9)


DRESSES: dict[str, Dress] = {
    "hoodie": _hoodie, "leather": _leather, "shawl": _shawl, "coat": _coat, "high": _high, "scarf": _scarf,
    "overall": _overall, "robe": _robe, "jacket": _jacket,
}  # fmt: skip
