"""The commands. Each imports what it needs only when it is called, so that `--help` is quick."""

from pathlib import Path
from typing import Annotated

import typer

from game import __version__
from game.cli.map_commands import maps
from game.cli.replay_commands import replays
from game.link.address import DEFAULT_PORT
from game.protocol.messages import STANDARD_TEMPER

PLAYERS = (
    "Each is you, open, random or greedy, after a faction and a colon if you like: sra:you,greedy,greedy."
)

app = typer.Typer(
    name="neo-sanctum",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""
\b
Examples:
  neo-sanctum
  neo-sanctum play --map core --seats you,greedy,greedy --length short
  neo-sanctum host --seats you,open,greedy
  neo-sanctum join 192.168.1.20/K7PQXM
  neo-sanctum watch --seed 7 --delay 0
  neo-sanctum watch 192.168.1.20/K7PQXM
  neo-sanctum rules fracture
  neo-sanctum replay list
  neo-sanctum lab run --games 20
""",
)
lab = typer.Typer(
    name="lab",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Matches of computer players without a window.",
)
app.add_typer(lab)
app.add_typer(maps)
app.add_typer(replays)

content = typer.Typer(
    name="content",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Look at laws, events, factions and numbers before they are played.",
)
app.add_typer(content)

Map = Annotated[str, typer.Option("--map", help="An official map's id, or the folder of a map.")]
Length = Annotated[
    str | None, typer.Option(help="short, standard or epic; without it, what the map asks for.")
]
Mode = Annotated[
    str | None,
    typer.Option(help="free, teams, common_cause, or a scenario's key; without it, what the map asks for."),
]
Temper = Annotated[str, typer.Option(help="How angry the city is: gentle, standard or harsh.")]
Neutral = Annotated[
    bool, typer.Option(help="Whether a computer player takes a third, unranked seat where two play.")
]
Seed = Annotated[int | None, typer.Option(help="Fixes what comes up, so that a match can be played again.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="The port others join by; 0 for any free one.")]


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Neo-Sanctum: win the city's trust without tearing it apart. Without a command: play."""
    if version:
        typer.echo(f"neo-sanctum {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        from game.cli.title import open_title  # noqa: PLC0415

        open_title()


@app.command()
def play(  # noqa: PLR0913 - one parameter per option
    *,
    map_id: Map = "core",
    seats: Annotated[str, typer.Option(help=f"Who plays. {PLAYERS}")] = "you,greedy,greedy",
    length: Length = None,
    mode: Mode = None,
    temper: Temper = STANDARD_TEMPER,
    neutral: Neutral = True,
    seed: Seed = None,
) -> None:
    """Play a match on this machine, against computer players.

    Example: neo-sanctum play --map core --seats ca:you,greedy,random --mode common_cause --length short
    """
    from game.cli.playing import play_match  # noqa: PLC0415
    from game.cli.table import Typed  # noqa: PLC0415

    play_match(Typed(map_id, seats, length, seed, mode, temper, neutral))


@app.command()
def host(  # noqa: PLR0913 - one parameter per option
    *,
    port: Port = DEFAULT_PORT,
    map_id: Map = "core",
    seats: Annotated[str, typer.Option(help=f"Who plays. {PLAYERS}")] = "you,open,greedy",
    length: Length = None,
    mode: Mode = None,
    temper: Temper = STANDARD_TEMPER,
    neutral: Neutral = True,
    timer: Annotated[int | None, typer.Option(help="Seconds a turn; without it, no clock.")] = None,
    bank: Annotated[
        int, typer.Option(help="Seconds each may use up beyond its turns, in the whole match.")
    ] = 0,
    grace: Annotated[int, typer.Option(help="Seconds a turn waits once for a lost connection.")] = 15,
    every: Annotated[int | None, typer.Option(help="Hours a turn: a match of days, with deadlines.")] = None,
    hours: Annotated[str, typer.Option(help="With --every: when deadlines may be, by your clock.")] = "0-24",
    weekends_off: Annotated[
        bool, typer.Option("--weekends-off", help="With --every: no deadline on weekends.")
    ] = False,
    hold: Annotated[int, typer.Option(help="Seconds a seat waits for who is gone.")] = 120,
    absent: Annotated[
        str, typer.Option(help="Who plays for them then: caretaker, substitute or pass.")
    ] = "caretaker",
    delay: Annotated[int, typer.Option(help="Turns after which spectators see it; -1 for none of them.")] = 0,
    password: Annotated[str, typer.Option(help="What guests must know to come in.")] = "",
    language: Annotated[str, typer.Option(help="What is spoken, such as en.")] = "",
) -> None:
    """Host a match that others can join; prints the address and the room's code.

    Without a display the room waits for its first guest, to whom it is handed over.

    Example: neo-sanctum host --seats you,open,greedy --timer 90 --bank 300
    """
    from game.cli.playing import host_match  # noqa: PLC0415
    from game.cli.table import Typed  # noqa: PLC0415
    from game.cli.terms import TypedTerms  # noqa: PLC0415

    typed = Typed(map_id, seats, length, None, mode, temper, neutral)
    terms = TypedTerms(
        timer, bank, grace, every, hours, weekends_off, hold, absent, delay, password, language
    )
    host_match(port, typed, terms)


@app.command()
def join(
    address: Annotated[
        str,
        typer.Argument(
            metavar="ADDRESS[/CODE]", help="Where, and which room; a code alone is looked for near here."
        ),
    ],
    accept_maps: Annotated[
        bool, typer.Option("--accept-maps", help="Fetch a map that is missing without asking.")
    ] = False,
) -> None:
    """Join a match that somebody hosts.

    Without a display nothing is played: it says which maps the rooms there need, and can fetch them.

    Example: neo-sanctum join 192.168.1.20:24145/K7PQXM
    """
    from game.cli.playing import join_match  # noqa: PLC0415

    join_match(address, accept_maps=accept_maps)


@app.command()
def watch(  # noqa: PLR0913 - one parameter per option
    address: Annotated[
        str,
        typer.Argument(
            metavar="[ADDRESS[/CODE]]",
            help="Somebody's match; a code alone is looked for near here. Without it, one of computer players.",
        ),
    ] = "",
    *,
    password: Annotated[str, typer.Option(help="With an address: the room's password.")] = "",
    whole: Annotated[
        bool, typer.Option("--whole", help="With an address: tell the turns played before, too.")
    ] = False,
    map_id: Map = "core",
    seats: Annotated[str, typer.Option(help="Which computer players; empty for one greedy per start.")] = "",
    length: Length = None,
    mode: Mode = None,
    temper: Temper = STANDARD_TEMPER,
    neutral: Neutral = True,
    seed: Annotated[int, typer.Option(help="Fixes what comes up.")] = 1,
    delay: Annotated[float, typer.Option(min=0, max=60, help="Seconds between turns.")] = 1.0,
) -> None:
    """Watch a match, told in the terminal: somebody's, or one of computer players over a real server.

    Somebody's match is told turn by turn, as late as its room says, until it is over. A server's own password is
    named by NEO_SANCTUM_PASSWORD.

    Example: neo-sanctum watch 192.168.1.20:24145/K7PQXM
    Example: neo-sanctum watch --map core --length short --seed 7 --delay 0
    """
    from game.cli.playing import watch_match, watch_other  # noqa: PLC0415
    from game.cli.table import Typed  # noqa: PLC0415

    typed = Typed(map_id, seats, length, seed, mode, temper, neutral)
    if address or password or whole:
        watch_other(address, password, whole=whole, plain=typed == Typed("core", "", None, 1))
    else:
        watch_match(typed, seed, delay)


@app.command()
def rules(
    topic: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TOPIC", help="A chapter or rule by number, a law, event or facility, any word."
        ),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Name the chapters.")] = False,
) -> None:
    """Read the rules: the core, or what they say on a topic.

    Example: neo-sanctum rules fracture
    """
    from game.cli.rules import print_rules  # noqa: PLC0415

    print_rules(" ".join(topic or ()), listed=listed)


@app.command()
def shots(folder: Annotated[Path, typer.Argument(metavar="OUT", help="Where the pictures go.")]) -> None:
    """Draw every screen to PNG files, at 1280x720 and 1920x1080, without a display.

    Example: neo-sanctum shots pictures/
    """
    from game.cli.shots import draw_shots  # noqa: PLC0415

    draw_shots(folder)


@content.callback()
def _content() -> None:
    """Look at laws, events, factions and numbers before they are played."""


@content.command("check")
def content_check(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="FOLDER", help="A copy of game/content; without it, the game's own."),
    ] = None,
) -> None:
    """Check all content as the game does, and say what to mend, every fault at once.

    Example: neo-sanctum content check path/to/my-content
    """
    from game.cli.content import check_content  # noqa: PLC0415

    check_content(folder)


