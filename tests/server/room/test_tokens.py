from server.room.image import SeatImage
from server.room.tokens import admits, digest, rotated, with_another


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


def test_another_token_leaves_the_last_ones_good_until_it_is_used() -> None:
    seat = SeatImage("sra", "person", "Ann", (digest("one"),))
    for fresh in ("two", "three", "four"):
        seat = with_another(seat, fresh)
    assert [admits(seat, token) for token in ("one", "two", "three", "four")] == [False, True, True, True]
    used = rotated(seat, "four", "five")
    assert [admits(used, token) for token in ("two", "three", "four", "five")] == [False, False, True, True]
