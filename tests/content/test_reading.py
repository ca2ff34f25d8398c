import pytest

from tests.content.copies import Copy


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "words"),
    [
        ("rules.toml", "inertia = 7000", 'inertia = "much"', "contest.inertia", ["'much'", "int"]),
        ("rules.toml", "inertia = 7000", "inertia = 7000\nluck = 3", "contest", ["luck"]),
        ("rules.toml", "[contest]", "[contest", "", ["line", "TOML"]),
        ("rules.toml", "\n[contest]", "\n[casino]\n[contest]", "top level", ["casino"]),
        ("factions/ca.toml", "base = 110", "base = 110.5", "affinity.base", ["110.5", "int"]),
        ("factions/ca.toml", '= "smile_guild"', '= "smile guild"', "first_facility", ["'smile guild'"]),
        ("factions/sra.toml", 'key = "sra"', "", "top level", ["key"]),
        ("factions/sra.toml", 'key = "sra"', 'key = "src"', "key", ["'src'", "'sra'"]),
        ("modes/free.toml", 'key = "free"', 'key = "fare"', "key", ["'fare'", "'free'"]),
        ("laws.toml", "value = -1 }", "value = 1.5 }", "laws[0] (open_clinics).changes[0].value", ["1.5"]),
        ("laws.toml", "[[laws]]", "[[lows]]\n[[laws]]", "lows", ["[[laws]]"]),
        ("mandates.toml", '"leads"', '"steers"', "mandates[0] (open_doors).measures[0].reads", ["'steers'"]),
        ("events.toml", 'key = "dry_taps"', "", "events[18]", ["key"]),
        ("tempers.toml", '"harsh"', '"gentle"', "tempers[2] (gentle)", ["'gentle'", "each key once"]),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(
    copy: Copy, file: str, old: str, new: str, place: str, words: list[str]
) -> None:
    copy.edit(file, old, new)
    faults = [fault for fault in copy.faults() if fault.file == file]
    assert place in [fault.place for fault in faults]
    said = "\n".join(map(str, faults))
    assert all(word in said for word in [*words, "Mend:"])


@pytest.mark.parametrize("file", ["rules.toml", "laws.toml", "tempers.toml"])
def test_a_missing_file_is_named(copy: Copy, file: str) -> None:
    (copy.folder / file).unlink()
    fault = copy.only_fault()
    assert (fault.file, fault.found) == (file, "no such file")


def test_a_missing_folder_is_named(copy: Copy) -> None:
    for file in (copy.folder / "modes").iterdir():
        file.unlink()
    (copy.folder / "modes").rmdir()
    assert [fault.file for fault in copy.faults()] == ["modes/"]


def test_one_table_where_an_array_is_expected(copy: Copy) -> None:
    (copy.folder / "landmarks.toml").write_text('[landmarks]\nkey = "pier"\n', encoding="utf-8")
    fault = copy.only_fault()
    assert (fault.place, fault.expected) == ("landmarks", "an array [[landmarks]]")


def test_a_file_that_is_not_utf_8_is_named(copy: Copy) -> None:
    (copy.folder / "landmarks.toml").write_bytes(b"# caf\xe9\n")
    assert copy.only_fault().expected == "TOML in UTF-8"


def test_every_card_that_does_not_fit_is_told(copy: Copy) -> None:
    copy.spoil("laws.toml", "open_clinics", 'axis = "care"', 'axis = "cake"')
    copy.spoil("laws.toml", "quiet_streets", 'axis = "commons"', 'axis = "crumbs"')
    assert [fault.found for fault in copy.faults()] == ["'cake'", "'crumbs'"]
