"""From a request to a city whose starts are worth the same."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from game.maps.generating.canvas import Canvas
from game.maps.generating.cover import Cover
from game.maps.generating.looks import looks_of
from game.maps.generating.owners import cells_of, middle_cell, owners_of
from game.maps.generating.people import Ground, city_of, is_fair
from game.maps.generating.request import Request, RequestError, check_request
from game.maps.generating.sense import with_landmarks
from game.maps.generating.sketch import Sketch
from game.maps.generating.streets import borders, ways
from game.maps.generating.terrain import land_of
from game.maps.generating.writing import write
from game.rules.city import City

_DRAWS = 60
"""How often a city is drawn anew before the request is given up."""

_PAGE = """# {title}

Drawn by `neo-sanctum map generate {city} {options}`.

## Making it yours
Open `city.tiled-project` in Tiled if it is here (`neo-sanctum map upgrade {city}` makes it), else `map.tmx`.

| layer | what to do in it |
|---|---|
| `ground`, `buildings` | paint; the terrain brush of `neon` mixes plaza, water, park and trees |
| `regions` | make it visible and paint which district a tile belongs to: one piece each, no holes |
| `districts` | a point for each district: title, people, wealth, need, lean, unrest, slots, quarter |
| `links` | a line between two districts that do not touch; `blocked` parts two that do |
| `sites` | a point for each landmark; its tile lies in `buildings` |
| `starts` | a point for each seat |

A new district is a new point, and a tile of `regions.tsx` whose property `district` is the point's `key`.

F5 checks the map, F6 plays it; without Tiled:

    neo-sanctum map check {city}
    neo-sanctum map preview {city} {city}.png
    neo-sanctum map fairness {city}
    neo-sanctum map play {city}
    neo-sanctum map pack {city}

Say in `manifest.json` who made it, and raise `version` when you share a change.
"""
"""What a drawn city's README.md says: the kit on one page."""

Told = Callable[[int, int], None]
"""Is told how many drawings were tried, of how many at most."""


def generate(request: Request, folder: Path, told: Told | None = None) -> Sketch:
    """Draw the city of a request and write it to `folder`, which must not be there yet.

    Raises RequestError for a request that cannot be or that no drawing could meet, FileExistsError if the
    folder is there, OSError if it cannot be written.
    """
    check_request(request)
    for tried, sketch in enumerate(drawings(request), start=1):
        if told is not None:
            told(tried, _DRAWS)
        if sketch is not None:
            write(sketch, folder)
            return sketch
    raise RequestError(
        f"no city of style {request.style} with {request.count} districts for {request.seats} seats was fair enough "
        f"in {_DRAWS} drawings; ask for another seed or more districts"
    )


def drawings(request: Request) -> Iterator[Sketch | None]:
    """One drawing after the other; None for one that is no city or whose starts lie too far apart."""
    for place in range(_DRAWS):
        yield _draw(
            request,
            Random(f"{request.seed}:{request.style}:{request.seats}:{request.count}:{place}"),  # noqa: S311 - no secret
        )


def _draw(request: Request, draw: Random) -> Sketch | None:
    canvas = Canvas(request.side, request.copies)
    land = land_of(request.style, canvas, request.seats, draw)
    owners = owners_of(request.style, canvas, land, request.count, draw)
    if owners is None:
        return None
    districts = cells_of(owners, request.count)
    middles = tuple(middle_cell(cells) for cells in districts)
    drawn = ways(canvas, owners, districts, request.style, draw)
    linked = borders(owners) | {way.pair for way in drawn}
    title = request.map_id.replace("-", " ").replace("_", " ").title()
    city = city_of(
        City(request.map_id, title, (), (), 24), Ground(canvas, middles, linked), request.seats, draw
    )
    if len(city.starts) != request.seats or not is_fair(city):
        return None
    city = with_landmarks(city, middles, canvas)
    looks = looks_of(canvas, owners, city, drawn, draw)
    facts: dict[str, str | int] = {"seed": request.seed % 2**31, "turns": city.turns}
    return Sketch(_cover(request, title), canvas.side, facts, city, owners, middles, tuple(drawn), looks)


def _cover(request: Request, title: str) -> Cover:
    options = (
        f"--seed {request.seed} --seats {request.seats} --districts {request.count} --style {request.style}"
    )
    symmetric = " --symmetric" if request.symmetric else ""
    return Cover(
        map_id=request.map_id,
        title=title,
        authors=("Drawn by rule",),
        description=f"A city drawn by rule: style {request.style}, seed {request.seed}.",
        readme=_PAGE.format(title=title, city=request.map_id, options=options + symmetric),
        players=(2, request.seats),
    )
