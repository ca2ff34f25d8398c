from game.ai.options import builds_in, motions_of, orders_in, pledges_in, present
from game.rules.ids import District, Seat
from game.rules.orders import Build, verb_of
from game.rules.state import Facility, Site
from tests.support import matches

BOARD, STATE = matches.match()
ALOK = matches.leader(BOARD, "alok_dsouza")


def test_leaders_who_have_not_joined_are_not_present() -> None:
    keys = [BOARD.leaders[leader].key for leader in present(BOARD, STATE.public, Seat(0))]
    assert keys == ["alok_dsouza", "juno_armitage", "carmen_reyes"]


def test_a_district_offers_every_verb_and_every_facility_that_is_not_there_yet() -> None:
    home = BOARD.homes[0]
    orders = orders_in(BOARD, STATE.public, Seat(0), ALOK, home)
    assert [verb_of(order) for order in orders[:5]] == ["campaign", "care", "festival", "forum", "unique"]
    kinds = [order.facility for order in orders if isinstance(order, Build)]
    assert kinds == ["organising_hub", "free_school"]


def test_a_full_district_offers_no_building() -> None:
    full = tuple(Facility("mural", Seat(2), 1) for _ in range(BOARD.slots[0]))
    state = matches.district(STATE, 0, facilities=full)
    assert builds_in(BOARD, state.public, Seat(0), ALOK, District(0)) == []


def kinds_at(site: Site | None, unrest: int = 0) -> list[str]:
    state = matches.district(STATE, 0, site=site, unrest=unrest)
    return [pledge.kind for pledge in pledges_in(BOARD, state.public, ALOK, District(0))]


def test_a_calm_place_can_be_begun_with_any_part() -> None:
    assert kinds_at(None) == list(BOARD.ruleset.part_kinds)
    assert kinds_at(None, unrest=5) == []


def test_a_site_takes_what_is_missing_whatever_the_mood() -> None:
    begun = Site((BOARD.ruleset.sanctuary.parts, 0, 3), (9, 0, 0), 0)
    assert kinds_at(begun, unrest=9) == list(BOARD.ruleset.part_kinds[1:])


def test_a_finished_site_takes_nothing() -> None:
    assert kinds_at(Site((6, 6, 6), (18, 0, 0), 4)) == []


def test_every_law_of_the_hand_can_be_moved_while_there_is_a_council_to_come() -> None:
    motions = motions_of(BOARD, STATE.public, Seat(0), ALOK)
    assert [motion.law for motion in motions] == list(STATE.public.seats[0].hand)
    late = matches.public(STATE, turn=23)
    assert motions_of(BOARD, late.public, Seat(0), ALOK) == []
