from msgspec.structs import replace

from game.client.scene.items import Icon, Text
from game.client.screens.results.mandates import MandateList, caption, kept
from game.client.screens.results.record import Record
from game.client.screens.results.words import Words
from game.rules.board import Board
from game.rules.ids import Seat
from game.rules.ledger import Fulfilled
from game.rules.state import Ending, Outcome
from game.text.amounts import tenths
from tests.support.looks import look, placed
from tests.support.records import calm, stormy
from tests.support.saying import say


def with_mandates(record: Record, *mandates: tuple[str, ...]) -> Record:
    outcome = Outcome(Ending.PLAYED, (1, 2, 3), mandates)
    return replace(record, public=replace(record.public, outcome=outcome))


def test_every_seats_mandates_are_revealed() -> None:
    record = calm()
    assert record.public.outcome is not None
    told = kept(record, Words(record, say))
    dealt = record.board.ruleset.mandate.dealt
    assert [row.seat for row in told] == [seat for seat in record.board.all_seats for _ in range(dealt)]
    by_seat = [sum(row.points for row in told if row.seat == seat) for seat in record.board.all_seats]
    worth = record.board.ruleset.mandate.legacy // 100
    assert all(points % worth == 0 for points in by_seat)


def test_a_mandate_says_how_far_it_was() -> None:
    record = with_mandates(calm(), ("rainy_day",))
    asked = record.board.ruleset.mandates["rainy_day"].measures[0].least
    seats = (replace(record.public.seats[0], credits=asked - 6), *record.public.seats[1:])
    poor = replace(record, public=replace(record.public, seats=seats), ledgers={})
    (row,) = kept(poor, Words(poor, say))
    assert (row.found, row.asked, row.limit, row.met, row.points) == (
        str(asked - 6),
        str(asked),
        False,
        False,
        0,
    )


def test_of_two_measures_the_one_that_was_missed_is_told() -> None:
    record = with_mandates(calm(), ("clean_hands",))
    asked = record.board.ruleset.mandates["clean_hands"].measures[0].most
    seats = (replace(record.public.seats[0], blame=asked + 100), *record.public.seats[1:])
    blamed = replace(record, public=replace(record.public, seats=seats), ledgers={})
    (row,) = kept(blamed, Words(blamed, say))
    assert (row.found, row.asked, row.limit) == (tenths(asked + 100), tenths(asked), True)


def test_what_the_ledger_says_counts() -> None:
    record = with_mandates(calm(), ("rainy_day",))
    entry = Fulfilled(Seat(0), "rainy_day", met=True, amount=3000)
    told = replace(record, ledgers={record.public.turn: (entry,)})
    (row,) = kept(told, Words(told, say))
    assert (row.met, row.points) == (True, 30)


def test_nobody_scores_in_a_sundered_city() -> None:
    record = stormy()
    assert {row.points for row in kept(record, Words(record, say))} == {0}


def test_goals_of_all_come_first() -> None:
    record = with_mandates(calm(), ("rainy_day",), (), ())
    match = replace(record.board.match, mode=record.board.ruleset.modes["common_cause"], teams=(0, 0, 0))
    together = replace(record, board=Board(match))
    rows = kept(together, Words(together, say))
    assert [row.seat for row in rows] == [-1, -1, 0]
    assert caption(together) == "results-goals"
    items = placed(MandateList(together, Words(together, say)), 300, 140).items(look())
    assert sum(isinstance(item, Icon) for item in items) == 2


def test_without_mandates_it_says_so() -> None:
    record = with_mandates(calm())
    items = placed(MandateList(record, Words(record, say)), 300, 140).items(look())
    assert [item.text for item in items if isinstance(item, Text)] == ["No mandates were dealt."]
