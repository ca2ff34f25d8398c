"""How a hosted match is played, from what was typed: its clock, absence, guests; or a complaint."""

from datetime import datetime
from typing import get_args

import msgspec

from game.cli.complaint import complain
from game.client.launcher import Terms
from game.protocol.messages import Absence, Absentee, Calendar, CreateRoom
from server.host.lobby import LONGEST_TIMER, SHORTEST_TIMER


class TypedTerms(msgspec.Struct, frozen=True):
    """What was typed. `hours` is `8-22`; `delay` below 0 is for no spectators; `every` makes deadlines."""

    timer: int | None = None
    bank: int = 0
    grace: int = 15
    every: int | None = None
    hours: str = "0-24"
    weekends_off: bool = False
    hold: int = 120
    absent: str = "caretaker"
    delay: int = 0
    password: str = ""
    language: str = ""


def terms_of(typed: TypedTerms) -> Terms:
    """The terms as a server takes them, by this machine's clock. Ends the program with status 2 where it takes none."""
    _check_timer(typed.timer)
    if typed.every is not None and typed.timer is not None:
        complain("--every: found it beside --timer; a match has one clock. Mend: leave one of them out")
    if typed.absent not in get_args(Absentee):
        known = ", ".join(get_args(Absentee))
        complain(f"--absent: found {typed.absent!r}, expected one of {known}. Mend: use one of them")
    terms = Terms(
        timer=typed.timer,
        bank=typed.bank,
        grace=typed.grace,
        calendar=_calendar(typed, typed.every) if typed.every is not None else None,
        absence=Absence(typed.hold, typed.absent),  # type: ignore[arg-type]
        delay=None if typed.delay < 0 else typed.delay,
        password=typed.password,
        language=typed.language,
    )
    _check_figures(terms)
    return terms


def _check_timer(timer: int | None) -> None:
    if timer is not None and not SHORTEST_TIMER <= timer <= LONGEST_TIMER:
        complain(
            f"timer {timer}: expected {SHORTEST_TIMER} to {LONGEST_TIMER} seconds. Mend: choose one in between, or none"
        )


def _calendar(typed: TypedTerms, every: int) -> Calendar:
    start, _, end = typed.hours.partition("-")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end) <= 24):
        complain(
            f"--hours: found {typed.hours!r}, expected two hours of a day. Mend: write e.g. --hours 8-22"
        )
    ahead = datetime.now().astimezone().utcoffset()
    minutes = int(ahead.total_seconds()) // 60 if ahead is not None else 0
    return Calendar(every, minutes, int(start), int(end), typed.weekends_off)


def _check_figures(terms: Terms) -> None:
    """The protocol knows how large each may be; it is asked before a server is."""
    kinds = {field.name: field.type for field in msgspec.structs.fields(CreateRoom)}
    for name in Terms.__struct_fields__:
        value = getattr(terms, name)
        try:
            msgspec.convert(msgspec.to_builtins(value), kinds[name])
        except msgspec.ValidationError as error:
            complain(
                f"{name}: found {msgspec.to_builtins(value)}: {error}. Mend: see neo-sanctum host --help"
            )
