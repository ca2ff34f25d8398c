from msgspec.structs import replace

from game.ai.laws import Laws, ballots, legacy_of_mover, motion_worths, turns_in_force
from game.ai.prices import prices
from game.rules.ids import Seat
from game.rules.state import Bill, State
from game.rules.turn import NOBODY
from tests.support import matches

BOARD, STATE = matches.match()
SRA, OCC, CA = Seat(0), Seat(1), Seat(2)
COUNCIL = matches.public(STATE, turn=3)


def docket(law: str, mover: Seat = NOBODY) -> State:
    return matches.public(COUNCIL, docket=(Bill(law, mover, 2),))


def gains(law: str) -> list[int]:
    return Laws(BOARD, STATE.public, prices()).worth_to_all(law, 9)


def test_a_law_is_worth_most_to_whom_it_helps() -> None:
    cheap_care = gains("open_clinics")
    assert cheap_care[OCC] == min(cheap_care)
    smiles = gains("community_smiles")
    assert smiles[CA] == max(smiles)
    assert smiles[OCC] < 0


def test_nothing_is_gained_without_turns() -> None:
    assert Laws(BOARD, STATE.public, prices()).worth_to_all("smile_levy", 0) == [0, 0, 0]


def test_a_law_counts_while_the_match_lasts() -> None:
    assert turns_in_force(BOARD, 3) == 9
    assert turns_in_force(BOARD, 21) == 3
    assert turns_in_force(BOARD, 24) == 0


def test_the_movers_legacy_is_good_for_the_mover_only() -> None:
    assert legacy_of_mover(BOARD, SRA, SRA) > 0 > legacy_of_mover(BOARD, OCC, SRA)
    assert legacy_of_mover(BOARD, SRA, NOBODY) == 0


def test_ballots_follow_what_a_law_is_worth() -> None:
    state = docket("community_smiles")
    votes = [ballots(BOARD, state.public, seat, 0, prices())[0] for seat in BOARD.all_seats]
    assert votes[CA].aye
    assert not votes[OCC].aye
    assert all(vote.voice == 0 for vote in votes)


def test_an_own_law_is_voted_for_with_voice_where_it_decides() -> None:
    state = docket("premium_licence", OCC)
    for where in range(BOARD.districts):
        state = matches.district(state, where, support=(250, 500, 250))
    (vote,) = ballots(BOARD, state.public, OCC, 20, prices())
    assert vote.aye
    assert vote.voice <= BOARD.ruleset.council.most_voice
    (against,) = ballots(BOARD, state.public, SRA, 20, prices())
    assert not against.aye
    assert vote.voice + against.voice > 0


def test_no_voice_is_wasted_on_what_is_decided_anyway() -> None:
    state = docket("community_smiles")
    for where in range(BOARD.districts):
        state = matches.district(state, where, support=(0, 0, 900))
    (vote,) = ballots(BOARD, state.public, OCC, 20, prices())
    assert vote.voice == 0


def test_motions_are_weighed_for_the_laws_of_the_hand() -> None:
    state = matches.seat(STATE, CA, hand=("community_smiles", "data_dividend"))
    worths = motion_worths(BOARD, state.public, CA, prices())
    assert set(worths) == {"community_smiles", "data_dividend"}
    assert worths["community_smiles"] > worths["data_dividend"]


def test_a_motion_is_worth_less_behind_those_that_fill_the_docket() -> None:
    state = matches.seat(STATE, CA, hand=("community_smiles",))
    full = (Bill("smile_levy", SRA, 2), Bill("elixir_trials", OCC, 2))

    def weighed(*priority: Seat) -> int:
        crowded = matches.public(state, turn=3, moved=full, priority=priority)
        return motion_worths(BOARD, crowded.public, CA, prices())["community_smiles"]

    assert weighed(CA, SRA, OCC) > 10 * weighed(SRA, OCC, CA) > 0


def test_too_late_nothing_is_moved() -> None:
    late = matches.public(STATE, turn=22)
    assert motion_worths(BOARD, late.public, CA, prices()) == {}


def test_prices_scale_what_a_law_does() -> None:
    nothing = replace(prices(), law=0)
    assert Laws(BOARD, STATE.public, nothing).worth_to_all("community_smiles", 9) == [0, 0, 0]
