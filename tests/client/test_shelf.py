import shutil
from pathlib import Path

from msgspec.structs import replace

from game.client.shelf import MapShelf
from game.maps.archive import pack
from game.maps.cache import MapCache
from game.protocol.messages import MapIdentity
from tests.support.travel import identity_of

TINY = Path(__file__).parents[1] / "maps" / "cities" / "tiny"


def test_official_maps_are_there() -> None:
    shelf = MapShelf()
    assert "core" in shelf.titles()
    found = shelf.get("core")
    assert found is not None
    assert found.city.map_id == "core"
    assert shelf.get("nowhere") is None


def test_a_further_folder_is_a_map_or_holds_maps(tmp_path: Path) -> None:
    assert MapShelf((TINY,)).get("tiny") is not None
    assert MapShelf((TINY.parent,)).get("tiny") is not None
    assert MapShelf((tmp_path / "none",)).get("tiny") is None


def test_a_map_the_gate_refuses_is_left_out(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(TINY, broken)
    (broken / "manifest.json").write_text("{}", encoding="utf-8")
    assert set(MapShelf((tmp_path,)).titles()) == set(MapShelf().titles())


def test_cards_say_what_the_set_up_shows() -> None:
    card = next(card for card in MapShelf((TINY,)).cards() if card.id == "tiny")
    assert card.title == "Tiny"
    assert card.seats == 2


def test_a_match_is_played_on_the_map_that_plays_the_same_whatever_its_id() -> None:
    shelf, identity = MapShelf((TINY,)), identity_of(TINY)
    for name in ("tiny", "renamed"):
        found = shelf.played(name, identity)
        assert found is not None
        assert found.city.map_id == "tiny"
    assert shelf.played("tiny", None) is found
    assert shelf.played("tiny", replace(identity, rules="0" * 64)) is None
    assert shelf.played("nowhere", None) is None


def test_a_map_that_came_from_others_is_found_and_read_once(tmp_path: Path) -> None:
    cache, identity = fetched(tmp_path)
    shelf = MapShelf((), cache)
    found = shelf.played("tiny", identity)
    assert found is not None
    assert found.rules_hash == identity.rules
    assert shelf.played("tiny", identity) is found
    assert "tiny" not in shelf.titles()


def test_a_map_in_the_cache_that_was_spoilt_is_thrown_away(tmp_path: Path) -> None:
    cache, identity = fetched(tmp_path)
    folder = cache.find(identity.rules)
    assert folder is not None
    (folder / "map.tmx").write_text("<map>")
    assert MapShelf((), cache).played("tiny", identity) is None
    assert cache.find(identity.rules) is None


def fetched(tmp_path: Path) -> tuple[MapCache, MapIdentity]:
    """A cache with the tiny map in it."""
    cache, identity = MapCache(tmp_path / "cache"), identity_of(TINY)
    package = identity.package or ""
    cache.append(package, pack(TINY, tmp_path).read_bytes())
    cache.admit(package, identity.rules)
    return cache, identity
