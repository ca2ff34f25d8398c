import msgspec

from game.rules.state import Match
from server.room.room import Room
from server.room.shared_rules import shared
from tests.support.matches import match
from tests.support.rooms import Bench, begun, content, wall


def test_equal_rulesets_are_one_and_a_match_stays_what_it_is() -> None:
    board, _ = match()
    packed = msgspec.msgpack.encode(board.match)
    first, second = (shared(msgspec.msgpack.decode(packed, type=Match)) for _ in range(2))
    assert first == second == board.match
    assert first.ruleset is second.ruleset


def test_rooms_that_begin_and_rooms_that_come_back_share_their_rules() -> None:
    bench, other = begun(temper="harsh"), begun(temper="harsh")
    stored = msgspec.msgpack.encode(bench.stored_image())
    image = msgspec.msgpack.decode(stored, type=type(bench.room.image))
    back = Bench(room=Room(image, content(), bench.mint, wall))
    made = [room.room.image.match for room in (bench, other, back)]
    assert made[0] == made[1] == made[2]
    assert len({id(found.ruleset) for found in made if found is not None}) == 1


def test_rooms_of_another_temper_have_rules_of_their_own() -> None:
    mild, harsh = (begun(temper=temper).room.image.match for temper in ("gentle", "harsh"))
    assert mild is not None
    assert harsh is not None
    assert mild.ruleset != harsh.ruleset
