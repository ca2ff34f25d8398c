from pathlib import Path

import pytest

from game import resources
from game.maps import find, official
from tests.maps.workshop import TINY


def test_core_ships_with_the_game() -> None:
    assert "core" in official()
    assert find("core") == resources.maps_folder() / "core"


def test_a_folder_is_found_by_its_path() -> None:
    assert find(str(TINY)) == TINY


def test_an_unknown_map_is_answered_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="core"):
        find(str(tmp_path / "nowhere"))
