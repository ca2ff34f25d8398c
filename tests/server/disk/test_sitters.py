from game.rules.ids import Seat
from server.disk.sitters import persons_in
from server.room.image import Readied, SeatChanged, SeatImage, Substitute
from tests.support.rooms import begun


def test_whoever_is_put_into_a_seat_sits_there() -> None:
    own = SeatImage("sra", "person", "Anna", person=7)
    place = SeatImage("occ", "person", "Bert", person=8, substitute=Substitute("Ella", person=9))
    records = (SeatChanged(Seat(0), own), Readied(Seat(0), 1, ready=True), SeatChanged(Seat(1), place))
    assert persons_in(records, None) == {7, 8, 9}


def test_guests_and_computers_are_nobody() -> None:
    assert persons_in((), begun().room.image) == set()
