from game.client.model.effects_of import parts_given, upkeep
from game.client.model.planning import Planning
from game.rules.ids import District
from game.rules.orders import Close, Pledge
from game.rules.state import Facility
from tests.support.matches import SRA, district, match, public


def test_the_own_speciality_gives_more_parts() -> None:
    board, state = match()
    plan = Planning(board, public(state, leaders=tuple(District(0) for _ in board.leaders)).public, SRA)
    leader = plan.leaders()[0]
    given = {kind: parts_given(plan, Pledge(leader, District(0), kind)) for kind in ("consent", "art")}
    assert {kind: entry and entry.amount for kind, entry in given.items()} == {"consent": 3, "art": 2}


def test_what_is_not_legal_gives_nothing() -> None:
    board, state = match()
    angry = district(public(state, leaders=tuple(District(0) for _ in board.leaders)), 0, unrest=9)
    plan = Planning(board, angry.public, SRA)
    assert parts_given(plan, Pledge(plan.leaders()[0], District(0), "consent")) is None


def test_closing_a_facility_saves_upkeep() -> None:
    board, state = match()
    kinds = tuple(board.facility_rules[SRA])
    for where in range(4):
        built = tuple(Facility(kind, SRA, 1) for kind in kinds[:2])
        state = district(state, where, facilities=built)
    plan = Planning(board, state.public, SRA)
    order = Close(District(0), kinds[0])
    assert upkeep(plan, order) < upkeep(plan)
    plan.give(order)
    assert plan.papers() == (order,)
    assert upkeep(plan, order) == upkeep(plan), "it closes already"
