"""Phase 9: pressure moves people (rules 6, 12.9)."""

from game.rules.ids import District
from game.rules.ledger import Contested
from game.rules.turn import Turn


def play(turn: Turn) -> None:
    """In every district some people reconsider and split in proportion to pressure."""
    for district in turn.board.all_districts:
        pressure = turn.pressure[district]
        if any(pressure):
            _contest(turn, district, pressure)


def shields(turn: Turn, district: District) -> list[int]:
    """How much of its loss each seat's finished facilities here spare it, in percent."""
    shield = [0] * turn.board.seats
    standing = turn.facilities[district]
    if not standing:
        return shield
    rule = turn.board.ruleset.contest
    each = max(0, rule.shield_percent + turn.added("shield", district))
    for facility in standing:
        if facility.ready <= turn.number:
            shield[facility.seat] = min(rule.shield_limit, shield[facility.seat] + each)
    return shield


def _contest(turn: Turn, district: District, pressure: list[int]) -> None:
    before = turn.support[district]
    shield = shields(turn, district)
    after = shares(before, pressure, shield, turn.board.ruleset.contest.inertia)
    turn.support[district] = after
    if turn.ledger is not None:
        turn.ledger.append(Contested(district, tuple(pressure), tuple(shield), before, after))


def shares(before: tuple[int, ...], pressure: list[int], shield: list[int], inertia: int) -> tuple[int, ...]:
    """Support in permille after a contest; what rounding leaves goes to the residents.

    With P the sum of pressures and R the inertia, P / (P + R) of the people reconsider and split in
    proportion to pressure; a holder loses only that share times (1 - shield). Loss and gain stand
    over one denominator and are divided once, so more pressure never lowers one's own share.
    """
    total = sum(pressure)
    if not any(shield):
        # Everybody is in one pool, and all terms have the percent of the shields in common.
        scale = total + inertia
        return tuple(
            [(held * inertia + 1000 * own) // scale for held, own in zip(before, pressure, strict=True)]
        )
    scale = (total + inertia) * 100
    pool = (1000 - sum(before)) * 100
    exposed = []
    for held, spared in zip(before, shield, strict=True):
        at_risk = held * (100 - spared)
        exposed.append(at_risk)
        pool += at_risk
    return tuple(
        [
            (held * scale - at_risk * total + pool * own) // scale
            for held, at_risk, own in zip(before, exposed, pressure, strict=True)
        ]
    )
