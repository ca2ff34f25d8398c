import pytest

from game.maps import load
from tests.maps.workshop import TINY, Break, Workshop

LOOKS: dict[str, Break] = {
    "another tile": lambda m: m.edit("0,0,0,", "0,1,0,"),
    "a hidden layer": lambda m: m.edit('name="roofs"', 'name="roofs" visible="0"'),
    "another picture": lambda m: m.edit('value="water0"', 'value="park0"'),
    "a title": lambda m: m.edit('<property name="key" value="island"/>', '<property name="key" value="island"/>'
        '<property name="title" value="Isle"/>'),
    "the map's title": lambda m: m.manifest(title="Small", version="2.0.0"),
    "a corner moved a little": lambda m: m.edit("0,0 160,0 192,128", "0,0 160,0.9 192,128"),
    "the order of objects": lambda m: m.edit('id="1" name="North Row"', 'id="99" name="North Row"'),
    "a landmark moved within its district": lambda m: m.edit('x="320" y="192"', 'x="352" y="192"'),
}  # fmt: skip

RULES: dict[str, Break] = {
    "population": lambda m: m.edit(
        'name="population" type="int" value="3"', 'name="population" type="int" value="4"'
    ),
    "wealth": lambda m: m.edit('value="affluent"', 'value="mixed"'),
    "a key": lambda m: m.edit('value="island"', 'value="islet"'),
    "a link": lambda m: m.edit('x="240" y="320"', 'x="240" y="200"').edit("0,0 80,0", "0,0 80,120"),
    "a start": lambda m: m.edit('value="sra"', 'value="occ"'),
    "a start's place": lambda m: m.edit('x="64" y="64"', 'x="64" y="160"'),
    "a landmark": lambda m: m.edit('value="transit_hub"', 'value="gala_hall"'),
    "turns": lambda m: m.edit('name="turns" type="int" value="12"', 'name="turns" type="int" value="24"'),
}


@pytest.mark.parametrize("name", LOOKS)
def test_looks_and_titles_leave_the_rules_hash(name: str, tiny: Workshop) -> None:
    LOOKS[name](tiny)

    assert tiny.load().rules_hash == load(TINY).rules_hash


@pytest.mark.parametrize("name", RULES)
def test_rules_change_the_rules_hash(name: str, tiny: Workshop) -> None:
    RULES[name](tiny)

    assert tiny.load().rules_hash != load(TINY).rules_hash


def test_the_hash_is_sha_256_in_hexadecimal() -> None:
    assert len(bytes.fromhex(load(TINY).rules_hash)) == 32
