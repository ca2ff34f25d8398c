"""What the command line says when it cannot do what it was asked: one line, exit status 2."""

from typing import NoReturn

import typer


def complain(message: str) -> NoReturn:
    """Say what is wrong and how to mend it, and end with status 2."""
    typer.echo(f"neo-sanctum: {message}", err=True)
    raise typer.Exit(2)
