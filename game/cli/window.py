"""Opens the window and stays until it is closed."""

import asyncio
import os

from game.cli.complaint import complain, interrupted
from game.cli.display import HOW_TO_GET_A_WINDOW
from game.cli.late_launcher import LateLauncher
from game.client.launcher import Opening


def open_window(launcher: LateLauncher, opening: Opening | None = None) -> None:
    """Show the title, or what the opening says, until the player closes the window.

    Ends the program with status 2 where no window can be opened, with 130 at Ctrl+C.
    """
    _find_screen()
    try:
        asyncio.run(_live(launcher, opening or Opening()))
    except KeyboardInterrupt:
        interrupted()


def _find_screen() -> None:
    """Complains where the display that was named cannot be used."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    import pygame  # noqa: PLC0415 - only a window needs it

    try:
        pygame.display.init()
    except pygame.error as error:
        complain(f"the window cannot be opened: {error}. {HOW_TO_GET_A_WINDOW}")


async def _live(launcher: LateLauncher, opening: Opening) -> None:
    """The window's whole life; whatever server was started ends with it."""
    from game.client.app import main  # noqa: PLC0415 - imports pygame

    try:
        await main(launcher, opening)
    finally:
        await launcher.close_all()
