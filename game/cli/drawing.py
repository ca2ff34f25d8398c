"""`map generate` and `map preview`: cities drawn by rule, and drawn as pictures."""

from pathlib import Path

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from game.cli.complaint import complain
from game.maps import MapRefused, find, load
from game.maps.fairness import figures, spreads
from game.maps.generating import Request, RequestError, generate
from game.maps.preview import write_preview


def generate_map(request: Request, into: Path) -> None:
    """Draw the city into a folder of its id and say what came of it. Complains where it cannot be drawn."""
    folder = into / request.map_id
    bar = Progress(
        TextColumn("Drawing"),
        BarColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    try:
        with bar:
            task = bar.add_task("", total=None)
            sketch = generate(
                request, folder, lambda tried, most: bar.update(task, completed=tried, total=most)
            )
    except RequestError as error:
        complain(
            f"no city was drawn.\n{error}\nMend: change what is named; see neo-sanctum map generate --help"
        )
    except FileExistsError:
        complain(f"{folder} is there already. Mend: choose another id, or another folder with --into")
    except OSError as error:
        complain(f"{folder}: {error.strerror}. Mend: choose a folder that can be written with --into")
    found = spreads(figures(sketch.city))
    typer.echo(
        f"{folder}: {len(sketch.city.districts)} districts, {request.seats} seats; "
        f"value near home differs by {found.near:.0%}, share of the city by {found.share:.0%}"
    )


def draw_preview(map_id: str, picture: Path, width: int) -> None:
    """Draw a map to a PNG file. Complains where it cannot be played or the file cannot be written."""
    if picture.suffix.lower() != ".png":
        complain(f"{picture}: found another ending, expected .png. Mend: name the picture OUT.png")
    try:
        write_preview(load(find(map_id)), picture, width)
    except LookupError as error:
        complain(str(error.args[0]))
    except MapRefused as error:
        complain(f"the map {map_id} cannot be played:\n{error}")
    except OSError as error:
        complain(f"{picture}: {error.strerror or error}. Mend: choose a file that can be written")
    typer.echo(str(picture))
