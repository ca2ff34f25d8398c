from msgspec.structs import replace

from game.rules.cards import LawCard
from game.rules.change import ANY_ORDER, Change
from game.rules.ids import District
from game.rules.ledger import Blamed, Earned, Shifted
from game.rules.measure import Measure
from game.rules.resolve import begin
from game.rules.side_effects import add_side_effects, apply
from game.rules.state import Law
from game.rules.turn import NO_LEADER, NOBODY
from tests.conformance.pin import pinned
from tests.support.matches import SRA, district, match, public

D = District


def with_law(*changes):
    """A turn in which a law of these changes is in force."""

    card = LawCard("test_law", "care", changes, Measure("need"), ("sra",), ("occ",), 0)
    rules = replace(pinned(), laws={**pinned().laws, "test_law": card})
    board, state = match(rules=rules)
    state = public(district(state, 0, lean=-30), laws=(Law("test_law", 9, SRA),))
    return begin(board, state, [()] * 3, [])


def test_every_kind_of_effect_is_told_under_the_changes_own_name():
    kinds = ("need", "unrest", "lean", "middle", "credits", "voice")
    turn = with_law(*(Change(f"{kind}:care", 2) for kind in kinds))
    add_side_effects(turn, "care", ANY_ORDER, SRA, (D(0), NO_LEADER))
    assert turn.ledger == [
        Shifted("need", D(0), "test_law", SRA, 2),
        Shifted("unrest", D(0), "test_law", SRA, 2),
        Blamed(SRA, "test_law", D(0), 200),
        Shifted("lean", D(0), "test_law", SRA, 2),
        Shifted("lean", D(0), "test_law", SRA, 2),
        Earned(SRA, "credits", "test_law", D(0), 2),
        Earned(SRA, "voice", "test_law", D(0), 2),
    ]


def test_an_effect_on_all_orders_counts_for_each():
    turn = with_law(Change("voice:order", 1))
    add_side_effects(turn, "motion", ANY_ORDER, SRA, (D(0), NO_LEADER))
    assert turn.ledger == [Earned(SRA, "voice", "test_law", D(0), 1)]


def test_what_nothing_changes_adds_nothing():
    turn = with_law(Change("voice:order", 1))
    add_side_effects(turn, "mural", "facility", SRA, (D(0), NO_LEADER))
    assert turn.ledger == []


def test_to_the_middle_is_no_further_than_the_middle():
    turn = with_law(Change("voice:order", 1))
    apply(turn, "middle", D(0), "test_law", NOBODY, 99)
    turn.settle()
    assert turn.lean[0] == 0
