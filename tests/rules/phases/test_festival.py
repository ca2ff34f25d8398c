from game.rules.ids import District
from game.rules.ledger import Pressed, Shifted
from game.rules.orders import Festival
from tests.support.matches import SRA, leader, line, of, played, public

D = District


def test_an_eighth_is_heard_next_door_as_it_is():
    board, state = line()
    _, ledger = played(board, state, Festival(leader(board, "juno_armitage"), D(1)))
    (loud,) = of(ledger, Pressed, cause="festival")
    echoes = of(ledger, Pressed, cause="echo")
    # District 1 is mixed with need 40: 97 + 20 = 117%.
    assert loud.amount == 2200 * 117 // 100
    assert [(echo.district, echo.amount) for echo in echoes] == [
        (D(0), loud.amount // 8),
        (D(2), loud.amount // 8),
    ]


def test_a_joint_festival_is_louder_and_calms_once_more():
    board, state = line()
    there = public(state, leaders=tuple(D(1) for _ in board.leaders))
    hosts = ("juno_armitage", "zara_lin", "lyra_valerian")
    _, ledger = played(board, there, *(Festival(leader(board, host), D(1)) for host in hosts))
    loud = of(ledger, Pressed, cause="festival")
    assert [[factor.value for factor in entry.factors if factor.name == "together"] for entry in loud] == [
        [140]
    ] * 3
    assert loud[SRA].amount == 2200 * 117 * 140 // 10_000
    calmed = [entry.amount for entry in of(ledger, Shifted, subject="unrest", district=D(1))][:3]
    assert calmed == [-2, -1, 2]  # two once, one once more; what there was not to calm is given back


def test_a_lone_festival_calms_two():
    board, state = line()
    _, ledger = played(board, state, Festival(leader(board, "juno_armitage"), D(0)))
    assert of(ledger, Shifted, subject="unrest", cause="festival") == [
        Shifted("unrest", D(0), "festival", SRA, -2)
    ]
