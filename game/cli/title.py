"""What happens without any command: the window with the title."""

from game.cli.display import has_display


def open_title() -> None:
    """Open the window; without a display, say so and tell a match instead."""
    if has_display():
        from game.cli.late_launcher import LateLauncher  # noqa: PLC0415 - not needed where there is no window
        from game.cli.window import open_window  # noqa: PLC0415

        open_window(LateLauncher())
    else:
        from game.cli.playing import watch_instead  # noqa: PLC0415 - brings the server with it
        from game.cli.table import Typed, set_table  # noqa: PLC0415

        watch_instead(set_table(Typed("core")), None)
