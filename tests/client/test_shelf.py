import shutil
from pathlib import Path

from game.client.shelf import MapShelf

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
