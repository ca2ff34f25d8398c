"""What a seat hides changes no byte that anybody else is sent before the turn reveals it, in a hundred seeded matches."""

import random

import pytest
from msgspec.structs import replace

from game.content import ruleset
from game.protocol import messages as say
from game.protocol.codec import encode
from game.protocol.refusals import Refusal
from game.rules.board import Board
from game.rules.ids import District, Seat
from game.rules.orders import Ballot, Pledge, Slate
from server.room import table
from server.room.content import Content
from server.room.effects import Member, Think
from server.room.image import Image
from server.room.room import Room
from server.room.timing import Timing
from tests.support.cities import grid_city
from tests.support.matches import random_slate, random_slates
from tests.support.rooms import ANN, BOB, EVE, YOU_AND_OPEN, Bench, setup

CAT = Member(4)
"""Bob writes to her; Eve watches."""

PLAYERS = (ANN, BOB, CAT)
BOBS, CATS = 1, 2
BRIEFS = (say.Brief(()), say.Brief(("care",), gifts=True, motions=True))
MATCHES = 100
MOST_TURNS_BEFORE = 4
"""A match gets as far as its first Council, where there are ballots."""


PLANS = (*YOU_AND_OPEN, say.SeatPlan("ca", say.OPEN), say.SeatPlan("any", "greedy"))
CARETAKER = say.Absence(60, "caretaker")
CONTENT = Content(ruleset(), grid_city(4))


def playing(seed: int) -> Bench:
    """Three people, a computer and a spectator in a match of that seed, after a few turns of random play.

    In two of three a clock runs, with banks in half of those.
    """
    timer, bank = ((None, 0), (300, 0), (300, 600))[seed % 3]
    bench = Bench(PLANS, delay=0)
    made = setup(PLANS, timer, delay=0, absence=CARETAKER, bank=bank)
    bench.room = Room.made(replace(made, seed=seed), CONTENT, bench.mint, lambda now: now)
    bench.open()
    for member, name in ((BOB, "Bob"), (CAT, "Cat")):
        bench.join(member, name)
        bench.ask(member, say.SetLobbyReady("r1", ready=True))
    bench.watch(EVE)
    assert isinstance(bench.ask(ANN, say.StartMatch("r1")), say.Done)
    for _ in range(seed % (MOST_TURNS_BEFORE + 1)):
        play(bench, seed)
    return bench


def play(bench: Bench, seed: int) -> None:
    turn = turn_of(bench)
    assert bench.room.image.state is not None
    slates = random_slates(bench.room._core.board, bench.room.image.state.public, seed)
    bench.think(slates[-1])
    for member, slate in zip(PLAYERS, slates, strict=False):
        assert isinstance(bench.save(member, slate, turn), say.Done)
        bench.ready(member, turn)
    assert turn_of(bench) == turn + 1


def turn_of(bench: Bench) -> int:
    assert bench.room.image.state is not None
    return bench.room.image.state.public.turn


def secretly(bench: Bench, dice: random.Random) -> tuple[Slate, ...]:
    """Bob orders, thinks again, briefs the caretaker and writes to Cat; returns what was ordered."""
    assert bench.room.image.state is not None
    board, public = bench.room._core.board, bench.room.image.state.public
    slates = tuple(random_slate(board, public, Seat(BOBS), dice) for _ in range(dice.randint(1, 3)))
    for slate in slates:
        assert isinstance(bench.save(BOB, slate, turn_of(bench)), say.Done)
    assert isinstance(bench.ask(BOB, say.SetBrief("r1", dice.choice(BRIEFS))), say.Done)
    for number in range(dice.randint(1, 2)):
        assert isinstance(bench.speak(BOB, "Psst " * (number + dice.randint(1, 9)), CATS), say.Done)
    return slates


def go_on(bench: Bench, *, stays: bool = True) -> None:
    """What is public in the rest of the turn; numbered anew, for Bob was not equally busy in both runs.

    Bob gets ready, or loses his connection for so long that a caretaker is asked. Ann is refused this and that, and
    comes back to her seat, where she is told how the clock stands.
    """
    bench.number_from(1000)
    bench.now += 5000
    turn = turn_of(bench)
    bench.vote(BOB, turn)
    bench.pin(BOB, turn=turn)
    bench.speak(BOB, "I am ready.")
    if stays:
        bench.ready(BOB, turn)
    else:
        bench.carry_out(bench.room.dropped(BOB, bench.now))
        bench.now += CARETAKER.hold * 1000
        bench.fire([timer for timer in bench.timers if timer.name.startswith("absent")][-1])
    for act in unlawful(turn):
        assert isinstance(bench.ask(ANN, act), say.Declined)
    bench.ask(ANN, say.ResumeSeat("r1", bench.heard(ANN, say.Seated)[-1].token))
    bench.ready(ANN, turn)


