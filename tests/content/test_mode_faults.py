import pytest
from msgspec.structs import replace

from game.content import ruleset
from game.content.mode_faults import mode_faults
from game.rules.cards import Scripted
from tests.content.copies import Copy

MURAL = "modes/great_mural.toml"
GALA = "modes/gala_night.toml"
CAUSE = "modes/common_cause.toml"


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("tempers.toml", "forum.unrest", "forum.noise", "tempers.gentle.numbers[0].path"),
        ("tempers.toml", "forum.unrest", "forum.price.noise", "tempers.gentle.numbers[0].path"),
        ("tempers.toml", "forum.unrest", "factions.sra", "tempers.gentle.numbers[0].path"),
        ("tempers.toml", "set = 3", "set = -3", "tempers.gentle.numbers[0].path"),
        ("tempers.toml", "set = 3", "set = 3, add = 1", "tempers.gentle.numbers[0]"),
        ("tempers.toml", ", set = 3", "", "tempers.gentle.numbers[0]"),
        ("tempers.toml", '"forum.unrest", set = 3', '"fracture.wary_at", set = 60', "tempers.gentle.numbers"),
        (GALA, "sanctuary.parts", "sanctuary.pieces", "numbers[0].path"),
        (GALA, "set = 4", "set = 0", "numbers[0].path"),
        (GALA, '"short"', '"brief"', "length"),
        (GALA, '"room_stays_whole"', '"room_stays_whole"\nwins = true', "goals[0].wins"),
        (CAUSE, '"fracture"', '"support"', "goals[0].measure.reads"),
        (CAUSE, ", most = 45", "", "goals[0].measure"),
        (CAUSE, "together = true", "together = true\nteam_size = 2", "team_size"),
        (MURAL, "wins = true", "wins = false", "goals[0].wins"),
        (MURAL, '"stewards"', '"sanctuaries"', "goals[0].measure.reads"),
        (MURAL, "turn = 4", "turn = 3", "script[0].turn"),
        (MURAL, "turn = 22", "turn = 25", "script[7].turn"),
        (MURAL, '"lip_dance_morning"', '"lip_sync_evening"', "script[0].event"),
        (MURAL, 'map = "core"', "", "script"),
        ("modes/teams.toml", "team_size = 2", "team_size = 1", "team_size"),
    ],
)
def test_a_way_to_play_that_cannot_be_played_is_told(
    copy: Copy, file: str, old: str, new: str, place: str
) -> None:
    copy.edit(file, old, new)
    faults = copy.faults()
    assert {fault.file for fault in faults} == {file}
    assert place in [fault.place for fault in faults]


def test_playing_together_needs_a_goal(copy: Copy) -> None:
    copy.add("modes/idle.toml", 'key = "idle"\ntogether = true')
    fault = copy.only_fault()
    assert (fault.file, fault.place) == ("modes/idle.toml", "goals")


def test_what_is_played_by_default_must_be_there(copy: Copy) -> None:
    (copy.folder / "modes" / "free.toml").unlink()
    copy.edit("tempers.toml", '"standard"', '"usual"')
    assert [fault.file for fault in copy.faults()] == ["tempers.toml", "modes/"]


def test_numbers_that_fit_alone_and_not_with_a_temper_are_told(copy: Copy) -> None:
    copy.edit(GALA, '"sanctuary.parts", set = 4', '"festival.echo_divisor", add = -7')
    copy.edit("tempers.toml", '"fracture.tension_by_act", add = 1', '"festival.echo_divisor", add = -1')
    fault = copy.only_fault()
    assert (fault.file, fault.place) == (GALA, "numbers")
    assert "harsh" in fault.expected


def test_a_mode_that_a_map_brings_along_names_no_map() -> None:
    script = (Scripted("dry_taps", 5, "pier"),)
    mode = replace(ruleset().modes["free"], key="flood", script=script)
    assert list(mode_faults(ruleset(), mode)) == []
    assert list(mode_faults(ruleset(), replace(mode, script=(Scripted("flood", 5, "pier"),))))
