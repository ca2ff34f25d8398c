from typing import Any

import pytest
from msgspec.structs import replace

from game.rules.cards import LawCard
from game.rules.change import ANY_ORDER, Change
from game.rules.faction import Trait
from game.rules.ids import District, FactionKey, Leader
from game.rules.ledger import Blamed, Earned, Shifted
from game.rules.measure import Measure
from game.rules.orders import Build, Campaign, Care, Festival, Forum, Led, Motion, Pledge, Unique
from game.rules.resolve import begin
from game.rules.side_effects import add_side_effects, apply
from game.rules.state import Law
from game.rules.turn import NO_LEADER, NOBODY
from tests.conformance.pin import pinned
from tests.support.cities import line_city
from tests.support.matches import SRA, district, match, of, played, public, seat

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


MINE: dict[str, Led] = {
    "campaign": Campaign(Leader(0), D(0)),
    "care": Care(Leader(0), D(0)),
    "festival": Festival(Leader(0), D(0)),
    "forum": Forum(Leader(0), D(0)),
    "rally": Unique(Leader(0), D(0)),
    "pledge": Pledge(Leader(0), D(0), "consent"),
    "build": Build(Leader(0), D(0), "free_school"),
    "motion": Motion(Leader(0), D(0), "open_clinics"),
}


@pytest.mark.parametrize("verb", MINE)
def test_a_trait_counts_for_its_own_leaders_orders_of_that_verb(verb):
    trait = Trait("gift_of_the_gab", (Change(f"voice:{verb}", 2),))
    sra = pinned().factions[FactionKey("sra")]
    gifted = replace(sra, traits={**sra.traits, "alok_dsouza": trait})
    rules = replace(pinned(), factions={**pinned().factions, FactionKey("sra"): gifted})
    board, state = match(line_city(), rules=rules)
    state = public(seat(state, SRA, credits=40, voice=10, hand=("open_clinics",)), events=(), docket=())
    alok, juno = board.leaders_of(SRA)[:2]
    assert alok == 0
    order: Any = MINE[verb]
    _, ledger = played(board, state, order)
    assert of(ledger, Earned, cause="gift_of_the_gab") == [Earned(SRA, "voice", "gift_of_the_gab", D(0), 2)]
    _, ledger = played(board, state, replace(order, leader=juno))
    assert not of(ledger, Earned, cause="gift_of_the_gab")
