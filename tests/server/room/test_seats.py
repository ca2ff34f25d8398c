from hypothesis import given
from hypothesis import strategies as st

from game.protocol.messages import ANY, OPEN, PERSON, YOU, SeatPlan
from game.rules.ids import FactionKey
from server.room import seats
from server.room.image import SeatImage

FACTIONS = [FactionKey(key) for key in ("ca", "occ", "sra")]


def test_the_seat_of_the_maker_is_open_until_they_sit() -> None:
    assert seats.planned(SeatPlan("sra", YOU)).player == OPEN
    assert seats.planned(SeatPlan("sra", "greedy")).player == "greedy"


def test_any_becomes_a_faction_nobody_has() -> None:
    chosen = [SeatImage(ANY), SeatImage("ca"), SeatImage(ANY)]
    assert [s.faction for s in seats.seating(chosen, FACTIONS)] == ["occ", "ca", "sra"]


@given(st.lists(st.sampled_from([ANY, *FACTIONS]), min_size=2, max_size=6))
def test_no_two_seats_are_the_same_chapter(factions: list[str]) -> None:
    sittings = seats.seating([SeatImage(faction) for faction in factions], FACTIONS)
    assert len(set(sittings)) == len(factions)
    for faction in set(FACTIONS):
        chapters = [s.chapter for s in sittings if s.faction == faction]
        assert chapters == list(range(1, len(chapters) + 1))


def test_a_name_is_free_if_nobody_has_one_that_looks_like_it() -> None:
    taken = [SeatImage("sra", PERSON, "Ann"), SeatImage("ca")]
    assert not seats.name_is_free(taken, "ÄNN")
    assert seats.name_is_free(taken, "Bob")


def test_a_chair_shows_a_person_by_name_and_a_computer_by_level() -> None:
    person = seats.chair(SeatImage("sra", PERSON, "Ann"), here=True, faction="sra")
    computer = seats.chair(SeatImage(ANY, "greedy"), here=True, faction="occ")
    assert (person.name, person.here, person.player) == ("Ann", True, PERSON)
    assert (computer.name, computer.here, computer.player, computer.faction) == ("", False, "greedy", "occ")
