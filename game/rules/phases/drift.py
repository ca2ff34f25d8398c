"""Phase 10: what districts do by themselves: need, unrest, fading support (rules 3, 6, 12.10)."""

from game.rules.ids import District
from game.rules.ledger import Decayed
from game.rules.turn import NOBODY, Turn


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
        _fade(turn, district)
    turn.settle()


def _fade(turn: Turn, district: District) -> None:
    permille = turn.board.ruleset.contest.decay_permille
    support = turn.support[district]
    lost = [held * permille // 1000 for held in support]
    if not any(lost):
        return
    turn.support[district] = tuple([held - gone for held, gone in zip(support, lost, strict=True)])
    if turn.ledger is not None:
        turn.ledger.append(Decayed(district, tuple(lost)))
