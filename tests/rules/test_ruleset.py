import msgspec
import pytest

from game.rules.basics import Price
from game.rules.ids import FacilityKey, FactionKey
from game.rules.ruleset import Ruleset, ruleset_hash
from tests.conformance.pin import PINNED, pinned

OCC = FactionKey("occ")


def test_a_facility_is_found_by_its_key():
    found = pinned().facility(OCC, FacilityKey("nanobot_lab"))
    assert found is not None
    assert found.credits == 7
    assert pinned().facility(OCC, FacilityKey("mural")) is None


def test_a_factions_own_price_stands_before_the_common_one():
    assert pinned().price(OCC, "festival") == Price(2, 2)
    assert pinned().price(FactionKey("sra"), "festival") == Price(2, 3)
    assert pinned().price(OCC, "unique") == Price(2)
    assert pinned().price(OCC, "travel") == Price()


def test_the_hash_tells_rulesets_apart():
    same = msgspec.json.decode(PINNED.read_bytes(), type=Ruleset)
    other = msgspec.structs.replace(same, version=same.version + 1)
    assert ruleset_hash(same) == ruleset_hash(pinned())
    assert ruleset_hash(other) != ruleset_hash(pinned())
    assert len(ruleset_hash(other)) == 64


def test_what_is_made_once_of_a_ruleset_is_not_taken_over_by_one_that_differs():
    one = msgspec.json.decode(PINNED.read_bytes(), type=Ruleset)
    known = one.packed, one.canonical, one.fingerprint
    other = msgspec.structs.replace(one, version=one.version + 1)
    assert msgspec.msgpack.decode(other.packed, type=Ruleset) == other
    assert msgspec.msgpack.decode(other.canonical, type=Ruleset) == other
    assert not {other.packed, other.canonical, other.fingerprint} & set(known)
    assert (one.packed, one.canonical, one.fingerprint) == known
    assert msgspec.msgpack.encode(one) == one.packed


def test_a_ruleset_with_a_word_too_many_is_refused():
    tables = msgspec.to_builtins(pinned())
    tables["forum"]["loudness"] = 3
    with pytest.raises(msgspec.ValidationError, match="loudness"):
        msgspec.convert(tables, type=Ruleset)
