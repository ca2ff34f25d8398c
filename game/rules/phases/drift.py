"""Phase 10: what districts do by themselves: need, unrest, fading support (rules 3, 6, 12.10)."""

from game.rules.change import BY_ITSELF
from game.rules.ids import District
from game.rules.ledger import Decayed, Factor
from game.rules.phases import harm, sanctuary
from game.rules.side_effects import apply
from game.rules.turn import NOBODY, Turn

SCALES = ("need", "unrest", "lean", "middle")
"""What a district's own drift can be changed in."""


def play(turn: Turn) -> None:
    """Need grows by wealth and act; much need breeds unrest, little calms it; support fades."""
    rule = turn.board.ruleset.drift
    hardship = rule.need_by_act[turn.board.act(turn.number)]
    even = turn.number % 2 == 0
    for index, need in enumerate(turn.need):
        district = District(index)
        growth = rule.need_by_wealth[turn.board.wealth[index]]
        turn.shift("need", district, "drift", NOBODY, growth)
        turn.shift("need", district, "hard_times", NOBODY, hardship)
        if need > rule.breeds_unrest_over_need:
            turn.shift("unrest", district, "need", NOBODY, 1)
        elif even and need < rule.calms_under_need:
            turn.shift("unrest", district, "well_cared", NOBODY, -1)
        _by_itself(turn, district)
        _fade(turn, district)
    sanctuary.work(turn)
    harm.strike(turn)
    turn.settle()


def _by_itself(turn: Turn, district: District) -> None:
    """What laws, landmarks and events do to a district each turn, under their own names."""
    if BY_ITSELF not in turn.levers.side_effects:
        return
    for constant in SCALES:
        for source, value in turn.lines(f"{constant}:{BY_ITSELF}", district):
            apply(turn, constant, district, source, NOBODY, value)


def _fade(turn: Turn, district: District) -> None:
    start = turn.board.ruleset.contest.decay_permille
    lines = turn.lines("decay", district)
    permille = max(0, start + sum(value for _, value in lines))
    support = turn.support[district]
    lost = [held * permille // 1000 for held in support]
    if not any(lost):
        return
    turn.support[district] = tuple([held - gone for held, gone in zip(support, lost, strict=True)])
    if turn.ledger is not None:
        factors = tuple(Factor(*line) for line in (("start", start), *lines)) if lines else ()
        turn.ledger.append(Decayed(district, tuple(lost), factors))
