"""Who hears what in a room: everybody, one seat, nobody; and who hears it again on coming back."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game.protocol import messages as say
from game.protocol.codec import encode
from game.protocol.refusals import Refused
from game.rules.ids import Seat
from server.room.core import MOST_RECORDS
from server.room.effects import Ask, Member, Send, Store
from server.room.image import MOST_LINES, MOST_PRIVATE_LINES, SeatChanged, Spoken, Substitute
from server.room.room import Room
from tests.support.rooms import ANN, BOB, EVE, Bench, code_of, content, wall

DAN = Member(4)
THREE = (say.SeatPlan("sra", say.YOU), *(say.SeatPlan("any", say.OPEN),) * 2)


def gathered(plans: tuple[say.SeatPlan, ...] = THREE, **settings: Any) -> Bench:
    bench = Bench(plans, **settings)
    bench.open()
    for member, name in ((BOB, "Bob"), (EVE, "Eve")):
        bench.join(member, name)
        bench.ask(member, say.SetLobbyReady("r1", ready=True))
    return bench


def playing() -> Bench:
    bench = gathered()
    assert isinstance(bench.ask(ANN, say.StartMatch("r1")), say.Done)
    return bench


def texts(bench: Bench, member: Member) -> list[str]:
    return [line.text for line in bench.talk(member)]


def token_of(bench: Bench, member: Member) -> str:
    return bench.heard(member, say.Seated)[-1].token


# --- who hears ------------------------------------------------------------------------------------


def test_what_is_said_to_everybody_is_stored_then_answered_then_heard() -> None:
    bench = playing()
    effects = bench.room.receive(Ask(BOB, 9, say.Speak(" Good  luck ", "r1")), bench.now)
    line = say.Line("Bob", "Good luck", wall(bench.now), Seat(1))
    assert effects == [
        Store((Spoken(line),)),
        Send((BOB,), say.Done(9)),
        Send((ANN, BOB, EVE), say.Said("r1", (line,))),
    ]


def test_what_is_said_to_one_seat_reaches_the_two_and_nobody_else() -> None:
    bench = playing()
    heard = len(bench.sent[EVE])
    assert isinstance(bench.speak(ANN, "Truce?", 1), say.Done)
    assert (
        bench.talk(BOB) == bench.talk(ANN) == [say.Line("Ann", "Truce?", wall(bench.now), Seat(0), Seat(1))]
    )
    assert len(bench.sent[EVE]) == heard


def test_private_lines_change_no_byte_of_anybody_elses_stream_even_after_coming_back() -> None:
    streams = []
    for whispers in (0, 3 * MOST_LINES):
        bench = playing()
        for number in range(3):
            bench.speak(EVE, f"line {number}")
        for number in range(whispers):
            bench.speak(ANN if number % 2 else BOB, f"whisper {number}", number % 2)
        bench.carry_out(bench.room.dropped(EVE, bench.now))
        back = Ask(DAN, 1, say.ResumeSeat("r1", token_of(bench, EVE)))
        bench.carry_out(bench.room.receive(back, bench.now))
        streams.append([encode(message) for message in (*bench.sent[EVE], *bench.sent[DAN])])
    assert streams[0] == streams[1]


def test_who_resigned_and_who_plays_for_somebody_may_speak() -> None:
    bench = playing()
    bench.resign(BOB)
    assert isinstance(bench.speak(BOB, "Enjoy"), say.Done)
    taken = replace(bench.room.image.seats[2], substitute=Substitute("Dan"))
    bench.carry_out([bench.room._core.store(SeatChanged(Seat(2), taken))])
    assert isinstance(bench.speak(EVE, "Hello"), say.Done)
    assert [line.name for line in bench.talk(ANN)] == ["Bob", "Dan"]


@pytest.mark.parametrize(
    ("text", "to", "code"),
    [
        ("a\u202eb", None, Refused.BAD_TEXT),
        ("  ", None, Refused.BAD_TEXT),
        ("Hello", 6, Refused.NO_SUCH_SEAT),
        ("Hello", 1, Refused.NOT_A_PERSON),
    ],
)
def test_speaking_is_refused(text: str, to: int | None, code: Refused) -> None:
    bench = Bench((*THREE[:1], say.SeatPlan("any", "greedy")))
    bench.open()
    before = bench.room.image
    assert code_of(bench.speak(ANN, text, to)) == code
    assert bench.room.image == before


def test_a_stranger_says_nothing_in_the_room() -> None:
    assert code_of(playing().speak(DAN, "Hello")) == Refused.NOT_SEATED


# --- the last lines -------------------------------------------------------------------------------


def test_who_comes_in_hears_what_was_said_to_everybody() -> None:
    bench = Bench(THREE)
    bench.open()
    bench.join(BOB, "Bob")
    bench.speak(ANN, "Welcome")
    bench.speak(ANN, "Just you", 1)
    bench.join(EVE, "Eve")
    assert texts(bench, EVE) == ["Welcome"]


def test_who_comes_back_hears_what_was_said_to_them_too_also_after_a_restart() -> None:
    bench = playing()
    bench.speak(ANN, "To all")
    bench.speak(ANN, "To Bob", 1)
    bench.speak(BOB, "To Ann", 0)
    bench.speak(ANN, "To Eve", 2)
    back = Bench(room=Room(bench.stored_image(), content(), bench.mint, wall))
    for member in (ANN, BOB, EVE):
        back.ask(member, say.ResumeSeat("r1", token_of(bench, member)))
    assert texts(back, ANN) == ["To all", "To Bob", "To Ann", "To Eve"]
    assert texts(back, BOB) == ["To all", "To Bob", "To Ann"]
    assert texts(back, EVE) == ["To all", "To Eve"]


def test_the_next_one_in_a_seat_hears_nothing_that_was_said_to_the_one_before() -> None:
    bench = gathered()
    bench.speak(ANN, "For Bob", 1)
    bench.speak(BOB, "For Ann", 0)
    bench.ask(BOB, say.LeaveRoom("r1"))
    bench.join(DAN, "Dan", 1)
    token = token_of(bench, DAN)
    bench.carry_out(bench.room.dropped(DAN, bench.now))
    bench.ask(BOB, say.ResumeSeat("r1", token))
    assert texts(bench, DAN) == []
    assert texts(bench, BOB) == ["For Bob", "For Ann"], "no more than Bob heard when it was said"


def test_a_substitute_hears_nothing_private_of_the_absent_and_leaves_nothing_to_them() -> None:
    bench = playing()
    bench.speak(ANN, "For Bob", 1)
    seat = bench.room.image.seats[1]
    taken = SeatChanged(Seat(1), replace(seat, absent=True, substitute=Substitute("Dan")))
    bench.carry_out([bench.room._core.store(taken)])
    assert bench.room.image.chat == ()
    bench.speak(ANN, "For Dan", 1)
    bench.carry_out([bench.room._core.store(SeatChanged(Seat(1), seat))])
    assert bench.room.image.chat == ()


def test_a_changed_token_or_readiness_leaves_the_lines_as_they_are() -> None:
    bench = gathered()
    bench.speak(ANN, "For Bob", 1)
    bench.ask(BOB, say.SetLobbyReady("r1", ready=False))
    bench.ask(DAN, say.ResumeSeat("r1", token_of(bench, BOB)))
    assert texts(bench, DAN) == ["For Bob"]


def test_only_the_last_lines_are_kept_and_each_pair_has_its_own() -> None:
    bench = gathered()
    for number in range(MOST_LINES + 5):
        bench.speak(ANN, f"all {number}")
    for number in range(MOST_PRIVATE_LINES + 5):
        bench.speak(ANN if number % 2 else BOB, f"two {number}", number % 2)
    bench.speak(EVE, "one", 0)
    kept = [line.text for line in bench.stored_image().chat]
    assert kept[:MOST_LINES] == [f"all {number}" for number in range(5, MOST_LINES + 5)]
    assert kept[MOST_LINES:] == [*(f"two {number}" for number in range(5, MOST_PRIVATE_LINES + 5)), "one"]


# --- muted ----------------------------------------------------------------------------------------


def test_a_muted_one_is_told_and_heard_by_nobody_until_the_owner_takes_it_back() -> None:
    bench = playing()
    assert isinstance(bench.ask(ANN, say.Mute("r1", 1, muted=True)), say.Done)
    assert bench.heard(BOB, say.RoomChanged)[-1].room.muted == (1,)
    assert code_of(bench.speak(BOB, "Hey")) == code_of(bench.speak(BOB, "Hey", 2)) == Refused.MUTED
    bench.ask(ANN, say.Mute("r1", 1, muted=False))
    assert isinstance(bench.speak(BOB, "Hey"), say.Done)
    assert texts(bench, EVE) == ["Hey"]
    assert bench.stored_image() == bench.room.image


def test_being_muted_goes_along_to_another_seat_and_ends_with_the_stay() -> None:
    bench = Bench(THREE)
    bench.open()
    bench.join(BOB, "Bob", 1)
    bench.ask(ANN, say.Mute("r1", 1, muted=True))
    bench.ask(BOB, say.Sit("r1", 2))
    assert bench.room.image.muted == (2,)
    assert code_of(bench.speak(BOB, "Hey")) == Refused.MUTED
    bench.join(EVE, "Eve", 1)
    assert isinstance(bench.speak(EVE, "Hello"), say.Done)
    bench.ask(BOB, say.LeaveRoom("r1"))
    assert not bench.room.image.muted


@pytest.mark.parametrize(
    ("member", "seat", "code"),
    [(BOB, 2, Refused.NOT_OWNER), (ANN, 7, Refused.NO_SUCH_SEAT), (ANN, 3, Refused.NOT_A_PERSON)],
)
def test_muting_is_refused(member: int, seat: int, code: Refused) -> None:
    bench = gathered((*THREE, say.SeatPlan("any", "greedy")))
    asker = BOB if member == BOB else ANN
    assert code_of(bench.ask(asker, say.Mute("r1", seat, muted=True))) == code


def test_one_who_plays_for_the_owner_mutes_nobody() -> None:
    bench = playing()
    taken = replace(bench.room.image.seats[0], substitute=Substitute("Dan"))
    bench.carry_out([bench.room._core.store(SeatChanged(Seat(0), taken))])
    assert code_of(bench.ask(ANN, say.Mute("r1", 1, muted=True))) == Refused.NOT_OWNER


# --- complaints -----------------------------------------------------------------------------------


def test_a_complaint_goes_with_what_the_other_one_said_and_nobody_hears_of_it() -> None:
    bench = playing()
    bench.speak(BOB, "Rude")
    bench.speak(BOB, "To Ann alone", 0)
    bench.speak(BOB, "To Eve alone", 2)
    bench.speak(ANN, "Stop it")
    heard = len(bench.sent[BOB]), len(bench.sent[EVE])
    assert isinstance(bench.ask(ANN, say.Report("r1", 1, "He is rude")), say.Done)
    (complaint,) = bench.complaints
    assert (complaint.by, complaint.of, complaint.of_name, complaint.text) == (0, 1, "Bob", "He is rude")
    assert [line.text for line in complaint.lines] == ["Rude", "To Ann alone"]
    assert (len(bench.sent[BOB]), len(bench.sent[EVE])) == heard


def test_a_complaint_names_the_persons_that_are_known() -> None:
    bench = Bench(THREE)
    bench.open()
    bench.carry_out(bench.room.receive(Ask(BOB, 1, say.JoinRoom("Bob", "r1"), person=7), bench.now))
    bench.carry_out(bench.room.receive(Ask(ANN, 90, say.Report("r1", 1, "Rude"), person=5), bench.now))
    assert [(complaint.by_person, complaint.of_person) for complaint in bench.complaints] == [(5, 7)]


@pytest.mark.parametrize(
    ("seat", "text", "code"),
    [(5, "Rude", Refused.NO_SUCH_SEAT), (1, "\x07", Refused.BAD_TEXT), (1, "Rude", Refused.NOT_A_PERSON)],
)
def test_complaining_is_refused(seat: int, text: str, code: Refused) -> None:
    bench = Bench((*THREE[:1], say.SeatPlan("any", "greedy")))
    bench.open()
    assert code_of(bench.ask(ANN, say.Report("r1", seat, text))) == code
    assert bench.complaints == []


# --- whatever people say --------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 2), st.none() | st.integers(0, 3), st.text(max_size=12)), max_size=30)
)
def test_everybody_hears_what_is_meant_for_them_and_nothing_else(said: list[Any]) -> None:
    bench = gathered()
    members = (ANN, BOB, EVE)
    due: dict[Member, list[str]] = {member: [] for member in members}
    for seat, to, text in said:
        if isinstance(bench.speak(members[seat], text, to), say.Done):
            heard = bench.room.image.chat[-1].text
            for hearer in members if to is None else {members[seat], members[to]}:
                due[hearer].append(heard)
    assert {member: texts(bench, member) for member in members} == due
    assert bench.stored_image() == bench.room.image


def test_a_lobby_in_which_much_is_said_comes_back_from_few_records() -> None:
    bench = gathered()
    for number in range(10_000):
        bench.sent.clear()
        bench.speak(ANN, f"Line {number}")
        assert len(bench.records) < MOST_RECORDS
    assert bench.stored_image() == bench.room.image
    assert bench.stored_image().chat[-1].text == "Line 9999"


def test_what_was_recorded_before_a_restart_counts_as_well() -> None:
    bench = gathered()
    for number in range(MOST_RECORDS // 2):
        bench.speak(ANN, f"Line {number}")
    back = Bench(room=Room(bench.stored_image(), content(), bench.mint, wall))
    back.carry_out(back.room.restored(back.now, len(bench.records)))
    back.ask(ANN, say.ResumeSeat("r1", bench.heard(ANN, say.Seated)[0].token))
    for number in range(MOST_RECORDS - len(bench.records)):
        back.speak(ANN, f"Again {number}")
    assert back.image is not None
