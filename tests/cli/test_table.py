from pathlib import Path

import pytest

from game.cli.table import read_length, set_table
from tests.support.cities import line_city


def test_without_seats_there_is_a_greedy_player_for_each_start() -> None:
    table = set_table("core", "", None)
    assert [f"{plan.faction}:{plan.player}" for plan in table.seats] == [
        "sra:greedy",
        "occ:greedy",
        "ca:greedy",
    ]


def test_without_a_length_the_map_says_which() -> None:
    assert read_length(line_city(), None) == "standard"
    assert read_length(line_city(), "epic") == "epic"


def test_a_folder_is_as_good_as_an_id() -> None:
    from game.maps import find

    assert set_table(str(find("core")), "", "short").city.map_id == "core"


def test_a_broken_map_is_told_with_its_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        set_table(str(tmp_path), "", None)
    assert ended.value.code == 2
    complaint = capsys.readouterr().err
    assert "cannot be played" in complaint
    assert "map.tmx" in complaint
