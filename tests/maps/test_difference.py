"""What two maps have different for the rules, and nothing else."""

from game.maps import check
from game.maps.difference import differences
from tests.maps.workshop import TINY


def _differences(tiny):
    return [str(entry) for entry in differences(check(TINY).city, check(tiny.folder).city)]


def test_a_map_is_like_itself():
    assert differences(check(TINY).city, check(TINY).city) == ()


def test_titles_do_not_count(tiny):
    tiny.manifest(title="Another name", description="Another word")
    assert _differences(tiny) == []


def test_a_number_that_changed_is_named(tiny):
    tiny.edit('name="population" type="int" value="3"', 'name="population" type="int" value="11"')
    (told,) = _differences(tiny)
    assert told.endswith(": population: 3 -> 11")


def test_turns_are_told(tiny):
    tiny.edit('name="turns" type="int" value="12"', 'name="turns" type="int" value="36"')
    assert _differences(tiny) == ["map: turns: 12 -> 36"]


def test_districts_links_and_starts_that_come_or_go_are_told():
    core = check(TINY).city
    found = [str(entry) for entry in differences(core, check_core())]
    assert any(entry.endswith("district: there -> -") for entry in found)
    assert any(entry.endswith("district: - -> there") for entry in found)
    assert any(entry.startswith("seat 1: start: ") for entry in found)


def check_core():
    from game.maps import find

    return check(find("core")).city
