"""Short frames go to the typed decoder at once; what comes of it is what came of looking at their structure first."""

import random
import tracemalloc
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec import inspect

from game.protocol import codec
from game.protocol import messages as say
from game.protocol.codec import Unreadable, decode_upward, encode
from game.protocol.limits import MOST_DEPTH_UP, MOST_VALUES_UP
from game.protocol.refusals import Refused
from game.rules.ids import District, Leader
from game.rules.orders import Build, Care

PLANS = (say.SeatPlan("any", say.YOU), say.SeatPlan("any", say.OPEN))
GOOD = [
    encode(message)
    for message in (
        say.Hello(say.VERSION, "0.1", "k" * 32),
        say.Command(1, say.ListRooms()),
        say.Command(2, say.CreateRoom("Ann", "Room", "core", PLANS, "short", teams=(0, 1), seed=2**63 - 1)),
        say.Command(
            7, say.SaveSlate("r1", 3, (Care(Leader(0), District(4)), Build(Leader(1), District(2), "x")))
        ),
        say.Command(2**53, say.SetPins("r", 1, (say.Pin("care", District(3)),))),
        say.Command(8, say.AskMap("0a" * 32, 9)),
    )
]
PIECES = [
    b"\x91",
    b"\x81",
    b"\x80",
    b"\x90",
    b"\xc0",
    b"\xc1",
    b"\xd4\x01\x00",
    b"\xc7\x00\x01",
    b"\xdd\xff\xff\xff\xff",
]
PIECES += [
    b"\xdf\xff\xff\xff\xff",
    b"\xcf" + b"\xff" * 8,
    b"\xca\x7f\xc0\x00\x00",
    b"\xa2\xff\xfe",
    b"\xa1t",
    b"\xc4\x01a",
]


def structure_first(frame: bytes) -> say.Upward | Unreadable:
    """The long way, which every frame that is not short still goes."""
    fault = codec._fault(frame, 4096, MOST_DEPTH_UP, MOST_VALUES_UP)
    if fault is not None:
        return fault
    return codec._decode(frame, codec._UP)


def damaged(frame: bytes, places: list[tuple[int, int, bytes]]) -> bytes:
    """The frame with pieces put in, each in place of so many bytes from somewhere on."""
    for place, length, piece in places:
        at = place % (len(frame) + 1)
        frame = frame[:at] + piece + frame[at + length :]
    return frame


pieces = st.sampled_from(PIECES) | st.binary(max_size=3)
places = st.lists(st.tuples(st.integers(0, 500), st.integers(0, 4), pieces), max_size=5)


@settings(max_examples=2000)
@given(st.sampled_from(GOOD), places)
@example(GOOD[1], [(500, 0, b"\x00")])
def test_a_damaged_message_has_the_same_outcome_both_ways(
    frame: bytes, places: list[tuple[int, int, bytes]]
) -> None:
    frame = damaged(frame, places)
    assert decode_upward(frame, 4096) == structure_first(frame)


@given(st.binary(max_size=60))
def test_any_bytes_have_the_same_outcome_both_ways(frame: bytes) -> None:
    assert decode_upward(frame, 4096) == structure_first(frame)


@pytest.mark.parametrize("depth", [7, 8, 9, 100, MOST_VALUES_UP - 1, MOST_VALUES_UP, 3000])
@pytest.mark.parametrize("level", [b"\x91", b"\x81\xa1x"])
@pytest.mark.parametrize(
    "before", [b"", b"\x82\xa1x", b"\x82\xa1t\xa2do\xa1x", b"\x83\xa1t\xa2do\xa2id\x05\xa3act"]
)
def test_depth_is_refused_however_little_stack_is_left(before: bytes, level: bytes, depth: int) -> None:
    frame = before + level * depth + b"\xc0"
    outcome = below_the_stack(800, frame)
    assert outcome == structure_first(frame)
    assert isinstance(outcome, Unreadable)


def below_the_stack(calls: int, frame: bytes) -> object:
    return below_the_stack(calls - 1, frame) if calls else decode_upward(frame, 4096)


FIXED = (
    inspect.BoolType,
    inspect.BytesType,
    inspect.IntType,
    inspect.LiteralType,
    inspect.NoneType,
    inspect.StrType,
)
"""Of one length, or of as many bytes as a frame may have."""


def arrays(kind: inspect.Type, seen: set[object]) -> Iterator[inspect.Type]:
    """Every part of the type that can be of any length."""
    if isinstance(kind, inspect.StructType):
        if kind.cls in seen:
            return
        seen.add(kind.cls)
        assert kind.forbid_unknown_fields, kind.cls
        assert kind.cls.__struct_config__.frozen, "a session tells acts apart by their hash"
        for field in kind.fields:
            yield from arrays(field.type, seen)
    elif isinstance(kind, inspect.UnionType):
        for each in kind.types:
            yield from arrays(each, seen)
    elif isinstance(kind, inspect.TupleType):
        for each in kind.item_types:
            yield from arrays(each, seen)
    elif isinstance(kind, inspect.VarTupleType):
        yield kind
        yield from arrays(kind.item_type, seen)
    else:
        assert not isinstance(kind, inspect.AnyType | inspect.DictType | inspect.ExtType | inspect.RawType), (
            kind
        )


def test_what_a_client_can_say_is_bounded_by_its_types() -> None:
    found: list[Any] = list(arrays(inspect.type_info(say.Upward), set()))
    assert found
    assert [kind for kind in found if kind.max_length is None] == []


def test_a_short_frame_that_promises_much_costs_little() -> None:
    draw = random.Random(3)
    tracemalloc.start()
    try:
        for _ in range(2000):
            places = [(draw.randrange(500), draw.randrange(3), draw.choice(PIECES)) for _ in range(2)]
            decode_upward(damaged(draw.choice(GOOD), places))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 1 << 20


def test_what_is_not_short_is_counted_before_anything_is_made_of_it() -> None:
    flood = decode_upward(msgspec.msgpack.encode([None] * (MOST_VALUES_UP + 1)))
    assert isinstance(flood, Unreadable)
    assert flood.refusal.code == Refused.MALFORMED
