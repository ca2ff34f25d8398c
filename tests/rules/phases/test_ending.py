from msgspec.structs import replace

from game.rules.cards import Goal, Mode
from game.rules.ids import Seat
from game.rules.ledger import Ended, Entry, Fulfilled, GalaHeld
from game.rules.measure import Measure
from game.rules.resolve import agree
from game.rules.setup import Setting
from game.rules.state import Ending, Outcome, Secret, Site
from tests.support.cities import grid_city, line_city
from tests.support.matches import CA, OCC, SRA, THREE, district, match, of, played, public, seat

WALL = Goal("wall", Measure("stewards", least=1), wins=True)
FIRST_WALL = Mode("first_wall", goals=(WALL,))
CALM = Mode("calm", together=True, goals=(Goal("calm", Measure("fracture", most=40)),))


def quiet(setting=None, seating=THREE, city=None, **changes):
    """The last turn in a city where nobody scores anything."""
    board, state = match(city or line_city(), seating, setting=setting or Setting())
    for where in range(board.districts):
        state = district(state, where, need=60, lean=90, unrest=0, support=(0,) * board.seats, facilities=())
    state = replace(state, secret=Secret(1, ((),) * board.seats))
    return board, public(state, turn=24, docket=(), events=(), **changes)


def outcome(board, state):
    after, ledger = played(board, state)
    assert of(ledger, Ended) == ([Ended(after.public.outcome)] if after.public.outcome else [])
    return after.public.outcome


def test_mandates_are_scored_before_the_places():
    board, state = quiet()
    state = replace(state, secret=Secret(1, (("rainy_day",), (), ("rainy_day", "last_word"))))
    state = seat(seat(state, SRA, credits=30), CA, credits=0, voice=20)
    after, ledger = played(board, state)
    told = of(ledger, Fulfilled)
    assert [(e.seat, e.mandate, e.met, e.amount) for e in told] == [
        (SRA, "rainy_day", True, 3000),
        (CA, "rainy_day", False, 0),
        (CA, "last_word", True, 3000),
    ]
    revealed = (("rainy_day",), (), ("rainy_day", "last_word"))
    assert after.public.outcome == Outcome(Ending.PLAYED, (1, 3, 1), revealed)
    assert after.public.outcome.winners == (SRA, CA)


def test_a_goal_that_wins_stands_before_legacy():
    board, state = quiet(Setting(FIRST_WALL))
    state = public(district(state, 1, site=Site((6, 6, 6), (8, 10, 0), 3)), turn=5)
    ended = outcome(board, seat(state, SRA, legacy=9000))
    assert (ended.ending, ended.places, ended.winners) == (Ending.GOAL, (2, 1, 3), (OCC,))


def test_in_the_last_turn_too():
    board, state = quiet(Setting(FIRST_WALL))
    state = district(state, 1, site=Site((6, 6, 6), (8, 10, 0), 3))
    ended = outcome(board, seat(state, SRA, legacy=90_000))
    assert (ended.ending, ended.winners) == (Ending.PLAYED, (OCC,))


def test_who_is_not_ranked_wins_nothing():
    board, state = quiet(Setting(FIRST_WALL, unranked=(OCC,)))
    built = public(district(state, 1, site=Site((6, 6, 6), (8, 10, 0), 3)), turn=5)
    assert outcome(board, built) is None
    last = outcome(board, seat(state, OCC, legacy=9000))
    assert last.places == (1, 0, 1)
    assert last.winners == (SRA, CA)


def test_together_all_win_or_nobody():
    for unrest, ending, winners in ((0, Ending.ACHIEVED, (SRA, OCC, CA)), (6, Ending.FAILED, ())):
        board, state = quiet(Setting(CALM))
        for where in range(5):
            state = district(state, where, unrest=unrest)
        ended = outcome(board, state)
        assert (ended.ending, ended.winners) == (ending, winners)
        assert ended.places == ((1, 1, 1) if winners else ())


def test_together_a_computer_that_is_not_ranked_has_no_place():
    board, state = quiet(Setting(CALM, unranked=(CA,)))
    assert outcome(board, state).places == (1, 1, 0)


def test_a_team_adds_up():
    four = (*THREE, type(THREE[0])(THREE[2].faction, 2))
    setting = Setting("teams", teams=(0, 1, 1, 0))
    board, state = quiet(setting, four, grid_city(starts=4))
    state = seat(seat(seat(state, 0, legacy=100), 1, legacy=90), 2, legacy=30)
    assert outcome(board, state).places == (2, 1, 1, 2)
    told_apart = seat(seat(state, 3, legacy=20), 2, blame=800)
    assert outcome(board, told_apart).places == (1, 2, 2, 1)


def test_a_sundered_city_asks_only_who_is_to_blame():
    board, state = quiet()
    for where in range(5):
        state = district(state, where, unrest=10)
    state = seat(seat(seat(state, SRA, blame=800, legacy=9000), OCC, blame=80), CA, blame=80)
    after, ledger = played(board, replace(state, secret=Secret(1, (("rainy_day",), (), ()))))
    assert after.public.outcome == Outcome(Ending.SUNDERED, (3, 1, 1), (("rainy_day",), (), ()))
    assert after.public.outcome.winners == ()
    assert not of(ledger, Fulfilled)


def test_all_may_agree_to_end():
    board, state = quiet()
    state = replace(public(state, turn=7), secret=Secret(1, ((), (), ("last_word",))))
    ledger: list[Entry] = []
    after = agree(board, seat(seat(state, CA, voice=12), SRA, legacy=100), ledger)
    assert after.public.outcome == Outcome(Ending.AGREED, (2, 3, 1), ((), (), ("last_word",)))
    assert after.public.seats[CA].legacy == 3000
    assert after.public.turn == 7
    assert not of(ledger, GalaHeld)
    assert agree(board, state).public.outcome == Outcome(Ending.AGREED, (1, 1, 1), ((), (), ("last_word",)))


def test_support_then_blame_tell_equals_apart():
    board, state = quiet()
    liked = district(state, 0, support=(0, 90, 90))
    assert outcome(board, liked).places == (3, 1, 1)
    assert outcome(board, seat(liked, Seat(1), blame=10)).places == (3, 2, 1)


def test_to_give_up_a_common_cause_is_to_lose_it():
    board, state = quiet(Setting(CALM))
    ended = agree(board, public(state, turn=7)).public.outcome
    assert ended == Outcome(Ending.FAILED, (), ((), (), ()))
