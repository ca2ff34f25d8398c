import msgspec
import pytest

from game.rules.cards import NumberChange
from game.rules.errors import RulesError
from game.rules.ids import FactionKey
from game.rules.tuning import variant, with_numbers
from tests.conformance.pin import pinned

MORE = [NumberChange("forum.unrest", add=0)] * 10
SRA = FactionKey("sra")


def test_a_number_is_set_added_to_or_scaled():
    changes = (
        NumberChange("forum.unrest", set=3),
        NumberChange("campaign.pressure", percent=150),
        NumberChange("fracture.tension_by_act", add=1),
    )
    tuned = with_numbers(pinned(), changes)
    assert tuned.forum.unrest == 3
    assert tuned.campaign.pressure == pinned().campaign.pressure * 150 // 100
    assert tuned.fracture.tension_by_act == tuple(n + 1 for n in pinned().fracture.tension_by_act)


def test_changes_follow_each_other():
    changes = (NumberChange("forum.unrest", set=3), NumberChange("forum.unrest", add=2))
    assert with_numbers(pinned(), changes).forum.unrest == 5


def test_the_same_changes_make_one_ruleset_and_others_another():
    rules = msgspec.structs.replace(pinned())
    made = [variant(rules, [NumberChange("forum.unrest", set=number)]) for number in (3, 4, 3)]
    assert made[0] is made[2]
    assert [one.forum.unrest for one in made] == [3, 4, 3]
    assert variant(rules, ()) is rules


def test_what_comes_of_a_ruleset_is_not_remembered_without_end():
    rules = msgspec.structs.replace(pinned())
    for number in range(70):
        made = variant(rules, [NumberChange("forum.unrest", set=number % 7), *MORE[: number // 7]])
        assert made.forum.unrest == number % 7
        assert len(rules.variants) <= 64


def test_a_faction_has_numbers_too():
    tuned = with_numbers(pinned(), (NumberChange("factions.sra.credits", add=5),))
    assert tuned.factions[SRA].credits == pinned().factions[SRA].credits + 5


def test_without_changes_it_is_the_same_ruleset():
    assert with_numbers(pinned(), ()) is pinned()


def test_the_given_ruleset_stays_as_it_was():
    before = pinned().forum.unrest
    with_numbers(pinned(), (NumberChange("forum.unrest", set=9),))
    assert pinned().forum.unrest == before


@pytest.mark.parametrize(
    "path",
    ["forum.loudness", "forums.unrest", "forum.unrest.deeper", "sanctuary.parts.of", "factions.sra.key"],
)
def test_a_path_to_no_number_is_refused_by_name(path):
    with pytest.raises(RulesError, match=path.replace(".", r"\.")) as refused:
        with_numbers(pinned(), (NumberChange(path, set=1),))
    assert "Mend: " in str(refused.value)


def test_numbers_out_of_bounds_are_refused():
    with pytest.raises(RulesError, match=r"sanctuary\.parts.*Mend: "):
        with_numbers(pinned(), (NumberChange("sanctuary.parts", set=0),))
