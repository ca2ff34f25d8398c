"""Spectators see what players see, when the room says, and are nobody: they act, count and slow nothing."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.protocol import messages as say
from game.protocol.codec import encode
from game.protocol.refusals import Refused
from game.rules.ids import District, Seat
from game.rules.view import View, apply, public_hash
from server.room.effects import Ask, Member, Send
from server.room.image import MOST_WATCHERS
from server.room.room import Room
from server.room.tokens import digest
from server.room.watching import COUNT_TOLD
from tests.support.matches import random_slates
from tests.support.rooms import (
    ANN,
    BOB,
    EVE,
    YOU_AND_COMPUTER,
    Bench,
    begun,
    code_of,
    content,
    own_campaign,
    seat_of,
    wall,
)

DAN = Member(4)
ACTS: list[say.Act] = [
    say.Sit("r1", 0),
    say.SetLobbyReady("r1", ready=True),
    say.StartMatch("r1"),
    say.SaveSlate("r1", 1, ()),
    say.SetReady("r1", 1, ready=True),
    say.SetPins("r1", 1, ()),
    say.SetVote("r1", 1, "end", agree=True),
    say.Resign("r1"),
    say.FillSeat("r1", 1, "greedy"),
    say.Kick("r1", 1),
    say.Mute("r1", 1, muted=True),
    say.Speak("Hello", "r1"),
    say.Report("r1", 1, "Rude"),
]


def play(bench: Bench, turns: int = 1) -> None:
    """Random legal turns, the same in equal positions."""
    for _ in range(turns):
        state = bench.room.image.state
        if state is None or state.public.outcome is not None:
            return
        turn = state.public.turn
        slates = random_slates(bench.room._core.board, state.public, 5)
        for member, seat in ((ANN, 0), (BOB, 1)):
            bench.save(member, slates[seat], turn)
            bench.ready(member, turn)


def seen(bench: Bench, member: Member) -> tuple[int, View]:
    """What a connection's own copy shows: its number and view. Gaps and other hashes fail."""
    number, view = -1, None
    for message in bench.sent[member]:
        if isinstance(message, say.Begin):
            number, view = message.number, message.view
        if isinstance(message, say.Update) and view is not None:
            assert message.number == number + 1
            number, view = message.number, apply(view, message.patch)
            assert public_hash(view.public) == message.public_hash
    assert view is not None
    return number, view


# --- seeing ---------------------------------------------------------------------------------------


def test_a_spectator_sees_what_players_see_and_no_mandates() -> None:
    bench = begun(delay=0)
    play(bench, 2)
    answer = bench.watch(EVE)
    assert isinstance(answer, say.Watching)
    assert answer.room.watchers == 1
    (begin,) = bench.heard(EVE, say.Begin)
    assert (begin.seat, begin.number, begin.view.mandates, begin.slate) == (-1, 2, (), ())
    assert [turned.turn for turned in begin.missed] == [1, 2]
    play(bench)
    number, view = seen(bench, EVE)
    assert (number, view.public) == (3, seen(bench, ANN)[1].public)
    assert view.mandates == ()


def test_a_spectator_in_the_lobby_waits_for_the_beginning() -> None:
    bench = Bench(delay=0)
    bench.open()
    bench.watch(EVE)
    assert not bench.heard(EVE, say.Begin)
    bench.join(BOB, "Bob")
    assert bench.heard(EVE, say.RoomChanged)[-1].room.seats[1].name == "Bob"
    bench.ask(BOB, say.SetLobbyReady("r1", ready=True))
    bench.ask(ANN, say.StartMatch("r1"))
    play(bench)
    assert seen(bench, EVE)[0] == 1


def test_updates_are_built_once_for_all_who_watch() -> None:
    bench = begun(delay=0)
    for member in (EVE, DAN):
        bench.watch(member)
    bench.ready(ANN)
    effects = bench.room.receive(Ask(BOB, 99, say.SetReady("r1", 1, ready=True)), bench.now)
    updates = [
        effect for effect in effects if isinstance(effect, Send) and isinstance(effect.message, say.Update)
    ]
    assert [effect.to for effect in updates] == [(ANN, BOB), (EVE, DAN)]