@lab.callback()
def _lab() -> None:
    """Matches of computer players without a window."""


@lab.command("run")
def lab_run(  # noqa: PLR0913 - one parameter per option
    *,
    map_id: Map = "core",
    seats: Annotated[str, typer.Option(help="Which computer players; empty for one greedy per start.")] = "",
    length: Length = None,
    mode: Mode = None,
    temper: Temper = STANDARD_TEMPER,
    neutral: Neutral = True,
    games: Annotated[int, typer.Option(min=1, max=100_000, help="How many matches.")] = 20,
    seed: Annotated[int, typer.Option(min=0, help="The first match's seed; the others count on.")] = 1,
    json: Annotated[Path | None, typer.Option(help="Also write figures and matches to this file.")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; without it, one a core.")] = None,
) -> None:
    """Play many matches, and print who wins, how torn the city gets, and what is ordered.

    Example: neo-sanctum lab run --map core --seats sra:greedy,occ:greedy,ca:greedy --games 60 --json out.json
    """
    from game.cli.experiments import run_lab  # noqa: PLC0415
    from game.cli.table import Typed, set_table  # noqa: PLC0415

    run_lab(set_table(Typed(map_id, seats, length, seed, mode, temper, neutral)), games, seed, json, workers)


@lab.command("load")
def lab_load(  # noqa: PLR0913 - one parameter per option
    *,
    rooms: Annotated[int, typer.Option(min=1, help="Rooms that play at the same time.")] = 20,
    seats: Annotated[int, typer.Option(min=2, max=8, help="Players in each, each with a connection.")] = 3,
    turns: Annotated[int, typer.Option(min=1, help="Turns of each room, match after match.")] = 12,
    saves_per_second: Annotated[
        float | None, typer.Option(help="Slates saved a second, in all rooms together; without it, flat out.")
    ] = None,
    saves_per_turn: Annotated[
        int | None, typer.Option(help="Slates saved in a room each turn; without it, one a seat.")
    ] = None,
    orders: Annotated[str, typer.Option(help="Whose orders: a computer player's level, or none.")] = "random",
    processes: Annotated[int, typer.Option(min=1, help="Processes that make the load.")] = 1,
    map_id: Map = "core",
    length: Length = None,
    seed: Annotated[int, typer.Option(min=0, help="The first match's seed; the others count on.")] = 1,
    server: Annotated[
        str | None, typer.Option(help="Load the server at this address; without it, one is started.")
    ] = None,
    my_own_server: Annotated[
        bool, typer.Option("--my-own-server", help="It is mine, and may be on another machine.")
    ] = False,
    pid: Annotated[int | None, typer.Option(min=1, help="Its process, to tell what it uses.")] = None,
    within: Annotated[float, typer.Option(help="Seconds after which the load ends, done or not.")] = 300.0,
    json: Annotated[Path | None, typer.Option(help="Also write all figures to this file.")] = None,
) -> None:
    """Load a server with real players, and print how fast it answers and what a turn costs.

    Example: neo-sanctum lab load --rooms 20 --seats 3 --turns 12
    """
    from game.cli.loading import Asked, load_of, run_load  # noqa: PLC0415

    load = load_of(
        rooms=rooms,
        seats=seats,
        turns=turns,
        map_id=map_id,
        length=length,
        orders=orders,
        seed=seed,
        saves_per_turn=saves_per_turn,
        saves_per_second=saves_per_second,
        within=within,
    )
    run_load(load, Asked(processes, server, my_own_server, pid, json))
