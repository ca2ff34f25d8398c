import pytest
from msgspec.structs import replace

from game.protocol.messages import MapIdentity
from game.replays.codec import decode
from game.replays.course import course_of
from game.replays.proof import prove
from game.replays.recording import NotRecordableError
from server.disk.replaying import is_finished, replay_of
from server.room.image import Resolved
from tests.support.replays import played_room
from tests.support.rooms import ANN, BOB, begun

ENDED = 1_790_000_000


def test_a_finished_match_is_a_replay_that_is_proved() -> None:
    image, records = played_room()
    found = course_of(decode([replay_of(image, records, ENDED)])).replay
    assert prove(found).holds
    assert len(found.turns) == len(records)
    assert [(seat.name, seat.player) for seat in found.header.seats] == [("Ann", "person"), ("Bob", "person")]
    assert (found.header.map, found.header.map_hash, found.header.ended_at) == ("grid", "", ENDED)


def test_the_map_goes_by_its_hash_where_it_is_known() -> None:
    image, records = played_room()
    known = replace(image, identity=MapIdentity("b" * 64, None, "Grid", 5))
    assert decode([replay_of(known, records, 0)]).header.map_hash == "b" * 64


def test_an_end_by_agreement_is_a_replay_too() -> None:
    bench = begun()
    bench.vote(ANN)
    bench.vote(BOB)
    image = bench.room.image
    assert is_finished(image)
    record = Resolved(1, 1, ((), ()), (), b"p" * 32, b"s" * 32, agreed=True)
    with pytest.raises(NotRecordableError, match="comes out otherwise"):
        replay_of(image, (record,), ENDED)


@pytest.mark.parametrize("turns", [0, 3])
def test_a_running_match_is_none(turns: int) -> None:
    image, records = played_room(turns)
    assert not is_finished(image)
    with pytest.raises(NotRecordableError, match="no match that is over"):
        replay_of(image, records, ENDED)


def test_a_lobby_is_none() -> None:
    lobby = replace(begun().room.image, match=None, state=None)
    with pytest.raises(NotRecordableError):
        replay_of(lobby, (), ENDED)
