from msgspec.structs import replace

from game.ai.prices import prices
from game.ai.worth import SUNDERED, percents, worth
from game.rules.ids import Seat
from game.rules.orders import NO_ORDERS
from game.rules.resolve import begin
from game.rules.state import Ending, Facility, Happening, Outcome, Site, State
from tests.support import matches

BOARD, STATE = matches.match()
SRA, OCC = Seat(0), Seat(1)


def worth_of(state: State, seat: Seat = SRA) -> int:
    return worth(begin(BOARD, state, [NO_ORDERS] * 3), seat, prices())


def test_leading_a_district_is_worth_something_to_the_leader_and_costs_the_others() -> None:
    led = matches.district(STATE, 9, support=(600, 0, 0))
    assert worth_of(led) > worth_of(STATE)
    assert worth_of(led, OCC) < worth_of(STATE, OCC)


def test_unrest_costs_more_the_higher_it_is() -> None:
    worths = [worth_of(matches.district(STATE, 9, unrest=unrest)) for unrest in (0, 5, 10)]
    assert worths[0] - worths[1] < worths[1] - worths[2]
    assert worths[1] < worths[0]


def test_a_full_purse_is_worth_more_but_not_at_the_end() -> None:
    rich = matches.seat(STATE, 0, credits=prices().plenty)
    assert worth_of(rich) > worth_of(STATE)
    last = matches.public(STATE, turn=24)
    assert worth_of(matches.seat(last, 0, credits=20)) == worth_of(last)


def test_a_facility_is_worth_more_the_longer_it_will_work() -> None:
    built = (Facility("organising_hub", SRA, 1),)

    def gain(turn: int) -> int:
        state = matches.public(STATE, turn=turn)
        return worth_of(matches.district(state, 9, facilities=built)) - worth_of(state)

    assert gain(4) > gain(22) > gain(24)


def test_a_broken_city_is_the_worst_of_all() -> None:
    def broken(state: State) -> int:
        turn = begin(BOARD, state, [NO_ORDERS] * 3)
        turn.outcome = Outcome(Ending.SUNDERED, ())
        return worth(turn, SRA, prices())

    angrier = matches.district(STATE, 9, unrest=10)
    assert broken(angrier) < broken(STATE) <= SUNDERED < worth_of(angrier)


def test_prices_decide() -> None:
    greedy_for_people = replace(prices(), support=100_000)
    led = matches.district(STATE, 9, support=(100, 0, 0))
    gained = worth(begin(BOARD, led, [NO_ORDERS] * 3), SRA, greedy_for_people)
    assert gained - worth(begin(BOARD, STATE, [NO_ORDERS] * 3), SRA, greedy_for_people) > (
        worth_of(led) - worth_of(STATE)
    )


def test_stakes_are_worth_what_they_will_pay() -> None:
    site = Site((6, 6, 0), (12, 0, 0), 0)
    staked = matches.district(STATE, 9, site=site)
    assert worth_of(staked) > worth_of(STATE) > worth_of(staked, OCC) - prices().goal


def test_a_leader_near_a_crisis_to_come_is_worth_something() -> None:
    here = STATE.public.leaders[BOARD.leaders_of(SRA)[0]]
    coming = Happening("dry_taps", here, STATE.public.turn + 1, answered=False)
    assert worth_of(matches.public(STATE, events=(coming,))) == worth_of(STATE) + prices().ready


def test_a_gala_counts_less_the_farther_it_is() -> None:
    counted = [percents(prices(), turn, BOARD)[0] for turn in (1, 2, 3)]
    assert counted == sorted(counted)
    assert counted[0] < counted[2] == prices().galas[0]


def test_a_sanctuary_that_stands_is_good_for_everybody() -> None:
    done = matches.district(STATE, 9, site=Site((6, 6, 6), (0, 9, 9), STATE.public.turn))
    unpaid = replace(prices(), finished=0, stakes=0)
    turns = [begin(BOARD, state, [NO_ORDERS] * 3) for state in (done, done)]
    gained = worth(turns[0], SRA, replace(prices(), stakes=0)) - worth(turns[1], SRA, unpaid)
    assert gained == prices().finished * prices().horizon
