"""The commands of `neo-sanctum map`. Each imports what it needs only when it is called."""

from pathlib import Path
from typing import Annotated

import typer

maps = typer.Typer(
    name="map", no_args_is_help=True, rich_markup_mode=None, help="Make, check and share city maps."
)

Shelf = Annotated[str, typer.Argument(metavar="MAP", help="The folder of a map, or an official map's id.")]


Into = Annotated[Path, typer.Option(help="The folder in which it is made.")]
AnyMap = Annotated[str, typer.Argument(metavar="MAP", help="A map's id, its folder, or its zip.")]


@maps.command("check")
def map_check(
    map_id: AnyMap,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 if there are warnings.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print what was found as JSON.")] = False,
) -> None:
    """Check a map as the game does, and say what to mend. Exit status 2 if it cannot be played.

    Example: neo-sanctum map check path/to/my-city
    """
    from game.cli.charts import check_map  # noqa: PLC0415

    check_map(map_id, strict=strict, as_json=json)


@maps.command("explain")
def map_explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code of a complaint, such as M002.")],
) -> None:
    """Say why a complaint about a map stands, and how to mend it.

    Example: neo-sanctum map explain M002
    """
    from game.cli.charts import explain_code  # noqa: PLC0415

    explain_code(code)


@maps.command("generate")
def map_generate(  # noqa: PLR0913 - one parameter per option
    *,
    map_id: Annotated[str, typer.Argument(metavar="ID", help="The new map's id, and its folder's name.")],
    seed: Annotated[int, typer.Option(help="Another seed draws another city.")] = 1,
    seats: Annotated[int, typer.Option(help="For how many factions, 2 to 6.")] = 3,
    districts: Annotated[
        int, typer.Option(help="How many districts, 8 to 28; 0 for what suits the seats.")
    ] = 0,
    style: Annotated[str, typer.Option(help="grid, old-town, rivers, ring or islands.")] = "old-town",
    symmetric: Annotated[bool, typer.Option("--symmetric", help="The same part again all around.")] = False,
    into: Annotated[Path, typer.Option(help="The folder in which the map's folder is made.")] = Path(),
) -> None:
    """Draw a city by rule: an ordinary map, fair to every seat, that Tiled opens.

    Example: neo-sanctum map generate river-city --seed 7 --seats 3 --style rivers
    """
    from game.cli.drawing import generate_map  # noqa: PLC0415
    from game.maps.generating.request import Request  # noqa: PLC0415

    generate_map(Request(map_id, seed, seats, districts, style, symmetric), into)


@maps.command("preview")
def map_preview(
    map_id: Shelf,
    picture: Annotated[Path, typer.Argument(metavar="OUT.png", help="Where the picture goes.")],
    width: Annotated[int, typer.Option(min=160, max=4096, help="Its width in pixels.")] = 1280,
) -> None:
    """Draw a map as one picture, with its districts' names and the seats' numbers.

    Example: neo-sanctum map preview core core.png
    """
    from game.cli.drawing import draw_preview  # noqa: PLC0415

    draw_preview(map_id, picture, width)


@maps.command("new")
def map_new(
    map_id: Annotated[str, typer.Argument(metavar="ID", help="The new map's id, and its folder's name.")],
    into: Into = Path(),
) -> None:
    """Begin a map: a small city with everything Tiled needs to change it.

    Example: neo-sanctum map new my-city
    """
    from game.cli.shelving import new_map  # noqa: PLC0415

    new_map(map_id, into)


@maps.command("pack")
def map_pack(map_id: Shelf, into: Into = Path()) -> None:
    """Zip a map for others. A map with errors is refused; the same map gives the same bytes.

    Example: neo-sanctum map pack my-city
    """
    from game.cli.shelving import pack_map  # noqa: PLC0415

    pack_map(map_id, into)


@maps.command("install")
def map_install(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="A map's zip or folder.")],
) -> None:
    """Check a map and keep it among yours, to be played by its id.

    Example: neo-sanctum map install my-city-1.0.0.zip
    """
    from game.cli.shelving import install_map  # noqa: PLC0415

    install_map(source)


@maps.command("list")
def map_list() -> None:
    """Show every map that can be played by its id.

    Example: neo-sanctum map list
    """
    from game.cli.shelving import list_maps  # noqa: PLC0415

    list_maps()


@maps.command("remove")
def map_remove(
    map_id: Annotated[str, typer.Argument(metavar="ID", help="The id of an installed map.")],
) -> None:
    """Take an installed map away.

    Example: neo-sanctum map remove my-city
    """
    from game.cli.shelving import remove_map  # noqa: PLC0415

    remove_map(map_id)


@maps.command("hash")
def map_hash(map_id: AnyMap) -> None:
    """Print a map's two hashes: of what the rules see, and of its files.

    Example: neo-sanctum map hash core
    """
    from game.cli.shelving import hash_map  # noqa: PLC0415

    hash_map(map_id)


@maps.command("diff")
def map_diff(one: AnyMap, other: AnyMap) -> None:
    """Say what two maps have different for the rules; exit status 1 if anything.

    Example: neo-sanctum map diff my-city my-city-1.0.0.zip
    """
    from game.cli.shelving import diff_maps  # noqa: PLC0415

    diff_maps(one, other)


@maps.command("upgrade")
def map_upgrade(map_id: Shelf) -> None:
    """Bring a map to the newest format, and what Tiled offers in it up to date.

    Example: neo-sanctum map upgrade my-city
    """
    from game.cli.shelving import upgrade_map  # noqa: PLC0415

    upgrade_map(map_id)


@maps.command("fairness")
def map_fairness(  # noqa: PLR0913 - one parameter per option
    *,
    map_id: Shelf,
    games: Annotated[
        int, typer.Option(min=0, max=100_000, help="Matches of self-play; 0 for the graph only.")
    ] = 0,
    level: Annotated[str, typer.Option(help="Which computer player plays every seat.")] = "greedy",
    seed: Annotated[int, typer.Option(min=0, help="The first match's seed; the others count on.")] = 1,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; without it, one a core.")] = None,
    json: Annotated[Path | None, typer.Option(help="Also write everything to this file.")] = None,
    picture: Annotated[Path | None, typer.Option(help="Also draw it over the map, to this PNG file.")] = None,
) -> None:
    """Say whether every start is worth the same: by the graph at once, by self-play if asked.

    Every faction begins at every start, so neither the rules nor the seats blur the picture.

    Example: neo-sanctum map fairness core --games 60 --picture fair.png
    """
    from game.cli.fairness import Wish, judge  # noqa: PLC0415

    judge(map_id, Wish(games, level, seed, workers, json, picture))


@maps.command("play")
def map_play(
    map_id: Shelf,
    level: Annotated[str, typer.Option(help="Which computer player plays the others.")] = "greedy",
    seed: Annotated[int | None, typer.Option(help="Fixes what comes up.")] = None,
) -> None:
    """Check a map and play it at once against computer players.

    Example: neo-sanctum map play my-city
    """
    from game.cli.trying import play_map  # noqa: PLC0415

    play_map(map_id, level, seed)


@maps.command("watch")
def map_watch(map_id: Shelf) -> None:
    """Check a map whenever one of its files is saved, until Ctrl+C.

    Example: neo-sanctum map watch my-city
    """
    from game.cli.trying import watch_map  # noqa: PLC0415

    watch_map(map_id)