def test_without_a_delay_readiness_pins_votes_talk_and_the_clock_are_seen() -> None:
    bench = begun(timer=60, delay=0)
    bench.speak(BOB, "Good luck")
    bench.watch(EVE)
    assert [line.text for line in bench.talk(EVE)] == ["Good luck"]
    assert bench.heard(EVE, say.Clock) == [say.Clock("r1", 1, 60_000)]
    pin = say.Pin("care", District(3))
    bench.pin(ANN, pin)
    bench.vote(ANN)
    bench.ready(ANN)
    bench.speak(ANN, "Hello")
    bench.speak(ANN, "Hush", 1)
    assert bench.heard(EVE, say.Pins)[-1].pins == (pin,)
    assert bench.heard(EVE, say.Votes)[-1].agree == (True, False)
    assert bench.heard(EVE, say.Readiness)[-1].ready == (True, False)
    assert [line.text for line in bench.talk(EVE)] == ["Good luck", "Hello"]
    bench.watch(DAN)
    (begin,) = bench.heard(DAN, say.Begin)
    assert (begin.ready, begin.votes, begin.pins) == ((True, False), (True, False), ((pin,), ()))


def test_who_resumes_watching_begins_from_a_snapshot_again() -> None:
    bench = begun(delay=0)
    bench.watch(EVE)
    play(bench, 2)
    assert isinstance(bench.watch(EVE), say.Watching)
    play(bench)
    assert seen(bench, EVE)[0] == 3
    assert bench.room.info().watchers == 1


# --- later ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("delay", [1, 3])
def test_with_a_delay_spectators_see_the_state_of_so_many_turns_ago(delay: int) -> None:
    bench = begun(delay=delay)
    publics = [seen(bench, ANN)[1].public]
    bench.watch(EVE)
    for turn in range(1, 7):
        play(bench)
        publics.append(seen(bench, ANN)[1].public)
        number, view = seen(bench, EVE)
        assert number == max(0, turn - delay)
        assert view == View(Seat(-1), publics[number])
    bench.watch(DAN)
    assert seen(bench, DAN) == seen(bench, EVE)
    assert len(bench.heard(DAN, say.Begin)[0].missed) == 6 - delay


def test_when_the_match_is_over_everything_is_shown() -> None:
    bench = begun(delay=3)
    bench.watch(EVE)
    play(bench, 99)
    assert bench.room.image.phase == say.OVER
    assert seen(bench, EVE) == (bench.room.image.number, View(Seat(-1), seen(bench, ANN)[1].public))
    bench.watch(DAN)
    assert seen(bench, DAN) == seen(bench, EVE)
    bench.speak(ANN, "Well played")
    assert [line.text for line in bench.talk(DAN)] == ["Well played"]


def test_nothing_of_the_turns_held_back_changes_a_byte_of_what_spectators_get() -> None:
    streams = []
    for busy in (False, True):
        bench = begun(delay=2)
        bench.watch(EVE)
        play(bench, 2)
        if busy:
            bench.save(ANN, own_campaign(bench, 0), 3)
            bench.pin(ANN, say.Pin("care", District(3)), turn=3)
            bench.vote(BOB, 3)
            bench.speak(ANN, "Psst")
            bench.ready(ANN, 3)
        bench.number_from(100)
        bench.watch(DAN)
        streams.append([encode(message) for message in (*bench.sent[EVE], *bench.sent[DAN])])
    assert streams[0] == streams[1]


@pytest.mark.parametrize("since", [0, 1, 2, 3])
def test_after_a_restart_the_turns_held_back_are_played_again(since: int) -> None:
    bench = begun(delay=2)
    play(bench, 3)
    back = restarted(bench)
    play(back, since)
    back.watch(EVE)
    number = 3 + since - 2
    assert seen(back, EVE)[0] == number
    play(back)
    assert seen(back, EVE)[0] == number + 1


