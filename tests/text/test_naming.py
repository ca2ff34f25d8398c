from collections.abc import Iterable
from typing import get_args

import pytest
from msgspec.structs import replace

from game.content import ruleset
from game.maps.schema import LANDMARKS
from game.rules.basics import Price
from game.rules.board import Board
from game.rules.cards import Axis
from game.rules.ids import RESIDENTS, District, FactionKey, Seat, Wealth
from game.rules.setup import Setting
from game.rules.state import Sitting
from game.text.catalog import Catalog, keys_of
from game.text.naming import Names
from game.text.terms import SHARED_VERBS
from tests.support import matches

CATALOG = Catalog(strict=True)


def names() -> Names:
    return Names(CATALOG, matches.match()[0])


def named_content() -> set[str]:
    """Every key that the content or the maps can bring into a match."""
    keys = {f"verb-{verb}" for verb in SHARED_VERBS} | {f"landmark-{kind}" for kind in LANDMARKS}
    for faction in ruleset().factions.values():
        keys |= {f"faction-{faction.key}", f"faction-{faction.key}-short", f"verb-{faction.unique.key}"}
        keys |= {f"leader-{key}" for key in (*faction.leaders, *faction.late_leaders)}
        keys |= {f"facility-{rule.key}" for rule in faction.facilities}
    return keys


def test_every_key_of_the_content_has_a_name_and_a_line_about_it() -> None:
    defined = set(keys_of("en"))
    wanted = named_content()
    about = {f"{key}-about" for key in wanted if not key.endswith("-short")}
    assert sorted(key for key in wanted | about if f"names-{key}" not in defined) == []


def named_cards() -> set[str]:
    """Every card of the content, by the file its name stands in and its key."""
    rules = ruleset()
    traits = [trait.key for faction in rules.factions.values() for trait in faction.traits.values()]
    kinds: dict[str, Iterable[str]] = {
        "laws": rules.laws,
        "events": rules.events,
        "mandates": rules.mandates,
        "traits": traits,
        "modes": rules.modes,
    }
    return {f"{kind}-{key}" for kind, keys in kinds.items() for key in keys}


def test_every_card_of_the_content_has_a_name_and_a_line_about_it() -> None:
    defined = set(keys_of("en"))
    wanted = named_cards()
    assert sorted(key for key in wanted | {f"{key}-about" for key in wanted} if key not in defined) == []


def test_nothing_is_named_that_the_content_does_not_have() -> None:
    others = {"chapter", "faction-residents", "faction-residents-short"}
    others |= {f"part-{kind}" for kind in ruleset().part_kinds}
    others |= {f"axis-{axis}" for axis in get_args(Axis)}
    others |= {f"wealth-{wealth.name.lower()}" for wealth in Wealth}
    told = {
        key.removeprefix("names-").removesuffix("-about") for key in keys_of("en") if key.startswith("names-")
    }
    assert told - others == named_content()


def test_two_seats_of_one_faction_are_told_apart_by_chapter() -> None:
    seating = (Sitting(FactionKey("sra"), 1), Sitting(FactionKey("sra"), 2))
    board = matches.match(seating=seating)[0]
    told = Names(CATALOG, board)
    assert [told.faction(Seat(0)), told.faction(Seat(1), short=True)] == ["Smile Rights Alliance 1", "SRA 2"]


def test_the_undecided_are_residents() -> None:
    assert names().faction(RESIDENTS) == "Residents"


def test_a_district_is_called_as_its_map_calls_it() -> None:
    board, _ = matches.match()
    plan = replace(board.city.districts[3], title="Hub Street")
    districts = (*board.city.districts[:3], plan, *board.city.districts[4:])
    renamed = Board(replace(board.match, city=replace(board.city, districts=districts)))
    assert Names(CATALOG, renamed).place(District(3)) == "Hub Street"


def test_the_unique_verb_is_called_by_the_factions_name_for_it() -> None:
    assert [names().verb(Seat(n), "unique") for n in range(3)] == ["Rally", "Showcase", "Story Circle"]


def test_an_unranked_seat_is_neutral() -> None:
    told = Names(CATALOG, matches.match(setting=Setting(unranked=(Seat(2),)))[0])
    assert [told.is_neutral(seat) for seat in told.board.all_seats] == [False, False, True]
    assert told.faction(Seat(2)) == "Cultural Alliance"


def test_several_factions_stand_in_a_row() -> None:
    assert names().factions((Seat(0), Seat(2))) == "Smile Rights Alliance, Cultural Alliance"


@pytest.mark.parametrize(
    ("cause", "told"),
    [("care", "Care"), ("mural", "Mural"), ("quiet_streets", "Quiet Streets"), ("need", "too much need")],
)
def test_a_cause_is_called_by_its_name(cause: str, told: str) -> None:
    assert names().cause(cause) == told


def test_a_price_names_what_it_takes() -> None:
    assert names().price(Price(1, 3)) == "1 credit, 3 voice"
    assert names().price(Price(2)) == "2 credits"
    assert names().price(Price()) == "no cost"