def unlawful(turn: int) -> tuple[say.Act, ...]:
    """What is refused."""
    return (
        say.SaveSlate("r1", turn + 1, ()),
        say.SaveSlate("r1", turn, (Ballot("no_such_law", aye=True, voice=9),)),
        say.SetPins("r1", turn, (say.Pin("care", District(99)),)),
        say.Kick("r1", Seat(BOBS)),
        say.StartMatch("r1"),
        say.Rematch("r1"),
    )


def stream(bench: Bench, member: Member) -> list[bytes]:
    """Every byte this connection was sent; of Cat's, all but what Bob wrote to her alone."""
    return [encode(message) for message in bench.sent[member] if member != CAT or not is_to_cat(message)]


def is_to_cat(message: say.Downward) -> bool:
    return isinstance(message, say.Said) and all(line.to == CATS for line in message.lines)


def others(bench: Bench) -> list[list[bytes]]:
    return [stream(bench, member) for member in (ANN, CAT, EVE)]


def in_two_runs(seed: int) -> tuple[tuple[Bench, ...], list[Slate]]:
    """The match of that seed twice, with something else hidden by Bob in each, and all that he ordered."""
    benches: list[Bench] = []
    ordered: list[Slate] = []
    for number in range(2):
        bench = playing(seed)
        ordered += secretly(bench, random.Random(f"{seed}:{number}"))
        go_on(bench, stays=seed % 4 < 3)
        benches.append(bench)
    return tuple(benches), ordered


def differences(one: Bench, other: Bench) -> list[str]:
    """What others are sent, what computers are to think about, what the host is to wait for: where that differs."""
    parts = {
        "streams": (others(one), others(other)),
        "thoughts": (one.thinks, other.thinks),
        "timers": (one.timers, other.timers),
    }
    return [name for name, (mine, theirs) in parts.items() if mine != theirs]


def test_what_a_seat_hides_changes_no_byte_of_anybody_else_until_the_turn_is_played() -> None:
    hidden: set[type] = set()
    conditions, revealed, thoughts = 0, 0, 0
    for seed in range(MATCHES):
        (one, other), ordered = in_two_runs(seed)
        orders = [order for slate in ordered for order in slate]
        hidden.update(type(order) for order in orders)
        conditions += sum(isinstance(order, Pledge) and order.if_others > 0 for order in orders)
        assert not differences(one, other), f"seed {seed}"
        thoughts += len(one.thinks)
        for bench in (one, other):
            bench.think()
            bench.ready(CAT, turn_of(bench))
        revealed += stream(one, EVE) != stream(other, EVE)
    assert hidden >= {Ballot, Pledge}
    assert conditions
    assert thoughts > MATCHES, "caretakers were asked, beside the computer"
    assert revealed > MATCHES // 2, "what was hidden mattered"


def first_differences() -> list[str]:
    """Of the first match in which something differs."""
    return next(found for seed in range(MATCHES) if (found := differences(*in_two_runs(seed)[0])))


def test_a_computer_that_knows_more_than_its_view_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    thought = table.thought

    def all_knowing(image: Image, seat: Seat, level: str) -> Think:
        think = thought(image, seat, level)
        return replace(think, seed=think.seed + sum(map(len, filter(None, image.slates))))

    monkeypatch.setattr(table, "thought", all_knowing)
    assert first_differences() == ["thoughts"]


def test_a_clock_that_heeds_what_is_hidden_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    left = Timing.left

    def hasty(timing: Timing, now: int) -> int | None:
        found = left(timing, now)
        return None if found is None else found - sum(map(len, filter(None, timing._core.image.slates)))

    monkeypatch.setattr(Timing, "left", hasty)
    assert "streams" in first_differences()


def test_a_refusal_that_tells_of_others_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    refusals = table.slate_refusals

    def gossiping(board: Board, image: Image, seat: Seat, orders: Slate) -> tuple[Refusal, ...]:
        found = refusals(board, image, seat, orders)
        saved = sum(map(len, filter(None, image.slates)))
        return tuple(replace(one, order=saved) for one in found)

    monkeypatch.setattr(table, "slate_refusals", gossiping)
    assert first_differences() == ["streams"]


def test_who_comes_back_or_begins_to_watch_is_told_nothing_hidden_either() -> None:
    late = Member(5)
    for seed in range(MOST_TURNS_BEFORE + 1):
        streams = []
        for number in range(2):
            bench = playing(seed)
            secretly(bench, random.Random(f"{seed}:{number}"))
            go_on(bench)
            bench.watch(late)
            bench.ask(EVE, say.LeaveRoom("r1"))
            back = bench.ask(EVE, say.ResumeSeat("r1", bench.heard(ANN, say.Seated)[0].token))
            assert isinstance(back, say.Seated)
            streams.append([stream(bench, late), stream(bench, EVE)])
        assert streams[0] == streams[1], f"seed {seed}"
