from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from game.protocol.messages import LOBBY, OVER, PLAYING
from game.rules.ids import Seat
from game.rules.orders import NO_ORDERS
from server.room.image import (
    Abandoned,
    Began,
    Image,
    Readied,
    Saved,
    Voted,
    begun,
    resolved,
    slates_of,
    with_record,
)
from tests.support.rooms import Bench
from tests.support.rooms import begun as begun_room


def test_records_change_what_they_name_and_nothing_else() -> None:
    image = begun_room().room.image
    slate = (*NO_ORDERS,)
    after = with_record(with_record(image, Saved(Seat(1), 1, slate)), Readied(Seat(0), 1, ready=True))
    assert after == replace(image, slates=(None, slate), ready=(True, False))


def test_a_slate_nobody_saved_counts_as_no_orders() -> None:
    image = begun_room().room.image
    assert image.slates == (None, None)
    assert slates_of(image) == (NO_ORDERS, NO_ORDERS)


def test_the_phases_follow_each_other() -> None:
    lobby = Bench().room.image
    made = begun_room().room.image
    assert made.match is not None
    assert made.state is not None
    assert lobby.phase == LOBBY
    assert begun(lobby, made.match, made.state).phase == PLAYING
    assert resolved(made, made.state).number == 1
    assert with_record(lobby, Abandoned()).phase == OVER


def test_what_an_earlier_version_stored_is_read_with_what_it_did_not_say() -> None:
    lobby = Bench().room.image
    old: dict[str, Any] = msgspec.to_builtins(lobby, builtin_types=(bytes,))
    for key in ("mode", "temper", "teams", "unranked"):
        del old["setup"][key]
    for seat in old["seats"]:
        del seat["resigned"]
    del old["votes"]
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(old), type=Image) == lobby


def test_votes_are_of_one_turn() -> None:
    made = begun_room().room.image
    assert made.state is not None
    voted = with_record(made, Voted(Seat(1), 1, agree=True))
    assert voted == replace(made, votes=(False, True))
    assert resolved(voted, made.state).votes == (False, False)


def test_a_record_that_needs_its_image_does_not_come_alone() -> None:
    made = begun_room().room.image
    assert made.match is not None
    with pytest.raises(ValueError, match="without its image"):
        with_record(made, Began(made.match, 7))
