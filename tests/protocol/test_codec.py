from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.protocol import messages as say
from game.protocol.codec import Unreadable, decode_downward, decode_upward, encode
from game.protocol.limits import MOST_BYTES_UP, MOST_VALUES_UP
from game.protocol.refusals import ALL_CODES, Refused
from game.rules.ids import District, Leader, Seat
from game.rules.orders import MOST_ORDERS, Build, Care, Led, Pledge, verb_of

SAVE = say.Command(
    7,
    say.SaveSlate("r1", 3, (Care(Leader(0), District(4)), Build(Leader(1), District(2), "school"))),
)


def raw(message: object) -> bytes:
    return msgspec.msgpack.encode(message)


def refused(frame: bytes) -> Unreadable:
    answer = decode_upward(frame)
    assert isinstance(answer, Unreadable)
    return answer


def test_a_message_survives_the_way_there() -> None:
    assert decode_upward(encode(SAVE)) == SAVE
    hello = say.Hello(say.VERSION, "0.1", "k" * 32)
    assert decode_upward(encode(hello)) == hello


def test_an_envelope_is_a_map_and_an_order_an_array() -> None:
    plain = msgspec.msgpack.decode(encode(SAVE))
    assert plain == {
        "t": "do",
        "id": 7,
        "act": {"t": "save", "room": "r1", "turn": 3, "orders": [["care", 0, 4], ["build", 1, 2, "school"]]},
    }


def test_answers_survive_the_way_back() -> None:
    info = say.RoomInfo("r1", "ABC", "Room", "core", "short", 60, True, Seat(0), say.LOBBY, 0, ())
    for message in (say.Done(3), say.Seated(4, info, Seat(1), "t" * 43), say.Stopping()):
        assert decode_downward(encode(message)) == message


def test_a_map_is_named_and_its_parts_survive_the_way() -> None:
    identity = say.MapIdentity("0a" * 32, None, "Core", 12)
    info = say.RoomInfo(
        "r1", "", "Room", "core", "short", 60, True, Seat(0), say.LOBBY, 0, (), identity=identity
    )
    part = say.MapPart(4, "0a" * 32, 65536, b"\x00" * say.MOST_BYTES_OF_PART, 2**20)
    for message in (say.RoomChanged(info), part):
        assert decode_downward(encode(message)) == message
    longer = msgspec.structs.replace(part, data=part.data + b"x")
    assert isinstance(decode_downward(encode(longer)), Unreadable)
    nameless = msgspec.structs.replace(identity, rules="core")
    spoilt = msgspec.structs.replace(info, identity=nameless)
    assert isinstance(decode_downward(encode(say.RoomChanged(spoilt))), Unreadable)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"id": "seven"}, "id"),
        ({"id": 0}, "id"),
        ({"act": {"t": "fly"}}, "act.t"),
        ({"act": {"t": "save", "room": "r", "turn": True, "orders": []}}, "act.turn"),
        ({"act": {"t": "save", "room": "r", "turn": 1, "orders": [["care", 0, 999]]}}, "act.orders[0][2]"),
        ({"act": {"t": "save", "room": "r", "turn": 1, "orders": [["steal", 0, 9]]}}, "act.orders[0][0]"),
        ({"act": {"t": "save", "room": "r", "turn": 1, "orders": [["care", 0, 1]] * 33}}, "act.orders"),
        ({"act": {"t": "save", "room": "r", "turn": 1, "orders": [], "cheat": 1}}, "act"),
        ({"act": {"t": "save", "room": "r", "turn": 1}}, "act"),
        ({"act": {"t": "pin", "room": "r", "turn": 1, "pins": [["care", 1]] * 9}}, "act.pins"),
        ({"act": {"t": "pin", "room": "r", "turn": 1, "pins": [["gift", 1]]}}, "act.pins[0][0]"),
        ({"act": {"t": "pin", "room": "r", "turn": 1, "pins": [["care", 256]]}}, "act.pins[0][1]"),
        ({"act": {"t": "vote", "room": "r", "turn": 1, "matter": "end", "agree": 1}}, "act.agree"),
        ({"act": {"t": "ask_map", "package": "../" + "0" * 61, "offset": 0}}, "act.package"),
        ({"act": {"t": "ask_map", "package": "0" * 63 + "\n", "offset": 0}}, "act.package"),
        ({"act": {"t": "ask_map", "package": "0" * 63, "offset": 0}}, "act.package"),
        ({"act": {"t": "ask_map", "package": "0" * 64, "offset": -1}}, "act.offset"),
    ],
)
def test_a_wrong_field_is_named(change: dict[str, object], field: str) -> None:
    answer = refused(raw({"t": "do", "id": 7, "act": {"t": "rooms"}} | change))
    assert answer.refusal.code == Refused.WRONG_FIELD
    assert answer.refusal.field == field
    assert answer.refusal.parameters["detail"]


