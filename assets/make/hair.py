"""Hair: for each style what hangs behind the head and what lies on it.

Every style returns its mask, so that the light from behind can follow its edge.
"""

from collections.abc import Callable
from typing import TypeAlias

import hair_long
import hair_short
from bust import Bust
from painter import Mask

Style: TypeAlias = Callable[[Bust], Mask]


def paint_back(bust: Bust) -> Mask | None:
    """Paint the hair behind the head; its mask, or None where there is none."""
    style = BACK.get(bust.person.style)
    return style(bust) if style else None


def paint_front(bust: Bust) -> Mask:
    """Paint the hair on the head; return its mask."""
    return FRONT[bust.person.style](bust)


BACK: dict[str, Style] = {
    "waves": hair_long.waves_back,
    "long": hair_long.waves_back,
    "bob": hair_long.bob_back,
    "bun": hair_long.bun_back,
    "crown": hair_long.crown_back,
    "locs": hair_long.locs_back,
}
FRONT: dict[str, Style] = {
    "curls": hair_short.curly,
    "mohawk": hair_short.mohawk,
    "waves": hair_long.waves,
    "beanie": hair_short.beanie,
    "swept": hair_short.swept,
    "bob": hair_long.bob,
    "bun": hair_long.bun,
    "fade": hair_short.fade,
    "crown": hair_long.crown,
    "long": hair_long.loose,
    "undercut": hair_short.undercut,
    "locs": hair_long.locs,
}
