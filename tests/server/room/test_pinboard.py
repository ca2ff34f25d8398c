from game.protocol.messages import Pin
from game.rules.ids import District, Seat
from server.room.pinboard import Pinboard

HERE = (Pin("care", District(3)),)
THERE = (Pin("festival", District(4)), Pin("build", District(4)))


def test_a_seats_pins_stand_in_place_of_those_before() -> None:
    board = Pinboard()
    board.put(1, Seat(1), HERE)
    board.put(1, Seat(1), THERE)
    board.put(1, Seat(2), HERE)
    assert board.of(1, 3) == ((), THERE, HERE)


def test_pins_are_gone_in_the_next_turn() -> None:
    board = Pinboard()
    board.put(1, Seat(0), HERE)
    assert board.of(2, 2) == ()
    board.put(2, Seat(1), THERE)
    assert board.of(2, 2) == ((), THERE)
    assert board.of(1, 2) == ()


def test_who_takes_the_last_pin_away_leaves_none() -> None:
    board = Pinboard()
    board.put(1, Seat(0), HERE)
    board.put(1, Seat(0), ())
    assert board.of(1, 2) == ()
