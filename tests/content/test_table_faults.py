import pytest

from tests.content.copies import Copy


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("[100, 60, 40, 30]", "[30, 100]", "contest.freshness"),
        ('["consent", "technique", "art"]', '["consent", "technique", "art", "art"]', "part_kinds"),
        ('["consent", "technique", "art"]', '["consent", "technique", "art", "any"]', "part_kinds"),
        ("strained_at = 50", "strained_at = 80", "fracture.wary_at, strained_at, barred_at, sundered_at"),
        ("least_to_follow = 100", "least_to_follow = 300", "gala.least_to_follow"),
        ("turns = 12", "turns = 13", "lengths.short.turns"),
        ("seasons_by_act = [1, 2, 1]", "seasons_by_act = [1, 2, 2]", "lengths.short.seasons_by_act"),
        ("gala_weights = [2, 3, 4, 5]", "gala_weights = [2, 3, 4]", "lengths.short.gala_weights"),
        ("gala_weights = [2, 3, 4, 5]", "gala_weights = [2, 3, 4, 6]", "lengths.short.spotlight"),
        ("[[1, 2], [3, 4], [3, 4], [1, 2]]", "[[1, 2], [3], [3], [1, 2]]", "lengths.short.spotlight"),
    ],
)
def test_numbers_that_do_not_fit_each_other_are_told(copy: Copy, old: str, new: str, place: str) -> None:
    copy.edit("rules.toml", old, new)
    faults = copy.faults()
    assert place in [fault.place for fault in faults]
    assert {fault.file for fault in faults} == {"rules.toml"}


def test_a_ruleset_needs_a_length(copy: Copy) -> None:
    path = copy.folder / "rules.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text.partition('[lengths.short]')[0]}[lengths]\n", encoding="utf-8")
    assert ("lengths", "none") in [(fault.place, fault.found) for fault in copy.faults()]
