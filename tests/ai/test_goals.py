from game.ai.goals import of_mandates, of_mode
from game.ai.prices import prices
from game.content import ruleset
from game.rules.board import Board
from game.rules.ids import FactionKey, Seat
from game.rules.orders import NO_ORDERS
from game.rules.resolve import begin
from game.rules.setup import Setting, new_match
from game.rules.state import Site, Sitting, State
from tests.support import matches
from tests.support.cities import grid_city

BOARD, STATE = matches.match()
SRA = Seat(0)
KEYS = ("many_hands",)


def of_hands(state: State) -> int:
    return of_mandates(begin(BOARD, state, [NO_ORDERS] * 3), SRA, KEYS, prices())


def with_stakes(count: int, number: int = 24) -> State:
    site = Site((6, 6, 6), (count, 18 - count, 0), 9)
    return matches.public(matches.district(STATE, 3, site=site), turn=number)


def test_a_mandate_is_worth_more_the_nearer_it_is_and_all_of_it_when_met_at_the_end() -> None:
    worths = [of_hands(with_stakes(count)) for count in (0, 6, 12, 15)]
    assert worths == sorted(set(worths))
    assert worths[-1] == ruleset().mandate.legacy
    assert of_hands(with_stakes(18)) == worths[-1]


def test_it_does_not_count_before_the_last_turns() -> None:
    assert of_hands(with_stakes(15, number=5)) == 0
    assert 0 < of_hands(with_stakes(15, number=20)) < of_hands(with_stakes(15))


def test_no_mandates_are_worth_nothing() -> None:
    assert of_mandates(begin(BOARD, with_stakes(15), [NO_ORDERS] * 3), SRA, (), prices()) == 0


def common_cause() -> tuple[Board, State]:
    seating = [Sitting(FactionKey(faction), 1) for faction in ("sra", "occ", "ca")]
    setting = Setting(mode="common_cause")
    match, state = new_match(ruleset(), grid_city(), seating, "standard", 1, setting)
    return Board(match), state


def of_cause(state: State) -> int:
    board, _ = common_cause()
    return of_mode(begin(board, state, [NO_ORDERS] * 3), SRA)


def test_sanctuaries_and_parts_of_them_bring_the_common_goal_nearer() -> None:
    _, state = common_cause()
    begun = matches.district(state, 3, site=Site((6, 3, 0), (9, 0, 0), 0))
    done = matches.district(state, 3, site=Site((6, 6, 6), (18, 0, 0), 1))
    assert of_cause(state) < of_cause(begun) < of_cause(done)


def test_too_much_fracture_takes_it_away() -> None:
    _, state = common_cause()
    torn = [of_cause(matches.public(state, fracture=fracture)) for fracture in (40, 45, 60, 90)]
    assert torn[0] == torn[1] > torn[2] > torn[3]


def test_a_free_match_has_no_goals() -> None:
    assert of_mode(begin(BOARD, STATE, [NO_ORDERS] * 3), SRA) == 0
