import pytest

from game.content import ruleset
from game.content.vocabulary import RESERVED
from tests.content.copies import Copy


@pytest.mark.parametrize("verb", ["care", "build", "travel", "unique", "pledge", "motion"])
def test_a_faction_cannot_call_its_own_verb_as_all_call_theirs(copy: Copy, verb: str) -> None:
    copy.edit("factions/sra.toml", '"rally"', f'"{verb}"')
    faults = [fault for fault in copy.faults() if fault.place == "unique.key"]
    assert [(fault.file, fault.found) for fault in faults] == [("factions/sra.toml", f"'{verb}'")]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("events.toml", "rooftop_choir", "quiet_streets"),
        ("mandates.toml", "rainy_day", "night_market"),
        ("landmarks.toml", "night_market", "mural"),
        ("factions/occ.toml", "complaints_desk", "swift_hands"),
        ("factions/sra.toml", '"free_school"', '"smile_guild"'),
    ],
)
def test_one_key_for_two_things_is_told(copy: Copy, file: str, old: str, new: str) -> None:
    copy.edit(file, old, new)
    fault = copy.only_fault()
    assert fault.expected == "each key once in all files"
    assert new.strip('"') in fault.found


def test_two_facilities_of_one_faction_cannot_share_a_key(copy: Copy) -> None:
    copy.edit("factions/sra.toml", '"free_school"', '"organising_hub"')
    assert copy.only_fault().place == "facilities[2].key"


@pytest.mark.parametrize("word", sorted(RESERVED & {"tension", "sanctuary", "any", "order"}))
def test_a_word_of_the_rules_is_no_key(copy: Copy, word: str) -> None:
    copy.edit("events.toml", "rooftop_choir", word)
    assert copy.only_fault().found == f"'{word}', a word of the rules"


def test_no_key_of_the_content_is_a_word_of_the_rules() -> None:
    assert not RESERVED & set(ruleset().part_kinds)
