import pytest

from game.protocol import messages as say
from game.protocol.refusals import Refused
from server.room.effects import Ask
from server.room.room import Room
from server.room.tokens import digest
from tests.support.rooms import (
    ANN,
    BOB,
    EVE,
    WITH_NEUTRAL,
    YOU_AND_COMPUTER,
    Bench,
    begun,
    code_of,
    content,
    seat_of,
    wall,
)

THREE = (say.SeatPlan("sra", say.YOU), *(say.SeatPlan("any", say.OPEN),) * 2)


def gathered(plans: tuple[say.SeatPlan, ...] = THREE) -> Bench:
    bench = Bench(plans)
    bench.open()
    bench.join(BOB, "Bob", 1)
    return bench


def players(bench: Bench) -> list[str]:
    return [chair.player for chair in bench.room.info().seats]


def test_the_owner_fills_an_open_seat_and_opens_it_again() -> None:
    bench = gathered()
    assert isinstance(bench.ask(ANN, say.FillSeat("r1", 2, "greedy")), say.Done)
    assert players(bench) == [say.PERSON, say.PERSON, "greedy"]
    assert not bench.room.is_joinable
    assert isinstance(bench.ask(ANN, say.FillSeat("r1", 2, say.OPEN)), say.Done)
    assert players(bench) == [say.PERSON, say.PERSON, say.OPEN]
    assert bench.stored_image() == bench.room.image


def test_a_seat_that_was_opened_stays_open_when_its_person_gets_up() -> None:
    bench = Bench(YOU_AND_COMPUTER)
    bench.open()
    bench.ask(ANN, say.FillSeat("r1", 1, say.OPEN))
    bench.join(BOB, "Bob")
    bench.ask(BOB, say.LeaveRoom("r1"))
    assert players(bench) == [say.PERSON, say.OPEN]


def test_a_filled_seat_plays() -> None:
    bench = gathered()
    bench.ask(BOB, say.SetLobbyReady("r1", ready=True))
    assert code_of(bench.ask(ANN, say.StartMatch("r1"))) == Refused.NOT_ALL_READY
    bench.ask(ANN, say.FillSeat("r1", 2, "greedy"))
    assert isinstance(bench.ask(ANN, say.StartMatch("r1")), say.Done)
    assert [think.seat for think in bench.thinks] == [2]


@pytest.mark.parametrize(
    ("member", "seat", "player", "code"),
    [
        (BOB, 2, "greedy", Refused.NOT_OWNER),
        (ANN, 1, "greedy", Refused.SEAT_TAKEN),
        (ANN, 0, "open", Refused.SEAT_TAKEN),
        (ANN, 7, "greedy", Refused.NO_SUCH_SEAT),
        (ANN, 2, "genius", Refused.UNKNOWN_PLAYER),
        (ANN, 2, "person", Refused.UNKNOWN_PLAYER),
        (ANN, 2, "you", Refused.UNKNOWN_PLAYER),
    ],
)
def test_filling_is_refused(member: int, seat: int, player: str, code: Refused) -> None:
    bench = gathered()
    before = bench.room.image
    assert code_of(bench.ask(BOB if member == BOB else ANN, say.FillSeat("r1", seat, player))) == code
    assert bench.room.image == before


def test_the_neutral_third_stays() -> None:
    bench = Bench(WITH_NEUTRAL, unranked=(2,))
    bench.open()
    assert code_of(bench.ask(ANN, say.FillSeat("r1", 2, say.OPEN))) == Refused.SEAT_TAKEN


def test_a_person_shown_out_hears_why_and_does_not_come_back() -> None:
    bench = gathered()
    token = bench.heard(BOB, say.Seated)[0].token
    assert isinstance(bench.ask(ANN, say.Kick("r1", 1)), say.Done)
    (closed,) = bench.heard(BOB, say.RoomClosed)
    assert closed.reason.code == Refused.KICKED
    assert players(bench) == [say.PERSON, say.OPEN, say.OPEN]
    assert code_of(bench.join(BOB, "Bob")) == code_of(bench.join(EVE, "BOB")) == Refused.KICKED
    assert code_of(bench.ask(BOB, say.ResumeSeat("r1", token))) == Refused.BAD_TOKEN
    assert bench.stored_image() == bench.room.image


def test_who_was_shown_out_stays_out_after_a_restart() -> None:
    bench = gathered()
    bench.ask(ANN, say.Kick("r1", 1))
    bench.room = Room(bench.stored_image(), content(), bench.mint, wall)
    assert code_of(bench.join(BOB, "bob")) == Refused.KICKED


def test_a_known_person_is_shown_out_under_every_name() -> None:
    bench = Bench(THREE)
    bench.open()
    bench.carry_out(bench.room.receive(Ask(BOB, 1, say.JoinRoom("Bob", "r1"), person=7), bench.now))
    bench.ask(ANN, say.Kick("r1", 1))
    effects = bench.room.receive(Ask(EVE, 1, say.JoinRoom("Eve", "r1"), person=7), bench.now)
    bench.carry_out(effects)
    assert code_of(bench.sent[EVE][-1]) == Refused.KICKED


def test_the_seat_of_one_whose_connection_dropped_can_be_cleared() -> None:
    bench = gathered()
    bench.carry_out(bench.room.dropped(BOB, bench.now))
    assert isinstance(bench.ask(ANN, say.Kick("r1", 1)), say.Done)
    assert players(bench) == [say.PERSON, say.OPEN, say.OPEN]
    assert not bench.heard(BOB, say.RoomClosed)


@pytest.mark.parametrize(
    ("member", "seat", "code"),
    [
        (BOB, 0, Refused.NOT_OWNER),
        (ANN, 0, Refused.WRONG_FIELD),
        (ANN, 2, Refused.NOT_A_PERSON),
        (ANN, 6, Refused.NO_SUCH_SEAT),
        (EVE, 1, Refused.NOT_SEATED),
    ],
)
def test_showing_out_is_refused(member: int, seat: int, code: Refused) -> None:
    bench = gathered()
    asker = {int(m): m for m in (ANN, BOB, EVE)}[member]
    assert code_of(bench.ask(asker, say.Kick("r1", seat))) == code


def test_in_a_match_nobody_is_shown_out_and_no_seat_filled() -> None:
    bench = begun()
    assert code_of(bench.ask(ANN, say.Kick("r1", 1))) == Refused.ALREADY_BEGUN
    assert code_of(bench.ask(ANN, say.FillSeat("r1", 1, "greedy"))) == Refused.ALREADY_BEGUN


def test_a_locked_room_asks_for_the_password_even_of_who_has_the_code() -> None:
    bench = Bench(password=digest("swordfish"))
    bench.open()
    assert bench.room.info().locked
    assert code_of(bench.join(BOB, "Bob")) == Refused.WRONG_PASSWORD
    assert seat_of(bench.ask(BOB, say.JoinRoom("Bob", "CODE23", None, "swordfish"))) == 1
    token = bench.heard(BOB, say.Seated)[0].token
    bench.carry_out(bench.room.dropped(BOB, bench.now))
    assert seat_of(bench.ask(EVE, say.ResumeSeat("r1", token))) == 1


def test_nothing_that_is_sent_or_stored_holds_the_password() -> None:
    bench = Bench(password=digest("swordfish"))
    bench.open()
    for password in ("swordfish", "sword-fish"):
        bench.ask(BOB, say.JoinRoom("Bob", "r1", None, password))
    everything = repr((dict(bench.sent), bench.records, bench.image))
    assert "swordfish" not in everything
    assert "sword-fish" not in everything
