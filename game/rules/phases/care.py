"""Phase 5: Care relieves need and is thanked per point really relieved (rules 5, 12.5)."""

from game.rules.change import ANY_ORDER
from game.rules.ids import District
from game.rules.pressure import Push, press
from game.rules.side_effects import add_side_effects
from game.rules.turn import Act, Turn


def play(turn: Turn) -> None:
    """Open the clinics; several in one district share what there is to relieve."""
    here: dict[District, list[Act]] = {}
    for act in turn.acts.get("care", ()):
        here.setdefault(act[2], []).append(act)
    for district, acts in here.items():
        _care(turn, district, acts)
    turn.settle()


def _care(turn: Turn, district: District, acts: list[Act]) -> None:
    rule = turn.board.ruleset.care
    relief = sum([rule.need - turn.added("need:care", district, leader) for _, leader, _, _ in acts])
    relieved = max(0, min(turn.need[district], relief))
    thanks = rule.pressure_per_need[turn.board.wealth[district]]
    for seat, leader, _, _ in acts:
        push = Push(seat, leader, district, "care", base=thanks * relieved, verb="care")
        push.shared_by = len(acts)
        push.thanked = turn.thanks
        press(turn, push)
        turn.shift("need", district, "care", seat, -rule.need)
        add_side_effects(turn, "care", ANY_ORDER, seat, (district, leader))
