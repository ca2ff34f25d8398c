"""What laws, landmarks, events and traits add to the doings of an order or a facility (rules 3, 4, 8, 9)."""

from game.rules.ids import District, Leader, Seat
from game.rules.turn import Turn


def add_side_effects(turn: Turn, cause: str, group: str, seat: Seat, place: tuple[District, Leader]) -> None:
    """Add everything that is changed about a cause, or about its group, each change under its own name.

    `place` is where it acts and through which leader, `NO_LEADER` for a facility. The phase settles it.
    """
    changed = turn.levers.side_effects
    if cause not in changed and group not in changed:
        return
    for name in (cause, group):
        for constant, target in changed.get(name, ()):
            for source, value in turn.lines(target, *place):
                apply(turn, constant, place[0], source, seat, value)


def apply(turn: Turn, constant: str, district: District, source: str, seat: Seat, value: int) -> None:
    """One change of a district's scale or a seat's purse; `middle` brings lean nearer to 0."""
    if constant in ("credits", "voice"):
        turn.earn(seat, constant, source, district, value)
    elif constant == "middle":
        turn.pull(district, source, seat, value)
    else:
        turn.shift(constant, district, source, seat, value)
