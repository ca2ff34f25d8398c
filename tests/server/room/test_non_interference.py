"""What a seat hides changes no byte that anybody else is sent before the turn reveals it, in a hundred seeded matches."""

import random

from msgspec.structs import replace

from game.protocol import messages as say
from game.protocol.codec import encode
from game.rules.ids import Seat
from game.rules.orders import Ballot, Pledge, Slate
from server.room.effects import Member
from server.room.room import Room
from tests.support.matches import random_slate, random_slates
from tests.support.rooms import ANN, BOB, EVE, YOU_AND_OPEN, Bench, content, setup

CAT = Member(4)
"""Bob writes to her; Eve watches."""

PLAYERS = (ANN, BOB, CAT)
BOBS, CATS = 1, 2
BRIEFS = (say.Brief(()), say.Brief(("care",), gifts=True, motions=True))
MATCHES = 100
MOST_TURNS_BEFORE = 4
"""A match gets as far as its first Council, where there are ballots."""


def playing(seed: int) -> Bench:
    """Three people and a spectator in a match of that seed, after a few turns of random play."""
    plans = (*YOU_AND_OPEN, say.SeatPlan("ca", say.OPEN))
    bench = Bench(plans, delay=0)
    bench.room = Room.made(replace(setup(plans, delay=0), seed=seed), content(), bench.mint, lambda now: now)
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
    for member, slate in zip(PLAYERS, slates, strict=True):
        assert isinstance(bench.save(member, slate, turn), say.Done)
        bench.ready(member, turn)


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


def go_on(bench: Bench) -> None:
    """What is public in the rest of the turn; numbered anew, for Bob was not equally busy in both runs."""
    bench.number_from(1000)
    turn = turn_of(bench)
    bench.vote(BOB, turn)
    bench.pin(BOB, turn=turn)
    bench.ready(BOB, turn)
    bench.speak(BOB, "I am ready.")
    bench.ready(ANN, turn)


def stream(bench: Bench, member: Member) -> list[bytes]:
    """Every byte this connection was sent; of Cat's, all but what Bob wrote to her alone."""
    return [encode(message) for message in bench.sent[member] if member != CAT or not is_to_cat(message)]


def is_to_cat(message: say.Downward) -> bool:
    return isinstance(message, say.Said) and all(line.to == CATS for line in message.lines)


def others(bench: Bench) -> list[list[bytes]]:
    return [stream(bench, member) for member in (ANN, CAT, EVE)]


def test_what_a_seat_hides_changes_no_byte_of_anybody_else_until_the_turn_is_played() -> None:
    hidden: set[type] = set()
    conditions, revealed = 0, 0
    for seed in range(MATCHES):
        one, other = playing(seed), playing(seed)
        for number, bench in enumerate((one, other)):
            slates = secretly(bench, random.Random(f"{seed}:{number}"))
            go_on(bench)
            orders = [order for slate in slates for order in slate]
            hidden.update(type(order) for order in orders)
            conditions += sum(isinstance(order, Pledge) and order.if_others > 0 for order in orders)
        assert others(one) == others(other), f"seed {seed}"
        for bench in (one, other):
            bench.ready(CAT, turn_of(bench))
        revealed += stream(one, EVE) != stream(other, EVE)
    assert hidden >= {Ballot, Pledge}
    assert conditions
    assert revealed > MATCHES // 2, "what was hidden mattered"


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