def test_a_pin_can_be_of_every_verb_a_leader_has() -> None:
    verbs = {verb_of(kind) for kind in get_args(Led)}
    assert set(get_args(say.PinVerb)) == verbs


def test_a_room_is_made_without_a_word_about_how_it_is_played() -> None:
    seats = [["any", "you"], ["any", "open"]]
    act = {"t": "create", "player": "Ann", "name": "A", "map": "core", "seats": seats, "length": "short"}
    command = decode_upward(raw({"t": "do", "id": 1, "act": act}))
    assert isinstance(command, say.Command)
    assert isinstance(command.act, say.CreateRoom)
    made = command.act
    assert (made.mode, made.temper, made.teams, made.neutral) == ("free", "standard", (), True)


def test_a_refused_command_is_told_by_its_id() -> None:
    assert refused(raw({"t": "do", "id": 9, "act": {"t": "fly"}})).id == 9
    assert refused(raw({"t": "do", "id": -9, "act": {"t": "fly"}})).id == 0
    assert refused(raw([1, 2])).id == 0


def test_text_that_is_no_utf8_is_refused() -> None:
    assert refused(b"\x81\xa1t\xa2\xff\xfe").refusal.code == Refused.WRONG_FIELD


def test_a_frame_of_one_byte_too_many_is_too_long() -> None:
    frame = raw({"t": "x" * MOST_BYTES_UP})[: MOST_BYTES_UP + 1]
    assert refused(frame).refusal.parameters == {"found": MOST_BYTES_UP + 1, "expected": MOST_BYTES_UP}


@given(st.binary(max_size=400))
def test_no_bytes_at_all_make_the_decoder_raise(frame: bytes) -> None:
    for decode in (decode_upward, decode_downward):
        answer = decode(frame)
        if isinstance(answer, Unreadable):
            assert answer.refusal.code in ALL_CODES


@given(st.data())
def test_a_message_with_bytes_changed_is_a_message_or_a_refusal(data: st.DataObject) -> None:
    frame = bytearray(encode(SAVE))
    for _ in range(data.draw(st.integers(1, 4))):
        frame[data.draw(st.integers(0, len(frame) - 1))] = data.draw(st.integers(0, 255))
    answer = decode_upward(bytes(frame))
    assert isinstance(answer, (Unreadable, *get_args(say.Upward)))


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 300) | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["t", "id", "act", "room", "turn", "orders"]), inner, max_size=6)
    ),
    max_leaves=20,
)


@given(JUNK, st.sampled_from(["do", "hello", "save"]))
def test_junk_of_the_right_words_makes_only_our_own_errors(junk: object, tag: str) -> None:
    answer = decode_upward(raw({"t": tag, "id": 1, "act": junk}))
    assert isinstance(answer, (Unreadable, *get_args(say.Upward)))


def test_a_client_sends_no_more_values_than_the_largest_command_has() -> None:
    orders = tuple(Pledge(Leader(255), District(255), "é" * 32, 99) for _ in range(MOST_ORDERS))
    pins = tuple(say.Pin("festival", District(255)) for _ in range(say.MOST_PINS))
    for act in (say.SaveSlate("r" * 64, 255, orders), say.SetPins("r" * 64, 255, pins)):
        largest = say.Command(2**53, act)
        assert decode_upward(encode(largest)) == largest
    flood = refused(raw([None] * (MOST_VALUES_UP + 1))).refusal
    assert (flood.code, flood.parameters["at"]) == (Refused.MALFORMED, 0)
