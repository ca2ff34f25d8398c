"""What a seed makes of the world around the server: its network, its disk, its mishaps, its players."""

import random

from msgspec import Struct

from game.protocol.pace import Absentee


class Weather(Struct, frozen=True):
    """Times in seconds; chances from 0 to 1. A mean of 0 stands for never."""

    people: int
    computers: int
    timer: int | None
    turns: int
    """Turns after which the storm is over; the match may end before."""
    delay: float
    """Most that a frame takes one way."""
    cut_every: float
    half_open: float
    """Chance that a side hears of a cut only when its own patience ends."""
    repeat: float
    """Chance that a frame up arrives twice, and that a lost connection is played again as a whole."""
    disk: float
    """Most that a commit takes."""
    disk_error: float
    disk_full_every: float
    kill_every: float
    kill_at_commit: float
    """Chance for each commit that the process dies right before or right after it."""
    down: float
    """Most that the server is away."""
    unruly: float
    """Chance that a player does something else than play."""
    absentee: Absentee
    """Who plays for one who is gone for `hold` seconds; somebody waits to be the substitute where one is wanted."""
    hold: int
    watchers: int
    watched_later: int | None
    """Turns that spectators see later, None where there are none."""


def drawn(seed: int) -> Weather:
    """Each seed has its own weather; every fourth one is fair in most respects, so that causes can be told apart."""
    dice = random.Random(f"weather {seed}")
    fair = seed % 4 == 0

    def pick(*choices: float) -> float:
        return choices[0] if fair and dice.random() < 0.6 else dice.choice(choices)

    people = dice.choice((1, 2, 2, 2, 3))
    absentee: Absentee = dice.choice(("caretaker", "caretaker", "substitute", "pass"))
    watched_later = dice.choice((None, None, 0, 1, 2))
    return Weather(
        people=people,
        computers=dice.choice((1, 2)) if people == 1 else dice.randrange(4 - people),
        timer=dice.choice((None, 5, 8, 20, 60)),
        turns=dice.choice((2, 3, 4, 5)),
        delay=pick(0.005, 0.05, 0.4),
        cut_every=pick(0.0, 20.0, 6.0, 2.0),
        half_open=pick(0.0, 0.3, 0.8),
        repeat=pick(0.0, 0.05, 0.3),
        disk=pick(0.001, 0.02, 0.3),
        disk_error=pick(0.0, 0.0, 0.01, 0.05),
        disk_full_every=pick(0.0, 0.0, 0.0, 40.0),
        kill_every=pick(0.0, 0.0, 30.0, 10.0),
        kill_at_commit=pick(0.0, 0.0, 0.02, 0.05),
        down=pick(0.5, 3.0, 25.0),
        unruly=pick(0.1, 0.3, 0.5),
        absentee=absentee,
        hold=dice.choice((5, 10, 120)),
        watchers=0 if watched_later is None else dice.choice((1, 1, 2)),
        watched_later=watched_later,
    )
