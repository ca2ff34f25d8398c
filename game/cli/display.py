"""Whether there is a screen to open a window on."""

import os
import sys
from collections.abc import Mapping

HOW_TO_GET_A_WINDOW = (
    "There is no display here, so no window. To get one: run it on a desktop, log in with ssh -X, "
    "or put xvfb-run before the command."
)


def has_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a window can be opened; a driver that was asked for by name is taken at its word."""
    if platform in {"darwin", "win32", "emscripten"}:
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"))
