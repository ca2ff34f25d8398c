"""What the commands of `neo-sanctum replay` do."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from game.cli.complaint import complain, interrupted
from game.protocol.messages import ArchivedMatch
from game.replays.course import Course, course_of, unsound
from game.replays.document import document
from game.replays.errors import ReplayError
from game.replays.proof import prove
from game.replays.recording import NotRecordableError
from game.replays.shelf import ReplayShelf, own_folder, read, write
from game.replays.telling import brief_words, fault_words, printable, proof_words, when
from game.text.catalog import Catalog
from game.text.chronicle import chronicle

NOT_PROVED = 1


def list_kept() -> None:
    """The replays of this machine, the latest first."""
    catalog, shelf = Catalog(), ReplayShelf()
    entries = shelf.listed()
    if not entries:
        typer.echo(f"No replays are in {shelf.folder}; matches that are played to their end here are kept.")
    for entry in entries:
        if entry.brief is not None:
            typer.echo(f"{entry.path.name}  {when(catalog, entry.brief.header)}")
            typer.echo(f"  {brief_words(catalog, entry.brief)}")
        elif entry.error is not None:
            typer.echo(f"{entry.path.name}  {fault_words(catalog, entry.error)[0]}")


def list_rooms(data: Path) -> None:
    """The finished matches of a server, by their rooms, the latest last."""
    from server.disk.archive import finished  # noqa: PLC0415 - only this and `save` need the server

    with _complaining():
        rooms = finished(data)
    if not rooms:
        typer.echo(f"No finished matches are in {data}.")
    for match in rooms:
        ended = time.strftime("%Y-%m-%d %H:%M", time.localtime(match.ended_at))
        typer.echo(f"{match.room}  {ended}  {match.name}, {match.map}: {_players(match)}")


def _players(match: ArchivedMatch) -> str:
    """Who played, a computer marked as such."""
    names = (
        f"computer ({name})" if seat in match.computers else name for seat, name in enumerate(match.players)
    )
    return ", ".join(names)


def save_room(data: Path, room: str, out: Path) -> None:
    """Write the replay of a finished match."""
    from server.disk.archive import replay_from  # noqa: PLC0415

    with _complaining():
        body = replay_from(data, room)
        write(out, body)
    typer.echo(f"{out}: {len(body)} bytes")


def verify(name: Path) -> None:
    """Prove a replay; ends the program with status 1 if it is not proved."""
    catalog = Catalog()
    with _complaining():
        replay = course_of(read(found(name))).replay
        proof = prove(replay)
    typer.echo(proof_words(catalog, replay, proof))
    if not proof.holds:
        raise typer.Exit(NOT_PROVED)


def show(name: Path, turn: int | None, delay: float) -> None:
    """Tell the turns, or one of them."""
    catalog = Catalog()
    with _complaining():
        course = course_of(read(found(name)))
    turns = course.replay.turns
    if turn is not None and turn > len(turns):
        complain(f"turn {turn}: expected 1 to {len(turns)}. Mend: choose one of these, or leave --turn out")
    chosen = range(len(turns)) if turn is None else [turn - 1]
    try:
        for number in chosen:
            with _complaining():
                lines = _lines(catalog, course, number)
            typer.echo("\n".join([*lines, ""]))
            time.sleep(delay if number != chosen[-1] else 0)
    except KeyboardInterrupt:
        interrupted()


def _lines(catalog: Catalog, course: Course, number: int) -> list[str]:
    """The story of a turn; what it is told with may be made up, so that what cannot be told is the file's fault."""
    played, public = course.replay.turns[number], course.publics[number + 1]
    legacy = [seat.legacy for seat in public.seats]
    with unsound(f"turn {played.turn}"):
        return [
            printable(line) for line in chronicle(catalog, course.board, played.turn, played.entries, legacy)
        ]


def export(name: Path, out: Path) -> None:
    """Write a replay as JSON."""
    with _complaining():
        body = document(course_of(read(found(name))))
        write(out, body)
    typer.echo(f"{out}: {len(body)} bytes")


def watch_replay(name: Path) -> None:
    """Open the window with a replay."""
    from game.cli.display import HOW_TO_GET_A_WINDOW, has_display  # noqa: PLC0415
    from game.cli.late_launcher import LateLauncher  # noqa: PLC0415
    from game.cli.window import open_window  # noqa: PLC0415
    from game.client.launcher import Opening  # noqa: PLC0415

    path = found(name)
    with _complaining():
        read(path)
    if not has_display():
        complain(f"{HOW_TO_GET_A_WINDOW} In the terminal: neo-sanctum replay show {name}")
    open_window(LateLauncher(), Opening(replay=path))


def found(name: Path) -> Path:
    """The file that is meant: a path, else the name of a replay that is kept."""
    kept = own_folder() / name.name
    return kept if not name.exists() and name.name == str(name) and kept.is_file() else name


@contextmanager
def _complaining() -> Iterator[None]:
    """What a file or a disk is to blame for ends the program with status 2 and one line."""
    from server.disk.journal import StorageError  # noqa: PLC0415

    try:
        yield
    except ReplayError as error:
        complain(" ".join(fault_words(Catalog(), error)))
    except (NotRecordableError, StorageError, OSError) as error:
        complain(str(error))