def restarted(bench: Bench) -> Bench:
    back = Bench(room=Room(bench.stored_image(), content(), bench.mint, wall))
    back.turns = list(bench.turns)
    back.image = bench.stored_image()
    back.carry_out(back.room.restored(back.now))
    for member in (ANN, BOB):
        back.ask(member, say.ResumeSeat("r1", bench.heard(member, say.Seated)[-1].token))
    return back


def test_turns_that_are_played_while_the_journal_is_read_fit_in() -> None:
    bench = begun(delay=2)
    play(bench, 4)
    back = restarted(bench)
    back.ask(EVE, say.WatchRoom("r1"))
    early = list(back.turns)
    play(back)
    assert not back.heard(EVE, say.Begin)
    late, back.turns = back.turns, early
    back.recollect()
    assert seen(back, EVE)[0] == 3
    back.turns = late
    play(back)
    assert seen(back, EVE)[0] == 4


def test_a_past_that_comes_out_otherwise_is_waited_for_rather_than_shown_too_early() -> None:
    bench = begun(delay=2)
    play(bench, 3)
    back = restarted(bench)
    back.ask(EVE, say.WatchRoom("r1"))
    back.recollections.clear()
    back.carry_out(back.room.recollected((), (), back.now))
    play(back)
    assert not back.heard(EVE, say.Begin)
    play(back)
    assert seen(back, EVE)[0] == 3
    play(back)
    assert seen(back, EVE)[0] == 4


def test_the_turns_are_looked_up_once_for_all_who_wait() -> None:
    bench = begun(delay=0)
    play(bench)
    for member in (EVE, DAN):
        bench.ask(member, say.WatchRoom("r1"))
    assert len(bench.recollections) == 1
    bench.recollect()
    assert bench.heard(EVE, say.Begin) == bench.heard(DAN, say.Begin)


# --- the door -------------------------------------------------------------------------------------


def test_watching_is_refused() -> None:
    assert code_of(begun().watch(EVE)) == Refused.NO_SPECTATORS
    assert code_of(begun(delay=0).watch(ANN)) == Refused.ALREADY_SEATED
    locked = Bench(delay=0, password=digest("swordfish"))
    locked.open()
    assert code_of(locked.watch(EVE, "sword")) == Refused.WRONG_PASSWORD
    assert isinstance(locked.watch(EVE, "swordfish"), say.Watching)


def test_a_known_person_shown_out_does_not_watch() -> None:
    bench = Bench(delay=0)
    bench.open()
    bench.carry_out(bench.room.receive(Ask(BOB, 1, say.JoinRoom("Bob", "r1"), person=7), bench.now))
    bench.ask(ANN, say.Kick("r1", 1))
    bench.carry_out(bench.room.receive(Ask(EVE, 1, say.WatchRoom("r1"), person=7), bench.now))
    assert code_of(bench.sent[EVE][-1]) == Refused.KICKED


def test_only_so_many_watch_one_room() -> None:
    bench = begun(delay=0)
    for number in range(MOST_WATCHERS):
        assert isinstance(bench.watch(Member(100 + number)), say.Watching)
    assert code_of(bench.watch(EVE)) == Refused.TOO_MANY_SPECTATORS
    assert isinstance(bench.watch(Member(100)), say.Watching)
    bench.ask(Member(101), say.LeaveRoom("r1"))
    assert isinstance(bench.watch(EVE), say.Watching)


# --- being nobody ---------------------------------------------------------------------------------


@pytest.mark.parametrize("act", ACTS)
def test_a_spectator_can_do_nothing(act: say.Act) -> None:
    bench = begun(delay=0)
    bench.watch(EVE)
    before = bench.room.image
    assert code_of(bench.ask(EVE, act)) == Refused.NOT_SEATED
    assert bench.room.image == before


def test_a_spectator_is_not_present() -> None:
    bench = begun(YOU_AND_COMPUTER, delay=0)
    bench.watch(EVE)
    bench.carry_out(bench.room.dropped(ANN, bench.now))
    bench.fire(next(timer for timer in bench.timers if timer.name == "empty"))
    assert bench.closed
    assert EVE in bench.room.watchers, "the host tells them"
    assert EVE not in bench.room.members


