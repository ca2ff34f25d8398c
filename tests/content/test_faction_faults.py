import pytest

from tests.content.copies import Copy


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('first_facility = "command_center"', 'first_facility = "casino"', "first_facility"),
        ('speciality = "technique"', 'speciality = "money"', "speciality"),
        ("festival = {", "parade = {", "prices.parade"),
        ('"mirela_stroud"]', '"zara_lin"]\n#', "leaders"),
        ('trait = "wealth", least = 2', 'trait = "wealth", least = 3', "facilities.command_center.place"),
        ('place = { trait = "lean", least = 20 }', "", "facilities.smilescape_theatre.pressure_in_place"),
        ("[traits.mirela_stroud]", "[traits.zara_linn]", "traits.mirela_stroud"),
        ("[traits.mirela_stroud]", "[traits.zara_linn]", "traits.zara_linn"),
    ],
)
def test_a_faction_that_does_not_fit_is_told(copy: Copy, old: str, new: str, place: str) -> None:
    copy.edit("factions/occ.toml", old, new)
    faults = copy.faults()
    assert {fault.file for fault in faults} == {"factions/occ.toml"}
    assert place in [fault.place for fault in faults]


def test_a_match_needs_two_factions(copy: Copy) -> None:
    for key in ("sra", "occ"):
        (copy.folder / "factions" / f"{key}.toml").unlink()
    assert ("factions/", "1") in [(fault.file, fault.found) for fault in copy.faults()]
