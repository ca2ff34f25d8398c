"""The numbers of the cases are pinned: what the README names is what the cases are worked out with."""

from game.rules.ruleset import ruleset_hash
from tests.conformance.case import HERE
from tests.conformance.pin import PINNED, merged, pinned


def test_the_readme_names_the_hash_of_the_numbers():
    readme = (HERE / "README.md").read_text(encoding="utf-8")
    found = ruleset_hash(pinned())
    assert f"`{found}`" in readme, f"{PINNED.name} has the hash {found}. Mend: name it in the README"


def test_a_pinned_number_stays_and_a_new_one_comes_in():
    shipped = {"forum": {"unrest": 3, "new": 7}, "list": [1, 2], "added": {"x": 1}}
    kept = {"forum": {"unrest": 2, "gone": 5}, "list": [9], "dropped": 1}
    assert merged(shipped, kept) == {"forum": {"unrest": 2, "new": 7}, "list": [9], "added": {"x": 1}}


def test_a_table_that_was_none_before_is_taken_whole():
    assert merged({"law": {"until": 3}}, {"law": None}) == {"law": {"until": 3}}
