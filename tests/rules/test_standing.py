"""How things stand, asked without playing on (rules 8, 11)."""

from msgspec.structs import replace

from game.rules.ids import Seat
from game.rules.ledger import Voted
from game.rules.measure import Measure
from game.rules.orders import Ballot
from game.rules.resolve import resolve
from game.rules.standing import Standing
from game.rules.state import Ending, Outcome
from tests.support.matches import SRA, match, of, public, seat


def test_it_reads_a_measure_of_the_city_and_of_a_seat():
    board, state = match()
    standing = Standing(board, seat(state, 0, credits=17).public)
    assert standing.read(Measure("fracture")) == state.public.fracture
    assert standing.read(Measure("credits"), SRA) == 17


def test_bounds_grow_with_the_seats():
    board, state = match()
    standing = Standing(board, state.public)
    assert standing.bounds(Measure("presence", least=2, per_seat=3)) == (11, 100_000)


def test_a_measure_holds_within_its_bounds():
    board, state = match()
    standing = Standing(board, seat(state, 0, voice=4).public)
    assert standing.holds(Measure("voice", least=4), SRA)
    assert not standing.holds(Measure("voice", least=5), SRA)


def test_a_match_that_is_over_can_be_read():
    board, state = match()
    over = replace(state.public, outcome=Outcome(Ending.PLAYED, (1, 2, 3)))
    assert Standing(board, over).read(Measure("legacy"), SRA) == 0


def test_it_weighs_a_ballot_as_the_council_does():
    board, state = match()
    council = public(state, turn=3)
    law = council.public.docket[0].law
    ledger: list = []
    slates = [(Ballot(law, aye=True, voice=2),), (), ()]
    resolve(board, council, slates, ledger)
    voted = of(ledger, Voted, law=law, seat=Seat(0))[0]
    turns = [entry for entry in ledger if isinstance(entry, Voted)]
    assert turns
    lines = Standing(board, council.public).weight(SRA, 2)
    assert dict(lines)["voice"] == 2 * board.ruleset.council.weight_per_voice
    assert {name for name, _ in lines} == {factor.name for factor in voted.factors}


def test_the_residents_vote_by_the_condition_on_the_law():
    board, state = match()
    law = state.public.docket[0].law
    standing = Standing(board, state.public)
    vote = standing.residents(law)
    assert vote.aye is standing.holds(board.ruleset.laws[law].residents)
    assert 0 < vote.weight < 1000


def test_a_ballot_has_no_voice_behind_it_unless_one_says_so():
    board, state = match()
    standing = Standing(board, state.public)
    assert [name for name, _ in standing.weight(SRA)] == ["support"]
    assert standing.weight(SRA, 2)[-1] == ("voice", 24)
