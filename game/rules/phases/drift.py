"""Phase 10: what districts do by themselves: need, unrest, fading support (rules 3, 6, 12.10)."""

from collections.abc import Sequence
from operator import sub

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
    by_itself = [pair for pair in turn.levers.side_effects.get(BY_ITSELF, ()) if pair[0] in SCALES]
    for district in turn.board.all_districts:
        need = turn.need[district]
        growth = rule.need_by_wealth[turn.board.wealth[district]]
        turn.shift("need", district, "drift", NOBODY, growth)
        if hardship:
            turn.shift("need", district, "hard_times", NOBODY, hardship)
        if need > rule.breeds_unrest_over_need:
            turn.shift("unrest", district, "need", NOBODY, 1)
        elif even and need < rule.calms_under_need:
            turn.shift("unrest", district, "well_cared", NOBODY, -1)
        if by_itself:
            _by_itself(turn, district, by_itself)
        _fade(turn, district)
    sanctuary.work(turn)
    harm.strike(turn)
    turn.settle()


def _by_itself(turn: Turn, district: District, changed: Sequence[tuple[str, str]]) -> None:
    """What laws, landmarks and events do to a district each turn, under their own names."""
    for constant, target in changed:
        for source, value in turn.lines(target, district):
            apply(turn, constant, district, source, NOBODY, value)


def _fade(turn: Turn, district: District) -> None:
    support = turn.support[district]
    if not any(support):
        return
    start = turn.board.ruleset.contest.decay_permille
    lines = turn.lines("decay", district) if "decay" in turn.levers.targets else []
    permille = max(0, start + sum([value for _, value in lines])) if lines else start
    lost = [held * permille // 1000 for held in support]
    if not any(lost):
        return
    turn.support[district] = tuple(map(sub, support, lost))
    if turn.ledger is not None:
        factors = tuple([Factor(name, value) for name, value in (("start", start), *lines)]) if lines else ()
        turn.ledger.append(Decayed(district, tuple(lost), factors))
