"""`map fairness`: what the graph of a city says of its starts, and what self-play says."""

import os
from pathlib import Path

import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from game.cli.complaint import complain, interrupted
from game.cli.shelving import complaining
from game.cli.table import LENGTHS_BY_TURNS
from game.lab.fairness import Fairness, Rate, play_fairness, rotations
from game.maps import LoadedMap, find, load
from game.maps.fairness import StartFigures, figures, spreads, steps
from game.maps.preview import Overlay, write_preview

ADVISED = 0.25
"""A hand-made map is warned above this spread of value near home and of share of the city."""


class Wish(msgspec.Struct, frozen=True):
    """What is asked for: how many matches, by which computer player, and where the outcome goes."""

    games: int
    level: str
    seed: int
    workers: int | None
    json: Path | None
    picture: Path | None


def judge(name: str, wish: Wish) -> None:
    """Print the graph's figures at once, then play if asked to; write JSON and picture."""
    with complaining(name):
        city = load(find(name))
    if len(city.city.starts) < 2:
        complain(f"{name}: found one start, expected two or more. Mend: add a start for each seat")
    found = figures(city.city)
    console = Console()
    console.print(_graph(found))
    spread = spreads(found)
    console.print(f"spread: value near home {spread.near:.0%}, share of the city {spread.share:.0%}")
    if max(spread.near, spread.share) > ADVISED:
        console.print(
            f"[yellow]more than {ADVISED:.0%}: move a start, or people nearer to the poorer one[/yellow]"
        )
    played = _play(city, wish) if wish.games else None
    if played is not None:
        console.print(_rates("start", played.starts, played), _rates("faction", played.factions, played))
    _write(city, found, played, wish)


def _graph(found: tuple[StartFigures, ...]) -> Table:
    table = Table(
        "start", "people at home", "value near home", "share of the city", "steps to a rival", "ways out"
    )
    for own in found:
        table.add_row(
            str(own.seat),
            str(own.home),
            f"{own.near:.1f}",
            f"{own.share:.0%}",
            str(own.rival),
            str(own.exits),
        )
    return table


def _rates(what: str, rates: tuple[Rate, ...], played: Fairness) -> Table:
    fair = played.fair
    table = Table(what, "wins", "games", "rate", "95% within", f"fair is {fair:.0%}", title=_title(played))
    for rate in rates:
        inside = "yes" if rate.least <= fair <= rate.most else "no"
        bounds = f"{rate.least:.0%} to {rate.most:.0%}"
        table.add_row(rate.name, f"{rate.wins:g}", str(rate.games), f"{rate.rate:.0%}", bounds, inside)
    return table


def _title(played: Fairness) -> str:
    return f"{played.games} matches, {played.sundered} of them sundered"


def _play(city: LoadedMap, wish: Wish) -> Fairness:
    length = LENGTHS_BY_TURNS[city.city.turns]
    columns = (TextColumn("playing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    try:
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task("", total=wish.games)
            turned = rotations(city.city, wish.level, length)
            workers = wish.workers or os.cpu_count() or 1
            return play_fairness(turned, wish.games, wish.seed, lambda _: progress.advance(task), workers)
    except KeyboardInterrupt:
        interrupted()


def _write(city: LoadedMap, found: tuple[StartFigures, ...], played: Fairness | None, wish: Wish) -> None:
    told = {"map": city.manifest.id, "rules_hash": city.rules_hash, "starts": found, "self_play": played}
    for path, write in (
        (wish.json, lambda path: path.write_bytes(msgspec.json.format(msgspec.json.encode(told)) + b"\n")),
        (wish.picture, lambda path: write_preview(city, path, 1280, _overlay(city, found, played))),
    ):
        if path is None:
            continue
        try:
            write(path)
        except OSError as error:
            complain(f"{path}: {error.strerror or error}. Mend: name a file that can be written")


def _overlay(city: LoadedMap, found: tuple[StartFigures, ...], played: Fairness | None) -> Overlay:
    """Each district as hot as it is worth to the start nearest to it; each start with its share or win rate."""
    ways = [steps(city.city, start.district) for start in city.city.starts]
    worth = [
        plan.population / 2 ** min(way[place] for way in ways)
        for place, plan in enumerate(city.city.districts)
    ]
    most = max(worth)
    words = (
        [f"wins {rate.rate:.0%}" for rate in played.starts]
        if played
        else [f"{own.share:.0%}" for own in found]
    )
    return Overlay(tuple(value / most for value in worth), tuple(words))
