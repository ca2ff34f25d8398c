"""`shots`: every screen as a picture, drawn without a display."""

import os
from pathlib import Path

import typer

from game.cli.complaint import complain


def draw_shots(folder: Path) -> None:
    """Draw every screen into the folder, which is made if it is not there."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    from game.client.shots import draw_all  # noqa: PLC0415 - pygame must find the drivers set

    try:
        folder.mkdir(parents=True, exist_ok=True)
        draw_all(folder)
    except OSError as error:
        complain(f"{folder}: {error.strerror or error}. Mend: name a folder that can be written")
    typer.echo(f"drawn to {folder}")
