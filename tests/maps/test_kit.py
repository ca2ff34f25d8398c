"""What Tiled is taught follows the table the gate checks by."""

import json
from xml.etree.ElementTree import fromstring

import pytest

from game.maps import check
from game.maps.archive import pack
from game.maps.generating import Request, generate
from game.maps.kit import object_types_text, project_text, write_kit
from game.maps.schema import CLASSES, Choice


def _project():
    return json.loads(project_text())


def test_every_class_and_property_is_offered():
    types = fromstring(object_types_text())
    offered = {node.get("name"): {p.get("name") for p in node.iter("property")} for node in types}
    assert offered == {name: set(of_class.properties) for name, of_class in CLASSES.items()}
    members = {
        kind["name"]: {member["name"] for member in kind["members"]}
        for kind in _project()["propertyTypes"]
        if kind["type"] == "class"
    }
    assert members == offered


def test_every_choice_is_a_drop_down():
    drop_downs = {
        kind["name"]: kind["values"] for kind in _project()["propertyTypes"] if kind["type"] == "enum"
    }
    expected = {
        f"{name}_{property_name}": list(rule.values)
        for name, of_class in CLASSES.items()
        for property_name, rule in of_class.properties.items()
        if isinstance(rule, Choice)
    }
    assert drop_downs == expected
    used = {p.get("propertytype") for p in fromstring(object_types_text()).iter("property")} - {None}
    assert used == set(expected)


def test_the_defaults_are_those_of_the_game():
    types = fromstring(object_types_text())
    district = next(node for node in types if node.get("name") == "district")
    defaults = {p.get("name"): p.get("default") for p in district.iter("property")}
    assert defaults["population"] == "5"
    assert defaults["wealth"] == "mixed"
    assert defaults["need"] == "40"


def test_ids_are_given_once():
    ids = [kind["id"] for kind in _project()["propertyTypes"]]
    assert ids == list(range(1, len(ids) + 1))


def test_keys_check_and_play():
    commands = {c["shortcut"]: (c["executable"], c["arguments"]) for c in _project()["commands"]}
    assert commands == {
        "F5": ("neo-sanctum", "map check %mapfile"),
        "F6": ("neo-sanctum", "map play %mapfile"),
    }


def test_a_map_with_the_kit_passes_and_a_saved_choice_is_read(tmp_path):
    folder = tmp_path / "drawn"
    generate(Request("drawn", seed=1, seats=2), folder)
    write_kit(folder, program="/somewhere/neo-sanctum")
    text = (folder / "map.tmx").read_text("utf-8")
    saved = text.replace('name="wealth" value=', 'name="wealth" propertytype="district_wealth" value=')
    assert saved != text
    before = check(folder).rules_hash
    (folder / "map.tmx").write_text(saved, "utf-8")
    assert check(folder).rules_hash == before
    assert b"/somewhere" not in pack(folder, tmp_path).read_bytes()


@pytest.mark.parametrize("name", ["city.tiled-project", "objecttypes.xml"])
def test_writing_it_again_changes_nothing(name, tmp_path):
    write_kit(tmp_path)
    before = (tmp_path / name).read_bytes()
    write_kit(tmp_path)
    assert (tmp_path / name).read_bytes() == before
