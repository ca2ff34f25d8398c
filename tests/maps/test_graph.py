from game.maps import load
from tests.maps.workshop import TINY, Workshop

_BRIDGE = '<property name="kind" value="bridge"/>'
_TURNS = '<property name="turns" type="int" value="12"/>'


def _links(tiny: Workshop, key: str) -> list[str]:
    districts = tiny.load().city.districts
    return [districts[there].key for plan in districts if plan.key == key for there in plan.links]


def test_borders_and_drawn_links_join() -> None:
    districts = load(TINY).city.districts
    links = {plan.key: [districts[there].key for there in plan.links] for plan in districts}

    assert links == {
        "east_side": ["north_row", "south_quay", "west_yard"],
        "island": ["south_quay"],
        "north_row": ["east_side", "west_yard"],
        "south_quay": ["east_side", "island", "west_yard"],
        "west_yard": ["east_side", "north_row", "south_quay"],
    }


def test_a_link_may_name_its_ends(tiny: Workshop) -> None:
    tiny.edit(_BRIDGE, f'{_BRIDGE}<property name="a" value="north_row"/>')

    assert _links(tiny, "island") == ["north_row"]


def test_an_end_between_districts_takes_the_nearest(tiny: Workshop) -> None:
    tiny.edit("0,0 80,0", "0,0 38,0")

    assert _links(tiny, "island") == ["south_quay"]


def test_a_wrong_end_is_answered_with_the_nearest_key(tiny: Workshop) -> None:
    tiny.edit(_BRIDGE, f'{_BRIDGE}<property name="a" value="south_key"/>')

    assert tiny.only().expected == '"south_quay"'


def test_a_blocked_link_parts_neighbours(tiny: Workshop) -> None:
    wall = '<property name="kind" value="blocked"/><property name="a" value="north_row"/>'
    bridge = tiny.line_of(_BRIDGE)
    assert bridge
    more = f'<object id="30" type="link" x="0" y="0"><properties>{wall}<property name="b" value="east_side"/>'
    tiny.edit('<object id="6"', f'{more}</properties><polyline points="0,0 1,1"/></object><object id="6"')

    assert _links(tiny, "north_row") == ["west_yard"]


def test_borders_alone(tiny: Workshop) -> None:
    tiny.edit(_TURNS, '<property name="adjacency" value="border"/>')

    assert tiny.only().code == "M306"


def test_links_alone(tiny: Workshop) -> None:
    tiny.edit(_TURNS, '<property name="adjacency" value="links"/>')

    assert {fault.place.object_name for fault in tiny.refused()} == {
        "North Row",
        "West Yard",
        "South Quay",
        "The Island",
    }


def test_a_border_shorter_than_asked_is_none(tiny: Workshop) -> None:
    # East Side meets South Quay on two tiles, West Yard on four and a bit.
    tiny.edit(_TURNS, '<property name="min_border" type="float" value="2.5"/>')

    assert _links(tiny, "east_side") == ["north_row", "west_yard"]


def test_min_border_is_shown_in_tiles(tiny: Workshop) -> None:
    tiny.edit(_TURNS, '<property name="min_border" type="float" value="9"/>')

    assert tiny.only().expected == "0.5..8 tiles"
