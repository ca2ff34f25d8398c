"""Phase 10: what finished Technique Sanctuaries do for their districts (rules 7, 12.10)."""

from game.rules.ground import is_finished
from game.rules.ids import District
from game.rules.turn import NOBODY, Turn


def work(turn: Turn) -> None:
    """Need falls each turn, unrest every few, and in a season's last turn unrest next door. Drift settles it."""
    rule = turn.board.ruleset.sanctuary
    for index, site in enumerate(turn.sites):
        if not is_finished(site):
            continue
        turn.shift("need", District(index), "sanctuary", NOBODY, rule.need)
        if turn.number % rule.unrest_every == 0:
            turn.shift("unrest", District(index), "sanctuary", NOBODY, rule.unrest)
        if turn.board.ends_season(turn.number):
            for linked in turn.board.links[index]:
                turn.shift("unrest", linked, "sanctuary_next_door", NOBODY, rule.linked_unrest_a_season)
