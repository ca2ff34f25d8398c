"""What load is asked for: rooms, seats, turns, and how fast."""

import math

from msgspec import Struct

MOST_ROOMS = 2000
MOST_TURNS = 10_000
MOST_SECONDS = 3600
MOST_PROCESSES = 16
NO_ORDERS = "none"
"""In place of a computer player's level: every slate is empty."""

MESSAGES_A_SECOND = 18.0
"""Most a connection says in the long run; a server closes those that say more than 20."""

BURST = 16
"""Most it says at once."""

UNGREETED = 6
"""Connections under way at a time, all processes together; a server takes 8 from one address."""


class LoadError(Exception):
    """The load cannot be made, or the server does not bear it; the message says what to mend."""


class Load(Struct, frozen=True):
    """The load of one process: `rooms` of `seats` that play `turns` each, matches one after another.

    `saves_per_second`, all rooms of this process together, paces them; None goes as fast as answers come. Each
    turn has `saves_per_turn` slates saved in a room before all are ready. `orders` is a computer player's level
    or `none`. `within` seconds after its beginning it ends, whatever is still to be done.
    """

    rooms: int
    seats: int
    turns: int
    map_folder: str
    length: str
    orders: str
    seed: int
    saves_per_turn: int
    saves_per_second: float | None
    within: float
    ungreeted: int = UNGREETED

    @property
    def seconds_per_turn(self) -> float:
        """How long a turn of a paced room takes; 0 where nothing paces it."""
        return (
            0.0 if self.saves_per_second is None else self.saves_per_turn * self.rooms / self.saves_per_second
        )


def checked(load: Load) -> Load:
    """The same load. Raises LoadError for what is out of bounds or no connection may do."""
    bounds = {"rooms": MOST_ROOMS, "turns": MOST_TURNS, "within": MOST_SECONDS}
    for name, most in bounds.items():
        found = getattr(load, name)
        if not 1 <= found <= most:
            raise LoadError(f"{name} {found:g}: expected 1 to {most}. Mend: ask for fewer")
    if load.saves_per_turn < load.seats:
        raise LoadError(
            f"saves per turn {load.saves_per_turn}: found fewer than seats. "
            f"Mend: give at least {load.seats}, one a seat"
        )
    _check_pace(load)
    return load


def _check_pace(load: Load) -> None:
    if load.saves_per_second is None:
        return
    if load.saves_per_second <= 0:
        raise LoadError(
            f"saves per second {load.saves_per_second:g}: expected more than 0. Mend: leave it out"
        )
    messages = load.saves_per_turn / load.seats + 1
    if messages / load.seconds_per_turn > MESSAGES_A_SECOND:
        least = load.saves_per_second * messages / load.saves_per_turn / MESSAGES_A_SECOND
        raise LoadError(
            f"saves per second {load.saves_per_second:g}: a connection may say {MESSAGES_A_SECOND:g} messages a "
            f"second. Mend: spread them over at least {math.ceil(least)} rooms"
        )
