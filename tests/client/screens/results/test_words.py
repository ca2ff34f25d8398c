from msgspec.structs import replace

from game.client.screens.results.reasons import reasons
from game.client.screens.results.record import Sitter
from game.client.screens.results.turning import turning_points
from game.client.screens.results.words import Words
from game.rules.ids import FactionKey, Seat
from game.rules.state import Ending, Outcome, Sitting
from tests.support.records import calm, stormy
from tests.support.saying import say


def test_the_headline_names_one_winner_several_or_none() -> None:
    record = calm()
    assert (
        Words(record, say).headline() == f"Won by {say(f'common-{record.banner(record.winners[0]).faction}')}"
    )
    shared = replace(record, public=replace(record.public, outcome=Outcome(Ending.PLAYED, (1, 3, 1))))
    assert Words(shared, say).headline() == "SRA and CA share it"
    assert Words(stormy(), say).headline() == "The city is sundered"


def test_sitters_are_you_a_name_or_a_computer() -> None:
    words = Words(calm(), say)
    assert [words.sitter(Seat(seat)) for seat in range(3)] == ["you", "Mirela", "computer, a turn ahead"]


def test_a_faction_that_sits_twice_is_numbered() -> None:
    record = calm()
    match = replace(
        record.board.match,
        seating=(*(Sitting(FactionKey("sra"), n) for n in (1, 2)), record.board.match.seating[2]),
    )
    board = type(record.board)(match)
    words = Words(replace(record, board=board), say)
    assert [words.short(Seat(seat)) for seat in range(3)] == ["SRA 1", "SRA 2", "CA"]


def test_every_turning_point_and_reason_has_its_words() -> None:
    for record in (calm(), calm(you=1), calm(you=None), calm(length="short"), stormy()):
        words = Words(record, say)
        for point in turning_points(record, 40):
            head, detail = words.turning(point)
            assert head
            assert f"turn {point.turn}" in detail
        told = reasons(record)
        assert words.why(told).startswith("Why")
        assert all(words.sentence(sentence).endswith(".") for sentence in told.sentences)


def test_the_summary_has_totals_fracture_and_turns() -> None:
    totals, fracture, turns = Words(calm(), say).summary()
    assert totals.count(" to ") == 2
    assert fracture.startswith("Fracture ")
    assert turns == "24 turns"
    assert Words(calm(), say).place() == "Grid, three seats"


def test_every_ending_has_its_crown_and_headline() -> None:
    record = calm()
    for ending in Ending:
        places = () if ending is Ending.FAILED else (1, 2, 3)
        ended = replace(record, public=replace(record.public, outcome=Outcome(ending, places)))
        assert Words(ended, say).crown()
        assert Words(ended, say).headline()


def test_a_team_wins_together() -> None:
    record = calm()
    match = replace(record.board.match, mode=record.board.ruleset.modes["teams"], teams=(0, 1, 0))
    outcome = Outcome(Ending.PLAYED, (1, 3, 1))
    teamed = replace(record, board=type(record.board)(match), public=replace(record.public, outcome=outcome))
    words = Words(teamed, say)
    assert words.headline() == "Won by SRA and CA"
    assert words.sitter(Seat(1)) == "Mirela, team 2"


def test_a_mode_of_its_own_is_named_with_the_place() -> None:
    record = calm()
    match = replace(record.board.match, mode=record.board.ruleset.modes["teams"], temper="harsh")
    words = Words(replace(record, board=type(record.board)(match)), say)
    assert words.place() == "Grid, three seats, Teams of Two, Harsh"


def test_who_resigned_is_named_as_such() -> None:
    record = calm()
    left = replace(record, sitters=(record.sitters[0], Sitter("Mirela", resigned=True), record.sitters[2]))
    assert Words(left, say).sitter(Seat(1)) == "Mirela, resigned"
