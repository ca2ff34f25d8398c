import msgspec
import pytest

from server.disk.matches import halves, whole
from tests.support.rooms import WITH_NEUTRAL, YOU_AND_OPEN, begun


def test_a_match_comes_back_whole() -> None:
    match = begun().room.image.match
    assert match is not None
    parts = halves(match)
    assert whole(parts.rules, parts.own) == match


def test_its_ruleset_is_in_memory_once() -> None:
    found = []
    for seats in (2, 3):
        match = begun(WITH_NEUTRAL if seats == 3 else YOU_AND_OPEN).room.image.match
        assert match is not None
        parts = halves(match)
        found.append(whole(parts.rules, parts.own))
    assert found[0].ruleset is found[1].ruleset
    assert found[0] != found[1]


def test_what_is_no_match_is_refused() -> None:
    match = begun().room.image.match
    assert match is not None
    parts = halves(match)
    for rules, own in ((b"\x80", parts.own), (parts.rules, b"\x80")):
        with pytest.raises(msgspec.DecodeError):
            whole(rules, own)
