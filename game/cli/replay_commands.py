"""The commands of `neo-sanctum replay`. Each imports what it needs only when it is called."""

from pathlib import Path
from typing import Annotated

import typer

replays = typer.Typer(
    name="replay", no_args_is_help=True, rich_markup_mode=None, help="Finished matches: list, prove, show."
)

File = Annotated[
    Path, typer.Argument(metavar="FILE", help="A replay, or the name of one that was kept here.")
]
Data = Annotated[Path, typer.Option("--data", metavar="DIR", help="A server's data folder.")]


@replays.callback()
def _replays() -> None:
    """Finished matches: list, prove, show."""


@replays.command("list")
def replay_list(
    data: Annotated[
        Path | None, typer.Option("--data", metavar="DIR", help="A server's data folder, instead.")
    ] = None,
) -> None:
    """List the replays kept on this machine, or the finished matches of a server by their rooms.

    Example: neo-sanctum replay list
    """
    from game.cli.replaying import list_kept, list_rooms  # noqa: PLC0415

    list_kept() if data is None else list_rooms(data)


@replays.command("save")
def replay_save(
    room: Annotated[str, typer.Argument(metavar="ROOM", help="A room as `replay list --data` names it.")],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write.")],
    data: Data,
) -> None:
    """Write the replay of a finished match from a server's journal; the server may be running.

    Example: neo-sanctum replay save ROOM match.nsreplay --data path/to/data
    """
    from game.cli.replaying import save_room  # noqa: PLC0415

    save_room(data, room, out)


@replays.command("verify")
def replay_verify(file: File) -> None:
    """Play a replay again by the rules and prove every turn. Exit status 1 if it is not proved, 2 if it is broken.

    Example: neo-sanctum replay verify match.nsreplay
    """
    from game.cli.replaying import verify  # noqa: PLC0415

    verify(file)


@replays.command("show")
def replay_show(
    file: File,
    turn: Annotated[int | None, typer.Option(min=1, help="Only this turn.")] = None,
    delay: Annotated[float, typer.Option(min=0, max=60, help="Seconds between turns.")] = 0.0,
) -> None:
    """Tell a replay in the terminal.

    Example: neo-sanctum replay show match.nsreplay --turn 3
    """
    from game.cli.replaying import show  # noqa: PLC0415

    show(file, turn, delay)


@replays.command("export")
def replay_export(
    file: File, out: Annotated[Path, typer.Argument(metavar="OUT", help="The JSON file to write.")]
) -> None:
    """Write a replay as JSON for other programs; docs/replays.md describes its shape.

    Example: neo-sanctum replay export match.nsreplay match.json
    """
    from game.cli.replaying import export  # noqa: PLC0415

    export(file, out)


@replays.command("watch")
def replay_watch(file: File) -> None:
    """Watch a replay in the city, in a window.

    Example: neo-sanctum replay watch match.nsreplay
    """
    from game.cli.replaying import watch_replay  # noqa: PLC0415

    watch_replay(file)
