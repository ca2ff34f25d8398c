from msgspec.structs import replace

from game.client.screens.results.figures import SOURCES, points
from game.client.screens.results.reasons import reasons, source_key
from game.client.screens.results.record import Record, Sitter
from game.client.screens.results.words import Words
from game.rules.board import Board
from game.rules.ids import Seat
from game.rules.state import Ending, GalaScore, Outcome
from tests.support.records import calm, stormy
from tests.support.saying import say


def scored(you: int | None, *galas: tuple[tuple[int, int, int], tuple[int, int, int]]) -> Record:
    """A match of three whose first two seats scored these Galas (points); the third nothing."""
    record = calm()
    rows = [
        tuple(GalaScore(*(100 * part for part in (*gala[seat], 0))) for gala in galas) for seat in range(2)
    ]
    rows.append(tuple(GalaScore(0, 0, 0, 0) for _ in galas))
    seats = tuple(
        replace(state, galas=row, passed=0, legacy=sum(gala.total for gala in row))
        for state, row in zip(record.public.seats, rows, strict=True)
    )
    totals = [state.legacy for state in seats]
    places = tuple(1 + sum(other > own for other in totals) for own in totals)
    public = replace(record.public, seats=seats, outcome=Outcome(Ending.PLAYED, places))
    return replace(record, public=public, you=Seat(you) if you is not None else None)


def test_the_winner_hears_what_paid_and_what_did_not() -> None:
    told = reasons(scored(0, ((10, 0, 9), (12, 0, 2))))
    assert told.verdict == "won"
    assert told.deltas == (-2, 0, 0, 7, 0, 0)
    assert told.sentences[0].key == "results-why-ahead-though"
    assert told.sentences[0].parameters == {"source": "agenda", "more": 7, "other": "leading", "less": 2}


def test_the_loser_hears_where_the_rival_had_more() -> None:
    told = reasons(scored(1, ((10, 3, 2), (4, 1, 2))))
    assert told.verdict == "lost"
    assert told.rival == Seat(0)
    assert told.sentences[0].key == "results-why-behind"
    assert told.sentences[0].parameters == {"source": "leading", "more": 6}


def test_the_gala_that_moved_most_is_named_with_its_weight() -> None:
    told = reasons(scored(0, ((1, 0, 0), (2, 0, 0)), ((9, 0, 0), (3, 0, 0)), ((4, 0, 0), (3, 0, 0))))
    weights = calm().board.length.gala_weights
    expected = {"gala": 2, "weight": weights[1], "mine": 9, "theirs": 3}
    assert told.sentences[1].parameters == expected


def test_less_than_a_point_is_said_as_such() -> None:
    told = reasons(scored(0, ((10, 0, 0), (10, 0, 0))))
    assert told.verdict == "shared"
    assert told.sentences[0].key == "results-why-shared"
    assert told.sentences[0].parameters == {"total": 10}


def test_a_spectator_is_told_of_the_winner() -> None:
    told = reasons(scored(None, ((1, 0, 0), (5, 0, 0))))
    assert (told.verdict, told.hero, told.rival) == ("watched", Seat(1), Seat(0))


def test_the_deltas_add_up_to_the_difference_of_the_totals() -> None:
    record = calm()
    told = reasons(record)
    assert told.hero is not None
    assert told.rival is not None
    own, other = (points(record.public.seats[seat].legacy) for seat in (told.hero, told.rival))
    assert sum(told.deltas) == own - other


def test_a_sundered_city_names_what_broke_it() -> None:
    record = stormy()
    told = reasons(record)
    assert told.verdict == "sundered"
    assert told.sentences[0].key == "results-why-sundered-parts"
    assert told.sentences[1].parameters["unrest"] == max(d.unrest for d in record.public.districts)
    unseen = reasons(replace(record, ledgers={}))
    assert unseen.sentences[0].key == "results-why-sundered"


def test_every_source_has_a_name() -> None:
    assert [source_key(source) for source in SOURCES] == [
        "results-source-leading",
        "results-source-second",
        "results-source-stakes",
        "results-source-agenda",
        "results-source-laws",
        "results-source-mandates",
    ]


def in_mode(record: Record, mode: str, outcome: Outcome, teams: tuple[int, ...] = (0, 1, 2)) -> Record:
    """The record as if it had been played in another mode."""
    modes = record.board.ruleset.modes
    match = replace(record.board.match, mode=modes[mode], teams=teams)
    return replace(record, board=Board(match), public=replace(record.public, outcome=outcome))


def test_where_all_play_together_every_goal_is_told() -> None:
    failed = in_mode(calm(), "common_cause", Outcome(Ending.FAILED, ()), (0, 0, 0))
    told = reasons(failed)
    assert (told.verdict, told.hero) == ("failed", None)
    assert [sentence.goal for sentence in told.sentences] == ["held_together", "sanctuaries_for_all"]
    assert told.sentences[0].parameters["found"] == str(failed.public.fracture)
    achieved = in_mode(calm(), "common_cause", Outcome(Ending.ACHIEVED, (1, 1, 1)), (0, 0, 0))
    assert reasons(achieved).verdict == "achieved"


def test_who_met_a_goal_is_named_with_it() -> None:
    record = in_mode(calm(), "great_mural", Outcome(Ending.GOAL, (2, 1, 3)))
    told = reasons(record)
    assert told.verdict == "lost"
    assert (told.sentences[0].hero, told.sentences[0].goal) == (Seat(1), "three_walls")


def test_an_end_by_agreement_is_told_first() -> None:
    record = in_mode(calm(), "free", Outcome(Ending.AGREED, (1, 2, 3)))
    assert reasons(record).sentences[0].key == "results-why-agreed"


def test_an_end_because_all_resigned_is_no_agreement() -> None:
    record = in_mode(calm(), "free", Outcome(Ending.AGREED, (1, 2, 3)))
    left = replace(record, sitters=(Sitter("Ada", resigned=True), Sitter("", "greedy"), Sitter("", "greedy")))
    assert reasons(left).sentences[0].key == "results-why-abandoned"
    assert Words(left, say).crown() == "Nobody plays on"


def test_an_end_before_the_first_gala_names_none() -> None:
    record = in_mode(calm(), "free", Outcome(Ending.AGREED, (1, 2, 3)))
    seats = tuple(replace(state, galas=(), legacy=0, passed=0) for state in record.public.seats)
    told = reasons(replace(record, public=replace(record.public, seats=seats)))
    assert "results-why-gala" not in [sentence.key for sentence in told.sentences]


def test_a_neutral_third_is_nobodys_rival() -> None:
    record = scored(1, ((10, 3, 2), (4, 1, 2)))
    match = replace(record.board.match, unranked=(Seat(2),))
    outcome = Outcome(Ending.PLAYED, (1, 2, 0))
    told = reasons(replace(record, board=Board(match), public=replace(record.public, outcome=outcome)))
    assert (told.hero, told.rival) == (Seat(1), Seat(0))


def test_teams_are_compared_whole() -> None:
    record = scored(0, ((10, 0, 0), (4, 0, 0)))
    teamed = in_mode(record, "teams", Outcome(Ending.PLAYED, (1, 1, 3)), (0, 0, 1))
    told = reasons(teamed)
    assert told.verdict == "won"
    assert told.deltas[0] == 14
