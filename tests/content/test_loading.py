import pytest

from game.content import ContentError, load, ruleset
from game.rules.ruleset import ruleset_hash
from tests.content.copies import Copy


def test_a_copy_is_the_same_ruleset(copy: Copy) -> None:
    assert ruleset_hash(load(copy.folder)) == ruleset_hash(ruleset())


def test_the_hash_pins_every_number(copy: Copy) -> None:
    copy.edit("rules.toml", "inertia = 7000", "inertia = 7001")
    assert ruleset_hash(load(copy.folder)) != ruleset_hash(ruleset())


def test_what_the_types_refuse_is_told_for_every_file_at_once(copy: Copy) -> None:
    copy.edit("rules.toml", "inertia = 7000", 'inertia = "much"')
    copy.edit("factions/ca.toml", "base = 110", "base = 110.5")
    copy.edit("laws.toml", 'axis = "care"', 'axis = "cake"')
    copy.edit("laws.toml", "fracture = -1", "fracture = -2")
    copy.edit("modes/teams.toml", "team_size = 2", "team_size = 9")
    told = {(fault.file, fault.place) for fault in copy.faults()}
    assert told == {
        ("rules.toml", "contest.inertia"),
        ("factions/ca.toml", "affinity.base"),
        ("laws.toml", "laws[0] (open_clinics).axis"),
        ("modes/teams.toml", "team_size"),
    }


def test_faults_of_meaning_are_told_all_at_once(copy: Copy) -> None:
    copy.edit("rules.toml", "freshness = [100, 60, 40, 30]", "freshness = [30, 100]")
    copy.edit("factions/occ.toml", "first_facility", "first_facility = 'casino' #")
    copy.edit("laws.toml", 'helps = ["sra"]', 'helps = ["src"]')
    copy.edit("events.toml", 'answers = ["forum"]', 'answers = ["prayer"]')
    copy.edit("modes/gala_night.toml", 'length = "short"', 'length = "brief"')
    assert [fault.place for fault in copy.faults()] == [
        "contest.freshness",
        "first_facility",
        "laws.open_clinics.helps",
        "events.janus_intrusion.answers",
        "length",
    ]


def test_the_error_has_a_line_for_each_fault(copy: Copy) -> None:
    copy.edit("rules.toml", "freshness = [100, 60, 40, 30]", "freshness = [30, 100]")
    copy.edit("rules.toml", "gala_weights = [2, 3, 4, 5]", "gala_weights = [2, 3, 4]")
    with pytest.raises(ContentError) as refused:
        load(copy.folder)
    lines = str(refused.value).splitlines()
    assert lines == [str(fault) for fault in refused.value.faults]
    assert all(": found " in line and ", expected " in line and ". Mend: " in line for line in lines)
