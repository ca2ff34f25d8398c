"""Phase 7: campaigns, forums and each faction's own verb (rules 4, 5, 12.7)."""

from game.rules.change import ANY_ORDER
from game.rules.ids import District
from game.rules.pressure import Push, press
from game.rules.side_effects import add_side_effects
from game.rules.turn import NOBODY, Act, Turn


def play(turn: Turn) -> None:
    """Give every speech of the turn; all read the district as it stood when the phase began."""
    for seat, leader, district, _ in turn.acts.get("campaign", ()):
        base = turn.board.ruleset.campaign.pressure
        press(turn, Push(seat, leader, district, "campaign", base=base, verb="campaign"))
        add_side_effects(turn, "campaign", ANY_ORDER, seat, (district, leader))
    forums = _by_district(turn, "forum")
    for district, acts in forums.items():
        _forum(turn, district, acts)
    for district, acts in _by_district(turn, "unique").items():
        for act in acts:
            _unique(turn, act)
        _rise(turn, district, acts)
    turn.settle()


def _by_district(turn: Turn, verb: str) -> dict[District, list[Act]]:
    here: dict[District, list[Act]] = {}
    for act in turn.acts.get(verb, ()):
        here.setdefault(act[2], []).append(act)
    return here


def _forum(turn: Turn, district: District, acts: list[Act]) -> None:
    """Forum is to calm what Care is to need: what it really calms is shared and thanked."""
    rule = turn.board.ruleset.forum
    relief = sum([rule.unrest - turn.added("unrest:forum", district, leader) for _, leader, _, _ in acts])
    calmed = max(0, min(turn.unrest[district], relief))
    for seat, leader, _, _ in acts:
        base = rule.pressure * len(acts) + rule.pressure_per_unrest * calmed
        push = Push(seat, leader, district, "forum", base=base, verb="forum")
        push.shared_by = len(acts)
        push.thanked = turn.thanks
        press(turn, push)
        turn.shift("unrest", district, "forum", seat, -rule.unrest)
        turn.pull(district, "forum", seat, rule.to_middle)
        turn.earn(seat, "voice", "forum", district, rule.earns_voice)
        add_side_effects(turn, "forum", ANY_ORDER, seat, (district, leader))


def _unique(turn: Turn, act: Act) -> None:
    seat, leader, district, _ = act
    rule = turn.board.factions[seat].unique
    press(turn, Push(seat, leader, district, rule.key, base=rule.pressure, verb="unique"))
    wealth = turn.board.wealth[district]
    turn.earn(seat, "credits", rule.key, district, rule.earns_credits + wealth * rule.earns_credits_by_wealth)
    turn.earn(seat, "voice", rule.key, district, rule.earns_voice)
    turn.shift("lean", district, rule.key, seat, rule.lean)
    turn.pull(district, rule.key, seat, rule.to_middle)
    if rule.unrest < 0:
        turn.shift("unrest", district, rule.key, seat, rule.unrest)
    add_side_effects(turn, rule.key, ANY_ORDER, seat, (district, leader))


def _rise(turn: Turn, district: District, acts: list[Act]) -> None:
    """Excitement raises unrest, but all of it together never above the verb's ceiling.

    Each rise is written down as if it were the only one, then what several raise too far is taken
    back; the lowest ceiling counts first, so the order of the seats does not matter.
    """
    level = calm = turn.unrest[district]
    told = 0
    uniques = [(turn.board.factions[act[0]].unique, act[0]) for act in acts]
    for rule, seat in sorted(uniques, key=lambda pair: pair[0].unrest_ceiling):
        alone = max(0, min(rule.unrest, rule.unrest_ceiling - calm))
        level += max(0, min(rule.unrest, rule.unrest_ceiling - level))
        told += alone
        turn.shift("unrest", district, rule.key, seat, alone)
    turn.shift("unrest", district, "ceiling", NOBODY, level - calm - told)
