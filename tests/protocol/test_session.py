from hypothesis import given
from hypothesis import strategies as st

from game.protocol.messages import Command, LeaveRoom, ListRooms, SetReady, StartMatch
from game.protocol.session import (
    MOST_BYTES_REMEMBERED,
    MOST_REMEMBERED,
    Arrival,
    ClientSession,
    ServerSession,
    Standing,
    UpdateCount,
)

READY, UNREADY = SetReady("r", 1, ready=True), SetReady("r", 1, ready=False)


def test_commands_are_numbered_from_one() -> None:
    session = ClientSession()
    assert [session.command(READY).id, session.command(UNREADY).id] == [1, 2]


def test_what_has_no_answer_is_sent_again_in_order() -> None:
    session = ClientSession()
    commands = [session.command(READY) for _ in range(3)]
    assert session.answered(2) == READY
    assert session.unanswered() == (commands[0], commands[2])


def test_an_answer_counts_once() -> None:
    session = ClientSession()
    session.command(READY)
    assert session.answered(1) == READY
    assert session.answered(1) is None
    assert session.answered(99) is None


def test_the_same_id_and_act_get_the_same_answer() -> None:
    server = ServerSession()
    command = Command(1, READY)
    assert server.receive(command) is Standing.NEW
    assert server.receive(command) is Standing.UNDER_WAY
    server.answer(1, b"done")
    assert server.receive(Command(1, SetReady("r", 1, ready=True))) is Standing.ANSWERED
    assert server.answer_of(1) == b"done"


def test_the_same_id_with_another_act_is_refused_before_and_after_the_answer() -> None:
    server = ServerSession()
    server.receive(Command(1, READY))
    assert server.receive(Command(1, UNREADY)) is Standing.REUSED
    server.answer(1, b"done")
    assert server.receive(Command(1, ListRooms())) is Standing.REUSED


def test_acts_that_say_the_same_of_a_room_are_told_apart() -> None:
    server = ServerSession()
    server.receive(Command(1, StartMatch("r")))
    assert server.receive(Command(1, LeaveRoom("r"))) is Standing.REUSED


def test_a_forgotten_command_may_come_again() -> None:
    server = ServerSession()
    server.receive(Command(1, READY))
    server.forget(1)
    assert server.receive(Command(1, READY)) is Standing.NEW


def test_a_server_remembers_a_bounded_number_of_answers() -> None:
    server = ServerSession()
    for number in range(1, MOST_REMEMBERED + 2):
        server.receive(Command(number, READY))
        server.answer(number, b"done")
    assert server.receive(Command(2, READY)) is Standing.ANSWERED
    assert server.answer_of(2) == b"done"
    assert len(server._answers) == MOST_REMEMBERED


def test_what_was_answered_too_long_ago_is_refused_and_never_done_twice() -> None:
    server = ServerSession()
    for number in range(1, MOST_REMEMBERED + 2):
        server.receive(Command(number, READY))
        server.answer(number, b"done")
    assert server.receive(Command(1, READY)) is Standing.REUSED


def test_what_changed_nothing_may_be_tried_again_once_its_answer_is_forgotten() -> None:
    server = ServerSession()
    for number in range(1, MOST_REMEMBERED + 2):
        server.receive(Command(number, READY))
        server.answer(number, b"declined", harmless=True)
    assert server.receive(Command(1, READY)) is Standing.NEW


def test_long_answers_are_forgotten_sooner_but_never_the_newest() -> None:
    server = ServerSession()
    half = bytes(MOST_BYTES_REMEMBERED // 2)
    for number, frame in enumerate((half, half, half, half * 3), start=1):
        server.receive(Command(number, READY))
        server.answer(number, frame, harmless=True)
        assert server.receive(Command(number, READY)) is Standing.ANSWERED
    assert server.answer_of(4) == half * 3
    assert [server.receive(Command(number, READY)) for number in (1, 2, 3)] == [Standing.NEW] * 3


def test_updates_apply_in_order_and_old_ones_are_ignored() -> None:
    count = UpdateCount()
    count.snapshot(4)
    assert [count.receive(number) for number in (5, 5, 4, 6)] == [
        Arrival.APPLY,
        Arrival.IGNORE,
        Arrival.IGNORE,
        Arrival.APPLY,
    ]


@given(st.lists(st.integers(1, 12), max_size=30))
def test_a_gap_means_exactly_one_resume_until_the_snapshot(numbers: list[int]) -> None:
    count = UpdateCount()
    arrivals = [count.receive(number) for number in numbers]
    assert arrivals.count(Arrival.RESUME) <= 1
    if Arrival.RESUME in arrivals:
        after = arrivals[arrivals.index(Arrival.RESUME) + 1 :]
        assert set(after) <= {Arrival.IGNORE}
    assert arrivals.count(Arrival.APPLY) == count.number


def test_after_the_snapshot_a_new_gap_is_a_new_resume() -> None:
    count = UpdateCount()
    assert count.receive(3) is Arrival.RESUME
    count.snapshot(3)
    assert count.receive(4) is Arrival.APPLY
    assert count.receive(6) is Arrival.RESUME


def test_a_broken_copy_resumes_once() -> None:
    count = UpdateCount()
    assert count.broken() is Arrival.RESUME
    assert count.broken() is Arrival.IGNORE
