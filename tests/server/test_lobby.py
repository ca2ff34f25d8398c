import itertools

import pytest
from msgspec.structs import replace

from game.protocol.messages import OPEN, YOU, SeatPlan
from game.protocol.refusals import Refused
from server.image import Setup
from server.lobby import CODE_LENGTH, CODE_LETTERS, setup_of
from tests.support.servers import a_room, library

LIBRARY = library()
GOOD = a_room(YOU, OPEN, "greedy")


def draw(below: int) -> int:
    return below // 3


def test_a_room_that_is_possible_gets_an_id_and_a_code() -> None:
    setup = setup_of(GOOD, LIBRARY, draw)
    assert isinstance(setup, Setup)
    assert (setup.seed, setup.plans, setup.public) == (7, GOOD.seats, True)
    assert len(setup.code) == CODE_LENGTH
    assert set(setup.code) <= set(CODE_LETTERS)
    assert setup.id


def test_without_a_seed_one_is_drawn() -> None:
    setup = setup_of(replace(GOOD, seed=None), LIBRARY, draw)
    assert isinstance(setup, Setup)
    assert (setup.seed, setup.seeded) == (2**63 // 3, False)


def test_a_room_whose_seed_was_chosen_says_so() -> None:
    setup = setup_of(GOOD, LIBRARY, draw)
    assert isinstance(setup, Setup)
    assert setup.seeded


def plans(*pairs: tuple[str, str]) -> tuple[SeatPlan, ...]:
    return tuple(itertools.starmap(SeatPlan, pairs))


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"map": "atlantis"}, Refused.UNKNOWN_MAP, "map"),
        ({"length": "endless"}, Refused.UNKNOWN_LENGTH, "length"),
        ({"timer": 4}, Refused.WRONG_TIMER, "timer"),
        ({"timer": 604_801}, Refused.WRONG_TIMER, "timer"),
        ({"name": " "}, Refused.BAD_NAME, "name"),
        ({"name": "a\nb\x00"}, Refused.BAD_NAME, "name"),
        ({"seats": plans(("any", OPEN), ("any", OPEN))}, Refused.ONE_SEAT_IS_YOURS, "seats"),
        ({"seats": plans(("any", YOU), ("any", YOU))}, Refused.ONE_SEAT_IS_YOURS, "seats"),
        ({"seats": plans(("any", YOU), ("pirates", OPEN))}, Refused.UNKNOWN_FACTION, "seats[1].faction"),
        ({"seats": plans(("any", YOU), ("any", "genius"))}, Refused.UNKNOWN_PLAYER, "seats[1].player"),
        ({"seats": plans(("any", YOU), *[("any", OPEN)] * 7)}, Refused.WRONG_SEAT_COUNT, "seats"),
    ],
)
def test_what_is_wrong_is_named(change: dict[str, object], code: Refused, field: str) -> None:
    faults = setup_of(replace(GOOD, **change), LIBRARY, draw)
    assert isinstance(faults, tuple)
    assert [(fault.code, fault.field) for fault in faults] == [(code, field)]


def test_everything_that_is_wrong_is_named_at_once() -> None:
    faults = setup_of(replace(GOOD, map="x", length="y", timer=1), LIBRARY, draw)
    assert isinstance(faults, tuple)
    assert len(faults) == 3
