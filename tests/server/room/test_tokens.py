from server.room.image import SeatImage
from server.room.tokens import admits, digest, rotated


def test_a_seat_admits_its_tokens_alone() -> None:
    seat = SeatImage("sra", "person", "Ann", (digest("one"), digest("two")))
    assert admits(seat, "one")
    assert admits(seat, "two")
    assert not admits(seat, "three")
    assert not admits(SeatImage("sra"), "")


def test_the_used_token_lives_until_the_fresh_one_is_used() -> None:
    seat = SeatImage("sra", "person", "Ann", (digest("one"),))
    second = rotated(seat, "one", "two")
    assert admits(second, "one")
    third = rotated(second, "two", "three")
    assert not admits(third, "one")
    assert admits(third, "two")
