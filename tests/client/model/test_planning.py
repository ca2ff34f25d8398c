from game.client.model.planning import Planning, Selected, make_order, same_slot
from game.rules.ids import District, Leader
from game.rules.orders import Ballot, Build, Campaign, Care, Close, Gift, Motion, Pledge
from tests.support.matches import CA, OCC, SRA, match


def planning() -> Planning:
    board, state = match()
    return Planning(board, state.public, SRA)


def test_a_leader_brings_the_district_where_it_stands() -> None:
    plan = planning()
    leader = plan.leaders()[0]
    plan.select_leader(leader)
    assert plan.selected == Selected(leader, plan.public.leaders[leader])


def test_a_leader_with_an_order_brings_the_place_of_the_order() -> None:
    plan = planning()
    leader = plan.leaders()[0]
    there = plan.board.links[plan.public.leaders[leader]][0]
    assert plan.give(Campaign(leader, there)) == ()
    plan.select_leader(leader)
    assert plan.selected.district == there


def test_stepping_goes_round_the_own_leaders() -> None:
    plan = planning()
    seen = []
    for _ in range(len(plan.leaders()) + 1):
        plan.step_leader(1)
        seen.append(plan.selected.leader)
    assert seen[:-1] == list(plan.leaders())
    assert seen[-1] == seen[0]


def test_reach_is_the_leaders_district_and_its_links() -> None:
    plan = planning()
    assert plan.reach() == ()
    leader = plan.leaders()[0]
    plan.select_leader(leader)
    here = plan.public.leaders[leader]
    assert plan.reach() == tuple(sorted((here, *plan.board.links[here])))


def test_an_order_replaces_the_leaders_old_one() -> None:
    plan = planning()
    leader, home = plan.leaders()[0], plan.board.homes[SRA]
    plan.give(Campaign(leader, home))
    plan.give(Care(leader, home))
    assert plan.slate == (Care(leader, home),)


def test_an_order_with_a_fault_changes_nothing() -> None:
    plan = planning()
    far = next(
        d
        for d in range(plan.board.districts)
        if d not in (plan.board.homes[SRA], *plan.board.links[plan.board.homes[SRA]])
    )
    assert [fault.code for fault in plan.give(Campaign(plan.leaders()[0], District(far)))] == ["out_of_reach"]
    assert plan.slate == ()
    assert not plan.can_undo


def test_undo_and_redo_walk_over_every_change() -> None:
    plan = planning()
    home = plan.board.homes[SRA]
    first, second = plan.leaders()[:2]
    states = [plan.slate]
    for step in (
        lambda: plan.give(Campaign(first, home)),
        lambda: plan.give(Care(second, home)),
        lambda: plan.withdraw(first),
    ):
        step()
        states.append(plan.slate)
    for before in reversed(states[:-1]):
        assert plan.undo()
        assert plan.slate == before
    assert not plan.undo()
    for after in states[1:]:
        assert plan.redo()
        assert plan.slate == after
    assert not plan.redo()


def test_a_change_after_undo_forgets_what_could_be_redone() -> None:
    plan = planning()
    home, leader = plan.board.homes[SRA], plan.leaders()[0]
    plan.give(Campaign(leader, home))
    plan.undo()
    plan.give(Care(leader, home))
    assert not plan.can_redo


def test_the_subject_is_what_is_tried_before_what_is_given() -> None:
    plan = planning()
    home, leader = plan.board.homes[SRA], plan.leaders()[0]
    plan.give(Campaign(leader, home))
    plan.select_leader(leader)
    assert plan.subject() == Campaign(leader, home)
    plan.try_verb("care")
    assert plan.subject() == Care(leader, home)
    plan.try_verb("build")
    assert plan.subject() is None


def test_a_new_turn_keeps_the_selection_and_drops_the_steps() -> None:
    plan = planning()
    home, leader = plan.board.homes[SRA], plan.leaders()[0]
    plan.select_leader(leader)
    plan.give(Campaign(leader, home))
    plan.renew(plan.public, ())
    assert plan.slate == ()
    assert not plan.can_undo
    assert plan.selected.leader == leader


def test_costs_and_purse_are_the_rules() -> None:
    plan = planning()
    plan.give(Care(plan.leaders()[0], plan.board.homes[SRA]))
    assert (plan.costs().credits, plan.costs().voice) == (2, 0)
    assert plan.purse().credits == plan.public.seats[SRA].credits


def test_build_needs_a_facility_to_be_an_order() -> None:
    assert make_order("build", Leader(0), District(1)) is None
    assert make_order("build", Leader(0), District(1), "free_school") == Build(
        Leader(0), District(1), "free_school"
    )


def test_every_change_raises_the_version() -> None:
    plan = planning()
    before = plan.version
    plan.step_leader(1)
    plan.try_verb("care")
    assert plan.version == before + 2
    plan.try_verb("care")
    assert plan.version == before + 2


def test_papers_stand_beside_the_leaders_orders() -> None:
    plan = planning()
    leader, home = plan.leaders()[0], plan.board.homes[SRA]
    plan.give(Campaign(leader, home))
    plan.give(Gift(OCC, 2))
    plan.give(Gift(CA, 1, 1))
    plan.give(Gift(OCC, 3))
    assert plan.papers() == (Gift(CA, 1, 1), Gift(OCC, 3))
    assert plan.order_of(leader) == Campaign(leader, home)
    assert plan.idle() == plan.leaders()[1:]
    plan.take_back(Gift(OCC, 3))
    assert plan.slate == (Campaign(leader, home), Gift(CA, 1, 1))
    plan.undo()
    assert Gift(OCC, 3) in plan.slate


def test_only_the_same_paper_is_replaced() -> None:
    assert same_slot(Ballot("open_clinics", True), Ballot("open_clinics", False, 3))
    assert not same_slot(Ballot("open_clinics", True), Ballot("smile_levy", True))
    assert not same_slot(Close(District(1), "mural"), Close(District(2), "mural"))
    assert not same_slot(Campaign(Leader(0), District(0)), Gift(OCC, 1))
    assert same_slot(Campaign(Leader(0), District(0)), Care(Leader(0), District(1)))


def test_a_pledge_is_spelled_with_its_kind_and_its_condition() -> None:
    plan = planning()
    plan.step_leader(1)
    leader, here = plan.selected.leader, plan.selected.district
    assert leader is not None
    assert here is not None
    plan.try_verb("pledge")
    assert plan.candidate() is None
    plan.try_verb("pledge", "art", 3)
    assert plan.candidate() == Pledge(leader, here, "art", 3)
    plan.try_verb("motion", "open_clinics")
    assert plan.candidate() == Motion(leader, here, "open_clinics")


def test_a_pledge_tried_out_goes_with_the_look_to_another_district() -> None:
    plan = planning()
    plan.step_leader(1)
    plan.try_verb("pledge", "art")
    there = plan.board.links[plan.board.homes[SRA]][0]
    plan.select_district(there)
    assert plan.candidate() == Pledge(plan.leaders()[0], there, "art")
