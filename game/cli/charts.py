"""`map`: a map's own check, and what its complaints mean."""

import msgspec
import typer

from game.cli.complaint import complain
from game.cli.shelving import opened
from game.maps import CheckedMap, Fault, MapRefused, check
from game.maps.codes import CODES


def check_map(name: str, *, strict: bool, as_json: bool) -> None:
    """Print what the map is and everything found about it, then exit: 0, 1 for warnings if strict, 2 for errors."""
    checked: CheckedMap | None = None
    faults: tuple[Fault, ...] = ()
    try:
        with opened(name) as folder:
            checked = check(folder)
        faults = checked.warnings
    except LookupError as error:
        complain(str(error.args[0]))
    except MapRefused as error:
        faults = error.faults
    except OSError as error:
        complain(
            f"{error.filename or name}: {error.strerror or error}. Mend: see that it is there and may be read"
        )
    typer.echo(_as_json(checked, faults) if as_json else tell_map(name, checked, faults))
    if checked is None:
        raise typer.Exit(2)
    if faults and strict:
        raise typer.Exit(1)


def tell_map(name: str, checked: CheckedMap | None, faults: tuple[Fault, ...]) -> str:
    """What a map is, or that it cannot be played, and everything found about it with the total at the end."""
    errors = sum(not fault.is_warning for fault in faults)
    total = f"{errors} errors, {len(faults) - errors} warnings" if faults else ""
    if checked is None:
        head = f"the map {name} cannot be played:"
    else:
        city = checked.city
        head = f"{city.title}: {len(city.districts)} districts, {len(city.starts)} seats, {city.turns} turns"
    return "\n".join(line for line in (head, *map(str, faults), total) if line)


def _as_json(checked: CheckedMap | None, faults: tuple[Fault, ...]) -> str:
    """One object: `ok`, the map's id, version and rules hash where it has them, and every fault with its place."""
    told: dict[str, object] = {"ok": checked is not None}
    if checked is not None:
        told |= {
            "id": checked.manifest.id,
            "version": checked.manifest.version,
            "rules_hash": checked.rules_hash,
        }
    told["faults"] = [
        {"level": "warning" if fault.is_warning else "error", **msgspec.to_builtins(fault)}
        for fault in faults
    ]
    return msgspec.json.format(msgspec.json.encode(told)).decode()


def explain_code(code: str) -> None:
    """Print the rule, its reason and the mend of a complaint's code, in either case."""
    rule = CODES.get(code.upper())
    if rule is None:
        complain(
            f"no code {code!r}: expected one of {next(iter(CODES))} to {max(CODES)}. Mend: copy it from a complaint"
        )
    mend = rule.mend.format(object="the object")
    typer.echo(f"{code.upper()}: {rule.summary}\n{rule.why}\nMend: {mend}.")
