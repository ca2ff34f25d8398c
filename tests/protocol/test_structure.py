import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.protocol.refusals import Refused
from game.protocol.structure import structure_fault

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=20) | st.dictionaries(st.text(max_size=5), inner, max_size=20),
    max_leaves=40,
)


def depth_of(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max((depth_of(item) for item in value.values()), default=0) if value else 0
    if isinstance(value, list):
        return 1 + max((depth_of(item) for item in value), default=0) if value else 0
    return 0


@given(VALUES)
def test_any_value_within_the_depth_is_sound(value: object) -> None:
    assert structure_fault(msgspec.msgpack.encode(value), depth_of(value)) is None


@given(VALUES.filter(lambda value: depth_of(value) > 0))
def test_one_level_more_than_allowed_is_too_deep(value: object) -> None:
    fault = structure_fault(msgspec.msgpack.encode(value), depth_of(value) - 1)
    assert fault is not None
    assert fault.code == Refused.TOO_DEEP


@given(VALUES, st.data())
def test_a_frame_cut_short_or_with_more_behind_it_is_malformed(value: object, data: st.DataObject) -> None:
    frame = msgspec.msgpack.encode(value)
    cut = frame[: data.draw(st.integers(0, len(frame) - 1))]
    for broken in (cut, frame + b"\x00"):
        fault = structure_fault(broken, 64)
        assert fault is not None
        assert fault.code == Refused.MALFORMED


@pytest.mark.parametrize("kind", [0xC7, 0xC8, 0xC9, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8, 0xC1])
def test_ext_types_and_the_unused_byte_are_refused(kind: int) -> None:
    fault = structure_fault(bytes([kind]) + bytes(32), 8)
    assert fault is not None
    assert fault.parameters["at"] == 0


def test_depth_of_a_hundred_thousand_is_answered_not_suffered() -> None:
    fault = structure_fault(b"\x91" * 100_000, 8)
    assert fault is not None
    assert fault.parameters == {"found": 9, "expected": 8}


def test_only_so_many_values_are_looked_at() -> None:
    frame = msgspec.msgpack.encode({"a": [1, 2, 3], "b": {"c": 4}})
    assert structure_fault(frame, 8, 9) is None
    fault = structure_fault(frame, 8, 8)
    assert fault is not None
    assert fault.code == Refused.MALFORMED
    assert fault.parameters["expected"] == "no more than 8 values"


def test_a_long_array_that_promises_more_than_it_holds_is_malformed() -> None:
    fault = structure_fault(b"\xdd\xff\xff\xff\xff", 8)
    assert fault is not None
    assert fault.code == Refused.MALFORMED
