import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from game.content import ContentError, load, ruleset
from game.rules.ruleset import ruleset_hash


@pytest.fixture
def folder(tmp_path):
    source = Path(str(files("game.content")))
    shutil.copy(source / "rules.toml", tmp_path)
    shutil.copytree(source / "factions", tmp_path / "factions")
    return tmp_path


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_shipped_content_is_sound():
    rules = ruleset()
    assert set(rules.factions) == {"sra", "occ", "ca"}
    assert set(rules.lengths) == {"short", "standard", "epic"}
    assert all(len(faction.leaders) == 3 for faction in rules.factions.values())
    assert all(len(faction.facilities) == 3 for faction in rules.factions.values())


def test_the_hash_pins_every_number(folder):
    assert ruleset_hash(load(folder)) == ruleset_hash(ruleset())
    edit(folder / "rules.toml", "inertia = 7000", "inertia = 7001")
    assert ruleset_hash(load(folder)) != ruleset_hash(ruleset())


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("rules.toml", "inertia = 7000", 'inertia = "much"', ["rules.toml", "contest.inertia", "int"]),
        ("rules.toml", "inertia = 7000", "inertia = 7000\nluck = 3", ["rules.toml", "contest", "luck"]),
        ("rules.toml", "[contest]", "[contest", ["rules.toml", "line"]),
        ("factions/ca.toml", "base = 114", "base = 114.5", ["ca.toml", "affinity.base"]),
        ("factions/ca.toml", '"smile_guild"', '"smile guild"', ["first_facility"]),
        ("factions/sra.toml", 'key = "sra"', "", ["sra.toml", "key"]),
    ],
)
def test_what_does_not_fit_is_refused_with_the_place(folder, file, old, new, words):
    edit(folder / file, old, new)
    with pytest.raises(ContentError) as refused:
        load(folder)
    assert all(word in str(refused.value) for word in [*words, "Mend:"])


def test_faults_of_meaning_are_told_all_at_once(folder):
    edit(folder / "rules.toml", "freshness = [100, 60, 40, 30]", "freshness = [30, 100]")
    edit(folder / "rules.toml", "gala_weights = [2, 3, 4, 5]", "gala_weights = [2, 3, 4]")
    edit(folder / "rules.toml", "spotlight = [[1], [2], [3], [4], [3], [4], [1], [2]]", "spotlight = [[1]]")
    edit(folder / "factions" / "occ.toml", "first_facility", "first_facility = 'casino' #")
    edit(folder / "factions" / "occ.toml", "festival = {", "parade = {")
    with pytest.raises(ContentError) as refused:
        load(folder)
    lines = str(refused.value).splitlines()
    assert len(lines) >= 6
    assert all("found" in line and "Mend:" in line for line in lines)


@pytest.mark.parametrize("verb", ["care", "build", "travel", "unique"])
def test_a_faction_cannot_call_its_own_verb_as_all_call_theirs(folder, verb):
    edit(folder / "factions" / "sra.toml", '"rally"', f'"{verb}"')
    with pytest.raises(ContentError, match=rf"sra\.toml: unique\.key: found '{verb}'.*Mend:"):
        load(folder)


def test_a_missing_file_is_named(folder):
    (folder / "rules.toml").unlink()
    with pytest.raises(ContentError, match=r"rules\.toml: the file is missing"):
        load(folder)
