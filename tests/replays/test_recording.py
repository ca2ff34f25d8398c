import pytest
from msgspec.structs import replace

from game import __version__
from game.content import ruleset
from game.replays.codec import decode
from game.replays.recording import NotRecordableError, record
from game.rules.ruleset import ruleset_hash
from tests.support.replays import ENDED, occasion, played, replay


def test_the_header_says_what_was_played_by_whom() -> None:
    header = replay().header
    assert (header.program, header.rules) == (__version__, ruleset().version)
    assert header.ruleset_hash == ruleset_hash(replay().opening.match.ruleset)
    assert (header.map, header.map_hash, header.mode, header.length) == ("grid", "a" * 64, "free", "short")
    assert [(s.faction, s.name, s.player) for s in header.seats] == [
        ("sra", "Ada", "person"),
        ("occ", "", "random"),
        ("ca", "", "random"),
    ]
    assert header.ended_at == ENDED


def test_a_running_match_keeps_its_secrets() -> None:
    match, _, turns = played(turns=3)
    with pytest.raises(NotRecordableError, match="turn 4"):
        record(match, 7, turns, occasion())


def test_a_match_that_comes_out_otherwise_is_no_replay() -> None:
    match, _, turns = played()
    noted = (replace(turns[0], state_hash=b"s" * 32), *turns[1:])
    with pytest.raises(NotRecordableError, match="turn 1 comes out otherwise"):
        record(match, 7, noted, occasion())


def test_the_hashes_that_were_noted_are_in_it() -> None:
    match, _, turns = played()
    hashes = [turn.state_hash for turn in replay().turns]
    noted = [replace(turn, state_hash=proof) for turn, proof in zip(turns, hashes, strict=True)]
    assert decode([record(match, 7, noted, occasion())]).chain == replay().chain
