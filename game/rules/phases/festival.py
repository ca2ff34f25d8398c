"""Phase 6: festivals, alone or joint, and their echo next door (rules 5, 12.6)."""

from game.rules.change import ANY_ORDER
from game.rules.ids import District
from game.rules.ledger import Pressed
from game.rules.pressure import Push, press
from game.rules.side_effects import add_side_effects
from game.rules.turn import NO_LEADER, NOBODY, Act, Turn


def play(turn: Turn) -> None:
    """Hold the festivals; several factions in one district hold one joint Authenticity Festival."""
    here: dict[District, list[Act]] = {}
    for act in turn.acts.get("festival", ()):
        here.setdefault(act[2], []).append(act)
    for district, acts in here.items():
        _celebrate(turn, district, acts)
    turn.settle()


def _celebrate(turn: Turn, district: District, acts: list[Act]) -> None:
    rule = turn.board.ruleset.festival
    for act in acts:
        push = Push(act[0], act[1], district, "festival", base=rule.pressure, verb="festival")
        push.together = 100 + rule.partner_percent * (len(acts) - 1)
        _echo(turn, act, press(turn, push))
        add_side_effects(turn, "festival", ANY_ORDER, act[0], (district, act[1]))
    host = acts[0][0] if len(acts) == 1 else NOBODY
    turn.shift("unrest", district, "festival", host, rule.unrest)
    fracture = turn.board.ruleset.fracture
    if turn.fracture >= fracture.wary_at:
        turn.shift("unrest", district, "wary", NOBODY, fracture.wary_festival)
    if len(acts) > 1:
        turn.shift("unrest", district, "joint_festival", NOBODY, rule.partner_unrest)


def _echo(turn: Turn, act: Act, amount: int) -> None:
    """A linked district hears a part of the final pressure as it is (rule 16)."""
    seat, _, district, _ = act
    heard = amount // turn.board.ruleset.festival.echo_divisor
    for linked in turn.board.links[district]:
        turn.pressure[linked][seat] += heard
        if turn.ledger is not None:
            turn.ledger.append(Pressed(seat, NO_LEADER, linked, "echo", amount, (), heard))
