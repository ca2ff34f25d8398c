from msgspec.structs import replace

from game.client.screens.lobby.entries import Entries
from game.client.theme import Banner
from game.protocol.messages import (
    LOBBY,
    OVER,
    PLAYING,
    Absence,
    ArchivedMatch,
    OwnMatch,
    RoomInfo,
)
from game.rules.ids import Seat
from tests.support.lobby import NOON, ROOM
from tests.support.stages import stage


def entries() -> Entries:
    on = stage()
    on.wall = lambda: NOON
    return Entries(on, {"core": "Core"})


RUNNING = replace(ROOM, id="2", phase=PLAYING, turn=5, delay=2, watchers=1)


def missing(room: RoomInfo = RUNNING) -> RoomInfo:
    seats = (room.seats[0], replace(room.seats[1], absent=True), room.seats[2])
    return replace(room, seats=seats, absence=Absence(60, "substitute"))


def test_an_open_room_tells_its_facts_and_who_is_there_with_their_rating() -> None:
    full = replace(ROOM, seats=ROOM.seats[:2])
    (entry,) = entries().open((ROOM, full, RUNNING))
    assert entry.facts == "Core, standard, 1 minute 30 a turn, Free for All"
    assert entry.state == "2 of 3 seats taken"
    assert [(sitting.banner, sitting.words) for sitting in entry.people] == [
        (Banner("sra"), "Ada"),
        (Banner("occ"), "Mirela 1520 ±80"),
    ]


def test_only_what_has_spectators_can_be_watched() -> None:
    made = entries()
    (entry,) = made.watchable((ROOM, RUNNING, replace(RUNNING, delay=None)))
    assert entry.state == "turn 5, seen 2 turns later, one watches"
    assert made.watchable((replace(RUNNING, delay=0, watchers=0),))[0].state.strip() == "turn 5"


def test_a_substitute_is_wanted_where_somebody_is_missing_and_nobody_plays_for_them() -> None:
    made = entries()
    (entry,) = made.substitutes((missing(), RUNNING, ROOM))
    assert (entry.key, entry.seat, entry.state) == ("2", Seat(1), "OCC for Mirela")
    room = missing()
    taken = replace(room.seats[1], substitute="Zoe")
    assert made.substitutes((replace(room, seats=(room.seats[0], taken, room.seats[2])),)) == ()
    assert made.substitutes((replace(room, absence=Absence(60, "pass")),)) == ()


def test_own_matches_say_whose_turn_it_is_and_how_long() -> None:
    matches = (
        OwnMatch(RUNNING, Seat(0), is_due=True, left=7_200_000),
        OwnMatch(RUNNING, Seat(0), is_due=False, left=None),
        OwnMatch(replace(ROOM, phase=LOBBY), Seat(0), is_due=False, left=None),
        OwnMatch(replace(ROOM, phase=OVER), Seat(0), is_due=False, left=None),
    )
    assert [entry.state for entry in entries().mine(matches)] == [
        "your turn, 2 hours left",
        "the others' turn",
        "not begun",
        "over",
    ]


def test_replays_say_when_they_ended_and_how_large_they_are() -> None:
    at = int(NOON.timestamp())
    match = ArchivedMatch("r", "Old", "lost", "free", "short", at, ("Ada", "Mirela"), 200_000)
    (entry,) = entries().replays((match,))
    assert (entry.facts, entry.state) == ("lost, short, Free for All", "2145-03-01 12:00, 196 KiB")
    assert [sitting.words for sitting in entry.people] == ["Ada", "Mirela"]


def test_a_computer_is_told_from_a_person_of_that_name() -> None:
    match = ArchivedMatch("r", "Old", "core", "free", "short", 0, ("greedy", "greedy"), 1, (Seat(1),))
    (entry,) = entries().replays((match,))
    assert [sitting.words for sitting in entry.people] == ["greedy", "Computer, one turn ahead"]


def test_what_is_searched_is_found_in_any_part_and_case() -> None:
    (entry,) = entries().open((ROOM,))
    assert all(entry.holds(words) for words in ("LATE", "core", "mirela", ""))
    assert not entry.holds("nowhere")
