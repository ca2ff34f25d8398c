from pathlib import Path

import pytest
from msgspec.structs import replace

from game.cli.table import MatchTable, Typed, read_length, read_map, read_mode, set_table
from game.content import ruleset
from game.protocol.messages import SeatPlan
from game.rules.cards import Mode, NumberChange
from game.rules.ids import Seat
from game.rules.setup import Setting
from tests.support.cities import line_city


def test_without_seats_there_is_a_greedy_player_for_each_start() -> None:
    table = set_table(Typed("core"))
    assert [f"{plan.faction}:{plan.player}" for plan in table.seats] == [
        "sra:greedy",
        "occ:greedy",
        "ca:greedy",
    ]


def test_without_a_length_the_map_says_which() -> None:
    free, gala = ruleset().modes["free"], ruleset().modes["gala_night"]
    assert read_length(line_city(), None, free) == "standard"
    assert read_length(line_city(), "epic", free) == "epic"
    assert read_length(line_city(), None, gala) == "short"


def test_where_two_play_the_whole_table_has_a_third_who_is_not_ranked() -> None:
    table = set_table(Typed("core", "occ:greedy,random", temper="harsh"))
    assert [plan.faction for plan in table.seats] == ["occ", "sra"]
    assert [(plan.faction, plan.player) for plan in table.whole()][2:] == [("ca", "greedy")]
    assert table.setting() == Setting(ruleset().modes["free"], "harsh", unranked=(Seat(2),))


@pytest.mark.parametrize(
    "typed", [Typed("core", "greedy,random", neutral=False), Typed("core", "greedy,random,random")]
)
def test_no_third_where_none_is_wanted_or_more_play(typed: Typed) -> None:
    table = set_table(typed)
    assert table.whole() == table.seats
    assert table.setting().unranked == ()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (Typed("core", mode="chess"), "mode 'chess': expected one of"),
        (Typed("core", temper="mild"), "temper 'mild': expected one of"),
        (Typed("core", mode="gala_night", length="epic"), "found length epic, expected short"),
        (Typed("core", mode="teams"), "expected at least two teams of 2"),
    ],
)
def test_what_does_not_fit_the_mode_is_one_line_with_its_mend(
    typed: Typed, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        set_table(typed)
    complaint = capsys.readouterr().err
    assert ended.value.code == 2
    assert words in complaint
    assert "Mend: " in complaint
    assert complaint.count("\n") == 1


def test_a_scenario_is_played_on_its_own_map(capsys: pytest.CaptureFixture[str]) -> None:
    core = read_map("core")
    elsewhere = replace(core, city=line_city())
    assert read_mode("gala_night", core).map == "core"
    with pytest.raises(SystemExit):
        read_mode("gala_night", elsewhere)
    assert "found map line, expected core" in capsys.readouterr().err


def test_a_map_can_bring_its_own_mode() -> None:
    own = Mode("scenario", numbers=(NumberChange("sanctuary.parts", set=3),), map="core", length="short")
    core = replace(read_map("core"), scenario=own, mode="scenario")
    assert read_mode("scenario", core) is own
    seats = tuple(SeatPlan(key, "random") for key in ("sra", "occ", "ca"))
    table = MatchTable(core.city, seats, "short", mode="scenario", scenario=own)
    assert table.setting().mode is own


def test_a_map_without_one_has_none(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        read_mode("scenario", read_map("core"))
    assert "mode 'scenario': expected one of" in capsys.readouterr().err


def test_a_folder_is_as_good_as_an_id() -> None:
    from game.maps import find

    assert set_table(Typed(str(find("core")), length="short")).city.map_id == "core"


def test_a_broken_map_is_told_with_its_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        set_table(Typed(str(tmp_path)))
    assert ended.value.code == 2
    complaint = capsys.readouterr().err
    assert "cannot be played" in complaint
    assert "map.tmx" in complaint