def test_players_get_the_same_bytes_whether_somebody_watches_or_not_but_for_their_number() -> None:
    streams = []
    for watched in (False, True):
        bench = begun(delay=1)
        if watched:
            bench.watch(EVE)
        bench.number_from(100)
        play(bench, 3)
        streams.append([message for message in bench.sent[ANN] if not isinstance(message, say.RoomChanged)])
    assert [encode(message) for message in streams[0]] == [encode(message) for message in streams[1]]


def test_everybody_hears_how_many_watch_but_not_more_often_than_once_a_second() -> None:
    bench = begun(delay=0)
    heard = len(bench.heard(ANN, say.RoomChanged))
    for member in (EVE, DAN):
        bench.watch(member)
    bench.carry_out(bench.room.dropped(DAN, bench.now))
    (timer,) = bench.timers
    assert (timer.name, timer.milliseconds) == ("watchers", COUNT_TOLD)
    assert len(bench.heard(ANN, say.RoomChanged)) == heard
    bench.fire(timer)
    assert bench.heard(ANN, say.RoomChanged)[-1].room.watchers == 1
    assert bench.heard(EVE, say.RoomChanged)[-1].room.watchers == 1
    assert isinstance(bench.ask(EVE, say.LeaveRoom("r1")), say.Done)
    assert len(bench.timers) == 2
    assert not bench.room.watchers


def test_a_spectator_who_sits_down_watches_no_more() -> None:
    bench = Bench(delay=0)
    bench.open()
    bench.watch(EVE)
    assert seat_of(bench.join(EVE, "Eve")) == 1
    assert (bench.room.info().watchers, tuple(bench.room.watchers)) == (0, ())
    assert len(bench.heard(EVE, say.RoomChanged)) == 1


# --- whatever happens -----------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 4), st.lists(st.sampled_from("wplrxr"), max_size=14))
def test_every_copy_of_a_spectator_is_one_that_players_had(delay: int, course: list[str]) -> None:
    """Watching, playing, leaving, restarts in any order: never a gap, never another hash, never too early."""
    bench = begun(delay=delay)
    publics: dict[int, Any] = {0: seen(bench, ANN)[1].public}
    for step in course:
        if step == "w":
            bench.watch(EVE)
        elif step == "p":
            play(bench)
            image = bench.room.image
            assert image.state is not None
            publics[image.number] = image.state.public
        elif step == "l":
            bench.ask(EVE, say.LeaveRoom("r1"))
            bench.sent[EVE].clear()
        elif step == "r":
            tokens = {member: bench.heard(member, say.Seated)[-1:] for member in (ANN, BOB)}
            bench = restarted(bench)
            assert tokens
        if EVE in bench.room.watchers:
            number, view = seen(bench, EVE)
            over = bench.room.image.phase == say.OVER
            assert number == (bench.room.image.number if over else max(0, bench.room.image.number - delay))
            assert view.public == publics[number]


def test_turns_played_while_the_journal_was_read_are_told_as_well() -> None:
    bench = begun(delay=0)
    play(bench)
    bench.ask(EVE, say.WatchRoom("r1"))
    assert len(bench.recollections) == 1
    read = [say.Turned(turn.turn, say.PackedLedger(turn.entries)) for turn in bench.turns]
    play(bench, 2)
    bench.carry_out(bench.room.recollected(read, (), bench.now))
    begin = bench.heard(EVE, say.Begin)[-1]
    assert begin.number == 3
    assert [turned.turn for turned in begin.missed] == [1, 2, 3]
    play(bench)
    assert [update.number for update in bench.heard(EVE, say.Update)] == [4]


def test_of_what_cannot_be_read_no_later_turn_is_told_in_its_place() -> None:
    bench = begun(delay=1)
    play(bench, 2)
    bench.ask(EVE, say.WatchRoom("r1"))
    play(bench)
    bench.carry_out(bench.room.recollected((), (), bench.now))
    begin = bench.heard(EVE, say.Begin)[-1]
    assert (begin.number, begin.missed) == (2, ())
