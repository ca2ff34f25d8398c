"""`map`: a map's own check, and what its complaints mean."""

import typer

from game.cli.complaint import complain
from game.maps import MapRefused, check, find
from game.maps.codes import CODES


def check_map(map_id: str) -> None:
    """Print what the map is, with its warnings. Complains with its faults where it cannot be played."""
    try:
        checked = check(find(map_id))
    except LookupError as error:
        complain(str(error.args[0]))
    except (MapRefused, OSError) as error:
        complain(f"the map {map_id} cannot be played:\n{error}")
    city = checked.city
    typer.echo(f"{city.title}: {len(city.districts)} districts, {len(city.starts)} seats, {city.turns} turns")
    for warning in checked.warnings:
        typer.echo(str(warning))


def explain_code(code: str) -> None:
    """Print the rule, its reason and the mend of a complaint's code, in either case."""
    rule = CODES.get(code.upper())
    if rule is None:
        complain(
            f"no code {code!r}: expected one of {next(iter(CODES))} to {max(CODES)}. Mend: copy it from a complaint"
        )
    mend = rule.mend.format(object="the object")
    typer.echo(f"{code.upper()}: {rule.summary}\n{rule.why}\nMend: {mend}.")
